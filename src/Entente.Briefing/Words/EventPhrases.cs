using Entente.Records;

namespace Entente.Briefing.Words;

/// <summary>An act in words, before and after its recipient.</summary>
internal readonly record struct EventPhrase(string Act, string Tail);

/// <summary>Puts an act in words by CAMEO code, mode or category, and by its status.</summary>
/// <remarks>The words are in phrases.tsv.</remarks>
internal static class EventPhrases
{
    private static readonly Dictionary<string, Row> Rows =
        WordTable.Rows("phrases.tsv").ToDictionary(r => r[0], r => new Row(r[1], r[2], r[3], r[4], r[5], r[6]), StringComparer.Ordinal);

    /// <param name="coded">The event.</param>
    /// <param name="alone">Whether no recipient follows.</param>
    public static EventPhrase Of(CodedEvent coded, bool alone)
    {
        Row row = Find(coded);
        string past = alone && row.AlonePast.Length > 0 ? row.AlonePast : row.Past;
        string plain = alone && row.AloneBase.Length > 0 ? row.AloneBase : row.Base;
        string act = coded.Status switch
        {
            EventStatus.Future => "will " + plain,
            EventStatus.Hypothetical => "might " + plain,
            EventStatus.Negated => "did not " + plain,
            _ => past,
        };
        return alone ? new(act, "") : new(row.Link.Length > 0 ? $"{act} {row.Link}" : act, row.Tail);
    }

    // Keys name the category with the code: a code that a coder has put into another category says nothing there.
    private static Row Find(CodedEvent coded)
    {
        for (string code = coded.Cameo ?? ""; code.Length >= 2; code = code[..^1])
        {
            if (Rows.TryGetValue($"{coded.Type.Code()}/{code}", out Row? row))
            {
                return row;
            }
        }

        foreach (string mode in coded.Mode)
        {
            if (Rows.TryGetValue($"{coded.Type.Code()}/{mode}", out Row? row))
            {
                return row;
            }
        }

        return Rows[coded.Type.Code()];
    }

    private sealed record Row(string Past, string Base, string Link, string Tail, string AlonePast, string AloneBase);
}
