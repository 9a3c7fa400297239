using Entente.Briefing.Charts;
using Entente.Briefing.Markdown;
using Entente.Briefing.Sections;
using Entente.Briefing.Words;
using Entente.Records;
using static Entente.Briefing.Markdown.MarkdownText;

namespace Entente.Briefing;

/// <summary>Writes a brief as Markdown (CommonMark with tables): for mail, notes and version control.</summary>
/// <remarks>Articles are listed without their text; each event quotes its own sentence. Lines end in LF.</remarks>
public static class MarkdownWriter
{
    private const int MostProblems = 100;

    /// <summary>Writes <paramref name="brief"/>; the caller owns <paramref name="output"/>.</summary>
    public static void Write(Brief brief, TextWriter output)
    {
        output.Write($"# {Inline(brief.Title)}\n\n{Inline(brief.Summary)}\n\n## What stands out\n\n");
        foreach (Finding finding in brief.Findings)
        {
            output.Write($"- {Inline(finding.Text)} (see {Inline(Behind(brief, finding.Target))})\n");
        }

        output.Write("\n## What happened\n\n");
        if (brief.Unlisted > 0)
        {
            output.Write($"{Counted.Of(brief.Unlisted, "event")} {Counted.Were(brief.Unlisted)} left out of the lists; tables count all.\n\n");
        }

        if (brief.WithText && brief.Happened.Count > 0)
        {
            output.Write("In the quoted sentences: [actor: …], **the act**, [recipient: …].\n\n");
        }

        if (brief.Happened.Count == 0)
        {
            output.Write("No event was coded as reported.\n\n");
        }

        Groups(brief.Happened, output);
        foreach (BriefSection section in brief.Sections)
        {
            SectionMarkdown.Write(section, brief.WithText, output);
        }

        Who(brief, output);
        output.Write("## Reported and not\n\n| Standing | Events | Counted | Meaning |\n| --- | ---: | --- | --- |\n");
        foreach (StandingLine line in brief.Standings)
        {
            output.Write($"| {line.Name} | {Counted.Number(line.Count)} | {(line.Counted ? "yes" : "no")} | {line.Meaning} |\n");
        }

        output.Write("\n");
        Groups(brief.Apart, output);
        Changes(brief, output);
        Coverage(brief.Coverage, output);
        Method(brief, output);
        output.Write("## Articles\n\n");
        foreach (BriefArticle article in brief.Articles)
        {
            output.Write($"- {Counted.Day(article.Document.Date)}: {Inline(article.Title)}{Publisher(article.Document.Publisher)}{(article.Document.Url is { Length: > 0 } url ? ", " + Inline(url) : "")}\n");
        }

        if (brief.UnlistedArticles > 0)
        {
            output.Write($"\n{Counted.Of(brief.UnlistedArticles, "document")} without a listed event {(brief.UnlistedArticles == 1 ? "is" : "are")} not shown.\n");
        }
    }

    /// <summary>What stands behind a finding: the heading of the part, or the article of the event.</summary>
    private static string Behind(Brief brief, string target) =>
        brief.Sections.FirstOrDefault(section => section.Id == target)?.Title
        ?? HtmlWriter.Parts.FirstOrDefault(part => part.Id == target).Title
        ?? brief.Happened.Concat(brief.Apart).FirstOrDefault(group => group.Id == target)?.Title
        ?? (brief.Happened.SelectMany(group => group.Months).SelectMany(month => month.Events).FirstOrDefault(line => line.Anchor == target)?.Source is { } source ? $"{source.Title}, {Counted.Day(source.Date)}" : "What happened");

    private static void Groups(IReadOnlyList<EventGroup> groups, TextWriter output)
    {
        foreach (EventGroup group in groups)
        {
            output.Write($"### {Inline(group.Title)} ({Counted.Of(group.Count, "event")})\n\n");
            foreach (MonthGroup month in group.Months)
            {
                output.Write($"#### {month.Title}\n\n");
                foreach (BriefEvent line in month.Events)
                {
                    Event(line, output);
                }

                output.Write(month.Unlisted > 0 ? $"- {Counted.Of(month.Unlisted, "event")}{(month.Events.Count > 0 ? " more" : "")} of this month not listed.\n\n" : "\n");
            }
        }
    }

