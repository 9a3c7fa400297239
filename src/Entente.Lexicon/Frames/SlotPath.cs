using System.Collections.Concurrent;
using Entente.Records;

namespace Entente.Lexicon.Frames;

/// <summary>One step from a word to one that hangs on it.</summary>
public enum SlotKind : byte
{
    /// <summary>Logical subject.</summary>
    Subj,

    /// <summary>Logical object.</summary>
    Obj,

    /// <summary>Logical indirect object.</summary>
    Iobj,

    /// <summary>Clausal complement.</summary>
    Comp,

    /// <summary>Possessor.</summary>
    Poss,

    /// <summary>An adjective of nationality or a noun before the head.</summary>
    Mod,

    /// <summary>A phrase opened by <see cref="SlotStep.Preposition"/>.</summary>
    Preposition,

    /// <summary>The event found in the complement; <see cref="Actor"/> or <see cref="Recipient"/> follows.</summary>
    Inner,

    /// <summary>After <see cref="Inner"/>: that event's actors.</summary>
    Actor,

    /// <summary>After <see cref="Inner"/>: that event's recipients.</summary>
    Recipient,

    /// <summary>In conditions: a lemma anywhere in the clause.</summary>
    Word,

    /// <summary>Among actors: the event stands without an actor.</summary>
    Nobody,

    /// <summary>After another step: the word found and those coordinated with it.</summary>
    Conj,

    /// <summary>Of a verb: its object where the verb says what that is made to do or be.</summary>
    Causee,
}

/// <summary>One step of a path.</summary>
/// <param name="Kind">Where to.</param>
/// <param name="Preposition">Lower case; null but for <see cref="SlotKind.Preposition"/>. Several words are apart by <c>_</c>: <c>ahead_of</c>.</param>
public readonly record struct SlotStep(SlotKind Kind, string? Preposition)
{
    private static readonly string[] Names = ["subj", "obj", "iobj", "comp", "poss", "mod", "", "inner", "actor", "recipient", "word", "nobody", "conj", "causee"];

    /// <summary>Parses one step; anything of letters that is no keyword is a preposition.</summary>
    internal static bool TryParse(string name, out SlotStep step)
    {
        int known = name.Length == 0 ? -1 : Array.IndexOf(Names, name);
        step = known >= 0 ? new((SlotKind)known, null) : new(SlotKind.Preposition, name);
        return name.Length > 0 && name.All(c => char.IsAsciiLetterLower(c) || c == '_');
    }

    /// <inheritdoc/>
    public override string ToString() => Preposition ?? Names[(int)Kind];
}

/// <summary>A way from the trigger down to an argument: <c>obj.of</c>.</summary>
/// <remarks>The same path is the same object: matching compares them all the time.</remarks>
public sealed class SlotPath
{
    private static readonly ConcurrentDictionary<string, SlotPath> Known = new(StringComparer.Ordinal);

    private readonly SlotStep[] _steps;

    private SlotPath(string text, SlotStep[] steps) => (Text, _steps) = (text, steps);

    /// <summary>As the frame writes it.</summary>
    public string Text { get; }

    /// <summary>The steps, from the trigger down; never empty.</summary>
    public IReadOnlyList<SlotStep> Steps => _steps;

    /// <summary>The first step's kind.</summary>
    public SlotKind First => _steps[0].Kind;

    /// <summary>The last step's kind.</summary>
    public SlotKind Last => _steps[^1].Kind;

    /// <summary>Parses <c>obj.of</c>: steps of lower-case letters apart by dots.</summary>
    /// <returns>False for an empty step, a foreign sign, <c>conj</c> at the beginning, or <c>inner</c> without <c>actor</c> or <c>recipient</c> after it.</returns>
    public static bool TryParse(string text, out SlotPath path)
    {
        if (Known.TryGetValue(text, out path!))
        {
            return true;
        }

        string[] names = text.Split('.');
        var steps = new SlotStep[names.Length];
        path = new SlotPath(text, steps);
        for (int i = 0; i < names.Length; i++)
        {
            if (!SlotStep.TryParse(names[i], out steps[i]))
            {
                return false;
            }
        }

        for (int i = 0; i < steps.Length; i++)
        {
            bool party = steps[i].Kind is SlotKind.Actor or SlotKind.Recipient;
            bool afterInner = i > 0 && steps[i - 1].Kind == SlotKind.Inner;
            bool alone = steps[i].Kind is SlotKind.Word or SlotKind.Nobody;
            bool beginsWithConj = i == 0 && steps[i].Kind == SlotKind.Conj;
            if (beginsWithConj || party != afterInner || (alone && steps.Length > 1) || (steps[i].Kind == SlotKind.Inner && i == steps.Length - 1))
            {
                return false;
            }
        }

        path = Known.GetOrAdd(text, path);
        return true;
    }

