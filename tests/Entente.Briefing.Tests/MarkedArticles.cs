using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Entente.Records;

namespace Entente.Briefing.Tests;

/// <summary>Documents and events from articles marked by hand; Golden/articles.txt says how.</summary>
internal static partial class MarkedArticles
{
    public static (List<Document> Documents, List<CodedEvent> Events) Read(string marked)
    {
        var documents = new List<Document>();
        var events = new List<CodedEvent>();
        string[] head = [];
        var text = new StringBuilder();
        int sentence = 0;
        foreach (string line in marked.Split('\n').Append("@").Where(l => l.Length > 0 && l[0] != '#'))
        {
            if (line[0] != '@')
            {
                text.Append(text.Length == 0 ? "" : sentence % 2 == 0 ? "\n\n" : " ");
                AddSentence(line, head, documents.Count, sentence++, text, events);
                continue;
            }

            if (head.Length > 0)
            {
                documents.Add(new($"d{documents.Count:00}", Day(head[0]), text.ToString()) { Publisher = head[1], Title = head[2] });
            }

            head = [.. line[1..].Split('|').Select(p => p.Trim())];
            text.Clear();
            sentence = 0;
        }

        return (documents, events);
    }

    private static void AddSentence(string line, string[] head, int document, int sentence, StringBuilder text, List<CodedEvent> events)
    {
        var quotes = new Dictionary<char, Quote>();
        var codes = new Dictionary<char, string>();
        string? about = null;
        int at = 0;
        foreach (Match mark in Mark().Matches(line))
        {
            text.Append(line, at, mark.Index - at);
            at = mark.Index + mark.Length;
            char kind = mark.Groups[1].Value[0];
            if (kind == 'e')
            {
                about = mark.Groups[2].Value.Trim();
                continue;
            }

            string words = mark.Groups[3].Value;
            quotes[kind] = new(words, new(text.Length, text.Length + words.Length));
            codes[kind] = mark.Groups[2].Value.Trim();
            text.Append(words);
        }

        text.Append(line.AsSpan(at).TrimEnd());
        while (text[^1] == ' ')
        {
            text.Length--;
        }

        if (about is not null)
        {
            events.Add(Event(about, head, document, sentence, quotes, codes));
        }
    }

    private static CodedEvent Event(string about, string[] head, int document, int sentence, Dictionary<char, Quote> quotes, Dictionary<char, string> codes)
    {
        string[] parts = about.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Dictionary<string, string> fields = parts.Skip(2).Select(p => p.Split('=', 2)).ToDictionary(p => p[0], p => p.Length > 1 ? p[1] : "");
        Assert.True(PloverTypes.TryParse(parts[0], out PloverType type));
        Assert.True(EventStatuses.TryParse(fields.GetValueOrDefault("status", "reported"), out EventStatus status));
        DateOnly published = Day(head[0]);
        DateSpan date = DateSpan.OfDay(published);
        if (fields.TryGetValue("date", out string? given))
        {
            string[] ends = given.Split('/');
            date = ends.Length == 1 ? DateSpan.OfDay(Day(ends[0])) : new(Day(ends[0]), Day(ends[1]));
        }

        string? size = fields.GetValueOrDefault("size");
        return new()
        {
            Id = $"d{document:00}-{sentence}",
            DocId = $"d{document:00}",
            Date = published,
            Sentence = sentence,
            Type = type,
            Cameo = parts[1],
            Mode = fields.TryGetValue("mode", out string? mode) ? [mode] : [],
            Context = fields.TryGetValue("context", out string? context) ? context.Split(',') : [],
            Status = status,
            Claimed = fields.ContainsKey("claimed"),
            Confidence = 0.9,
            Actor = Entities(quotes['a'], codes['a']),
            Recipient = quotes.TryGetValue('r', out Quote? recipient) ? Entities(recipient, codes['r']) : [],
            Trigger = quotes['t'],
            Location = quotes.TryGetValue('p', out Quote? place) ? new(place, "AFG", 4) : null,
            EventDate = date,
            DatePrecision = given is null ? DatePrecision.Publication : date.End.DayNumber - date.Start.DayNumber > 7 ? DatePrecision.Month : DatePrecision.Day,
            Size = size is null ? null : new(int.Parse(size.TrimEnd('d'), CultureInfo.InvariantCulture), null, null),
            Attribution = quotes.GetValueOrDefault('w'),
            Rule = "marked-by-hand",
        };
    }

    private static Entity[] Entities(Quote quote, string codes) =>
    [
        .. codes.Split(',').Select(c =>
        {
            string[] sides = c.Split('=', 2);
            string[] who = sides.Length > 1 ? sides[1].Split('/') : [];
            string? name = who.Length > 1 && who[1].Length > 0 ? who[1] : who.FirstOrDefault();
            return new Entity(quote, ActorCode.Parse(sides[0])) { Name = name, Role = who.Length > 2 ? who[2] : null };
        }),
    ];

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\{([atrwpe])([^:{}]*)(?::([^{}]*))?\}")]
    private static partial Regex Mark();
}
