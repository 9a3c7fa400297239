using Entente.Analysis.Coverage;
using Entente.Analysis.Dyads;
using Entente.Analysis.Stories;
using Entente.Briefing.Evidences;
using Entente.Briefing.Sections;
using Entente.Briefing.Words;
using Entente.Records;

namespace Entente.Briefing;

/// <summary>Makes a <see cref="Brief"/> from documents and the events coded in them.</summary>
public static class BriefBuilder
{
    private const int MostDyads = 24;
    private const int MostBars = 12;
    private const int MostTimelines = 4;
    private const int MostSteps = 120;
    private const int MostChanges = 8;

    /// <summary>Fewest counted events for which the halves of a relation are compared.</summary>
    internal const int FewestCompared = 3;

    private const int MostPublishers = 25;
    private const int MostParties = 14;

    /// <summary>Makes the brief.</summary>
    /// <param name="documents">All that was read, with or without events; of those that share an id the first is used.</param>
    /// <param name="events">In any order. An event whose document is not given is listed without evidence. Records of one act in reprints of one text count once.</param>
    /// <param name="options">How; the defaults when null.</param>
    public static Brief Build(IReadOnlyList<Document> documents, IReadOnlyList<CodedEvent> events, BriefOptions? options = null) =>
        Build(documents, new BriefRecords { Events = events }, options, asked: false);

    /// <summary>Makes the brief from all kinds of records.</summary>
    /// <param name="documents">All that was read, with or without records; of those that share an id the first is used.</param>
    /// <param name="records">In any order; as for events, a record whose document is not given is listed without evidence.</param>
    /// <param name="options">How; the defaults when null.</param>
    public static Brief Build(IReadOnlyList<Document> documents, BriefRecords records, BriefOptions? options = null) => Build(documents, records, options, asked: true);

    private static Brief Build(IReadOnlyList<Document> documents, BriefRecords records, BriefOptions? options, bool asked)
    {
        options ??= new();
        IReadOnlyList<CodedEvent> events = records.Events;
        var names = new Names(options.NameOf);
        var source = new SourceText(documents, options.SentencesOf);
        Document[] unique = [.. source.All];
        IReadOnlyList<Story> stories = StoryFinder.Find(unique);
        IReadOnlyList<ReportedEvent> acts = EventJoiner.Join(stories, events);
        Dictionary<string, int> printings = acts.Where(a => a.Printings > 1).GroupBy(a => a.Event.Id, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.First().Printings, StringComparer.Ordinal);
        events = [.. acts.Select(a => a.Event)];
        records = Once(stories, records, events);
        DyadOptions counting = new() { CountClaimed = options.CountClaimed, Grain = Grain([.. events.Select(e => e.EventDate.Start)]) };
        DyadTable table = DyadTable.Of(events, unique, counting);
        CoverageTable coverage = CoverageTable.Of(unique, events, CoverageGrain(unique));
        var quotations = new Quotations(source, options.WithText, coverage.Publishers.Count > 1);
        var lines = new EventLines(source, names, quotations, coverage, printings);
        var line = new RecordLine(source, names, quotations);
        CodedEvent[] counted = [.. events.Where(e => DyadTable.Counts(e, counting))];
        Relation? pair = options.Pair ?? (table.Principal.Count > 0 ? table.Principal[0] : null);
        BriefRecords history = options.History is { } all ? Once(stories, all, [.. EventJoiner.Join(stories, all.Events).Select(act => act.Event)]) : records;
        history = history with { Events = [.. history.Events.Where(e => DyadTable.Counts(e, counting))] };
        var material = new ReadMaterial(unique, records, counted, table, names, line, stories, history, options.Window);
        IReadOnlyList<BriefSection> sections = RecordSections.Of(material, pair, lines.Of, coverage, options, asked);
        ILookup<bool, Finding> findings = RecordFindings.Of(sections).ToLookup(finding => finding.Target == "shift");

        (IReadOnlyList<EventGroup> happened, IReadOnlyList<EventGroup> apart, IReadOnlyList<CodedEvent> listed, int unlisted) =
            new EventListing(names, table, counting).Of(events, options.MaxEvents, lines.Of);
        ChangeTable? changes = ChangesOf(table, names, unique, FirstActs.Of(table, counted, names, lines.Of));
        IEnumerable<(string, TextSpan)> cited = line.Cited.Concat((changes?.Firsts ?? []).SelectMany(first => first.Events).Select(first => (first.Record.DocId, first.Record.Trigger.Span)));
        (IReadOnlyList<BriefArticle> articles, int unlistedArticles) = new Articles(source, options).Of(listed, events, cited);
        HashSet<string> targets = [.. happened.Concat(apart).Where(g => g.Months.Any(m => m.Events.Count > 0)).Select(g => g.Id), .. listed.Select(e => source.Anchor('e', e.Id))];
        (Dyad Key, DyadRow Row)[] dyads =
        [
            .. table.Dyads.Select(d => (d.Key, Row: d.Value)).OrderByDescending(d => d.Row.Counted.Count)
                .ThenByDescending(d => d.Row.Claimed + d.Row.Apart.Values.Sum()).ThenBy(d => d.Key),
        ];
        return new()
        {
            Title = options.Title ?? TitleOf(names, table),
            Summary = SummaryOf(coverage, events.Count, counted.Length) + WindowOf(options.Window),
            Findings = [.. findings[true], .. new Findings(names, table, options).Of(counted, lines.Of, events.Count - counted.Length, targets, changes), .. findings[false]],
            Happened = happened,
            Sections = sections,
            NotFound = asked ? [.. RecordSections.All.Where(known => !sections.Any(section => section.Id == known.Id)).Select(known => known.Name)] : [],
            Apart = apart,
            Unlisted = unlisted,
            Standings = StandingsOf(events, options, targets),
            Dyads = [.. dyads.Take(MostDyads).Select(d => new DyadLine(d.Key, names.PartyHead(d.Key.Actor), names.PartyHead(d.Key.Recipient), d.Row, Names.Categories(d.Row.Counted)))],
            UnlistedDyads = Math.Max(0, dyads.Length - MostDyads),
            WithoutPair = table.WithoutPair,
            Relations = [.. table.Principal.Take(MostBars).Select(r => new RelationLine(r, Counted.Capital(names.Relation(r)), table.Relations[r].Counted, Target(targets, r)))],
            Timelines = TimelinesOf(table, names),
            Changes = changes,
            Coverage = CoverageOf(coverage, names, events.Count),
            Run = options.Run,
            Problems = options.Problems,
            Articles = articles,
            UnlistedArticles = unlistedArticles,
            WithText = options.WithText,
            CountClaimed = options.CountClaimed,
        };
    }

