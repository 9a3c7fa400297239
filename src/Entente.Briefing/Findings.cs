using Entente.Analysis.Dyads;
using Entente.Briefing.Words;
using Entente.Records;

namespace Entente.Briefing;

/// <summary>What stands out, in sentences that only restate counts.</summary>
internal sealed class Findings(Names names, DyadTable table, BriefOptions options)
{
    /// <summary>Fewest events a relation needs to be called the most hostile: fewer is chance.</summary>
    private const int Few = 3;

    /// <summary>Relations whose weightiest first act is a finding.</summary>
    private const int MostFirsts = 2;

    /// <summary>Standard errors from which a difference is called a change rather than chance.</summary>
    private const double Strong = 2;

    /// <param name="counted">Counted events.</param>
    /// <param name="words">An event in words.</param>
    /// <param name="apart">Number of events that do not count.</param>
    /// <param name="targets">Ids of the parts of the brief that exist.</param>
    /// <param name="changes">The comparison of halves; null for none.</param>
    public List<Finding> Of(IReadOnlyList<CodedEvent> counted, Func<CodedEvent, BriefEvent> words, int apart, IReadOnlySet<string> targets, ChangeTable? changes)
    {
        var findings = new List<Finding>();
        if (counted.Count == 0)
        {
            findings.Add(new("No event was coded as reported: there is nothing to count, chart or compare.", "coverage"));
        }

        MostTold(findings, targets);
        MostChanged(findings);
        Firsts(findings, changes, targets);
        MostConflict(findings, targets);
        Latest(findings, counted, words, targets);
        if (apart > 0)
        {
            string kinds = options.CountClaimed ? "planned, possible, denied or earlier" : "claimed, planned, possible, denied or earlier";
            findings.Add(new($"{Counted.Of(apart, "further event")} {Counted.Were(apart)} told as {kinds}; {(apart == 1 ? "it is" : "they are")} listed apart and not counted.", "standing"));
        }

        return findings;
    }

    private void MostTold(List<Finding> findings, IReadOnlySet<string> targets)
    {
        if (table.Principal.Count == 0)
        {
            return;
        }

        Relation relation = table.Principal[0];
        EventTally tally = table.Relations[relation].Counted;
        string id = "r-" + EventListing.IdOf(relation);
        int all = table.BetweenParties.Count;
        string share = tally.Count == all ? "all " + Counted.Of(all, "counted event") : $"{Counted.Number(tally.Count)} of {Counted.Of(all, "counted event")}";
        findings.Add(new(
            $"Most is told of {names.Relation(relation)}: {share} between two parties, {Split(tally)}.",
            targets.Contains(id) ? id : "who"));
    }

    private void MostChanged(List<Finding> findings)
    {
        RelationChange? change = table.Changes.FirstOrDefault(c => c.Difference is { } d && d != 0 && c.First.Count + c.Second.Count >= BriefBuilder.FewestCompared);
        if (change is null || table.Middle is not { } middle)
        {
            return;
        }

        string most = change.Strength is { } strength && Math.Abs(strength) >= Strong
            ? $"Between the two halves of the period, before and from {Counted.Day(middle)}, {names.Relation(change.Relation)} changed most: "
            : $"No relation differs between the two halves of the period, before and from {Counted.Day(middle)}, by more than chance would give. The largest difference is that of {names.Relation(change.Relation)}: ";
        string text = most +
            $"from {Half(change.First)} to {Half(change.Second)}; per 100 documents the score went from {Counted.ScoreOrNone(change.FirstRate)} to {Counted.ScoreOrNone(change.SecondRate)}.";
        if (change.New.Count > 0)
        {
            text += $" Only in the second half: {Counted.List([.. change.New.Select(Names.Category)])}.";
        }

        findings.Add(new(text, "changes"));
    }

    private static void Firsts(List<Finding> findings, ChangeTable? changes, IReadOnlySet<string> targets)
    {
        foreach (RelationFirsts first in (changes?.Firsts ?? []).Take(MostFirsts))
        {
            BriefEvent line = first.Weightiest;
            findings.Add(new(
                $"First of its kind between {first.Name} in these documents: {line.When}, {line.Sentence}.", targets.Contains(line.Anchor) ? line.Anchor : "changes"));
        }
    }

    private void MostConflict(List<Finding> findings, IReadOnlySet<string> targets)
    {
        Relation? worst = null;
        foreach (Relation relation in table.Principal.Where(r => table.Relations[r].Counted.Conflict >= Few))
        {
            worst = worst is { } other && table.Relations[other].Counted.Conflict >= table.Relations[relation].Counted.Conflict ? worst : relation;
        }

        if (worst is { } found)
        {
            EventTally tally = table.Relations[found].Counted;
            string id = "r-" + EventListing.IdOf(found);
            findings.Add(new(
                $"Most conflict is told of {names.Relation(found)}: {Counted.Number(tally.Conflict)} of {Counted.Of(tally.Count, "event")}, mean score {Counted.ScoreOrNone(tally.ScoreMean)}.",
                targets.Contains(id) ? id : "who"));
        }
    }

    private static void Latest(List<Finding> findings, IReadOnlyList<CodedEvent> counted, Func<CodedEvent, BriefEvent> words, IReadOnlySet<string> targets)
    {
        CodedEvent? latest = counted.Where(e => DyadExpansion.Of(e).Any(d => !d.IsDomestic))
            .OrderBy(e => e.EventDate.Start).ThenBy(e => e.Confidence).ThenBy(e => e.Id, StringComparer.Ordinal).LastOrDefault();
        if (latest is not null)
        {
            BriefEvent line = words(latest);
            findings.Add(new($"Latest: {line.When}, {line.Sentence}.", targets.Contains(line.Anchor) ? line.Anchor : "happened"));
        }
    }

    private static string Half(EventTally tally) =>
        tally.Count == 0 ? "no event" : $"{Counted.Of(tally.Count, "event")} ({Split(tally)})";

    private static string Split(EventTally tally) =>
        tally.Conflict == 0 ? (tally.Count == 1 ? "of cooperation" : "all of cooperation")
        : tally.Cooperation == 0 ? (tally.Count == 1 ? "of conflict" : "all of conflict")
        : $"{Counted.Number(tally.Cooperation)} of cooperation and {Counted.Number(tally.Conflict)} of conflict";
}
