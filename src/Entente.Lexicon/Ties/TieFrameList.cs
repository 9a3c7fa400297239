using System.Collections;
using Entente.Lexicon.Compiling;
using Entente.Lexicon.Frames;

namespace Entente.Lexicon.Ties;

/// <summary>A pattern, and the trigger it was found by.</summary>
/// <param name="Pattern">The pattern.</param>
/// <param name="Trigger">Which of its triggers bears the lemma asked for; its particle or modifiers are still to be checked.</param>
public sealed record TriggeredTie(TiePattern Pattern, Trigger Trigger)
{
    /// <summary>Number of demands: more go first. What may not hold does not count.</summary>
    public int Specificity =>
        Pattern.Conditions.Count + Trigger.Modifiers.Count + (Trigger.Particle is null ? 0 : 1);
}

/// <summary>Words that mean one kind of thing.</summary>
/// <param name="Name">The kind, as records write it: <c>narcotics</c>.</param>
/// <param name="Words">Lemmas, classes expanded; several words are joined by <c>_</c>.</param>
public sealed record KindWords(string Name, LemmaSet Words);

/// <summary>All frames of standing relations, in file order; found by the lemma that opens them.</summary>
public sealed class TieFrameList : IReadOnlyList<TieFrame>
{
    private readonly RecordList<TieFrame> _records;
    private readonly Lazy<Dictionary<(TriggerKind, string), TriggeredTie[]>> _triggered;

    internal TieFrameList(LexiconImage image)
    {
        _records = new RecordList<TieFrame>(image, Section.Ties, ImageRecords.ReadTieFrame);
        Threats = new RecordList<KindWords>(image, Section.Threats, ImageRecords.ReadKindWords);
        Themes = new RecordList<KindWords>(image, Section.Themes, ImageRecords.ReadKindWords);
        Bargains = new RecordList<KindWords>(image, Section.Bargains, ImageRecords.ReadKindWords);
        _triggered = new(Index);
    }

    /// <summary>Words of the kinds of threats, in file order: the first that fits counts.</summary>
    public IReadOnlyList<KindWords> Threats { get; }

    /// <summary>Words of the kinds of other themes, such as equipment.</summary>
    public IReadOnlyList<KindWords> Themes { get; }

    /// <summary>Words of bargains: <c>phrase</c> ("in exchange for", nouns between "in" and "for") and <c>verb</c> ("swap … for").</summary>
    public IReadOnlyList<KindWords> Bargains { get; }

    /// <inheritdoc/>
    public int Count => _records.Count;

    /// <inheritdoc/>
    public TieFrame this[int index] => _records[index];

    /// <summary>Patterns that a lemma opens: most specific first, then in file order.</summary>
    public IReadOnlyList<TriggeredTie> PatternsFor(TriggerKind kind, string lemma) =>
        _triggered.Value.TryGetValue((kind, lemma), out TriggeredTie[]? found) ? found : [];

    /// <inheritdoc/>
    public IEnumerator<TieFrame> GetEnumerator() => _records.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private Dictionary<(TriggerKind, string), TriggeredTie[]> Index() =>
        _records.SelectMany(frame => frame.Patterns)
            .SelectMany(pattern => pattern.Triggers.Select(trigger => new TriggeredTie(pattern, trigger)))
            .GroupBy(found => (found.Trigger.Kind, found.Trigger.Head))
            .ToDictionary(group => group.Key, group => group.OrderByDescending(found => found.Specificity).ToArray());
}
