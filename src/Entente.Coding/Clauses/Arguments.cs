using Entente.Language.Arcs;
using Entente.Language.Tags;

namespace Entente.Coding.Clauses;

/// <summary>The arguments of predicates with grammar undone: passives, relative clauses, participles, control, coordination.</summary>
internal sealed class Arguments(Tree tree)
{
    private const int Deepest = 12;

    /// <summary>The logical subject: the doer, the by-phrase of a passive; -1 where the text names none.</summary>
    public int Subject(int predicate)
    {
        if (tree.Pos(predicate) == Upos.Verb && Voice.IsPassive(tree, predicate))
        {
            return Agent(predicate);
        }

        return SurfaceSubject(predicate);
    }

    /// <summary>The logical object: the object, the subject of a passive, the noun a past participle modifies; -1 for none.</summary>
    public int Object(int verb)
    {
        if (Voice.IsPassive(tree, verb))
        {
            int kept = tree.Child(verb, Deprel.Obj);
            return kept >= 0 ? Antecedent(kept) : SurfaceSubject(verb);
        }

        int direct = DirectObject(verb);
        if (direct >= 0)
        {
            return Antecedent(direct);
        }

        int subjectOfComplement = RaisedObject(verb);
        if (subjectOfComplement >= 0)
        {
            return subjectOfComplement;
        }

        if (tree.Relation(verb) == Deprel.AclRelcl && tree.Has(verb, Deprel.Nsubj) && !HasRelativizer(verb))
        {
            return tree.Head(verb);
        }

        return SharedObject(verb);
    }

    /// <summary>The indirect object; the subject of a passive that keeps its object ("was given weapons").</summary>
    public int IndirectObject(int verb)
    {
        int indirect = tree.Child(verb, Deprel.Iobj);
        if (indirect >= 0)
        {
            return Antecedent(indirect);
        }

        return tree.Has(verb, Deprel.Obj) && Voice.IsPassive(tree, verb) ? SurfaceSubject(verb) : -1;
    }

    /// <summary>Who is made to do or be something: "compel Chad to pay", "make Chad pay", "hold Chad responsible"; -1 for nobody.</summary>
    public int Causee(int verb)
    {
        int held = Voice.IsPassive(tree, verb) ? -1 : Object(verb);
        if (held < 0)
        {
            return -1;
        }

        foreach (int child in tree.Of(verb))
        {
            if (child > held && tree.Relation(child) is Deprel.Xcomp or Deprel.Ccomp or Deprel.Advcl && (tree.IsPredicate(child) || tree.Pos(child) == Upos.Adj))
            {
                return held;
            }
        }

        foreach (int child in tree.Of(held))
        {
            // "hold Chad responsible": the parser may take the adjective after the noun for the noun's own.
            if (child > held && tree.Relation(child) is Deprel.Amod or Deprel.Acl && tree.Pos(child) is Upos.Adj or Upos.Verb)
            {
                return held;
            }
        }

        return RaisedObject(verb);
    }

    /// <summary>The clausal complement: "to withdraw", "that it would …", "withdrawing", "of shelling"; -1 for none.</summary>
    public int Complement(int head)
    {
        foreach (int child in tree.Of(head))
        {
            Deprel relation = tree.Relation(child);
            if (relation is Deprel.Ccomp or Deprel.Xcomp)
            {
                if (tree.IsPredicate(child) || tree.Pos(child) is Upos.Adj or Upos.Noun)
                {
                    return child;
                }
            }
            else if (relation is Deprel.Advcl or Deprel.Acl && IsComplementClause(child, head))
            {
                return child;
            }
            else if (relation == Deprel.Obl && tree.Pos(child) == Upos.Verb && Prepositions.Opens(tree, child, "to"))
            {
                return child;
            }
        }

        return tree.Relation(head) == Deprel.Conj && tree.Pos(head) == Upos.Verb && !tree.Has(head, Deprel.Obj) && tree.Pos(tree.Head(head)) == Upos.Verb
            ? ComplementAfter(tree.Head(head), head)
            : -1;
    }

