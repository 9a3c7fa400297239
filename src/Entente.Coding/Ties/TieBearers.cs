using Entente.Coding.Clauses;
using Entente.Language.Arcs;
using Entente.Language.Tags;

namespace Entente.Coding.Ties;

/// <summary>Finds who a description is of, what it is said to be, and who is accused of a deed.</summary>
internal sealed class TieBearers(DocumentReading reading)
{
    private readonly Tree _tree = reading.Tree;

    /// <summary>Who is "a rival", "its ally", "long-time foe": the subject, the noun beside, the name that follows; -1 for none.</summary>
    public int Bearer(int token)
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
                return _tree.Relation(head) == Deprel.Conj && _tree.Xpos(token) == Xpos.Nns && _tree.Pos(_tree.Head(head)) == Upos.Propn ? _tree.Head(head) : head;
            case Deprel.Xcomp or Deprel.Obj when _tree.Lemma(head) is "remain" or "become" or "be" or "stay" or "constitute" or "represent" or "pose":
                return reading.Arguments.Subject(head);
            case Deprel.Conj when _tree.Has(head, Deprel.Cop) || _tree.Relation(head) == Deprel.Appos:
                return Bearer(head);
            case Deprel.Obl or Deprel.Xcomp or Deprel.Nmod when Prepositions.Opens(_tree, token, "as") && _tree.Pos(head) == Upos.Verb:
                int held = reading.Arguments.Object(head);
                return held >= 0 ? held : reading.Arguments.Subject(head);
            case Deprel.Obj when head == token - 1 && _tree.Xpos(head) == Xpos.Vbg:
                return reading.Arguments.Subject(head); // "bargaining chip"
            case Deprel.Conj when _tree.Pos(head) == Upos.Propn && _tree.Word(token - 1) is ",":
                return head; // "Kosovo and Albania, allies in all but treaty"
            default:
                return Described(token);
        }
    }

    /// <summary>"long-time rival Pakistan": the name that follows its description; -1 for none.</summary>
    public int Described(int token)
    {
        int next = token + 1;
        if (next >= _tree.Source.Count || _tree.Pos(next) != Upos.Propn)
        {
            return -1;
        }

        // "The rivals Armenia and Azerbaijan signed": the parser makes two subjects of it.
        bool twice = _tree.Relation(token) is Deprel.Nsubj or Deprel.Obj or Deprel.NsubjPass && _tree.Head(next) == _tree.Head(token) && _tree.Relation(next) == _tree.Relation(token);
        if (!twice && _tree.Relation(token) is not (Deprel.Compound or Deprel.NmodDesc or Deprel.Advmod or Deprel.Amod))
        {
            return -1;
        }

        while (_tree.Relation(next) is Deprel.Compound or Deprel.Amod && _tree.Head(next) > next && _tree.Pos(_tree.Head(next)) == Upos.Propn)
        {
            next = _tree.Head(next);
        }

        return next;
    }

    /// <summary>What a noun is said to be: "its main concern is *drugs*"; -1 for none.</summary>
    public int Predicate(int token)
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

    /// <summary>"rebel-held eastern Ukraine", read as a participle with an object: the doer stands before the hyphen; -1 for none.</summary>
    public int BeforeHyphen(int verb) =>
        _tree.Xpos(verb) == Xpos.Vbn && verb > 1 && _tree.Word(verb - 1) is "-" && _tree.Head(verb - 2) == verb && _tree.Relation(verb - 2) is Deprel.Compound or Deprel.Obl or Deprel.OblUnmarked ? verb - 2 : -1;

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
    public int FirstToDo(int token)
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
}