    private static void Event(BriefEvent line, TextWriter output)
    {
        output.Write($"- {line.When} · {Inline(line.Sentence)} — {string.Join(" · ", line.Details.Select(Inline))}\n");
        if (line.Evidence is { } evidence)
        {
            WriteEvidence(evidence, output);
        }

        string cite = line.Source is { } source ? $"{Inline(source.Title)}{Publisher(source.Publisher)}, {Counted.Day(source.Date)}" : "the article was not given";
        output.Write(line.Evidence is null ? $"  “{Inline(Counted.Short(line.Record.Trigger.Text, 120))}”: {cite}\n" : $"  >\n  > {cite}\n");
    }

    private static void Who(Brief brief, TextWriter output)
    {
        output.Write("## Who with whom\n\n");
        if (brief.Dyads.Count == 0)
        {
            output.Write("No event names both sides.\n\n");
            return;
        }

        output.Write("| Actor | Recipient | Counted | Cooperation | Conflict | Mean score | Apart | Categories |\n| --- | --- | ---: | ---: | ---: | ---: | ---: | --- |\n");
        foreach (DyadLine line in brief.Dyads)
        {
            int apart = brief.ApartOf(line);
            output.Write($"| {Inline(line.Actor)} | {Inline(line.Dyad.IsDomestic ? "within the country" : line.Recipient)} | {Counted.Number(line.Row.Counted.Count)} | {Counted.Number(line.Row.Counted.Cooperation)} | {Counted.Number(line.Row.Counted.Conflict)} | {Counted.ScoreOrNone(line.Row.Counted.ScoreMean)} | {Counted.Number(apart)} | {line.Categories} |\n");
        }

        output.Write("\nMean score: PLOVER’s scale from −10 to +10. Apart: claimed, planned, possible, denied or earlier.\n");
        output.Write(brief.UnlistedDyads > 0 ? $"{Counted.Of(brief.UnlistedDyads, "further pair")} {Counted.Were(brief.UnlistedDyads)} left out.\n" : "");
        output.Write(brief.WithoutPair > 0 ? $"{Counted.Of(brief.WithoutPair, "event stands", "events stand")} in no pair.\n" : "");
        output.Write("\n");
        foreach (Timeline timeline in brief.Timelines)
        {
            string kind = TimelineChart.Word(timeline.Kind);
            output.Write($"### {Inline(timeline.Name)} by {kind}\n\n| {Counted.Capital(kind)} | Verbal cooperation | Material cooperation | Verbal conflict | Material conflict |\n| --- | ---: | ---: | ---: | ---: |\n");
            foreach (TimelineStep step in timeline.Steps.Where(s => s.Cooperation + s.Conflict > 0))
            {
                output.Write(FormattableString.Invariant($"| {step.Period} | {step.VerbalCooperation} | {step.MaterialCooperation} | {step.VerbalConflict} | {step.MaterialConflict} |\n"));
            }

            output.Write("\n");
        }
    }