    /// <summary>The grammatical subject of a predicate, through relative pronouns, coordination, control and participles; -1 for none.</summary>
    public int SurfaceSubject(int predicate) => SurfaceSubject(predicate, 0);

    /// <summary>The noun that a relative pronoun stands for; any other word stands for itself.</summary>
    public int Antecedent(int token)
    {
        if (!IsRelativizer(token))
        {
            return token;
        }

        for (int at = token, steps = 0; at >= 0 && steps < Deepest; at = tree.Head(at), steps++)
        {
            if (tree.Relation(at) is Deprel.AclRelcl && tree.Head(at) >= 0)
            {
                return tree.Head(at);
            }
        }

        return token;
    }

    /// <summary>The by-phrase of a passive; -1 for none.</summary>
    private int Agent(int verb)
    {
        foreach (int child in tree.Of(verb))
        {
            if (tree.Relation(child) is Deprel.OblAgent or Deprel.Obl && Prepositions.Opens(tree, child, "by") && !IsWhen(child))
            {
                return Antecedent(child);
            }
        }

        int after = AgentAfterClause(verb);
        if (after >= 0)
        {
            return after;
        }

        int deep = DeepAgent(verb, 0);
        if (deep >= 0)
        {
            return deep;
        }

        // "were attacked and killed by gunmen": the by-phrase hangs on either verb.
        if (tree.Relation(verb) == Deprel.Conj && tree.Pos(tree.Head(verb)) == Upos.Verb && Voice.IsPassive(tree, tree.Head(verb)))
        {
            return Agent(tree.Head(verb));
        }

        foreach (int child in tree.Of(verb))
        {
            if (tree.Relation(child) == Deprel.Conj && tree.Xpos(child) == Xpos.Vbn && !tree.Has(child, Deprel.Nsubj) && !tree.Has(child, Deprel.NsubjPass))
            {
                foreach (int phrase in tree.Of(child))
                {
                    if (tree.Relation(phrase) is Deprel.OblAgent or Deprel.Obl && Prepositions.Opens(tree, phrase, "by") && !IsWhen(phrase))
                    {
                        return Antecedent(phrase);
                    }
                }
            }
        }

        return -1;
    }

    /// <summary>"was accused of spying by Chad": the by-phrase that the parser hangs on the clause between; -1 for none.</summary>
    private int AgentAfterClause(int verb)
    {
        foreach (int clause in tree.Of(verb))
        {
            if (clause < verb || tree.Relation(clause) is not (Deprel.Advcl or Deprel.Xcomp or Deprel.Ccomp) || tree.Xpos(clause) is not (Xpos.Vbg or Xpos.Vb or Xpos.Nn))
            {
                continue;
            }

            foreach (int child in tree.Of(clause))
            {
                if (tree.Relation(child) is Deprel.OblAgent or Deprel.Obl && Prepositions.Opens(tree, child, "by") && !IsWhen(child) && tree.Pos(child) is Upos.Propn or Upos.Noun)
                {
                    return child;
                }
            }
        }

        return -1;
    }

    /// <summary>"was offered to Zambia by China": the by-phrase where the parser hangs it on a phrase before it.</summary>
    private int DeepAgent(int head, int depth)
    {
        foreach (int child in tree.Of(head))
        {
            if (child < head || tree.Relation(child) is not (Deprel.Obj or Deprel.Obl or Deprel.Nmod))
            {
                continue;
            }

            if (depth > 0 && tree.Relation(child) == Deprel.Nmod && Prepositions.Opens(tree, child, "by") && !IsWhen(child))
            {
                return child;
            }

            int deeper = depth < 3 ? DeepAgent(child, depth + 1) : -1;
            if (deeper >= 0)
            {
                return deeper;
            }
        }

        return -1;
    }

