using System.Globalization;
using Entente.Briefing.Charts;
using Entente.Briefing.Html;
using Entente.Briefing.Sections;
using Entente.Briefing.Words;
using static Entente.Briefing.Html.HtmlText;

namespace Entente.Briefing;

/// <summary>Writes a brief as one HTML file that needs nothing else: no network, no script.</summary>
/// <remarks>Lines end in LF. Everything from the input is escaped.</remarks>
public static class HtmlWriter
{
    private const int OpenGroups = 1;

    /// <summary>Ids and headings of the parts that every brief has, in order.</summary>
    internal static readonly (string Id, string Title)[] Parts =
    [
        ("findings", "What stands out"), ("happened", "What happened"), ("who", "Who with whom"), ("standing", "Reported and not"),
        ("changes", "What changed"), ("coverage", "Sources and coverage"), ("method", "Method"), ("articles", "Articles"),
    ];

    /// <summary>Writes <paramref name="brief"/>; the caller owns <paramref name="output"/>, which should encode as UTF-8.</summary>
    public static void Write(Brief brief, TextWriter output)
    {
        output.Write("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light dark\">\n");
        output.Write($"<title>{Escape(brief.Title)}</title>\n<style>\n{WordTable.Text("brief.css")}</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#main\">Skip to the brief</a>\n<div class=\"page\">\n");
        output.Write($"<header class=\"top\">\n<p class=\"kicker\">Entente brief</p>\n<h1 dir=\"auto\">{Escape(brief.Title)}</h1>\n<p class=\"dek\">{Prose(brief.Summary)} <a href=\"#coverage\">show<span class=\"vh\"> what was read</span></a></p>\n</header>\n");
        output.Write("<nav class=\"contents\" aria-label=\"Contents\"><ol>\n");
        foreach ((string id, string title) in Parts.Take(2).Concat(brief.Sections.Select(section => (section.Id, section.Title))).Concat(Parts.Skip(2)))
        {
            output.Write($"<li><a href=\"#{id}\">{title}</a></li>\n");
        }

        output.Write("</ol></nav>\n<main id=\"main\" tabindex=\"-1\">\n");
        WriteFindings(brief, output);
        WriteHappened(brief, output);
        foreach (BriefSection section in brief.Sections)
        {
            SectionHtml.Write(section, brief.WithText, output);
        }

        WriteWho(brief, output);
        WriteStanding(brief, output);
        WriteChanges(brief, output);
        CoverageHtml.Write(brief, output);
        MethodHtml.Write(brief, output);
        ArticlesHtml.Write(brief, output);
        output.Write("</main>\n<footer><p>Made by Entente from the records named above. Sentences and counts are produced by fixed rules; every event opens to the words it was read in.</p></footer>\n</div>\n</body>\n</html>\n");
    }

    internal static void Open(TextWriter output, string id)
    {
        string title = Parts.First(p => p.Id == id).Title;
        output.Write($"<section class=\"part\" id=\"{id}\" aria-labelledby=\"h-{id}\">\n<h2 id=\"h-{id}\">{title}</h2>\n");
    }

    internal static void Close(TextWriter output) => output.Write("</section>\n");

    internal static string Number(long number) => Counted.Number(number);

    internal static string Cell(long number) => number == 0 ? "<td class=\"n zero\">0</td>" : $"<td class=\"n\">{Number(number)}</td>";

    private static void WriteFindings(Brief brief, TextWriter output)
    {
        Open(output, "findings");
        output.Write("<ul class=\"finding-list\">\n");
        foreach (Finding finding in brief.Findings)
        {
            output.Write($"<li>{Prose(finding.Text)} <a href=\"#{finding.Target}\">show<span class=\"vh\"> the part of the brief behind this finding</span></a></li>\n");
        }

        output.Write("</ul>\n");
        Close(output);
    }

