using Entente.Briefing.Words;
using Entente.Records;

namespace Entente.Briefing.Evidences;

/// <summary>The articles at the end of a brief: whole, or cut to the sentences with listed events and their neighbours.</summary>
internal sealed class Articles(SourceText source, BriefOptions options)
{
    /// <summary>Longest headline, in UTF-16 units.</summary>
    private const int LongestTitle = 400;

    /// <param name="listed">The events that the brief lists.</param>
    /// <param name="all">All events, for the count of each article.</param>
    /// <param name="cited">Where else the brief points to: documents and the words in whose sentence something was read.</param>
    public (IReadOnlyList<BriefArticle> Articles, int Unlisted) Of(IEnumerable<CodedEvent> listed, IReadOnlyList<CodedEvent> all, IEnumerable<(string DocId, TextSpan Place)> cited)
    {
        ILookup<string, TextSpan> citedIn = cited.ToLookup(c => c.DocId, c => c.Place, StringComparer.Ordinal);
        ILookup<string, CodedEvent> listedIn = listed.ToLookup(e => e.DocId, StringComparer.Ordinal);
        var counts = all.GroupBy(e => e.DocId, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
        Document[] documents = [.. source.All];
        bool excerpt = documents.Sum(d => (long)d.Text.Length) > options.MaxTextLength;
        Document[] shown = excerpt ? [.. documents.Where(d => listedIn.Contains(d.Id) || citedIn.Contains(d.Id))] : documents;
        BriefArticle[] articles =
        [
            .. shown.Select(d => new BriefArticle(
                source.Anchor('a', d.Id), d, Counted.Short(SourceText.TitleOf(d), LongestTitle), excerpt && options.WithText,
                options.WithText ? Paragraphs(d, [.. listedIn[d.Id]], [.. citedIn[d.Id]], excerpt) : [], counts.GetValueOrDefault(d.Id))),
        ];
        return (articles, documents.Length - articles.Length);
    }

    private List<Paragraph> Paragraphs(Document document, CodedEvent[] listed, TextSpan[] cited, bool excerpt)
    {
        IReadOnlyList<TextSpan> stretches = source.Sentences(document);
        var bySentence = listed.Select(e => (Event: e, Sentence: source.SentenceOf(document, e.Trigger.Span))).Where(e => e.Sentence is not null)
            .GroupBy(e => e.Sentence!.Value, e => e.Event).ToDictionary(g => g.Key, g => g.ToArray());
        foreach (TextSpan place in cited)
        {
            if (source.SentenceOf(document, place) is { } sentence)
            {
                bySentence.TryAdd(sentence, []);
            }
        }

        var paragraphs = new List<Paragraph>();
        List<Passage>? open = null;
        int lastShown = -1;
        for (int i = 0; i < stretches.Count; i++)
        {
            if (excerpt && !Near(stretches, i, bySentence))
            {
                continue;
            }

            TextSpan stretch = stretches[i];
            bool skipped = lastShown != i - 1;
            if (open is null || skipped || BreaksBefore(document.Text, i == 0 ? 0 : stretches[i - 1].End, stretch.Start))
            {
                open = [];
                paragraphs.Add(new(open, skipped));
            }

            bool isCited = bySentence.TryGetValue(stretch, out CodedEvent[]? found);
            CodedEvent[] here = found ?? [];
            TextSpan shown = excerpt && here.Length > 0 ? Highlighter.Quoted(document.Text, stretch, here[0].Trigger.Span) : stretch;
            shown = excerpt && here.Length == 0 && stretch.Length > Highlighter.LongestQuote
                ? Highlighter.Quoted(document.Text, stretch, new(stretch.Start, stretch.Start)) : shown;
            open.Add(new(isCited ? source.SentenceAnchor(document, stretch) : null, Highlighter.Segments(document.Text, shown, Highlighter.MarksOf(here))));
            lastShown = i;
        }

        return paragraphs;
    }

    private static bool Near(IReadOnlyList<TextSpan> stretches, int i, Dictionary<TextSpan, CodedEvent[]> events) =>
        events.ContainsKey(stretches[i])
        || (i > 0 && events.ContainsKey(stretches[i - 1]))
        || (i + 1 < stretches.Count && events.ContainsKey(stretches[i + 1]));

    private static bool BreaksBefore(string text, int from, int to) => text.AsSpan(from, Math.Max(0, to - from)).ContainsAny('\n', '\r');
}
