using Entente.Analysis.Dyads;
using Entente.Briefing.Words;
using Entente.Records;

namespace Entente.Briefing;

/// <summary>Finds what was told of a relation in the second half of the window and not in the first.</summary>
/// <remarks>
/// Only of relations that both halves tell of: where nothing at all was told before, everything would be a first.
/// "First" is a statement about the documents read, never about history.
/// </remarks>
internal static class FirstActs
{
    private const int MostRelations = 4;
    private const int MostActs = 8;

    public static List<RelationFirsts> Of(DyadTable table, IReadOnlyList<CodedEvent> counted, Names names, Func<CodedEvent, BriefEvent> words)
    {
        var all = new List<RelationFirsts>();
        if (table.Middle is not { } middle)
        {
            return all;
        }

        foreach (Relation relation in table.Principal.Take(MostRelations))
        {
            CodedEvent[] told =
            [
                .. counted.Where(e => IsPlaced(e.EventDate) && DyadExpansion.RelationsOf(e).Contains(relation))
                    .OrderBy(e => e.EventDate.Start).ThenBy(e => e.Date).ThenBy(e => e.DocId, StringComparer.Ordinal).ThenBy(e => e.Trigger.Span.Start).ThenBy(e => e.Id, StringComparer.Ordinal),
            ];
            var known = told.Where(e => e.EventDate.Start < middle).Select(Kind).ToHashSet();
            CodedEvent[] firsts = known.Count == 0 ? [] : [.. told.Where(e => e.EventDate.Start >= middle && known.Add(Kind(e)))];
            if (firsts.Length > 0)
            {
                CodedEvent weightiest = firsts.OrderByDescending(Weight).ThenByDescending(e => Math.Abs(e.Goldstein ?? 0)).ThenBy(e => e.EventDate.Start).First();
                all.Add(new(
                    relation, Counted.Capital(names.Relation(relation)),
                    [.. firsts.OrderByDescending(Weight).Take(MostActs).OrderBy(e => e.EventDate.Start).ThenBy(e => e.Id, StringComparer.Ordinal).Select(words)], words(weightiest)));
            }
        }

        return all;
    }

    // A date that is known to the year only may lie on either side of the middle.
    private static bool IsPlaced(DateSpan date) => date.End.DayNumber - date.Start.DayNumber <= 31;

    private static double Weight(CodedEvent coded) => Math.Abs(EventTally.ScoreOf(coded));

    // The same words for the same kind of act, whichever way its sentence runs.
    private static string Kind(CodedEvent coded)
    {
        EventPhrase phrase = EventPhrases.Of(coded, alone: false);
        return $"{phrase.Act} {phrase.Tail}";
    }
}
