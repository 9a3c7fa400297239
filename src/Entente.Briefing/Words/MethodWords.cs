namespace Entente.Briefing.Words;

/// <summary>How the brief was made, in sentences that hold for every brief.</summary>
internal static class MethodWords
{
    public static IEnumerable<string> Lines(Brief brief)
    {
        yield return "Events are coded after PLOVER, with CAMEO codes where one fits; quads and scores follow the manual’s draft of 2021, in which reduced relations are material conflict.";
        yield return brief.CountClaimed
            ? "An event counts when its text reports it as fact, or a party to the matter claims it."
            : "An event counts when its text reports it as fact; what only a party to the matter claims is listed apart.";
        yield return "Counts are of coded events: a happening that three articles tell counts three times.";
        yield return "Every actor is paired with every recipient, by country or body; armed groups stand apart from the country they come from. A meeting, a joint act or two-sided fighting counts in both directions, and once in a relation.";
        yield return "A date that the text does not give is the day of publication, written “as of”. An event is placed in a period by its first day, unless its date is coarser than the period.";
        yield return "Agreements, standing relations, bargains and inferences are records of their own and counted nowhere among the events. Where the text tells such a relation as possible, or infers it, the line says so.";
        yield return "An author’s conclusions are no events. Whatever the rules could not support with an actor, an act and its words is not coded.";
        if (brief.NotFound.Count > 0)
        {
            yield return $"Looked for and not found: {string.Join("; ", brief.NotFound)}.";
        }
    }

    public static IEnumerable<(string Name, string Value)> Versions(BriefRun run)
    {
        yield return ("Coder", run.Coder);
        if (run.Lexicon is { } lexicon)
        {
            yield return ("Lexicon", lexicon);
        }

        foreach ((string name, string version) in run.Models)
        {
            yield return ("Model: " + name, version);
        }

        if (run.Sentences is { } sentences)
        {
            yield return ("Sentences read", Counted.Number(sentences));
        }

        if (run.Refusals.Count > 0)
        {
            yield return ("Candidates refused", Counted.Number(run.Refusals.Values.Sum(r => (long)r)));
        }
    }

    /// <summary>Reasons, most frequent first, then by name.</summary>
    public static IEnumerable<KeyValuePair<string, int>> Refusals(BriefRun run) =>
        run.Refusals.OrderByDescending(r => r.Value).ThenBy(r => r.Key, StringComparer.Ordinal);
}