    /// <summary>Records that reprints of one text repeat, once.</summary>
    private static BriefRecords Once(IReadOnlyList<Story> stories, BriefRecords records, IReadOnlyList<CodedEvent> events) => new()
    {
        Events = events,
        Agreements = RecordJoiner.Join(stories, records.Agreements),
        Ties = RecordJoiner.Join(stories, records.Ties),
        Bargains = RecordJoiner.Join(stories, records.Bargains),
        Assessments = RecordJoiner.Join(stories, records.Assessments),
    };

    private static string? Target(HashSet<string> targets, Relation relation) =>
        targets.TryGetValue("r-" + EventListing.IdOf(relation), out string? id) ? id : null;

    private static PeriodKind Grain(IReadOnlyList<DateOnly> days)
    {
        int length = days.Count == 0 ? 0 : days.Max().DayNumber - days.Min().DayNumber;
        return length <= 400 ? PeriodKind.Month : length <= 12 * 366 ? PeriodKind.Quarter : PeriodKind.Year;
    }

    private static PeriodKind CoverageGrain(Document[] documents)
    {
        int length = documents.Length == 0 ? 0 : documents.Max(d => d.Date).DayNumber - documents.Min(d => d.Date).DayNumber;
        return length <= 400 ? PeriodKind.Month : length <= 3 * 366 ? PeriodKind.Quarter : PeriodKind.Year;
    }

    private static string TitleOf(Names names, DyadTable table)
    {
        if (table.Principal.Count == 0)
        {
            return "Who did what to whom";
        }

        // The party that most counted events of the principal relations share stands in the middle of the brief.
        var weight = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (Relation relation in table.Principal)
        {
            weight[relation.First] = weight.GetValueOrDefault(relation.First) + table.Relations[relation].Counted.Count;
            weight[relation.Second] = weight.GetValueOrDefault(relation.Second) + table.Relations[relation].Counted.Count;
        }

        string[] parties = [.. weight.OrderByDescending(w => w.Value).Take(3).Select(w => names.Party(w.Key))];
        string period = table.Window is { } window ? ", " + Years(window) : "";
        return Counted.Capital(Counted.List(parties)) + ": who did what to whom" + period;
    }

    private static string Years(DateSpan window)
    {
        string from = window.Start.Year.ToString("0000", System.Globalization.CultureInfo.InvariantCulture);
        string to = window.End.AddDays(-1).Year.ToString("0000", System.Globalization.CultureInfo.InvariantCulture);
        return from == to ? from : $"{from} to {to}";
    }

    private static string SummaryOf(CoverageTable coverage, int events, int counted)
    {
        if (coverage.Documents == 0)
        {
            return $"{Counted.Of(events, "event")}, without the documents they were read in.";
        }

        string outlets = coverage.Publishers.All(p => p.Name is null) ? "" : $" by {Counted.Of(coverage.Publishers.Count(p => p.Name is not null), "publisher")}";
        string published = coverage.Published is { } span ? $", published {(span.End.DayNumber - span.Start.DayNumber == 1 ? "on" : "from")} {Counted.Span(span)}" : "";
        return $"{Counted.Of(events, "event")} coded in {Counted.Number(coverage.DocumentsWithEvents)} of {Counted.Of(coverage.Documents, "document")}{outlets}{published}; " +
            $"{Counted.Number(counted)} {(counted == 1 ? "is" : "are")} counted as reported.";
    }