    private static void Changes(Brief brief, TextWriter output)
    {
        output.Write("## What changed\n\n");
        if (brief.Changes is not { } changes)
        {
            output.Write("There are too few dated events to compare two halves of the period.\n\n");
            return;
        }

        output.Write($"{Counted.Span(changes.Window)} in two halves: before {Counted.Day(changes.Middle)} ({Counted.Of(changes.FirstDocuments, "document")}) and from that day on ({Counted.Of(changes.SecondDocuments, "document")}). Rate: sum of scores per 100 documents. In order of the difference in standard errors (compound Poisson); relations with fewer than {BriefBuilder.FewestCompared} counted events are left out. This states what was counted, not why.\n\n");
        output.Write("| Relation | Events, first | Events, second | Mean, first | Mean, second | Rate, first | Rate, second | Difference, s.e. | Only in the second | Only in the first |\n| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | --- | --- |\n");
        foreach (ChangeLine line in changes.Lines)
        {
            output.Write($"| {Inline(line.Name)} | {Counted.Number(line.Change.First.Count)} | {Counted.Number(line.Change.Second.Count)} | {Counted.ScoreOrNone(line.Change.First.ScoreMean)} | {Counted.ScoreOrNone(line.Change.Second.ScoreMean)} | {Counted.ScoreOrNone(line.Change.FirstRate)} | {Counted.ScoreOrNone(line.Change.SecondRate)} | {Counted.ScoreOrNone(line.Change.Strength)} | {line.New} | {line.Gone} |\n");
        }

        output.Write("\n");
        foreach (RelationFirsts first in changes.Firsts)
        {
            output.Write($"First of their kind in these documents, {Inline(first.Name)}:\n\n");
            foreach (BriefEvent line in first.Events)
            {
                output.Write($"- {line.When}: {Inline(line.Sentence)}\n");
            }

            output.Write("\n");
        }
    }

    private static void Coverage(CoverageSection coverage, TextWriter output)
    {
        output.Write($"## Sources and coverage\n\n- Documents: {Counted.Number(coverage.Documents)}, events coded in {Counted.Number(coverage.DocumentsWithEvents)}\n");
        output.Write($"- Published: {(coverage.Published is { } span ? Counted.Span(span) : "–")}\n- Events: {Counted.Number(coverage.Events)}, of any standing\n");
        output.Write($"- Single source: {Counted.Number(coverage.SingleSourced)} of {Counted.Of(coverage.Items, "reported item")} told by one publisher only\n");
        foreach ((string name, int documents, int events) in coverage.Publishers)
        {
            output.Write($"- Publisher: {Inline(name)}, {Counted.Of(documents, "document")}, {Counted.Of(events, "event")}\n");
        }

        output.Write(coverage.UnlistedPublishers > 0 ? $"- {Counted.Of(coverage.UnlistedPublishers, "further publisher")} not listed\n" : "");
        output.Write("\n");
        if (coverage.Periods.Count > 0)
        {
            output.Write($"| Documents naming | {string.Join(" | ", coverage.Periods.Select(p => p.Period.ToString()))} |\n| --- |{string.Concat(coverage.Periods.Select(_ => " ---: |"))}\n");
            output.Write($"| All documents | {string.Join(" | ", coverage.Periods.Select(p => Counted.Number(p.Documents)))} |\n");
            foreach ((string party, IReadOnlyList<int> documents) in coverage.Parties)
            {
                output.Write($"| {Inline(party)} | {string.Join(" | ", documents.Select(d => Counted.Number(d)))} |\n");
            }

            output.Write("\n");
        }
    }

    private static void Method(Brief brief, TextWriter output)
    {
        output.Write("## Method\n\n");
        foreach (string line in MethodWords.Lines(brief))
        {
            output.Write($"- {line}\n");
        }

        if (brief.Run is { } run)
        {
            foreach ((string name, string value) in MethodWords.Versions(run))
            {
                output.Write($"- {Inline(name)}: {Inline(value)}\n");
            }

            foreach ((string reason, int times) in MethodWords.Refusals(run))
            {
                output.Write($"- Not coded, {Counted.Of(times, "time")}: {Inline(reason)}\n");
            }
        }

        output.Write("\n");
        if (brief.Problems.Count > 0)
        {
            output.Write("### Inputs that could not be used\n\n");
            foreach (Diagnostic problem in brief.Problems.Take(MostProblems))
            {
                output.Write($"- {Inline(Counted.Short(problem.ToString(), 600))}\n");
            }

            output.Write(brief.Problems.Count > MostProblems ? $"- {Counted.Number(brief.Problems.Count - MostProblems)} more not listed\n\n" : "\n");
        }
    }
}