    private static void WriteHappened(Brief brief, TextWriter output)
    {
        Open(output, "happened");
        output.Write("<p class=\"lead\">Events that the articles report, by relation and month. Each stands with the sentence it was read in.</p>\n");
        if (brief.WithText && brief.Happened.Count > 0)
        {
            output.Write("<p class=\"key\">In the quoted sentences: <mark class=\"actor\">who acts</mark>, <mark class=\"trigger\">the act</mark>, <mark class=\"recipient\">towards whom</mark>.</p>\n");
        }

        if (brief.Unlisted > 0)
        {
            output.Write($"<p><strong>{Counted.Of(brief.Unlisted, "event")}</strong> {Counted.Were(brief.Unlisted)} left out of the lists to keep this file readable; tables and charts count all. Of each month those coded with the highest confidence are listed.</p>\n");
        }

        if (brief.Happened.Count == 0)
        {
            output.Write("<p>No event was coded as reported.</p>\n");
        }

        WriteGroups(brief.Happened, output, OpenGroups);
        Close(output);
    }

    private static void WriteGroups(IReadOnlyList<EventGroup> groups, TextWriter output, int open)
    {
        for (int i = 0; i < groups.Count; i++)
        {
            EventGroup group = groups[i];
            output.Write($"<details class=\"group\" id=\"{group.Id}\"{(i < open ? " open" : "")}>\n<summary><h3>{Escape(group.Title)}</h3> <span class=\"count\">{Counted.Of(group.Count, "event")}</span></summary>\n<div class=\"inside\">\n");
            foreach (MonthGroup month in group.Months)
            {
                output.Write($"<h4>{month.Title}</h4>\n");
                if (month.Events.Count > 0)
                {
                    output.Write("<ul class=\"events\">\n");
                    foreach (BriefEvent line in month.Events)
                    {
                        WriteEvent(line, output);
                    }

                    output.Write("</ul>\n");
                }

                if (month.Unlisted > 0)
                {
                    output.Write($"<p class=\"count\">{Counted.Of(month.Unlisted, "event")}{(month.Events.Count > 0 ? " more" : "")} of this month not listed.</p>\n");
                }
            }

            output.Write("</div>\n</details>\n");
        }
    }

    private static void WriteEvent(BriefEvent line, TextWriter output)
    {
        output.Write($"<li class=\"event\" id=\"{line.Anchor}\"><p class=\"when\">{Escape(line.When)}</p><div><p class=\"tell\"><b>{Isolated(line.Actor)}</b> {Escape(line.Act)}");
        output.Write(line.Recipient is { } recipient ? $" <b>{Isolated(recipient)}</b>" : "");
        output.Write(line.Tail is { } tail ? " " + Escape(tail) : "");
        output.Write("</p>\n<p class=\"facts\">");
        foreach (string detail in line.Details)
        {
            output.Write($"<span>{Isolated(detail)}</span>");
        }

        output.Write("</p>\n");
        if (line.Evidence is { } evidence)
        {
            output.Write("<blockquote class=\"evidence\" dir=\"auto\">");
            WriteSegments(evidence.Segments, output, Said);
            output.Write("</blockquote>\n");
        }
        else
        {
            output.Write($"<p class=\"facts\">Told by the words {Isolated("“" + Counted.Short(line.Record.Trigger.Text, 120) + "”")}</p>\n");
        }

        WriteCitation(line.Source, output);
        output.Write("</div></li>\n");
    }

    private static string? Said(EvidenceRole role) => role switch { EvidenceRole.Actor => "actor", EvidenceRole.Trigger => "act", EvidenceRole.Recipient => "recipient", _ => null };

    /// <param name="said">What a screen reader says before a mark; null for nothing.</param>
    internal static void WriteSegments(IReadOnlyList<Segment> segments, TextWriter output, Func<EvidenceRole, string?> said)
    {
        foreach (Segment segment in segments)
        {
            string? style = segment.Role switch
            {
                EvidenceRole.Actor => "actor",
                EvidenceRole.Trigger => "trigger",
                EvidenceRole.Recipient => "recipient",
                _ => null,
            };
            string spoken = said(segment.Role) is { } words ? $"<span class=\"vh\">[{Escape(words)}:] </span>" : "";
            output.Write(style is null ? Escape(segment.Text) : $"<mark class=\"{style}\">{spoken}{Escape(segment.Text)}</mark>");
        }
    }