    private static string WindowOf(BriefWindow? window) => window is not { From: var from, Until: var until } || (from is null && until is null)
        ? ""
        : $" Told is what happened{(from is { } first ? $" from {Counted.Day(first)}" : "")}{(until is { } past ? $" to {Counted.Day(past.AddDays(-1))}" : "")}; what was read of the time before counts only towards where the pair stood.";

    private static List<StandingLine> StandingsOf(IReadOnlyList<CodedEvent> events, BriefOptions options, HashSet<string> targets)
    {
        var counts = events.GroupBy(Standing.Of).ToDictionary(g => g.Key, g => g.Count());
        return
        [
            .. Standing.All.Where(s => s.Code != "unknown" || counts.ContainsKey(s)).Select(s => new StandingLine(
                s.Name, s.Meaning, counts.GetValueOrDefault(s), s.Rank == 0 || (s.Rank == 1 && options.CountClaimed),
                s.Rank == 0 ? "happened" : targets.TryGetValue(s.Anchor, out string? id) ? id : null)),
        ];
    }

    private static List<Timeline> TimelinesOf(DyadTable table, Names names)
    {
        var timelines = new List<Timeline>();
        if (table.Window is not { } window)
        {
            return timelines;
        }

        Period[] all = [.. Period.Range(Period.Of(window.Start, table.Grain), Period.Of(window.End.AddDays(-1), table.Grain))];
        Period[] steps = all.Length > MostSteps ? all[^MostSteps..] : all;
        foreach (Relation relation in table.Principal.Where(r => table.Relations[r].Counted.Count > 1).Take(MostTimelines))
        {
            DyadRow row = table.Relations[relation];
            timelines.Add(new(
                relation, "t-" + EventListing.IdOf(relation), Counted.Capital(names.Relation(relation)), table.Grain,
                [.. steps.Select(p => Step(p, row.Series.GetValueOrDefault(p)))],
                row.Unplaced, row.Series.Where(s => s.Key < steps[0]).Sum(s => s.Value.Count)));
        }

        return timelines;
    }

    private static TimelineStep Step(Period period, EventTally? tally) => tally is null
        ? new(period, 0, 0, 0, 0)
        : new(period, tally[Quad.VerbalCooperation], tally[Quad.MaterialCooperation], tally[Quad.VerbalConflict], tally[Quad.MaterialConflict]);

    private static ChangeTable? ChangesOf(DyadTable table, Names names, Document[] documents, List<RelationFirsts> firsts)
    {
        if (table.Window is not { } window || table.Middle is not { } middle || !table.Changes.Any(c => c.First.Count + c.Second.Count >= FewestCompared))
        {
            return null;
        }

        return new(
            window, middle,
            documents.Count(d => window.Contains(d.Date) && d.Date < middle), documents.Count(d => window.Contains(d.Date) && d.Date >= middle),
            [
                .. table.Changes.Where(c => c.First.Count + c.Second.Count >= FewestCompared).Take(MostChanges).Select(c => new ChangeLine(
                    Counted.Capital(names.Relation(c.Relation)), c,
                    string.Join(", ", c.New.Select(Names.Category)), string.Join(", ", c.Gone.Select(Names.Category)))),
            ],
            firsts);
    }

    private static CoverageSection CoverageOf(CoverageTable coverage, Names names, int events)
    {
        (string Code, IReadOnlyDictionary<Period, int> Named)[] parties =
            [.. coverage.Parties.Select(p => (p.Key, p.Value)).OrderByDescending(p => p.Value.Values.Sum()).ThenBy(p => p.Key, StringComparer.Ordinal)];
        // A very long run of periods is cut at its start: the table would be wider than anybody reads.
        IReadOnlyList<(Period Period, int Documents)> periods = [.. coverage.ByPeriod.TakeLast(24)];
        return new(
            coverage.Documents, coverage.DocumentsWithEvents, events, coverage.Published,
            [.. coverage.Publishers.Take(MostPublishers).Select(p => (p.Name ?? "not stated", p.Documents, p.Events))],
            Math.Max(0, coverage.Publishers.Count - MostPublishers),
            periods,
            [.. parties.Take(MostParties).Select(p => (names.PartyHead(p.Code), (IReadOnlyList<int>)[.. periods.Select(q => p.Named.GetValueOrDefault(q.Period))]))],
            Math.Max(0, parties.Length - MostParties),
            coverage.Items.Count, coverage.Items.Count(i => i.Publishers == 1));
    }
}
