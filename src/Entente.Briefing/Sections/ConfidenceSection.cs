using Entente.Analysis.Coverage;
using Entente.Analysis.Reliability;
using Entente.Analysis.Stories;
using Entente.Briefing.Words;
using Entente.Records;

namespace Entente.Briefing.Sections;

/// <summary>How far what the brief tells can be trusted: independent sources, what one source tells alone, contradictions, and what rests on the word of an interested party.</summary>
internal sealed class ConfidenceSection(ReadMaterial material, CoverageTable coverage, Func<CodedEvent, BriefEvent> words)
{
    private const int Most = 8;

    private readonly Dictionary<string, CodedEvent> _events = material.Records.Events.DistinctBy(coded => coded.Id).ToDictionary(coded => coded.Id, StringComparer.Ordinal);

    /// <summary>The section; null where nothing was read.</summary>
    public BriefSection? Of()
    {
        if (material.Documents.Count == 0)
        {
            return null;
        }

        SectionGroup? contradictions = new ContradictionLines(material, _events, words).Of();
        SectionGroup?[] groups = [Independent(), Alone(), Confirmed(), contradictions, Claims()];
        return new(
            "confidence", "How far this can be trusted",
            "A text that several outlets print is one report. Items are reported events of the same parties, category and date; two reports that date one act differently are two items, so that more may be confirmed than is told here."
            + (contradictions is null ? " No two reports of the same parties and days were found to contradict each other." : ""),
            ReadMaterial.Key, [.. groups.OfType<SectionGroup>()]);
    }

    private SectionGroup Independent()
    {
        var sources = SourceIndependence.Of(material.Stories);
        var facts = new List<string>();
        facts.AddRange(sources.Unnamed > 0 ? [$"{Counted.Of(sources.Unnamed, "report")} of outlets not named"] : []);
        facts.AddRange(sources.OnlyReprinting.Count > 0 ? ["only reprints by " + Counted.List([.. sources.OnlyReprinting.Take(Most)])] : []);
        string publishers = sources.Publishers == 0 ? "" : $" by {Counted.Of(sources.Publishers, "publisher")}";
        var total = new SectionItem
        {
            Anchor = "sources",
            Statement = [new($"{Counted.Of(sources.Documents, "document")} {(sources.Documents == 1 ? "holds" : "hold")} {Counted.Of(sources.Reports, "independent report")}{publishers}")],
            Facts = facts,
            Codes = [RecordLine.Code("documents", Counted.Number(sources.Documents)), RecordLine.Code("reports", Counted.Number(sources.Reports)), RecordLine.Code("publishers", Counted.Number(sources.Publishers))],
            Records = [],
            Quotes = [],
            Links = [new("coverage", "publishers and coverage"), new("articles", "the articles")],
        };
        return new("Independent sources", [total, .. sources.Reprinted.Take(Most).Select(Reprint)], Math.Max(0, sources.Reprinted.Count - Most));
    }

    private SectionItem Reprint(Story story) => new()
    {
        Anchor = material.Line.Anchor("story " + story.Documents[0].Id),
        Statement = [new($"{RecordLine.Quoted(story.Documents[0].Title ?? story.Documents[0].Id)} was printed {Counted.Of(story.Printings, "time")}: one report")],
        Facts = story.Publishers.Count > 0 ? ["by " + Counted.List([.. story.Publishers.Take(Most)])] : [],
        Codes = [RecordLine.Code("documents", [.. story.Documents.Select(document => document.Id)])],
        Records = [],
        Quotes = [.. story.Documents.Take(RecordLine.MostQuotes).Select(document => material.Line.Quote(document.Id))],
    };

    private SectionGroup? Alone()
    {
        ReportedItem[] items = [.. Weightiest(coverage.Items.Where(item => item.Publishers == 1))];
        return items.Length == 0 ? null : new("Told by one source only", [Sum(items, "single", "told by one publisher only"), .. items.Take(Most).Select(Item)], Math.Max(0, items.Length - Most));
    }

    private SectionGroup? Confirmed()
    {
        ReportedItem[] items = [.. Weightiest(coverage.Items.Where(item => item.Publishers > 1)).OrderByDescending(item => item.Publishers)];
        return items.Length == 0 ? null : new("Told by several publishers", [Sum(items, "confirmed", "told by two publishers or more"), .. items.Take(Most).Select(Item)], Math.Max(0, items.Length - Most));
    }

