using Entente.Records;

namespace Entente.Analysis.Agreements;

/// <summary>A step in an agreement's life.</summary>
/// <param name="Stage">What it came to.</param>
/// <param name="Date">When, as the texts state it; null where none does.</param>
/// <param name="Reported">First day of publication of a text that says so; null where none is known.</param>
/// <param name="Mentions">The records that say so, in order of day and id.</param>
public sealed record AgreementStep(AgreementStage Stage, DateSpan? Date, DateOnly? Reported, IReadOnlyList<Sourced<Agreement>> Mentions)
{
    /// <summary>The first day it can be placed at: of the date where one is stated, of publication otherwise; null without either.</summary>
    public DateOnly? Day => Date?.Start ?? Reported;
}

/// <summary>One agreement, whatever the number of texts that tell of it.</summary>
/// <param name="Id">The id of its first record.</param>
/// <param name="Parties">Countries and bodies bound by it, in order; at least two.</param>
/// <param name="Kinds">Of <see cref="AgreementTerms.Kinds"/>, in that order.</param>
/// <param name="Domains">Of <see cref="AgreementTerms.Domains"/>, in that order.</param>
/// <param name="Name">The name most records give it, the longest among equals.</param>
/// <param name="Steps">How it moved, in time; empty where all that is told of it is denied.</param>
/// <param name="Mentions">All its records, in order of day and id.</param>
/// <param name="Denials">How many of them say that a stage was not reached.</param>
/// <param name="MayBe">Ids of other agreements that some of its records would fit as well: nothing told them apart, so they were not joined.</param>
public sealed record KnownAgreement(
    string Id,
    IReadOnlyList<string> Parties,
    IReadOnlyList<string> Kinds,
    IReadOnlyList<string> Domains,
    string Name,
    IReadOnlyList<AgreementStep> Steps,
    IReadOnlyList<Sourced<Agreement>> Mentions,
    int Denials,
    IReadOnlyList<string> MayBe)
{
    /// <summary>Where it stands by the last step; null where no stage was reached.</summary>
    public AgreementStage? Stage => Steps.Count == 0 ? null : Steps[^1].Stage;

    /// <summary>The day it is told by: of signing, or else of the first step that has one.</summary>
    public DateOnly? Day => Steps.FirstOrDefault(s => s.Stage == AgreementStage.Signed)?.Day ?? Steps.Select(s => s.Day).FirstOrDefault(d => d is not null);

    /// <summary>Who says so: this program's coder, or data sets; in order.</summary>
    public IReadOnlyList<string> Sources => [.. Mentions.Select(m => m.Source).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>Texts that tell of it.</summary>
    public int Documents => Mentions.Select(m => m.Record.DocId).Distinct(StringComparer.Ordinal).Count();

    /// <summary>Outlets that tell of it; those without a name count as one.</summary>
    public int Publishers => Mentions.Select(m => m.Publisher).Distinct(StringComparer.Ordinal).Count();
}
