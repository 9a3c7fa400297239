using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Entente.Records;

namespace Entente.Briefing.Evidences;

/// <summary>The documents of a brief with their sentences and ids.</summary>
internal sealed class SourceText(IReadOnlyList<Document> documents, Func<Document, IReadOnlyList<TextSpan>>? sentencesOf)
{
    private readonly Dictionary<string, IReadOnlyList<TextSpan>> _sentences = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Document> _byId = First(documents);
    private readonly HashSet<string> _anchors = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _anchorOf = new(StringComparer.Ordinal);

    /// <summary>The document of an id; null where it was not given.</summary>
    public Document? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>Every document once: of documents that share an id the first.</summary>
    public IEnumerable<Document> All => _byId.Values.OrderBy(d => d.Date).ThenBy(d => d.Id, StringComparer.Ordinal);

    /// <summary>The sentences of a document, and whatever words stand between them where the caller's sentences leave some out.</summary>
    public IReadOnlyList<TextSpan> Sentences(Document document)
    {
        if (!_sentences.TryGetValue(document.Id, out IReadOnlyList<TextSpan>? sentences))
        {
            sentences = WithGaps(document.Text, sentencesOf?.Invoke(document) ?? PlainSentences.Split(document.Text));
            _sentences.Add(document.Id, sentences);
        }

        return sentences;
    }

    /// <summary>The sentence that holds the first unit of <paramref name="span"/>; null where the text holds no word there.</summary>
    public TextSpan? SentenceOf(Document document, TextSpan span)
    {
        foreach (TextSpan sentence in Sentences(document))
        {
            if (sentence.Start <= span.Start && span.Start < sentence.End)
            {
                return sentence;
            }
        }

        return null;
    }

    /// <summary>The id of a sentence within the brief.</summary>
    public string SentenceAnchor(Document document, TextSpan sentence) =>
        string.Create(CultureInfo.InvariantCulture, $"{Anchor('a', document.Id)}-{sentence.Start}");

    /// <summary>An id that depends on the record's own id alone, unless two records' short hashes meet.</summary>
    public string Anchor(char kind, string id)
    {
        if (_anchorOf.TryGetValue(kind + id, out string? known))
        {
            return known;
        }

        string hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)));
        int length = 8;
        while (!_anchors.Add(kind + hash[..length]))
        {
            length++;
        }

        _anchorOf.Add(kind + id, kind + hash[..length]);
        return kind + hash[..length];
    }

    /// <summary>The headline; else the first words of the text; else the id.</summary>
    public static string TitleOf(Document document)
    {
        string title = document.Title is { Length: > 0 } given ? given : document.Text.TrimStart().Split('\n', 2)[0].Trim();
        return title.Length == 0 ? document.Id : title;
    }

    private static List<TextSpan> WithGaps(string text, IReadOnlyList<TextSpan> sentences)
    {
        var all = new List<TextSpan>(sentences.Count);
        int at = 0;
        foreach (TextSpan sentence in sentences)
        {
            AddGap(sentence.Start);
            all.Add(sentence);
            at = sentence.End;
        }

        AddGap(text.Length);
        return all;

        void AddGap(int end)
        {
            if (end > at && !text.AsSpan(at, end - at).IsWhiteSpace())
            {
                all.Add(new(at, end));
            }
        }
    }

    private static Dictionary<string, Document> First(IReadOnlyList<Document> documents)
    {
        var byId = new Dictionary<string, Document>(StringComparer.Ordinal);
        foreach (Document document in documents)
        {
            byId.TryAdd(document.Id, document);
        }

        return byId;
    }
}