    /// <summary>The object; where the parser took a particle for a preposition or lost the relation, the phrase that must be it.</summary>
    private int DirectObject(int verb)
    {
        int direct = tree.Child(verb, Deprel.Obj);
        if (direct >= 0 && !HasPreposition(direct, verb))
        {
            return tree.Lemma(direct) is "more" or "less" ? Amount(verb, direct) : direct;
        }

        foreach (int child in tree.Of(verb))
        {
            if (child < verb || tree.Relation(child) is not Deprel.Obl || tree.Pos(child) is not (Upos.Noun or Upos.Propn))
            {
                continue;
            }

            if (!IsWhen(child) && !HasPreposition(child, verb))
            {
                return child;
            }

            // "freed on bail two ministers": a noun has no object, its verb has.
            int held = tree.Child(child, Deprel.Obj);
            if (held > child && tree.IsNominal(held))
            {
                return held;
            }
        }

        return -1;
    }

    /// <summary>"handed over more than $4 million worth of medicine": the thing counted, where the parser makes two objects of it.</summary>
    private int Amount(int verb, int more)
    {
        foreach (int child in tree.Of(verb))
        {
            if (child > more && tree.Relation(child) == Deprel.Obj)
            {
                return child;
            }
        }

        return more;
    }

    /// <summary>Whether a preposition opens the phrase; the particle right after its verb is none ("handed over four villages").</summary>
    private bool HasPreposition(int phrase, int verb)
    {
        int mark = tree.Child(phrase, Deprel.Case);
        return mark >= 0 && !(mark == verb + 1 && Control.TakesParticle(tree.Lemma(verb), tree.Lemma(mark)));
    }

    /// <summary>"by Friday", "by 2030", "by two percent": no agents.</summary>
    private bool IsWhen(int token) =>
        tree.Pos(token) is Upos.Num or Upos.Sym || Times.CalendarWords.IsUnit(tree.Lemma(token)) || Times.CalendarWords.IsDayOrMonth(tree.Word(token));

    private int SurfaceSubject(int predicate, int depth)
    {
        if (depth > Deepest)
        {
            return -1;
        }

        int own = OwnSubject(predicate);
        if (own >= 0)
        {
            return own;
        }

        int head = tree.Head(predicate);
        if (head < 0)
        {
            return -1;
        }

        switch (tree.Relation(predicate))
        {
            case Deprel.AclRelcl:
                return head;
            case Deprel.Amod:
                return head;
            case Deprel.Acl:
                return IsInfinitive(predicate) || tree.Has(predicate, Deprel.Mark) ? SubjectOfNoun(head, depth) : head;
            case Deprel.Conj:
                return tree.IsPredicate(head) || tree.Pos(head) == Upos.Adj ? SurfaceSubject(head, depth + 1) : -1;
            case Deprel.Xcomp:
                return Controller(predicate, head, depth);
            case Deprel.Ccomp:
                return tree.Xpos(predicate) is Xpos.Vbg or Xpos.Vb && tree.Pos(head) == Upos.Verb ? SurfaceSubject(head, depth + 1) : -1;
            case Deprel.Advcl:
                return AdverbialController(predicate, head, depth);
            case Deprel.Cop or Deprel.Aux:
                return SurfaceSubject(head, depth + 1);
            case Deprel.Parataxis:
                return tree.Xpos(predicate) is Xpos.Vbg or Xpos.Vbn && tree.Pos(head) == Upos.Verb ? SurfaceSubject(head, depth + 1) : -1;
            default:
                return -1;
        }
    }

    private int OwnSubject(int predicate)
    {
        int found = -1;
        foreach (int child in tree.Of(predicate))
        {
            if (tree.Relation(child) is Deprel.Nsubj or Deprel.NsubjPass or Deprel.NsubjOuter)
            {
                // "Hours earlier Maduro expelled …": of two, the nearer one before the verb.
                if (found < 0 || child < predicate)
                {
                    found = child;
                }
            }
        }

        return found < 0 ? MisplacedSubject(predicate) : Antecedent(found);
    }

