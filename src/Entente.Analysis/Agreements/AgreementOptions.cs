using Entente.Records;

namespace Entente.Analysis.Agreements;

/// <summary>When two records tell of one agreement. Days are lengths of time, not dates.</summary>
public sealed record AgreementOptions
{
    /// <summary>Two stated dates of one stage are one date if no more than so many days lie between them.</summary>
    public int DateSlack { get; init; } = 3;

    /// <summary>Records of one stage, one of them without a stated date, are of one agreement if printed within so many days.</summary>
    public int SameStage { get; init; } = 45;

    /// <summary>Least share of the words of two names that are in both, words such as "agreement" left out.</summary>
    public double NameOverlap { get; init; } = 0.5;

    /// <summary>For how many days a stage may be followed by a later one.</summary>
    public static int Patience(AgreementStage earlier) => earlier switch
    {
        AgreementStage.Proposed or AgreementStage.Drafted => 730,
        AgreementStage.Signed or AgreementStage.Ratified => 1095,
        _ => 3650,
    };
}