    internal static void WriteCitation(Citation? source, TextWriter output, string before = "")
    {
        if (source is null)
        {
            output.Write("<p class=\"cite\">The article was not given.</p>\n");
            return;
        }

        string title = Isolated(source.Title);
        string named = source.Target is { } target ? $"<a href=\"#{target}\">{title}</a>" : title;
        string publisher = source.Publisher is { Length: > 0 } outlet ? $", {Isolated(Counted.Short(outlet, 80))}" : "";
        output.Write($"<p class=\"cite\">{before}{named}{publisher}, {Counted.Day(source.Date)}</p>\n");
    }

    private static void WriteWho(Brief brief, TextWriter output)
    {
        Open(output, "who");
        if (brief.Relations.Count > 0)
        {
            output.Write("<figure>\n<figcaption>Cooperation and conflict by relation</figcaption>\n<p class=\"unit\">Number of counted events; both directions together</p>\n");
            WriteSwatches(output);
            output.Write("<div class=\"scroll\" role=\"region\" aria-label=\"Chart of relations\" tabindex=\"0\">\n");
            RelationBars.Write(output, brief.Relations);
            output.Write("</div>\n<p class=\"source\">Source: events coded from the articles below. An event of several parties counts once in each relation.</p>\n</figure>\n");
        }

        WriteDyads(brief, output);
        if (brief.Timelines.Count > 0)
        {
            WriteTimelines(brief, output);
        }

        Close(output);
    }

    private static void WriteSwatches(TextWriter output) => output.Write(
        "<ul class=\"swatches\"><li><span class=\"swatch cv\"></span>verbal cooperation</li><li><span class=\"swatch cm\"></span>material cooperation</li><li><span class=\"swatch xv\"></span>verbal conflict</li><li><span class=\"swatch xm\"></span>material conflict</li></ul>\n");

    private static void WriteDyads(Brief brief, TextWriter output)
    {
        if (brief.Dyads.Count == 0)
        {
            output.Write("<p>No event names both sides.</p>\n");
            return;
        }

        output.Write("<div class=\"scroll\" role=\"region\" aria-label=\"Table of who acted towards whom\" tabindex=\"0\"><table>\n<caption>Who acted towards whom</caption>\n<thead><tr><th scope=\"col\">Actor</th><th scope=\"col\">Recipient</th><th scope=\"col\" class=\"n\">Counted</th><th scope=\"col\" class=\"n\">Cooper&shy;ation</th><th scope=\"col\" class=\"n\">Conflict</th><th scope=\"col\" class=\"n\">Mean score</th><th scope=\"col\" class=\"n\">Apart</th><th scope=\"col\">Categories</th></tr></thead>\n<tbody>\n");
        foreach (DyadLine line in brief.Dyads)
        {
            int apart = brief.ApartOf(line);
            output.Write($"<tr><th scope=\"row\">{Isolated(line.Actor)}</th><td>{Isolated(line.Dyad.IsDomestic ? "within the country" : line.Recipient)}</td>{Cell(line.Row.Counted.Count)}{Cell(line.Row.Counted.Cooperation)}{Cell(line.Row.Counted.Conflict)}<td class=\"n\">{Counted.ScoreOrNone(line.Row.Counted.ScoreMean)}</td>{Cell(apart)}<td class=\"words\">{Escape(line.Categories)}</td></tr>\n");
        }

        output.Write("</tbody></table></div>\n");
        string left = brief.UnlistedDyads > 0 ? $" {Counted.Of(brief.UnlistedDyads, "further pair")} {Counted.Were(brief.UnlistedDyads)} left out." : "";
        string without = brief.WithoutPair > 0 ? $" {Counted.Of(brief.WithoutPair, "event names", "events name")} no second party, or a party without a country or body, and {(brief.WithoutPair == 1 ? "stands" : "stand")} in no pair." : "";
        output.Write($"<p class=\"lead\">Mean score: PLOVER’s scale from −10, the gravest conflict, to +10, the most costly cooperation. Apart: claimed, planned, possible, denied or earlier. A meeting, a joint act or two-sided fighting counts in both directions; armed groups stand apart from the country they come from.{left}{without}</p>\n");
    }

