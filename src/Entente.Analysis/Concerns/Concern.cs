using Entente.Records;

namespace Entente.Analysis.Concerns;

/// <summary>A threat that one party names, or that texts say it is under.</summary>
/// <param name="Holder">Who is threatened.</param>
/// <param name="From">By whom or from where; null where no party is named.</param>
/// <param name="Kind">Of <see cref="TieTerms.Threats"/>; null where none fits.</param>
/// <param name="Ties">Records.</param>
/// <param name="Claimed">Those that an interested party asserts.</param>
/// <param name="Documents">Documents.</param>
/// <param name="Publishers">Outlets; those without a name count as one.</param>
/// <param name="First">First day of publication; null where unknown.</param>
/// <param name="Last">Last day.</param>
/// <param name="ByPeriod">Records by period of publication, in order; those without a day are in none.</param>
/// <param name="Places">Where the threat is told to spill over, in the texts' words, most often named first.</param>
/// <param name="Steps">Borders to cross from the state it comes from to the holder's: 0 within one state; null where no way over land is known or no party is named.</param>
/// <param name="TieIds">The records, in order of day and id.</param>
public sealed record Concern(
    string Holder,
    string? From,
    string? Kind,
    int Ties,
    int Claimed,
    int Documents,
    int Publishers,
    DateOnly? First,
    DateOnly? Last,
    IReadOnlyList<(Period Period, int Ties)> ByPeriod,
    IReadOnlyList<string> Places,
    int? Steps,
    IReadOnlyList<string> TieIds)
{
    /// <summary>Articles that print them, reprints of one text included, each record's by itself.</summary>
    public int Printings { get; init; }
}

/// <summary>How a threat passes over borders: each state shares a border with the one before, and names it, or the first, as where the threat comes from.</summary>
/// <param name="Kind">The kind of threat; null where none fits.</param>
/// <param name="States">From the source on; at least two.</param>
/// <param name="Ties">Records behind its steps.</param>
/// <param name="TieIds">These records, in the order of the steps.</param>
public sealed record SpilloverPath(string? Kind, IReadOnlyList<string> States, int Ties, IReadOnlyList<string> TieIds);

/// <summary>Who fears what from where.</summary>
/// <param name="Concerns">Most records first, then by holder, source and kind.</param>
/// <param name="Paths">Longest first, then most records, then in order; none is part of another.</param>
/// <param name="WithoutHolder">Records whose threatened party has no country or body: they are left out.</param>
public sealed record ConcernReport(IReadOnlyList<Concern> Concerns, IReadOnlyList<SpilloverPath> Paths, int WithoutHolder);
