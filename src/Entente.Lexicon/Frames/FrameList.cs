using System.Collections;
using System.Diagnostics.CodeAnalysis;
using Entente.Lexicon.Compiling;

namespace Entente.Lexicon.Frames;

/// <summary>A pattern, and the trigger it was found by.</summary>
/// <param name="Pattern">The pattern.</param>
/// <param name="Trigger">Which of its triggers bears the lemma asked for; its particle or modifiers are still to be checked.</param>
public sealed record TriggeredPattern(FramePattern Pattern, Trigger Trigger)
{
    /// <summary>Number of demands: more go first. What may not hold does not count.</summary>
    public int Specificity { get; } = Pattern.Conditions.Length + Trigger.Modifiers.Count + (Trigger.Particle is null ? 0 : 1);

    /// <summary>Whether the lemma alone opens it, without particle or words before it.</summary>
    public bool IsPlain { get; } = Trigger.Particle is null && Trigger.Modifiers.Count == 0;
}

/// <summary>All frames, by file name and then in file order; found by the lemma that opens them.</summary>
public sealed class FrameList : IReadOnlyList<Frame>
{
    private readonly RecordList<Frame> _records;
    private readonly KeyTable _keys;
    private readonly RecordList<TriggeredPattern[]> _triggered;
    private readonly Lazy<Dictionary<string, int>> _byId;

    internal FrameList(LexiconImage image)
    {
        _records = new RecordList<Frame>(image, Section.Frames, ImageRecords.ReadFrame);
        _keys = new KeyTable(image, Section.TriggerKeys);
        _triggered = new RecordList<TriggeredPattern[]>(image, Section.Triggers, (reader, _) => ReadTriggered(reader));
        _byId = new(() => _records.ToDictionary(frame => frame.Id, frame => frame.Index, StringComparer.Ordinal));
    }

    /// <inheritdoc/>
    public int Count => _records.Count;

    /// <inheritdoc/>
    public Frame this[int index] => _records[index];

    /// <summary>The frame of an id.</summary>
    public bool TryGet(string id, [NotNullWhen(true)] out Frame? frame)
    {
        frame = _byId.Value.TryGetValue(id, out int index) ? _records[index] : null;
        return frame is not null;
    }

    /// <summary>Patterns that a verb's lemma opens, particle verbs included: most specific first, then in file order.</summary>
    public IReadOnlyList<TriggeredPattern> PatternsForVerb(string lemma) => PatternsFor(TriggerKind.Verb, lemma);

    /// <summary>Patterns that a noun's lemma opens, as the head of several words too.</summary>
    public IReadOnlyList<TriggeredPattern> PatternsForNoun(string lemma) => PatternsFor(TriggerKind.Noun, lemma);

    /// <summary>Patterns that an adjective's lemma opens.</summary>
    public IReadOnlyList<TriggeredPattern> PatternsForAdjective(string lemma) => PatternsFor(TriggerKind.Adjective, lemma);

    /// <inheritdoc/>
    public IEnumerator<Frame> GetEnumerator() => _records.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private TriggeredPattern[] PatternsFor(TriggerKind kind, string lemma) =>
        _keys.TryGet(KeyTable.TriggerKey(kind, lemma), out int index) ? _triggered[index] : [];

    private TriggeredPattern[] ReadTriggered(ImageReader reader)
    {
        var patterns = new TriggeredPattern[reader.Int()];
        for (int i = 0; i < patterns.Length; i++)
        {
            FramePattern pattern = _records[reader.Int()].Patterns[reader.Int()];
            patterns[i] = new(pattern, pattern.Triggers[reader.Int()]);
        }

        return patterns;
    }
}
