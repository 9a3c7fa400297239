using Entente.Records;

namespace Entente.Analysis.Stories;

/// <summary>Articles that print one text: an agency's report and its reprints, whole, shortened or under another headline.</summary>
/// <param name="Documents">In the order given; at least one. The first is the one that counts.</param>
public sealed record Story(IReadOnlyList<Document> Documents)
{
    /// <summary>How often the text was printed.</summary>
    public int Printings => Documents.Count;

    /// <summary>Who printed it, each publisher once, in order of first printing; unnamed publishers are left out.</summary>
    public IReadOnlyList<string> Publishers =>
        [.. Documents.Select(d => d.Publisher).OfType<string>().Distinct(StringComparer.Ordinal)];
}

/// <summary>One act, and every record of it.</summary>
/// <param name="Event">The record that stands for it: the first in the first printing.</param>
/// <param name="Mentions">All records of it, <see cref="Event"/> first; each keeps its own words.</param>
/// <param name="Printings">In how many articles it stands; they are one report, since they print one text.</param>
public sealed record ReportedEvent(CodedEvent Event, IReadOnlyList<CodedEvent> Mentions, int Printings);
