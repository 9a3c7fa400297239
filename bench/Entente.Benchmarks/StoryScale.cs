using System.Diagnostics;
using System.Globalization;
using Entente.Archive;
using Entente.Archive.Writing;
using Entente.Archives;
using Entente.Records;

namespace Entente.Benchmarks;

/// <summary>Stores made-up articles, once with and once without looking for reprints, and times both: what finding stories adds to <c>entente add</c>.</summary>
/// <remarks>
/// 100 articles a day of 300 words, drawn from 20,000 words after Zipf's law, with a footer of 30 words that all articles of an outlet share; every fourth is a reprint of one of
/// the last three days, half of these cut to a third. Four events each. Coding is not part of it.
/// </remarks>
internal static class StoryScale
{
    private const int PerDay = 100, PerBatch = 256;

    /// <param name="folder">Where the two archives are made.</param>
    /// <param name="documents">How many articles.</param>
    public static void Run(string folder, int documents)
    {
        foreach (bool stories in (bool[])[false, true])
        {
            string path = Path.Combine(folder, stories ? "with.db" : "without.db");
            TimeSpan before = Process.GetCurrentProcess().TotalProcessorTime;
            long part = Stopwatch.GetTimestamp();
            using (ArchiveFile archive = ArchiveFile.OpenOrCreate(path))
            using (var writer = new ArchiveWriter(archive, new(CodingVersion.Own, "entente generator", "", ""), TimeProvider.System, stories ? new StoryRule() : null))
            {
                int number = 0;
                foreach (Document document in Generate(documents))
                {
                    writer.Add(document, new([.. Enumerable.Range(0, 4).Select(i => Event(document, i))], [new(0, document.Text.Length)]));
                    if (++number % PerBatch == 0)
                    {
                        writer.Commit();
                    }

                    if (number % (documents / 4) == 0)
                    {
                        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  to {number}: {Stopwatch.GetElapsedTime(part).TotalMilliseconds / (documents / 4):0.000} ms an article"));
                        part = Stopwatch.GetTimestamp();
                    }
                }

                writer.Commit();
            }

            double processor = (Process.GetCurrentProcess().TotalProcessorTime - before).TotalMilliseconds;
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{(stories ? "with" : "without")} stories: {processor / documents:0.000} ms of processor an article, file {new FileInfo(path).Length / 1048576} MiB, peak memory so far {Process.GetCurrentProcess().PeakWorkingSet64 / 1048576} MiB"));
        }
    }

    private static IEnumerable<Document> Generate(int documents)
    {
        var random = new Random(20260527);
        string[] words = [.. Enumerable.Range(0, 20_000).Select(i => "w" + i.ToString(CultureInfo.InvariantCulture))];
        string[] footers = [.. Enumerable.Range(0, 40).Select(_ => Draw(random, words, 30))];
        var recent = new Queue<string>();
        for (int i = 0; i < documents; i++)
        {
            string text = Draw(random, words, 300);
            if (recent.Count > 0 && i % 4 == 3)
            {
                text = recent.ElementAt(random.Next(recent.Count));
                text = random.Next(2) == 0 ? text : text[..(text.Length / 3)];
            }
            else
            {
                recent.Enqueue(text);
                if (recent.Count > 3 * PerDay)
                {
                    recent.Dequeue();
                }
            }

            string id = i.ToString(CultureInfo.InvariantCulture);
            yield return new(id, new DateOnly(2015, 1, 1).AddDays(i / PerDay), text + "\n" + footers[i % 40]) { Publisher = "outlet " + (i % 40).ToString(CultureInfo.InvariantCulture) };
        }
    }

    private static string Draw(Random random, string[] words, int count) =>
        string.Join(' ', Enumerable.Range(0, count).Select(_ => words[(int)Math.Pow(words.Length, random.NextDouble()) - 1]));

    private static CodedEvent Event(Document document, int number) => new()
    {
        Id = document.Id + "/" + number.ToString(CultureInfo.InvariantCulture), DocId = document.Id, Date = document.Date, Sentence = 0, Type = (PloverType)(number * 3), Mode = [], Context = [],
        Status = EventStatus.Reported, Confidence = 0.9, Actor = [new(new("a", new(0, 1)), ActorCode.Parse("TCD"))], Recipient = [new(new("b", new(2, 3)), ActorCode.Parse("NER"))],
        Trigger = new("c", new(4 + number, 5 + number)), EventDate = DateSpan.OfDay(document.Date), DatePrecision = DatePrecision.Day, Rule = "made-up",
    };
}
