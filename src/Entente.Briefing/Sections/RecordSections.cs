using Entente.Analysis.Coverage;
using Entente.Records;

namespace Entente.Briefing.Sections;

/// <summary>The sections of all that is no event, in the order of the brief; those without anything to list are not made.</summary>
internal static class RecordSections
{
    /// <summary>Titles of all sections there can be, by id, in order.</summary>
    public static IReadOnlyList<(string Id, string Name)> All { get; } =
    [
        ("agreements", "agreements"), ("architecture", "threats, guarantees, alliances and control"), ("dependence", "dependence and supply"), ("leverage", "leverage"), ("bargains", "bargains"), ("inferences", "inferences"),
    ];

    /// <summary>Names the article once where several lines were read in one.</summary>
    private static BriefSection WithSource(BriefSection section)
    {
        SectionQuote[] quotes = [.. section.Groups.SelectMany(group => group.Items).SelectMany(item => item.Quotes)];
        return quotes.Length < 2 || quotes.Select(quote => quote.Source?.DocId).Distinct(StringComparer.Ordinal).Count() > 1 || quotes[0].Source is not { } source
            ? section
            : section with { Source = source with { Target = source.Target?.Split('-')[0] } };
    }

    /// <summary>The sections.</summary>
    /// <param name="material">What was read and coded.</param>
    /// <param name="pair">The two parties whose ladders are told; null for none.</param>
    /// <param name="words">An event in words.</param>
    /// <param name="coverage">What was read.</param>
    /// <param name="options">How the brief is made.</param>
    /// <param name="asked">Whether records other than events were asked for: then the brief says how far they can be trusted.</param>
    public static IReadOnlyList<BriefSection> Of(ReadMaterial material, Relation? pair, Func<CodedEvent, BriefEvent> words, CoverageTable coverage, BriefOptions options, bool asked)
    {
        (BriefRecords records, RecordLine line) = (material.Records, material.Line);
        var ties = new TieSection(line);
        BriefSection[] network = [.. new NetworkSection(material).Of()];
        BriefSection?[] made =
        [
            pair is { } two ? new LadderSection(material).Of(two) : null, new AgreementSection(line).Of(records.Agreements), new BorderLines(material, options.Borders).AddTo(ties.Architecture(records.Ties)), .. network.Where(section => section.Id == "network"), new TransferLines(material, options.Transfers, options.Pair).AddTo(ties.Dependence(records.Ties)), ties.Leverage(records.Ties),
            new BargainSection(line).Of(records.Bargains), new SignalSection(material, words).Of(), .. network.Where(section => section.Id == "equation"), new InferenceSection(line).Of(records.Assessments), new LabelSection(material, words).Of(options.Labels), asked ? new ConfidenceSection(material, coverage, words).Of() : null,
        ];
        return [.. made.OfType<BriefSection>().Select(WithSource)];
    }
}
