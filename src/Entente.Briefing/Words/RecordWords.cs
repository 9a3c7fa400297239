using System.Globalization;
using Entente.Records;

namespace Entente.Briefing.Words;

/// <summary>Words for the codes of agreements, ties and inferences.</summary>
/// <remarks>The words are in records.tsv.</remarks>
internal static class RecordWords
{
    private static readonly Dictionary<(string Kind, string Code), string[]> Rows =
        WordTable.Rows("records.tsv").ToDictionary(row => (row[0], row[1]), row => row[2..]);

    /// <summary>"agreed, not signed"</summary>
    public static string Stage(AgreementStage stage) => Rows[("stage", stage.Code())][0];

    /// <summary>"procurement and maintenance"; the code itself where it has no words.</summary>
    public static string Kind(string code) => Word("agreement", code);

    /// <summary>"movement of militants"</summary>
    public static string Threat(string code) => Word("threat", code);

    /// <summary>"depends on", "depend on", "does not depend on".</summary>
    public static string Tie(TieKind tie, bool several, bool denied)
    {
        string[] row = Rows[("tie", tie.Code())];
        return denied ? (tie is TieKind.IsThreatenedBy or TieKind.Rivals or TieKind.Allied ? (several ? "are not " : "is not ") + row[0][3..] : (several ? "do not " : "does not ") + row[2])
            : several ? row[1] : row[0];
    }

    /// <summary>"likely, 55 to 80 %"; null where nothing is estimated.</summary>
    public static string? Likelihood(Assessment record)
    {
        if (record is not { LikelihoodFrom: { } from, LikelihoodTo: { } to })
        {
            return null;
        }

        string range = string.Create(CultureInfo.InvariantCulture, $"{from * 100:0} to {to * 100:0} %");
        return Rows.TryGetValue(("likelihood", string.Create(CultureInfo.InvariantCulture, $"{from:0.00}-{to:0.00}")), out string[]? row) ? $"{row[0]}, {range}" : range;
    }

    /// <summary>How a record stands that is no event: on whose word, and whether the text tells it as so.</summary>
    public static string Standing(EventStatus status, bool claimed, Quote? attribution)
    {
        string told = status switch
        {
            EventStatus.Reported => "stated as fact",
            EventStatus.Future => "stated as to come",
            EventStatus.Hypothetical => "possible, or inferred by the author",
            EventStatus.Negated => "stated as not so",
            EventStatus.Historical => "stated of earlier times",
            _ => "status unknown",
        };
        return attribution is { } by ? $"{told}, {(claimed ? "claimed by" : "according to")} “{by.Text}”" : claimed ? told + ", claimed by an interested party" : told;
    }

    private static string Word(string kind, string code) => Rows.TryGetValue((kind, code), out string[]? row) ? row[0] : code.Replace('-', ' ');
}
