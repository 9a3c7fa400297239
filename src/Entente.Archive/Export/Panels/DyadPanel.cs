using System.Globalization;
using Entente.Archive.Export.Tables;
using Entente.Records;

namespace Entente.Archive.Export.Panels;

/// <summary>A dyad-period panel, ready for R and pandas: balanced, one row for each ordered pair and period, zeros filled, with how much was read at all.</summary>
public static class DyadPanel
{
    private const string Rule =
        "One row for each ordered pair and period: every pair that the events asked for have, or every ordered pair of the parties asked for, with every period from the first to the last. A pair without " +
        "events in a period has zeros; whether such a zero says anything, `coverage` tells. An event of several parties counts in each of its pairs. Events whose date is coarser than a period are left out.";

    private static readonly Column[] AllColumns =
    [
        new("actor", "text", "who acts"),
        new("recipient", "text", "towards whom; the same as actor for what happens within"),
        new("period", "text", "2024-05-17, 2024-W20, 2024-05, 2024-Q2 or 2024"),
        new("start", "day", "first day of the period"),
        new("end", "day", "its last day, itself included"),
        new("coverage", "whole", "documents published in the period; of sources without documents, their events. 0: nothing was read, and the zeros of the row are no evidence"),
        new("events", "whole", "events; 0 where there is none"),
        .. Enum.GetValues<PloverType>().Select(type => new Column(Lower(type.Code()), "whole", $"of these, {type.Code()}")),
        .. Enum.GetValues<Quad>().Select(quad => new Column(quad.Code().Replace('-', '_'), "whole", $"of these, {quad.Code()}")),
        new("score_sum", "number", "sum of PLOVER scores; 0 where there is no event"),
        new("score_mean", "number", "mean of PLOVER scores; empty where there is no event"),
        new("goldstein_sum", "number", "sum of Goldstein scores of the events that bear one"),
        new("goldstein_n", "whole", "how many bear one"),
        new("dead", "whole", "sum of the stated numbers of killed"),
    ];

    /// <summary>The columns, in order.</summary>
    public static IReadOnlyList<Column> Columns => AllColumns;

    /// <summary>What the columns mean, as Markdown.</summary>
    public static string Codebook => Export.Codebook.Of("Dyad-period panel", Rule, AllColumns);

    /// <summary>Writes a panel as CSV.</summary>
    /// <param name="counts">The pairs' events counted, in any order.</param>
    /// <param name="coverage">How much there was at all; periods that are not in it have none.</param>
    /// <param name="kind">Length of the periods.</param>
    /// <param name="parties">Parties all of whose ordered pairs are to be in it; empty for the pairs that <paramref name="counts"/> has.</param>
    /// <param name="from">A day of the first period; null for the first with anything.</param>
    /// <param name="until">The day after the last; null for the last with anything.</param>
    /// <param name="output">Receives UTF-8; the caller owns and disposes it.</param>
    public static ExportOutcome Write(
        IReadOnlyList<DyadCount> counts, IReadOnlyList<(Period Period, int Documents)> coverage, PeriodKind kind, IReadOnlyList<string> parties, DateOnly? from, DateOnly? until, Stream output)
    {
        ArgumentNullException.ThrowIfNull(counts);
        ArgumentNullException.ThrowIfNull(coverage);
        using var table = new DelimitedWriter(output, ',');
        table.Row([.. AllColumns.Select(column => column.Name)]);
        Period[] periods = Periods(counts, coverage, kind, from, until);
        if (periods.Length == 0)
        {
            return new(0);
        }

        var documents = coverage.ToDictionary(item => item.Period, item => item.Documents);
        ILookup<(Dyad Dyad, Period Period), DyadCount> cells = counts.ToLookup(count => (count.Dyad, count.Period));
        long written = 0;
        foreach (Dyad dyad in Dyads(counts, parties))
        {
            foreach (Period period in periods)
            {
                WriteRow(table, dyad, period, documents.GetValueOrDefault(period), cells[(dyad, period)]);
                written++;
            }
        }

        return new(written);
    }

    private static Period[] Periods(IReadOnlyList<DyadCount> counts, IReadOnlyList<(Period Period, int Documents)> coverage, PeriodKind kind, DateOnly? from, DateOnly? until)
    {
        Period[] known = [.. counts.Select(count => count.Period).Concat(coverage.Select(item => item.Period)).Distinct().Order()];
        Period? first = from is { } start ? Period.Of(start, kind) : known.Length > 0 ? known[0] : null;
        Period? last = until is { } end ? Period.Of(end.AddDays(-1), kind) : known.Length > 0 ? known[^1] : null;
        return first is { } one && last is { } other ? [.. Period.Range(one, other)] : [];
    }

    private static Dyad[] Dyads(IReadOnlyList<DyadCount> counts, IReadOnlyList<string> parties)
    {
        IEnumerable<Dyad> seen = counts.Select(count => count.Dyad);
        IEnumerable<Dyad> asked = parties.Count > 1 ? parties.SelectMany(actor => parties.Where(other => other != actor).Select(other => new Dyad(actor, other))) : [];
        return [.. seen.Concat(asked).Distinct().Order()];
    }

    private static void WriteRow(DelimitedWriter table, Dyad dyad, Period period, int documents, IEnumerable<DyadCount> counts)
    {
        Span<long> types = stackalloc long[PloverTypes.Count], quads = stackalloc long[4];
        long events = 0, goldsteins = 0, dead = 0;
        double score = 0, goldstein = 0;
        foreach (DyadCount count in counts)
        {
            types[(int)count.Type] += count.Count;
            quads[(int)count.Type.Quad()] += count.Count;
            (events, goldsteins, dead) = (events + count.Count, goldsteins + count.GoldsteinCount, dead + count.Dead);
            (score, goldstein) = (score + count.ScoreSum, goldstein + count.GoldsteinSum);
        }

        table.Cell(dyad.Actor).Cell(dyad.Recipient).Cell(period.ToString()).Cell(period.Start).Cell(period.End.AddDays(-1)).Cell(documents).Cell(events);
        foreach (long number in types)
        {
            table.Cell(number);
        }

        foreach (long number in quads)
        {
            table.Cell(number);
        }

        table.Cell(Math.Round(score, 3)).Cell(events == 0 ? null : Math.Round(score / events, 4)).Cell(Math.Round(goldstein, 3)).Cell(goldsteins).Cell(dead).End();
    }

    private static string Lower(string name) => name.ToLower(CultureInfo.InvariantCulture);
}