    private static void WriteTimelines(Brief brief, TextWriter output)
    {
        int up = Math.Max(1, brief.Timelines.Max(t => t.Steps.Max(s => s.Cooperation)));
        int down = Math.Max(1, brief.Timelines.Max(t => t.Steps.Max(s => s.Conflict)));
        output.Write($"<h3>The principal relations by {TimelineChart.Word(brief.Timelines[0].Kind)}</h3>\n<p class=\"lead\">Cooperation above the line, conflict below; all charts on one scale.</p>\n");
        WriteSwatches(output);
        foreach (Timeline line in brief.Timelines)
        {
            output.Write($"<figure id=\"{line.Id}\">\n<figcaption>{Escape(line.Name)}</figcaption>\n<p class=\"unit\">Counted events per {TimelineChart.Word(line.Kind)}</p>\n<div class=\"scroll\" role=\"region\" aria-label=\"{Escape(line.Name)}: chart\" tabindex=\"0\">\n");
            TimelineChart.Write(output, line, up, down);
            output.Write("</div>\n");
            string unplaced = line.Unplaced > 0 ? $" {Counted.Of(line.Unplaced, "event is", "events are")} dated too coarsely to be placed." : "";
            string earlier = line.Earlier > 0 ? $" {Counted.Of(line.Earlier, "earlier event is", "earlier events are")} not drawn." : "";
            output.Write($"<p class=\"source\">Source: events coded from the articles below.{unplaced}{earlier}</p>\n</figure>\n");
            WriteSteps(line, output);
        }
    }

    private static void WriteSteps(Timeline line, TextWriter output)
    {
        output.Write($"<details class=\"data\"><summary>Numbers of this chart<span class=\"vh\">: {Escape(line.Name)}</span></summary>\n<div class=\"scroll\" role=\"region\" aria-label=\"{Escape(line.Name)}: numbers\" tabindex=\"0\"><table>\n<caption>{Escape(line.Name)}, counted events</caption>\n<thead><tr><th scope=\"col\">{Counted.Capital(TimelineChart.Word(line.Kind))}</th><th scope=\"col\" class=\"n\">Verbal cooperation</th><th scope=\"col\" class=\"n\">Material cooperation</th><th scope=\"col\" class=\"n\">Verbal conflict</th><th scope=\"col\" class=\"n\">Material conflict</th></tr></thead>\n<tbody>\n");
        foreach (TimelineStep step in line.Steps.Where(s => s.Cooperation + s.Conflict > 0))
        {
            output.Write($"<tr><th scope=\"row\">{step.Period}</th>{Cell(step.VerbalCooperation)}{Cell(step.MaterialCooperation)}{Cell(step.VerbalConflict)}{Cell(step.MaterialConflict)}</tr>\n");
        }

        output.Write("</tbody></table></div>\n</details>\n");
    }

    private static void WriteStanding(Brief brief, TextWriter output)
    {
        Open(output, "standing");
        output.Write("<p class=\"lead\">What an article tells as fact, and what it tells as claimed, planned, possible, denied or long past. An author’s own conclusions are not coded as events.</p>\n");
        output.Write("<div class=\"scroll\" role=\"region\" aria-label=\"Events by standing\" tabindex=\"0\"><table>\n<caption>Events by standing</caption>\n<thead><tr><th scope=\"col\">Standing</th><th scope=\"col\" class=\"n\">Events</th><th scope=\"col\">Counted</th><th scope=\"col\">Meaning</th></tr></thead>\n<tbody>\n");
        foreach (StandingLine line in brief.Standings)
        {
            string name = line.Target is { } target && line.Count > 0 ? $"<a href=\"#{target}\">{Escape(line.Name)}</a>" : Escape(line.Name);
            output.Write($"<tr><th scope=\"row\">{name}</th>{Cell(line.Count)}<td>{(line.Counted ? "yes" : "no")}</td><td class=\"words\">{Escape(line.Meaning)}</td></tr>\n");
        }

        output.Write("</tbody></table></div>\n");
        WriteGroups(brief.Apart, output, 0);
        Close(output);
    }

