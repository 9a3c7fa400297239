using Entente.Briefing.Words;
using Entente.Records;

namespace Entente.Briefing.Evidences;

/// <summary>Words of a document that are something to a record.</summary>
/// <param name="Span">The words.</param>
/// <param name="Role">What they are.</param>
internal readonly record struct Mark(TextSpan Span, EvidenceRole Role);

/// <summary>Quotes the sentences behind records, and cites their articles.</summary>
/// <param name="source">The documents.</param>
/// <param name="withText">Whether sentences may be quoted.</param>
/// <param name="namesPublishers">Whether articles differ in their publisher, so that it is worth naming.</param>
internal sealed class Quotations(SourceText source, bool withText, bool namesPublishers)
{
    private const int LongestTitle = 120;

    /// <summary>The sentence around a record's words; null where text is left out, the document was not given, or holds no words there.</summary>
    /// <param name="docId">The document.</param>
    /// <param name="place">The words in whose sentence the record was read; a sentence that is too long is cut around them.</param>
    /// <param name="marks">What stands in the sentence.</param>
    public Evidence? Quote(string docId, TextSpan place, IEnumerable<Mark> marks)
    {
        if (!withText || source.Find(docId) is not { } document || source.SentenceOf(document, place) is not { } sentence)
        {
            return null;
        }

        TextSpan quoted = Highlighter.Quoted(document.Text, sentence, place);
        var segments = new List<Segment>(Highlighter.Segments(document.Text, quoted, marks));
        if (quoted.Start > sentence.Start)
        {
            segments.Insert(0, new("…", EvidenceRole.None));
        }

        if (quoted.End < sentence.End)
        {
            segments.Add(new("…", EvidenceRole.None));
        }

        return new(segments, quoted.Start);
    }

    /// <summary>An article as a whole; null where it was not given.</summary>
    public Citation? Cite(string docId) => source.Find(docId) is { } document
        ? new(document.Id, source.Anchor('a', document.Id), Counted.Short(SourceText.TitleOf(document), LongestTitle), namesPublishers ? document.Publisher : null, document.Date)
        : null;

    /// <summary>The article a record was read in; null where it was not given.</summary>
    public Citation? Cite(string docId, TextSpan place)
    {
        if (source.Find(docId) is not { } document)
        {
            return null;
        }

        string target = withText && source.SentenceOf(document, place) is { } sentence ? source.SentenceAnchor(document, sentence) : source.Anchor('a', document.Id);
        return new(document.Id, target, Counted.Short(SourceText.TitleOf(document), LongestTitle), namesPublishers ? document.Publisher : null, document.Date);
    }
}
