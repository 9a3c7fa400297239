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
}
