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

    /// <summary>Whether the trigger is an adjective that the parser reads as a passive: "is exposed to", "are worried about".</summary>
    public bool IsState { get; set; }

    public void Slot(int token, SlotPath path, ref Fillers into)
    {
        if (IsDisguised)
        {
            SlotInDisguise(token, path, ref into);
            return;
        }

        if (IsState && path.Steps[0].Kind == SlotKind.Subj)
        {
            if (reading.Arguments.SurfaceSubject(token) is >= 0 and int bearer)
            {
                Follow(bearer, path, ref into);
            }

            return;
        }

        if (_tree.Pos(token) is Upos.Adp or Upos.Sconj)
        {
            SlotOfPreposition(token, path, ref into);
            return;
        }

        if (path.Steps[0].Kind is SlotKind.Iobj or SlotKind.Obj && _tree.Pos(token) == Upos.Verb && HasTwoObjects(token, out int first, out int second))
        {
            Follow(path.Steps[0].Kind == SlotKind.Iobj ? first : second, path, ref into);
            return;
        }

        if (path.Steps[0].Kind == SlotKind.Iobj && Given(token) is >= 0 and int given)
        {
            Follow(given, path, ref into);
            return;
        }

        if (path.Steps[0].Kind == SlotKind.Subj && (Accused(token) is >= 0 and int accused ? accused : FirstToDo(token)) is >= 0 and int told)
        {
            Follow(told, path, ref into);
            return;
        }

        if (!IsOwnSlot(path))
        {
            reading.Slots.Read(token, path.Steps, ref into);
            if (into.Count == 0 && path.Steps[0].Kind is SlotKind.Poss or SlotKind.Mod && Described(token) is >= 0 and int name)
            {
                AddOwner(name, path, ref into);
            }

            if (into.Count == 0)
            {
                AddNext(token, path, ref into);
            }

            if (into.Count == 0 && path.Steps[0] is { Preposition: "by" or "with" or "from" } && _tree.Child(token, Deprel.Conj) is >= 0 and int also && also <= token + 3)
            {
                reading.Slots.Read(also, path.Steps, ref into); // "are armed and paid by Iran"
            }

            if (into.Count == 0 && path.Steps is [{ Kind: not SlotKind.Preposition }, { Kind: SlotKind.Preposition }, ..] && SlotPath.TryParse(path.Text[..path.Text.IndexOf('.', StringComparison.Ordinal)], out SlotPath start)
                && SlotPath.TryParse(path.Text[(path.Text.IndexOf('.', StringComparison.Ordinal) + 1)..], out SlotPath rest))
            {
                // "controls territory in Syria": what follows the object at once is its own, though it hang on the verb.
                Fillers starts = default;
                reading.Slots.Read(token, start.Steps, ref starts);
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

        int at = path.Steps[0].Preposition == "who" ? Bearer(token) : Predicate(token);
        if (at >= 0)
        {
            Follow(at, path, ref into);
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

    /// <summary>"Turkey controls territory", "Rwanda arms the M23", "rebels shelter in Sudan": a verb that was taken for a noun or adjective between its subject and what follows.</summary>
    public bool IsVerbInDisguise(int token) =>
        _tree.Pos(token) is Upos.Noun or Upos.Adj && SubjectInDisguise(token) >= 0 && (ObjectInDisguise(token) >= 0 || HeadsClause(token));

    /// <summary>Whether the word is the head of a clause that has no other verb, and a phrase or clause follows.</summary>
    private bool HeadsClause(int token) =>
        _tree.Relation(token) is Deprel.Root or Deprel.Ccomp or Deprel.Parataxis && !_tree.Has(token, Deprel.Cop)
        && token + 1 < _tree.Source.Count && _tree.Pos(token + 1) is Upos.Adp or Upos.Sconj or Upos.Det;

    private int SubjectInDisguise(int token)
    {
        int subject = _tree.Child(token, Deprel.Nsubj);
        subject = subject >= 0 ? subject : _tree.Child(token, Deprel.Compound);
        bool many = subject >= 0 && _tree.Xpos(subject) is Xpos.Nns && _tree.Word(token)[^1] != 's';
        bool beside = subject >= 0 && subject < token && (subject == token - 1 || (_tree.IsWithin(token - 1, subject) && _tree.Has(subject, Deprel.Conj)));
        return beside && (_tree.Pos(subject) == Upos.Propn || many || _tree.Relation(subject) == Deprel.Nsubj) ? subject : -1;
    }

    private int ObjectInDisguise(int token)
    {
        int held = _tree.Child(token, Deprel.Obj);
        if (held >= 0)
        {
            return held;
        }

        foreach (int child in _tree.Of(token))
        {
            if (child > token && child <= token + 3 && _tree.Relation(child) is Deprel.Appos or Deprel.Vocative or Deprel.NmodUnmarked && _tree.IsNominal(child))
            {
                return child;
            }
        }

        return _tree.Relation(token) == Deprel.Compound && _tree.Head(token) > token ? _tree.Head(token) : -1;
    }

    private void SlotInDisguise(int token, SlotPath path, ref Fillers into)
    {
        int start = path.Steps[0].Kind switch { SlotKind.Subj => SubjectInDisguise(token), SlotKind.Obj => ObjectInDisguise(token), _ => -1 };
        if (start < 0)
        {
            int held = ObjectInDisguise(token);
            if (path.Steps[0].Kind == SlotKind.Preposition && held >= 0)
            {
                reading.Slots.Read(held, path.Steps, ref into);
            }

            if (into.Count == 0)
            {
                reading.Slots.Read(token, path.Steps, ref into);
            }
        }
        else
        {
            Follow(start, path, ref into);
        }
    }

    /// <summary>The rest of a path from where its first step led.</summary>
    private void Follow(int start, SlotPath path, ref Fillers into)
    {
        if (path.Steps.Count == 1)
        {
            into.Add(start);
        }
        else
        {
            reading.Slots.Read(start, [.. path.Steps.Skip(1)], ref into);
        }
    }

    /// <summary>Of "without Russian arms the army could not fight" <c>is</c> are the arms, <c>who</c> the army.</summary>
    private void SlotOfPreposition(int token, SlotPath path, ref Fillers into)
    {
        int held = _tree.Relation(token) == Deprel.Case ? _tree.Head(token) : -1;
        if (held < 0)
        {
            return;
        }

        int start = held;
        if (path.Steps[0].Preposition is not "is")
        {
            int clause = reading.ClauseOf(_tree.Head(held) is >= 0 and int above ? above : held);
            start = path.Steps[0].Preposition is "who" && clause != held ? reading.Arguments.SurfaceSubject(clause) : -1;
        }

        if (start >= 0)
        {
            Follow(start, path, ref into);
        }
    }

    /// <summary>"owes China a third of its debt": two bare objects, the first a name.</summary>
    private bool HasTwoObjects(int verb, out int first, out int second)
    {
        (first, second) = (-1, -1);
        foreach (int child in _tree.Of(verb))
        {
            if (child > verb && _tree.Relation(child) == Deprel.Obj && !_tree.Has(child, Deprel.Case))
            {
                (first, second) = first < 0 ? (child, second) : (first, second < 0 ? child : second);
            }
        }

        return second >= 0 && _tree.Pos(first) == Upos.Propn;
    }

    /// <summary>"gives Ethiopia a hold on Egypt": who is given it, where the parser makes two objects.</summary>
    private int Given(int noun)
    {
        int verb = reading.CarrierOf(noun);
        int first = verb < 0 ? -1 : _tree.Child(verb, Deprel.Obj);
        return first > verb && first < noun && _tree.Lemma(verb) is "give" or "grant" or "lend" or "offer" or "hand" or "afford" && _tree.Relation(noun) == Deprel.Obj ? first : -1;
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

        Follow(_tree.Head(next), path, ref into);
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

    /// <summary>"its rival Turkey": the parser gives "its" to the name; in "Greece and its rival Turkey" it stands for Greece.</summary>
    private void AddOwner(int name, SlotPath path, ref Fillers into)
    {
        int owner = _tree.Child(name, Deprel.NmodPoss);
        if (path.Steps is [{ Kind: SlotKind.Poss }] && owner >= 0 && _tree.Pos(owner) == Upos.Pron && _tree.Relation(name) == Deprel.Conj)
        {
            into.Add(_tree.Head(name));
        }
        else
        {
            reading.Slots.Read(name, path.Steps, ref into);
        }
    }

    /// <summary>"long-time rival Pakistan": the name that follows its description; -1 for none.</summary>
    private int Described(int token)
    {
        int next = token + 1;
        if (_tree.Relation(token) is not (Deprel.Compound or Deprel.NmodDesc or Deprel.Advmod or Deprel.Amod) || next >= _tree.Source.Count || _tree.Pos(next) != Upos.Propn)
        {
            return -1;
        }

        while (_tree.Relation(next) is Deprel.Compound or Deprel.Amod && _tree.Head(next) > next && _tree.Pos(_tree.Head(next)) == Upos.Propn)
        {
            next = _tree.Head(next);
        }

        return next;
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
