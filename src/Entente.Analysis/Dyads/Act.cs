using Entente.Records;

namespace Entente.Analysis.Dyads;

/// <summary>One event as a table of dyads needs it, whoever coded it.</summary>
internal readonly record struct Act(PloverType Type, double Score, DateSpan When, EventStatus Status, bool Claimed, IReadOnlyList<Dyad> Pairs)
{
    /// <summary>Goldstein score; null without one.</summary>
    public double? Goldstein { get; init; }

    /// <summary>Killed, 0 where not stated.</summary>
    public int Dead { get; init; }

    /// <summary>An event of ours.</summary>
    public static Act Of(CodedEvent coded) => new(coded.Type, coded.Type.Score(coded.Mode), coded.EventDate, coded.Status, coded.Claimed, DyadExpansion.Of(coded))
    {
        Goldstein = coded.Goldstein,
        Dead = coded.Size?.Dead ?? 0,
    };

    /// <summary>The rows of one event put together again.</summary>
    /// <param name="rows">At least one; they differ in their pairs only.</param>
    public static Act Of(IReadOnlyList<DyadicEvent> rows) => new(rows[0].Type, rows[0].Score, rows[0].When, rows[0].Status, rows[0].Claimed, [.. rows.Select(r => r.Dyad).Distinct().Order()])
    {
        Goldstein = rows[0].Goldstein,
        Dead = rows[0].Dead ?? 0,
    };
}
