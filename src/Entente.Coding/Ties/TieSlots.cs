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

    /// <summary>Descriptions and accusations.</summary>
    public TieBearers Bearers { get; } = new(reading);

    /// <summary>Verbs that the tagger took for nouns.</summary>
    public VerbsInDisguise Disguises { get; } = new(reading.Tree);

    /// <summary>Whether the trigger is a verb that the tagger took for a noun.</summary>
    public bool IsDisguised { get; set; }

    /// <summary>Whether the trigger is an adjective that the parser reads as a passive: "is exposed to", "are worried about".</summary>
    public bool IsState { get; set; }

    /// <summary>Adds what fills a path.</summary>
    public void Slot(int token, SlotPath path, ref Fillers into)
    {
        if (IsDisguised)
        {
            SlotInDisguise(token, path, ref into);
        }
        else if (_tree.Pos(token) is Upos.Adp or Upos.Sconj)
        {
            SlotOfPreposition(token, path, ref into);
        }
        else if (IsOwnSlot(path))
        {
            Follow(path.Steps[0].Preposition == "who" ? Bearers.Bearer(token) : Bearers.Predicate(token), path, ref into);
        }
        else if (IsState && path.Steps[0].Kind == SlotKind.Subj)
        {
            Follow(reading.Arguments.SurfaceSubject(token), path, ref into);
        }
        else if (Elsewhere(token, path.Steps[0].Kind) is >= 0 and int start)
        {
            Follow(start, path, ref into);
        }
        else
        {
            SlotAsOfActs(token, path, ref into);
        }
    }

    /// <summary>What fills a first step where ties find it elsewhere than acts do; -1 where they do not.</summary>
    private int Elsewhere(int token, SlotKind step)
    {
        if (step is SlotKind.Iobj or SlotKind.Obj && _tree.Pos(token) == Upos.Verb && HasTwoObjects(token, out int first, out int second))
        {
            return step == SlotKind.Iobj ? first : second;
        }

        return step switch
        {
            SlotKind.Iobj => Given(token),
            SlotKind.Subj when Bearers.BeforeHyphen(token) is >= 0 and int doer => doer,
            SlotKind.Subj when Bearers.Accused(token) is >= 0 and int accused => accused,
            SlotKind.Subj => Bearers.FirstToDo(token),
            _ => -1,
        };
    }

    /// <summary>What fills the path as frames of acts have it, with what the parser hung elsewhere.</summary>
    private void SlotAsOfActs(int token, SlotPath path, ref Fillers into)
    {
        reading.Slots.Read(token, path.Steps, ref into);
        if (into.Count == 0 && path.Steps[0].Kind is SlotKind.Poss or SlotKind.Mod && Bearers.Described(token) is >= 0 and int name)
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

        if (into.Count == 0 && path.Steps is [{ Kind: not SlotKind.Preposition }, { Kind: SlotKind.Preposition }, ..])
        {
            AddAfterFirst(token, path, ref into);
        }

        if (into.Count == 1 && path.Steps is [{ Preposition: "between" }])
        {
            AddSecond(into[0], ref into);
        }
    }

    /// <summary>"controls territory in Syria": what follows the object at once is its own, though it hang on the verb.</summary>
    private void AddAfterFirst(int token, SlotPath path, ref Fillers into)
    {
        int dot = path.Text.IndexOf('.', StringComparison.Ordinal);
        if (!SlotPath.TryParse(path.Text[..dot], out SlotPath first) || !SlotPath.TryParse(path.Text[(dot + 1)..], out SlotPath rest))
        {
            return;
        }

        Fillers starts = default;
        reading.Slots.Read(token, first.Steps, ref starts);
        if (starts.Count > 0)
        {
            AddNext(starts[0], rest, ref into);
        }
    }

    public bool Holds(int token, Condition condition)
    {
        if (condition.Path.Steps[0].Kind is SlotKind.Word or SlotKind.Comp or SlotKind.Inner)
        {
            return reading.Matcher.Holds(token, condition, names: false);
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
                || ((condition.Values & ConditionValues.Place) != 0 && reading.Names.IsPlace(fillers[i])))
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

    private void SlotInDisguise(int token, SlotPath path, ref Fillers into)
    {
        int start = path.Steps[0].Kind switch { SlotKind.Subj => Disguises.Subject(token), SlotKind.Obj => Disguises.Object(token), _ => -1 };
        if (start < 0)
        {
            int held = Disguises.Object(token);
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

    /// <summary>The rest of a path from where its first step led; nothing where it led nowhere.</summary>
    private void Follow(int start, SlotPath path, ref Fillers into)
    {
        if (path.Steps.Count == 1)
        {
            into.Add(start);
        }
        else if (start >= 0)
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

        Follow(start, path, ref into);
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
