using Entente.Analysis.Dyads;
using Entente.Briefing.Evidences;
using Entente.Briefing.Words;
using Entente.Records;

namespace Entente.Briefing.Sections;

/// <summary>What the sections share: parties in words and codes, quotes, citations, and the sentences they point to.</summary>
/// <param name="source">The documents.</param>
/// <param name="names">Names of countries and bodies.</param>
/// <param name="quotations">Quotes and cites.</param>
internal sealed class RecordLine(SourceText source, Names names, Quotations quotations)
{
    /// <summary>Most sentences quoted for one item.</summary>
    public const int MostQuotes = 3;

    private readonly List<(string DocId, TextSpan Place)> _cited = [];

    /// <summary>Where the sections point to, so far.</summary>
    public IReadOnlyList<(string DocId, TextSpan Place)> Cited => _cited;

    /// <summary>The id of an item, from its first record's.</summary>
    public string Anchor(string recordId) => source.Anchor('k', recordId);

    /// <summary>The document of an id; null where it was not given.</summary>
    public Document? Document(string docId) => source.Find(docId);

    /// <summary>One sentence and its article.</summary>
    public SectionQuote Quote(string docId, TextSpan place, IEnumerable<Mark> marks)
    {
        _cited.Add((docId, place));
        return new(quotations.Quote(docId, place, marks), quotations.Cite(docId, place));
    }

    /// <summary>An article as a whole.</summary>
    public SectionQuote Quote(string docId)
    {
        _cited.Add((docId, new(0, 0)));
        return new(null, quotations.Cite(docId));
    }

    /// <summary>An event as a statement: who acts and towards whom set off.</summary>
    public static Phrase[] Told(BriefEvent told) =>
        [new(told.Actor, true), new($" {told.Act}"), .. told.Recipient is { } recipient ? [new(" "), new Phrase(recipient, true)] : Array.Empty<Phrase>(), .. told.Tail is { } tail ? [new(" " + tail)] : Array.Empty<Phrase>()];

    /// <summary>The sentence of an event and its article.</summary>
    public SectionQuote Quote(CodedEvent coded) => Quote(coded.DocId, coded.Trigger.Span, Highlighter.MarksOf([coded]));

    /// <summary>By country or body, as analyses count: "Russia", "armed groups of Syria"; by its name or its words where it bears no country.</summary>
    public string Party(Entity entity) => DyadExpansion.PartyOf(entity.Code) is { } party ? names.Party(party) : entity.Name ?? Quoted(entity.Quote.Text);

    /// <summary>A list of parties, each once: "A, B and C".</summary>
    public string Parties(IEnumerable<Entity> entities) => Counted.List([.. entities.Select(Party).Distinct(StringComparer.Ordinal)]);

    /// <summary>A list of persons or offices with their names: "Russia (Sergei Shoigu, Secretary of the Security Council)".</summary>
    public string People(IReadOnlyList<Entity> entities) => names.Entities(entities);

    /// <summary>What says whether two records are of the same parties.</summary>
    public static string KeyOf(IEnumerable<Entity> entities) => string.Join('+', Codes(entities).Order(StringComparer.Ordinal));

    /// <summary>Parties as analyses write them: <c>RUS</c>, <c>SYR REB</c>; the words where there is no code.</summary>
    public static IReadOnlyList<string> Codes(IEnumerable<Entity> entities) =>
        [.. entities.Select(entity => DyadExpansion.PartyOf(entity.Code) ?? entity.Code?.Text ?? entity.Quote.Text).Distinct(StringComparer.Ordinal)];

    /// <summary>"told 3 times in 2 articles"; null for once.</summary>
    public static string? Told(int times, int articles) =>
        times < 2 ? null : $"told {Counted.Of(times, "time")} in {Counted.Of(articles, "article")}";

    /// <summary>One code.</summary>
    public static KeyValuePair<string, IReadOnlyList<string>> Code(string name, params IReadOnlyList<string> values) => new(name, values);

    /// <summary>Words between marks of quotation, on one line.</summary>
    public static string Quoted(string words) => $"“{Counted.Short(string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Trim('“', '”', '"'), 300)}”";
}
