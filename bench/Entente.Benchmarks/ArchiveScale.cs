using System.Diagnostics;
using System.Globalization;
using Entente.Analysis.Shifts;
using Entente.Archive;
using Entente.Archive.Exchange;
using Entente.Archive.Querying;
using Entente.Archive.Writing;
using Entente.Records;

namespace Entente.Benchmarks;

/// <summary>Makes an archive of made-up imported events, as many as asked for, and times the questions that analyses put to it.</summary>
/// <remarks>
/// 200 parties, of which 40 are armed groups; pairs drawn after Zipf's law, so that a few hold most events, as in real event data; ten years, in order of days; from a seed.
/// Times are of the whole call, connection warm; the processor's time stands beside them, for machines that do other work as well.
/// </remarks>
internal static class ArchiveScale
{
    private const int Parties = 200, Days = 3652;

    /// <summary>Makes the archive where it is not there, then asks.</summary>
    /// <param name="path">The archive.</param>
    /// <param name="events">How many events it holds.</param>
    /// <param name="busiestOnly">Keeps those of the busiest pair alone, which has as many as among all: for the times of its series on a machine that has none for the whole.</param>
    public static void Run(string path, int events, bool busiestOnly = false)
    {
        if (!File.Exists(path))
        {
            using ArchiveFile made = ArchiveFile.OpenOrCreate(path);
            using var writer = new ArchiveWriter(made, new("gdelt", "generator 1"), TimeProvider.System);
            Time(string.Create(CultureInfo.InvariantCulture, $"import of {events} events"), () =>
            {
                foreach (ExchangeEvent row in Generate(events, busiestOnly))
                {
                    writer.Import(row);
                }

                writer.Commit();
                return writer.Imported;
            });
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"file: {new FileInfo(path).Length / 1048576} MiB"));
        using ArchiveFile archive = ArchiveFile.Open(path);
        using var reader = new ArchiveReader(archive);
        var principal = new Selection { Pair = Relation.Of(Code(0), Code(1)) };
        string[] region = [.. Enumerable.Range(0, 20).Select(Code)];
        for (int round = 0; round < 2; round++)
        {
            Time("months of the busiest pair", () => reader.Counts(principal, PeriodKind.Month).Count);
            Time("days of the busiest pair", () => reader.Counts(principal, PeriodKind.Day).Count);
            Time("months of a rare pair", () => reader.Counts(new() { Pair = Relation.Of(Code(120), Code(140)) }, PeriodKind.Month).Count);
            Time("one year of a region of 20", () => reader.Counts(new() { Actors = region, From = new(2020, 1, 1), Until = new(2021, 1, 1) }, PeriodKind.Year).Count);
            Time("months of all dyads of a region of 20", () => reader.Counts(new() { Actors = region }, PeriodKind.Month).Count);
            Time("shifts of all dyads of a region of 20, monthly, two threads", () => ShiftScan.Of(
                reader.Counts(new() { Actors = region }, PeriodKind.Month), reader.Coverage(Selection.Everything, PeriodKind.Month), new() { Threads = 2 }).Count);
            Time("coverage by month", () => reader.Coverage(Selection.Everything, PeriodKind.Month).Count);
            Time("events of the busiest pair in one month", () => reader.Events(principal with { From = new(2020, 3, 1), Until = new(2020, 4, 1) }).Count());
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"peak memory: {Process.GetCurrentProcess().PeakWorkingSet64 / 1048576} MiB"));
    }

    private static IEnumerable<ExchangeEvent> Generate(int events, bool busiestOnly)
    {
        var random = new Random(20260527);
        ExchangeParty[][] sides = [.. Enumerable.Range(0, Parties).Select(i => (ExchangeParty[])[new("Party " + Code(i), ActorCode.Parse(Code(i))) { SourceCode = Code(i) }])];
        double[] weights = new double[Parties];
        double sum = 0;
        for (int i = 0; i < Parties; i++)
        {
            sum += 1 / (i + 2.0);
            weights[i] = sum;
        }

        for (int i = 0; i < events; i++)
        {
            DateOnly day = new DateOnly(2015, 1, 1).AddDays((int)((long)i * Days / events));
            var type = (PloverType)Math.Min(random.Next(16), random.Next(16));
            double goldstein = random.Next(0, 100) / 10.0;
            int actor = Draw(random, weights, sum), recipient = Draw(random, weights, sum), mentions = 1 + random.Next(20);
            if (busiestOnly && actor + recipient != 1)
            {
                continue;
            }

            yield return new()
            {
                Source = "gdelt",
                Id = (400_000_000 + i).ToString(CultureInfo.InvariantCulture),
                Date = day,
                When = DateSpan.OfDay(day),
                Type = type,
                Cameo = "042",
                Goldstein = (type < PloverType.Request ? 1 : -1) * goldstein,
                Actors = sides[actor],
                Recipients = sides[recipient],
                Url = string.Create(CultureInfo.InvariantCulture, $"https://news.example/{i / 3}/article-about-it"),
                Mentions = mentions,
            };
        }
    }

    private static int Draw(Random random, double[] weights, double sum)
    {
        int found = Array.BinarySearch(weights, random.NextDouble() * sum);
        return Math.Min(found < 0 ? ~found : found, Parties - 1);
    }

    /// <summary>A code of three letters that is no sector, for every fifth an armed group's.</summary>
    private static string Code(int number) => $"X{(char)('A' + (number / 26))}{(char)('A' + (number % 26))}" + (number % 5 == 4 ? " REB" : "");

    private static void Time(string what, Func<long> work)
    {
        using var self = Process.GetCurrentProcess();
        TimeSpan before = self.TotalProcessorTime;
        long start = Stopwatch.GetTimestamp();
        long rows = work();
        TimeSpan wall = Stopwatch.GetElapsedTime(start);
        self.Refresh();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-45} {wall.TotalMilliseconds,10:0.0} ms {(self.TotalProcessorTime - before).TotalMilliseconds,10:0.0} ms of processor {rows,10} rows"));
    }
}
