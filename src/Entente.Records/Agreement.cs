namespace Entente.Records;

/// <summary>How far an agreement has come, in the order of its life.</summary>
public enum AgreementStage : byte
{
    /// <summary>Offered, sought, discussed.</summary>
    Proposed,

    /// <summary>Its text is agreed or initialled.</summary>
    Drafted,

    /// <summary>Signed or concluded.</summary>
    Signed,

    /// <summary>Approved by those who must.</summary>
    Ratified,

    /// <summary>Binding.</summary>
    InForce,

    /// <summary>Acts under it are reported.</summary>
    CarriedOut,

    /// <summary>Put off or not applied.</summary>
    Suspended,

    /// <summary>Cancelled, expired, left.</summary>
    Ended,
}

/// <summary>Kinds and domains of agreements, after Kinne's taxonomy of defence cooperation (2020) and its civil neighbours.</summary>
public static class AgreementTerms
{
    private static readonly string[] StageNames = ["proposed", "drafted", "signed", "ratified", "in-force", "carried-out", "suspended", "ended"];

    private static readonly string[] KindNames =
    [
        "framework", "defence-industry", "procurement-maintenance", "training-exercises", "commission", "research",
        "trade", "energy", "transport", "border", "ceasefire", "peace", "security", "migration", "culture", "finance", "other",
    ];

    private static readonly string[] DomainNames =
    [
        "military", "economic", "diplomatic", "energy", "territory", "humanitarian", "migration", "technology", "environment", "culture", "legal",
    ];

    /// <summary>All kinds.</summary>
    public static IReadOnlyList<string> Kinds => KindNames;

    /// <summary>All domains.</summary>
    public static IReadOnlyList<string> Domains => DomainNames;

    /// <summary>The stage as records write it: <c>in-force</c>.</summary>
    public static string Code(this AgreementStage stage) => StageNames[(int)stage];

    /// <summary>Parses a record's word.</summary>
    public static bool TryParse(ReadOnlySpan<char> name, out AgreementStage stage)
    {
        for (int i = 0; i < StageNames.Length; i++)
        {
            if (name.SequenceEqual(StageNames[i]))
            {
                stage = (AgreementStage)i;
                return true;
            }
        }

        stage = default;
        return false;
    }
}

/// <summary>An agreement that a sentence tells of.</summary>
public sealed record Agreement
{
    /// <summary>Stable: same document, coder and lexicon, same id.</summary>
    public required string Id { get; init; }

    /// <summary>The document it was read in.</summary>
    public required string DocId { get; init; }

    /// <summary>The sentence, counted from 0 in the document.</summary>
    public required int Sentence { get; init; }

    /// <summary>Who is bound by it; may be empty where the sentence names nobody.</summary>
    public required IReadOnlyList<Entity> Parties { get; init; }

    /// <summary>Who put their names to it.</summary>
    public IReadOnlyList<Entity> Signers { get; init; } = [];

    /// <summary>Of <see cref="AgreementTerms.Kinds"/>.</summary>
    public required IReadOnlyList<string> Kind { get; init; }

    /// <summary>Of <see cref="AgreementTerms.Domains"/>.</summary>
    public required IReadOnlyList<string> Domain { get; init; }

    /// <summary>The words that name it.</summary>
    public required string Name { get; init; }

    /// <summary>How far it has come, as this sentence tells.</summary>
    public required AgreementStage Stage { get; init; }

    /// <summary>When it reached that stage; null where not stated.</summary>
    public DateSpan? Date { get; init; }

    /// <summary>Where; null where not stated.</summary>
    public EventLocation? Location { get; init; }

    /// <summary>Whether the stage is told as reached.</summary>
    public EventStatus Status { get; init; }

    /// <summary>Probability that the record is right, three decimals.</summary>
    public double Confidence { get; init; }

    /// <summary>The id of the first record of the same agreement in the document ("the pact", "the deal"); null for the first itself.</summary>
    public string? SameAs { get; init; }

    /// <summary>The words behind it.</summary>
    public required Quote Evidence { get; init; }
}