    private SectionItem Sum(ReportedItem[] items, string id, string what) => new()
    {
        Anchor = id,
        Statement = [new($"{Counted.Number(items.Length)} of {Counted.Of(coverage.Items.Count, "reported item")} {(items.Length == 1 ? "is" : "are")} {what}")],
        Facts = items.Length > 0 ? ["the weightiest first"] : [],
        Codes = [RecordLine.Code("items", Counted.Number(items.Length)), RecordLine.Code("of", Counted.Number(coverage.Items.Count))],
        Records = [],
        Quotes = [],
        Links = [new("happened", "what happened"), new("coverage", "publishers and coverage")],
    };

    private IEnumerable<ReportedItem> Weightiest(IEnumerable<ReportedItem> items) =>
        items.OrderByDescending(item => item.EventIds.Max(id => Math.Abs(Analysis.Dyads.EventTally.ScoreOf(_events[id])))).ThenBy(item => item.Date.Start).ThenBy(item => item.EventIds[0], StringComparer.Ordinal);

    private SectionItem Item(ReportedItem item)
    {
        CodedEvent first = _events[item.EventIds[0]];
        BriefEvent told = words(first);
        CodedEvent[] places = [.. item.EventIds.Select(id => _events[id]).DistinctBy(coded => (coded.DocId, coded.Sentence))];
        return new()
        {
            Anchor = material.Line.Anchor("item " + first.Id),
            Statement = RecordLine.Told(told),
            Facts = [told.When, Counted.Of(item.Publishers, "publisher"), .. places.All(coded => coded.Claimed) ? ["claimed by an interested party"] : Array.Empty<string>()],
            Codes = [RecordLine.Code("actors", item.Actors), RecordLine.Code("recipients", item.Recipients), RecordLine.Code("event", item.Type.Code())],
            Records = item.EventIds,
            Quotes = [.. places.DistinctBy(coded => coded.DocId).Take(RecordLine.MostQuotes).Select(material.Line.Quote)],
        };
    }

    /// <summary>By whose word; what somebody else tells as fact too is said to be so.</summary>
    private SectionGroup? Claims()
    {
        (string By, CodedEvent Event)[] claimed =
        [
            .. material.Records.Events.Where(coded => coded is { Status: EventStatus.Reported, Claimed: true })
                .Select(coded => (coded.Attribution is { } by ? RecordLine.Quoted(by.Text) : "A party not named", coded)),
        ];
        HashSet<string> confirmed = [.. coverage.Items.Where(item => item.EventIds.Any(id => !_events[id].Claimed)).SelectMany(item => item.EventIds)];
        SectionItem[] items =
        [
            .. claimed.GroupBy(claim => claim.By, StringComparer.OrdinalIgnoreCase).OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal)
                .Select(group => Claim(group.Key, [.. group.Select(claim => claim.Event).OrderBy(coded => coded.Date).ThenBy(coded => coded.Id, StringComparer.Ordinal)], confirmed)),
        ];
        return items.Length == 0 ? null : new("On the word of an interested party", [.. items.Take(Most)], Math.Max(0, items.Length - Most));
    }

    private SectionItem Claim(string by, CodedEvent[] events, HashSet<string> confirmed)
    {
        int also = events.Count(coded => confirmed.Contains(coded.Id));
        return new()
        {
            Anchor = material.Line.Anchor("claims " + events[0].Id),
            Statement = [new($"{by}: {Counted.Of(events.Length, "act")} told on this word")],
            Facts = [also == 0 ? "nobody tells them as fact" : $"{Counted.Number(also)} also told as fact", .. events.Length > RecordLine.MostQuotes ? [$"the first {Counted.Number(RecordLine.MostQuotes)} shown"] : Array.Empty<string>()],
            Codes = [RecordLine.Code("by", by.Trim('“', '”'))],
            Records = [.. events.Select(coded => coded.Id)],
            Quotes = [.. events.DistinctBy(coded => (coded.DocId, coded.Sentence)).Take(RecordLine.MostQuotes).Select(material.Line.Quote)],
        };
    }
}