    /// <inheritdoc/>
    public override string ToString() => Text;
}

/// <summary>A set of lemmas, classes expanded; the same set is the same object throughout a lexicon.</summary>
public sealed class LemmaSet
{
    private const int SketchBits = 1024;

    private readonly HashSet<string> _lemmas;
    private readonly string[] _inOrder;
    private readonly ulong[] _sketch = new ulong[SketchBits / 64];

    internal LemmaSet(string[] lemmas)
    {
        _inOrder = lemmas;
        foreach (string lemma in lemmas)
        {
            int bit = BitOf(lemma);
            _sketch[bit >> 6] |= 1UL << (bit & 63);
        }

        _lemmas = new(lemmas, StringComparer.Ordinal);
        HasCompounds = lemmas.Any(lemma => lemma.Contains('_'));
    }

    /// <summary>Number of lemmas.</summary>
    public int Count => _lemmas.Count;

    /// <summary>All, in ordinal order.</summary>
    public IReadOnlyList<string> Lemmas => _inOrder;

    /// <summary>Whether it holds lemmas of several words (<c>air_strike</c>), which have to be asked for joined by <c>_</c>.</summary>
    public bool HasCompounds { get; }

    /// <summary>Whether <paramref name="lemma"/>, lower case, is in it.</summary>
    public bool Contains(string lemma) => Contains(lemma, BitOf(lemma));

    /// <summary>The same for who asks of many sets: most are told to lack it by one bit, without a look at their words.</summary>
    /// <param name="lemma">The lemma.</param>
    /// <param name="bit">Its <see cref="BitOf"/>.</param>
    public bool Contains(string lemma, int bit) => ((_sketch[bit >> 6] >> (bit & 63)) & 1) != 0 && _lemmas.Contains(lemma);

    /// <summary>Where a word stands in a set's sketch: FNV-1a, folded.</summary>
    public static int BitOf(string lemma)
    {
        uint hash = 2166136261;
        foreach (char c in lemma)
        {
            hash = (hash ^ c) * 16777619;
        }

        return (int)((hash ^ (hash >> 15)) & (SketchBits - 1));
    }
}

/// <summary>What else than a lemma fits a condition; several may.</summary>
[Flags]
public enum ConditionValues : byte
{
    /// <summary>Only lemmas.</summary>
    None = 0,

    /// <summary><c>actor</c>: names a party that the lexicon can code.</summary>
    Actor = 1,

    /// <summary><c>any</c>: the slot is filled.</summary>
    Any = 2,

    /// <summary><c>none</c>: the slot is empty.</summary>
    Absent = 4,

    /// <summary><c>event</c>: a frame fires in the complement.</summary>
    Event = 8,

    /// <summary><c>EVENT:AID</c>: a frame of one of <see cref="Condition.Categories"/> fires in it.</summary>
    EventOfCategory = 16,

    /// <summary><c>named_place</c>: names a place or a state.</summary>
    Place = 32,
}

/// <summary>A demand on a slot: it holds where one of the values fits.</summary>
/// <param name="Path">The slot.</param>
/// <param name="Lemmas">Head lemmas that fit, classes expanded; null for none.</param>
/// <param name="Values">What else fits.</param>
/// <param name="Categories">For <see cref="ConditionValues.EventOfCategory"/>; else empty.</param>
public sealed record Condition(SlotPath Path, LemmaSet? Lemmas, ConditionValues Values, IReadOnlyList<PloverType> Categories);
