using Entente.Analysis.Stories;
using Entente.Archive.Stories;
using Entente.Records;

namespace Entente.Archives;

/// <summary>The rule by which the brief joins reprints, for archives.</summary>
public sealed class StoryRule : IStoryRule
{
    /// <inheritdoc/>
    public StorySketch Sketch(string text)
    {
        (IReadOnlyList<long> keys, int runs) = StoryTexts.Sketch(text);
        return new(keys, runs);
    }

    /// <inheritdoc/>
    public bool MayAgree(int runs, int otherRuns, int shared) => StoryTexts.MayAgree(runs, otherRuns, shared);

    /// <inheritdoc/>
    public bool Agree(string text, string other) => StoryTexts.Agree(text, other);

    /// <inheritdoc/>
    public IReadOnlyList<int> Acts(IReadOnlyList<CodedEvent> events) => EventJoiner.Heads(events);

    /// <inheritdoc/>
    public IReadOnlyList<int> Originals(IReadOnlyList<Agreement> records) => RecordJoiner.Originals(records);

    /// <inheritdoc/>
    public IReadOnlyList<int> Originals(IReadOnlyList<Tie> records) => RecordJoiner.Originals(records);

    /// <inheritdoc/>
    public IReadOnlyList<int> Originals(IReadOnlyList<Bargain> records) => RecordJoiner.Originals(records);

    /// <inheritdoc/>
    public IReadOnlyList<int> Originals(IReadOnlyList<Assessment> records) => RecordJoiner.Originals(records);
}