    private static void WriteChanges(Brief brief, TextWriter output)
    {
        Open(output, "changes");
        if (brief.Changes is not { } changes)
        {
            output.Write("<p>There are too few dated events to compare two halves of the period.</p>\n");
            Close(output);
            return;
        }

        output.Write($"<p class=\"lead\">The period {Counted.Span(changes.Window)} in two halves: before {Counted.Day(changes.Middle)} ({Counted.Of(changes.FirstDocuments, "document")}) and from that day on ({Counted.Of(changes.SecondDocuments, "document")}). The rate is the sum of scores per 100 documents, so that a half that was written about more does not look more eventful. Relations stand in order of the difference, measured against what chance alone would give (in standard errors of a compound Poisson count). Relations with fewer than {BriefBuilder.FewestCompared} counted events are left out. This states what was counted, not why.</p>\n");
        output.Write("<div class=\"scroll\" role=\"region\" aria-label=\"First half against second half\" tabindex=\"0\"><table>\n<caption>First half against second half</caption>\n<thead><tr><th scope=\"col\">Relation</th><th scope=\"col\" class=\"n\">Events, first</th><th scope=\"col\" class=\"n\">Events, second</th><th scope=\"col\" class=\"n\">Mean score, first</th><th scope=\"col\" class=\"n\">Mean score, second</th><th scope=\"col\" class=\"n\">Rate, first</th><th scope=\"col\" class=\"n\">Rate, second</th><th scope=\"col\" class=\"n\">Differ&shy;ence, in s.e.</th><th scope=\"col\">Only in one half</th></tr></thead>\n<tbody>\n");
        foreach (ChangeLine line in changes.Lines)
        {
            string kinds = string.Join("; ", new[] { line.New.Length > 0 ? "second: " + line.New : "", line.Gone.Length > 0 ? "first: " + line.Gone : "" }.Where(k => k.Length > 0));
            output.Write($"<tr><th scope=\"row\">{Isolated(line.Name)}</th>{Cell(line.Change.First.Count)}{Cell(line.Change.Second.Count)}<td class=\"n\">{Counted.ScoreOrNone(line.Change.First.ScoreMean)}</td><td class=\"n\">{Counted.ScoreOrNone(line.Change.Second.ScoreMean)}</td><td class=\"n\">{Counted.ScoreOrNone(line.Change.FirstRate)}</td><td class=\"n\">{Counted.ScoreOrNone(line.Change.SecondRate)}</td><td class=\"n\">{Counted.ScoreOrNone(line.Change.Strength)}</td><td class=\"words\">{Escape(kinds)}</td></tr>\n");
        }

        output.Write("</tbody></table></div>\n");
        WriteFirsts(brief, changes, output);
        Close(output);
    }

    private static void WriteFirsts(Brief brief, ChangeTable changes, TextWriter output)
    {
        if (changes.Firsts.Count == 0)
        {
            return;
        }

        HashSet<string> listed = [.. brief.Happened.SelectMany(g => g.Months).SelectMany(m => m.Events).Select(e => e.Anchor)];
        output.Write("<h3>First of their kind</h3>\n<p class=\"lead\">Acts of the second half whose like these documents did not tell of in the first, for the most told relations. First means first in these documents, not in history.</p>\n");
        foreach (RelationFirsts first in changes.Firsts)
        {
            output.Write($"<h4>{Escape(first.Name)}</h4>\n<ul class=\"plain\">\n");
            foreach (BriefEvent line in first.Events)
            {
                string sentence = Isolated(line.Sentence);
                output.Write($"<li>{Prose(line.When)}: {((listed.Contains(line.Anchor) ? line.Anchor : line.Source?.Target) is { } target ? $"<a href=\"#{target}\">{sentence}</a>" : sentence)}</li>\n");
            }

            output.Write("</ul>\n");
        }
    }
}
