using Entente.Coding.Clauses;
using Entente.Coding.Resolution;
using Entente.Language.Arcs;
using Entente.Language.Tags;
using Entente.Lexicon.Frames;
using Entente.Lexicon.Names;
using Entente.Lexicon.Ties;
using Entente.Records;

namespace Entente.Coding.Ties;

/// <summary>Follows the slots of tie frames: those of the frames of acts, and the two of their own.</summary>
internal sealed class TieSlots(DocumentReading reading)
{
    private readonly Tree _tree = reading.Tree;
    private readonly Words _words = reading.Words;

    /// <summary>Whether the trigger is a verb that the tagger took for a noun.</summary>
    public bool IsDisguised { get; set; }

    public void Slot(int token, SlotPath path, ref Fillers into)
    {
        if (IsDisguised)
        {
            SlotInDisguise(token, path, ref into);
            return;
        }

        if (path.Steps[0].Kind == SlotKind.Subj && (Accused(token) is >= 0 and int accused ? accused : FirstToDo(token)) is >= 0 and int told)
        {
            if (path.Steps.Count == 1)
            {
                into.Add(told);
            }
            else
            {
                reading.Slots.Read(told, [.. path.Steps.Skip(1)], ref into);
            }

            return;
        }

        if (!IsOwnSlot(path))
        {
            reading.Slots.Read(token, path.Steps, ref into);
            if (into.Count == 0)
            {
                AddNext(token, path, ref into);
            }

            if (into.Count == 0 && path.Steps is [{ Kind: not SlotKind.Preposition }, { Kind: SlotKind.Preposition }, ..] && SlotPath.TryParse(path.Text[..path.Text.IndexOf('.', StringComparison.Ordinal)], out SlotPath first)
                && SlotPath.TryParse(path.Text[(path.Text.IndexOf('.', StringComparison.Ordinal) + 1)..], out SlotPath rest))
            {
                // "controls territory in Syria": what follows the object at once is its own, though it hang on the verb.
                Fillers starts = default;
                reading.Slots.Read(token, first.Steps, ref starts);
                if (starts.Count > 0)
                {
                    AddNext(starts[0], rest, ref into);
                }
            }

            if (into.Count == 1 && path.Steps is [{ Preposition: "between" }])
            {
                AddSecond(into[0], ref into);
            }

            return;
        }

        int start = path.Steps[0].Preposition == "who" ? Bearer(token) : Predicate(token);
        if (start < 0)
        {
            return;
        }

        if (path.Steps.Count == 1)
        {
            into.Add(start);
        }
        else
        {
            reading.Slots.Read(start, [.. path.Steps.Skip(1)], ref into);
        }
    }

