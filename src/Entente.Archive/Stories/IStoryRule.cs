using Entente.Records;

namespace Entente.Archive.Stories;

/// <summary>Says which texts are printings of one text, and which records of them tell one thing. What it says depends on its arguments alone.</summary>
public interface IStoryRule
{
    /// <summary>What a text is looked for by.</summary>
    StorySketch Sketch(string text);

    /// <summary>Whether two texts can be printings of one: a test without the texts, the same both ways round. It may be wrong where it says yes.</summary>
    /// <param name="runs">Of the one.</param>
    /// <param name="otherRuns">Of the other.</param>
    /// <param name="shared">How many keys they share; at least 1.</param>
    bool MayAgree(int runs, int otherRuns, int shared);

    /// <summary>Whether two texts are printings of one, the same both ways round.</summary>
    bool Agree(string text, string other);

    /// <summary>For each event of a story the index of the one that stands for its act: itself, or an earlier one.</summary>
    /// <param name="events">All of a story, in the order of its printings, then of their texts.</param>
    IReadOnlyList<int> Acts(IReadOnlyList<CodedEvent> events);

    /// <summary>For each agreement of a story the index of the one it repeats: itself, or one of an earlier printing.</summary>
    IReadOnlyList<int> Originals(IReadOnlyList<Agreement> records);

    /// <summary>The same of ties.</summary>
    IReadOnlyList<int> Originals(IReadOnlyList<Tie> records);

    /// <summary>The same of bargains.</summary>
    IReadOnlyList<int> Originals(IReadOnlyList<Bargain> records);

    /// <summary>The same of assessments.</summary>
    IReadOnlyList<int> Originals(IReadOnlyList<Assessment> records);
}

/// <summary>What a text is looked for by.</summary>
/// <param name="Keys">Texts that are alike share some; empty for a text without words.</param>
/// <param name="Runs">How many runs of five words it holds, each once.</param>
public sealed record StorySketch(IReadOnlyList<long> Keys, int Runs);