    /// <summary>The subject of a finite verb that the parser hung on a participle before it ("soldiers, supported by …, have attacked") or made a bare phrase of.</summary>
    private int MisplacedSubject(int predicate)
    {
        bool finite = tree.Xpos(predicate) is Xpos.Vbd or Xpos.Vbz or Xpos.Vbp || tree.Has(predicate, Deprel.Aux);
        if (!finite || tree.Pos(predicate) != Upos.Verb || tree.Relation(predicate) is not (Deprel.Root or Deprel.Ccomp or Deprel.Parataxis))
        {
            return -1;
        }

        int head = tree.Head(predicate);
        if (head > predicate && tree.Relation(predicate) == Deprel.Ccomp)
        {
            // "Arroyo has pardoned …, her spokesman said": the first subject is that of the first verb.
            int first = tree.Child(head, Deprel.Nsubj);
            return first >= 0 && first < predicate ? first : -1;
        }

        foreach (int child in tree.Of(predicate))
        {
            if (child > predicate)
            {
                break;
            }

            if (tree.Relation(child) == Deprel.Advcl && tree.Xpos(child) is Xpos.Vbn or Xpos.Vbg && tree.Child(child, Deprel.Nsubj) is >= 0 and int before && before < child)
            {
                return before;
            }

            if (tree.Relation(child) is Deprel.Obl or Deprel.Dep or Deprel.Dislocated && tree.Pos(child) is Upos.Propn && !tree.Has(child, Deprel.Case) && !IsWhen(child))
            {
                return child;
            }
        }

        return -1;
    }

    /// <summary>Who is to do what a noun's clause says: "Iran's threat to close …", "the decision by Chad to leave".</summary>
    private int SubjectOfNoun(int noun, int depth)
    {
        if (NeedClauses.IsNeed(tree.Lemma(noun)) || tree.Lemma(noun) is "time")
        {
            return -1; // who is to meet "the need to …" is not said
        }

        int owner = tree.Child(noun, Deprel.NmodPoss);
        if (owner >= 0)
        {
            return owner;
        }

        foreach (int child in tree.Of(noun))
        {
            if (tree.Relation(child) == Deprel.Nmod && Prepositions.Opens(tree, child, "by"))
            {
                return child;
            }
        }

        int host = tree.Head(noun);
        if (host >= 0 && tree.Pos(host) == Upos.Verb)
        {
            if (tree.Relation(noun) is Deprel.Obj or Deprel.Obl)
            {
                return Voice.IsPassive(tree, host) ? Agent(host) : SurfaceSubject(host, depth + 1);
            }

            if (tree.Relation(noun) == Deprel.NsubjPass)
            {
                return Agent(host);
            }
        }

        foreach (int child in tree.Of(noun))
        {
            if (tree.Relation(child) is Deprel.Amod or Deprel.Compound && char.IsUpper(tree.Word(child)[0]))
            {
                return child;
            }
        }

        return -1;
    }

    private int Controller(int predicate, int head, int depth)
    {
        if (tree.Pos(head) == Upos.Verb && !Voice.IsPassive(tree, head))
        {
            int indirect = tree.Child(head, Deprel.Iobj);
            int held = indirect >= 0 ? indirect : tree.Child(head, Deprel.Obj);
            if (held >= 0 && held < predicate && Control.ByObject(tree.Lemma(head)))
            {
                return Antecedent(held);
            }

            // "called on Iran to stop", "appealed to the rebels to disarm": the phrase is the controller.
            int called = Prepositions.First(tree, head, "on", "upon", "to");
            if (called >= 0 && called < predicate && IsInfinitive(predicate) && tree.Lemma(head) is "call" or "appeal" or "prevail" or "press" or "plead")
            {
                return Antecedent(called);
            }
        }

        return SurfaceSubject(head, depth + 1);
    }

