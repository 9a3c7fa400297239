using Entente.Records;

namespace Entente.Analysis.Ladders;

/// <summary>One record as far as a ladder reads it.</summary>
/// <param name="Id">The record's id.</param>
/// <param name="Day">When it took place; for a standing tie, when it was told.</param>
/// <param name="Report">What tells it: records of one document are one report; an import without a document is one by itself.</param>
public sealed record LadderEvidence(string Id, DateOnly Day, string Report)
{
    /// <summary>The event's category; null for agreements and ties.</summary>
    public PloverType? Type { get; private init; }

    /// <summary>Modes and contexts of an event; kinds and domains of an agreement.</summary>
    public IReadOnlyList<string> Terms { get; private init; } = [];

    /// <summary>CAMEO code of an event; null where none is known.</summary>
    public string? Cameo { get; private init; }

    /// <summary>Stage of an agreement; null for others.</summary>
    public AgreementStage? Stage { get; private init; }

    /// <summary>Kind of a tie; null for others.</summary>
    public TieKind? Tie { get; private init; }

    /// <summary>An event.</summary>
    public static LadderEvidence Of(DyadicEvent row) => new(row.EventId, row.When.Start, row.DocId ?? row.EventId)
    {
        Type = row.Type,
        Terms = [.. row.Modes, .. row.Contexts],
        Cameo = row.Cameo,
    };

    /// <summary>An agreement.</summary>
    /// <param name="record">The record.</param>
    /// <param name="told">The day its document was published, for an agreement without a date.</param>
    public static LadderEvidence Of(Agreement record, DateOnly told) => new(record.Id, record.Date?.Start ?? told, record.DocId)
    {
        Stage = record.Stage,
        Terms = [.. record.Kind, .. record.Domain],
    };

    /// <summary>A tie.</summary>
    /// <param name="record">The record.</param>
    /// <param name="told">The day its document was published.</param>
    public static LadderEvidence Of(Tie record, DateOnly told) => new(record.Id, told, record.DocId) { Tie = record.Kind };
}

/// <summary>What a record must be to count for a rung: all that is stated must hold; of each list, one.</summary>
public sealed record EvidenceCriterion
{
    /// <summary>Categories; null where no event is meant.</summary>
    public IReadOnlyList<PloverType>? Events { get; init; }

    /// <summary>Stages; null where no agreement is meant.</summary>
    public IReadOnlyList<AgreementStage>? Stages { get; init; }

    /// <summary>Ties; null where no tie is meant.</summary>
    public IReadOnlyList<TieKind>? Ties { get; init; }

    /// <summary>Modes or contexts of events, kinds or domains of agreements; empty for any.</summary>
    public IReadOnlyList<string> Terms { get; init; } = [];

    /// <summary>CAMEO codes, or their first digits; empty for any.</summary>
    public IReadOnlyList<string> Cameo { get; init; } = [];

    /// <summary>Whether a record counts.</summary>
    public bool Holds(LadderEvidence evidence)
    {
        bool kind = (evidence.Type is { } type && Events?.Contains(type) == true)
            || (evidence.Stage is { } stage && Stages?.Contains(stage) == true)
            || (evidence.Tie is { } tie && Ties?.Contains(tie) == true);
        return kind
            && (Terms.Count == 0 || Terms.Any(evidence.Terms.Contains))
            && (Cameo.Count == 0 || Cameo.Any(code => evidence.Cameo?.StartsWith(code, StringComparison.Ordinal) == true));
    }
}