    public bool Holds(int token, Condition condition)
    {
        if (condition.Path.Steps[0].Kind is SlotKind.Word or SlotKind.Comp or SlotKind.Inner)
        {
            return reading.Matcher.Holds(token, condition, null);
        }

        Fillers fillers = default;
        Slot(token, condition.Path, ref fillers);
        if ((condition.Values & ConditionValues.Any) != 0 && fillers.Count > 0)
        {
            return true;
        }

        if ((condition.Values & ConditionValues.Absent) != 0 && fillers.Count == 0)
        {
            return true;
        }

        for (int i = 0; i < fillers.Count; i++)
        {
            if ((condition.Lemmas is { } set && (_words.Fits(fillers[i], set) || _words.Fits(Whole(fillers[i]), set) || OthersFit(fillers[i], set))) || ((condition.Values & ConditionValues.Actor) != 0 && reading.Parties.IsParty(Whole(fillers[i])))
                || ((condition.Values & ConditionValues.Place) != 0 && IsPlace(fillers[i])))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"much of Afghanistan's hardware": what is counted.</summary>
    public int Whole(int token)
    {
        if (_tree.Pos(token) is Upos.Adj or Upos.Num or Upos.Det or Upos.Pron)
        {
            foreach (int child in _tree.Of(token))
            {
                if (child > token && _tree.Relation(child) == Deprel.Nmod && Prepositions.Opens(_tree, child, "of"))
                {
                    return child;
                }
            }
        }

        return reading.Slots.Meant(token);
    }

    /// <summary>"Turkey controls territory": a verb that was taken for a plural noun between its subject and its object.</summary>
    public bool IsVerbInDisguise(int token) =>
        _tree.Pos(token) == Upos.Noun && _tree.Xpos(token) is Xpos.Nns or Xpos.Vbz && SubjectInDisguise(token) >= 0 && ObjectInDisguise(token) >= 0;

    private int SubjectInDisguise(int token)
    {
        int subject = _tree.Child(token, Deprel.Nsubj);
        subject = subject >= 0 ? subject : _tree.Child(token, Deprel.Compound);
        return subject >= 0 && subject == token - 1 && _tree.Pos(subject) == Upos.Propn ? subject : -1;
    }

    private int ObjectInDisguise(int token)
    {
        int held = _tree.Child(token, Deprel.Obj);
        return held >= 0 ? held : _tree.Relation(token) == Deprel.Compound && _tree.Head(token) > token ? _tree.Head(token) : -1;
    }

    private void SlotInDisguise(int token, SlotPath path, ref Fillers into)
    {
        int start = path.Steps[0].Kind switch { SlotKind.Subj => SubjectInDisguise(token), SlotKind.Obj => ObjectInDisguise(token), _ => -1 };
        if (start < 0)
        {
            if (path.Steps[0].Kind == SlotKind.Preposition)
            {
                reading.Slots.Read(ObjectInDisguise(token), path.Steps, ref into);
            }
        }
        else if (path.Steps.Count == 1)
        {
            into.Add(start);
        }
        else
        {
            reading.Slots.Read(start, [.. path.Steps.Skip(1)], ref into);
        }
    }

    /// <summary>Slots that only ties have: <c>who</c>, the subject of "is a threat", the noun beside which "a rival of" stands; <c>is</c>, what the noun is said to be.</summary>
    private static bool IsOwnSlot(SlotPath path) => path.Steps[0].Preposition is "who" or "is";

    /// <summary>"between India and Pakistan", where the parser gave the second name to what follows.</summary>
    private void AddSecond(int first, ref Fillers into)
    {
        if (_tree.Has(first, Deprel.Conj) || first + 2 >= _tree.Source.Count || !_tree.Is(first + 1, "and"))
        {
            return;
        }

        int second = first + 2;
        while (second + 1 < _tree.Source.Count && _tree.Head(second) == second + 1 && _tree.Pos(second + 1) == Upos.Propn)
        {
            second++;
        }

        if (_tree.Pos(second) == Upos.Propn)
        {
            into.Add(second);
        }
    }

    /// <summary>The verb of "accused Kabul of harbouring", above the harbouring; -1 for none.</summary>
    public int Accusation(int token)
    {
        if (_tree.Pos(token) != Upos.Verb || _tree.Xpos(token) != Xpos.Vbg)
        {
            return -1;
        }

        for (int head = _tree.Head(token), steps = 0; head >= 0 && steps < 2; head = _tree.Head(head), steps++)
        {
            if (_tree.Pos(head) == Upos.Verb && _tree.Lemma(head) is "accuse" or "suspect" or "charge" or "blame" or "condemn" or "criticise" or "criticize")
            {
                return head;
            }
        }

        return -1;
    }

    /// <summary>"Eswatini, the last African state to recognise Taiwan", "Egypt was among the first to": who the description is of; -1 for none.</summary>
    private int FirstToDo(int token)
    {
        int head = _tree.Head(token);
        if (_tree.Pos(token) != Upos.Verb || _tree.Xpos(token) != Xpos.Vb || _tree.Relation(token) is not (Deprel.Acl or Deprel.Xcomp or Deprel.Advcl) || head < 0 || head > token || !(_tree.IsNominal(head) || _tree.Pos(head) is Upos.Adj))
        {
            return -1;
        }

        return _tree.Lemma(head) is "first" or "last" or "only" or "state" or "country" or "government" or "nation" or "power" or "one" ? Bearer(head) : -1;
    }

    /// <summary>Who is said to do it; -1 for none.</summary>
    public int Accused(int token) => Accusation(token) is >= 0 and int verb ? reading.Arguments.Object(verb) : -1;

    /// <summary>A phrase that follows at once, wherever the parser hung it: "relates to its reliance on Soviet systems".</summary>
    private void AddNext(int token, SlotPath path, ref Fillers into)
    {
        int next = token + 1;
        if (path.Steps[0].Preposition is not { } preposition || next >= _tree.Source.Count || !_tree.Is(next, preposition) || _tree.Head(next) <= next)
        {
            return;
        }

        if (path.Steps.Count == 1)
        {
            into.Add(_tree.Head(next));
        }
        else
        {
            reading.Slots.Read(_tree.Head(next), [.. path.Steps.Skip(1)], ref into);
        }
    }

    private int Bearer(int token)
    {
        int subject = _tree.Child(token, Deprel.Nsubj);
        if (subject >= 0)
        {
            return reading.Arguments.Antecedent(subject);
        }

        int head = _tree.Head(token);
        int name = _tree.Child(token, Deprel.Appos);
        if (name > token && _tree.Pos(name) == Upos.Propn && !_tree.Has(token, Deprel.Cop))
        {
            return name; // "its ally, Russia"
        }

        if (head < 0)
        {
            return -1;
        }

        switch (_tree.Relation(token))
        {
            case Deprel.Appos:
                return head;
            case Deprel.Xcomp or Deprel.Obj when _tree.Lemma(head) is "remain" or "become" or "be" or "stay" or "constitute" or "represent" or "pose":
                return reading.Arguments.Subject(head);
            case Deprel.Conj when _tree.Has(head, Deprel.Cop) || _tree.Relation(head) == Deprel.Appos:
                return Bearer(head);
            case Deprel.Obl or Deprel.Xcomp or Deprel.Nmod when Prepositions.Opens(_tree, token, "as") && _tree.Pos(head) == Upos.Verb:
                int held = reading.Arguments.Object(head);
                return held >= 0 ? held : reading.Arguments.Subject(head);
            default:
                // "long-time rival Pakistan": the name follows its description.
                return _tree.Relation(token) is Deprel.Compound or Deprel.NmodDesc && head > token && _tree.Pos(head) == Upos.Propn ? head : -1;
        }
    }

    private int Predicate(int token)
    {
        int head = _tree.Head(token);
        if (head < 0 || _tree.Relation(token) != Deprel.Nsubj)
        {
            return -1;
        }

        if (_tree.Has(head, Deprel.Cop))
        {
            return head;
        }

        if (_tree.Pos(head) == Upos.Verb && _tree.Lemma(head) is "remain" or "be" or "become" or "include" or "stay" or "range")
        {
            int held = _tree.Child(head, Deprel.Obj);
            held = held >= 0 ? held : _tree.Child(head, Deprel.Xcomp);
            return held >= 0 ? held : reading.Arguments.Complement(head);
        }

        return -1;
    }

    /// <summary>"holds Goma and Bukavu": a name of the gazetteer, or of a state.</summary>
    private bool IsPlace(int token) =>
        reading.Names.TryGet(token, out NameMention mention) && mention.Hit.Senses[0] is { Kind: SenseKind.Place or SenseKind.StateName or SenseKind.Capital };

    private bool OthersFit(int token, LemmaSet set)
    {
        foreach (int child in _tree.Of(token))
        {
            if (_tree.Relation(child) == Deprel.Conj && _words.Fits(child, set))
            {
                return true;
            }
        }

        return false;
    }
}