    private int AdverbialController(int predicate, int head, int depth)
    {
        if (!IsInfinitive(predicate) && tree.Xpos(predicate) is not (Xpos.Vbg or Xpos.Vbn or Xpos.Vbd))
        {
            return -1;
        }

        if (tree.Pos(head) == Upos.Verb && !Voice.IsPassive(tree, head) && Control.MarkedForObject(tree, predicate))
        {
            int held = tree.Child(head, Deprel.Obj);
            if (held >= 0)
            {
                return Antecedent(held);
            }
        }

        if (tree.Lemma(head) is "call" or "appeal" or "plead")
        {
            int called = Prepositions.First(tree, head, "on", "upon", "to");
            if (called >= 0 && called < predicate && IsInfinitive(predicate))
            {
                return Antecedent(called);
            }
        }

        return SurfaceSubject(head, depth + 1);
    }

    private bool IsInfinitive(int verb)
    {
        foreach (int child in tree.Of(verb))
        {
            if (tree.Relation(child) is Deprel.Mark or Deprel.Aux && tree.Is(child, "to"))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsComplementClause(int clause, int head)
    {
        if (IsInfinitive(clause))
        {
            return clause > head;
        }

        int mark = tree.Child(clause, Deprel.Mark);
        if (mark < 0)
        {
            return false;
        }

        return tree.Lemma(mark) is "of" or "from" or "for" or "into" or "with" or "to" or "against" or "on" or "in" or "over" or "that" or "about"
            && (tree.Xpos(clause) == Xpos.Vbg || tree.Word(clause).EndsWith("ing", StringComparison.Ordinal) || (tree.Relation(clause) == Deprel.Acl && tree.Lemma(mark) == "that"));
    }

    /// <summary>"agreed and promised to leave": the complement after the last verb is the first one's too.</summary>
    private int ComplementAfter(int verb, int after)
    {
        foreach (int child in tree.Of(verb))
        {
            if (child > after && tree.Relation(child) is Deprel.Ccomp or Deprel.Xcomp && tree.IsPredicate(child))
            {
                return child;
            }
        }

        return -1;
    }

    /// <summary>"want Iran to stop": the subject of the bare complement, where the parser reads it so.</summary>
    private int RaisedObject(int verb)
    {
        foreach (int child in tree.Of(verb))
        {
            if (tree.Relation(child) == Deprel.Ccomp && IsInfinitive(child))
            {
                int subject = tree.Child(child, Deprel.Nsubj);
                return subject >= 0 ? subject : tree.Child(child, Deprel.NsubjPass);
            }
        }

        return -1;
    }

    private int SharedObject(int verb)
    {
        if (tree.Relation(verb) == Deprel.Conj)
        {
            int head = tree.Head(verb);
            int shared = tree.Pos(head) == Upos.Verb ? tree.Child(head, Deprel.Obj) : -1;
            return shared > verb ? shared : -1;
        }

        // "arrested and deported 40 migrants": the object may hang on the last verb.
        foreach (int child in tree.Of(verb))
        {
            if (tree.Relation(child) == Deprel.Conj && tree.Pos(child) == Upos.Verb && child - verb <= 3 && tree.Xpos(child) == tree.Xpos(verb)
                && !tree.Has(child, Deprel.Nsubj) && !tree.Has(verb, Deprel.Obl))
            {
                return tree.Child(child, Deprel.Obj);
            }
        }

        return -1;
    }

    private bool HasRelativizer(int verb)
    {
        foreach (int child in tree.Of(verb))
        {
            if (IsRelativizer(child))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsRelativizer(int token) =>
        tree.Xpos(token) is Xpos.Wdt or Xpos.Wp
        || (tree.Pos(token) is Upos.Pron or Upos.Sconj && tree.Is(token, "that") && tree.Relation(token) is Deprel.Nsubj or Deprel.NsubjPass or Deprel.Obj or Deprel.Obl);
}
