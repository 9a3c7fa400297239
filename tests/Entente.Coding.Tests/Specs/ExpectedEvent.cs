using System.Globalization;
using Entente.Records;

namespace Entente.Coding.Tests.Specs;

/// <summary>An event as frames' examples and specs write it: <c>ASSAULT/negated ISR MIL -> PSE | date=… place=… dead=… by="…" claimed</c>.</summary>
internal sealed record ExpectedEvent(string Type, string Status, IReadOnlyList<string> Actor, IReadOnlyList<string> Recipient, IReadOnlyDictionary<string, string> More)
{
    /// <summary>Parses what stands after <c>=></c>; <c>none</c> is no event.</summary>
    public static IReadOnlyList<ExpectedEvent> ParseAll(string text) =>
        text.Trim() == "none" ? [] : [.. text.Split(';').Select(Parse)];

    /// <summary>The events a coder found, in the same writing.</summary>
    public static string Of(IReadOnlyList<CodedEvent> events) =>
        events.Count == 0 ? "none" : string.Join(" ; ", events.Select(Of));

    /// <summary>Whether each expected event is one of the coded, and each coded one expected.</summary>
    public static bool AreMet(IReadOnlyList<ExpectedEvent> expected, IReadOnlyList<CodedEvent> coded)
    {
        var free = new List<CodedEvent>(coded);
        foreach (ExpectedEvent wanted in expected)
        {
            int at = free.FindIndex(wanted.IsMetBy);
            if (at < 0)
            {
                return false;
            }

            free.RemoveAt(at);
        }

        return free.Count == 0;
    }

    private bool IsMetBy(CodedEvent coded) =>
        coded.Type.Code() == Type && coded.Status.Code() == Status && Same(Actor, coded.Actor) && Same(Recipient, coded.Recipient)
        && More.All(pair => Value(coded, pair.Key) == pair.Value);

    private static ExpectedEvent Parse(string text)
    {
        string[] halves = text.Split('|', 2);
        string head = halves[0].Trim();
        int blank = head.IndexOf(' ', StringComparison.Ordinal);
        string[] type = (blank < 0 ? head : head[..blank]).Split('/');
        string[] sides = (blank < 0 ? "" : head[(blank + 1)..]).Split("->");
        var more = new Dictionary<string, string>(StringComparer.Ordinal);
        if (halves.Length > 1)
        {
            foreach (string field in halves[1].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                string[] pair = field.Split('=', 2);
                more[pair[0].Trim()] = pair.Length > 1 ? pair[1].Trim() : "yes";
            }
        }

        return new(type[0], type.Length > 1 ? type[1] : "reported", Parties(sides[0]), sides.Length > 1 ? Parties(sides[1]) : [], more);
    }

    private static string[] Parties(string text) =>
        text.Trim() is "" or "?" ? [] : [.. text.Split(" + ").Select(party => party.Trim())];

    private static bool Same(IReadOnlyList<string> wanted, IReadOnlyList<Entity> found) =>
        wanted.Count == found.Count && wanted.Order(StringComparer.Ordinal).SequenceEqual(found.Select(Name).Order(StringComparer.Ordinal));

    private static string Name(Entity entity) => entity.Code?.Text ?? $"\"{entity.Quote.Text}\"";

    private static string Value(CodedEvent coded, string key) => key switch
    {
        "date" => coded.EventDate.ToString(),
        "precision" => coded.DatePrecision.ToString().ToLowerInvariant(),
        "place" => coded.Location?.Quote.Text ?? "",
        "country" => coded.Location?.Country ?? "",
        "resolution" => coded.Location?.Resolution.ToString(CultureInfo.InvariantCulture) ?? "",
        "dead" => coded.Size?.Dead?.ToString(CultureInfo.InvariantCulture) ?? "",
        "injured" => coded.Size?.Injured?.ToString(CultureInfo.InvariantCulture) ?? "",
        "arrested" => coded.Size?.Arrested?.ToString(CultureInfo.InvariantCulture) ?? "",
        "by" => coded.Attribution?.Text ?? "",
        "claimed" => coded.Claimed ? "yes" : "no",
        "rule" => coded.Rule,
        "trigger" => coded.Trigger.Text,
        "actor" => string.Join(" + ", coded.Actor.Select(entity => entity.Quote.Text)),
        "recipient" => string.Join(" + ", coded.Recipient.Select(entity => entity.Quote.Text)),
        _ => throw new FormatException($"'{key}' is nothing an event can be held to."),
    };

    private static string Of(CodedEvent coded)
    {
        string status = coded.Status == EventStatus.Reported ? "" : "/" + coded.Status.Code();
        string recipients = coded.Recipient.Count == 0 ? "" : " -> " + string.Join(" + ", coded.Recipient.Select(Name));
        string actors = coded.Actor.Count == 0 ? "?" : string.Join(" + ", coded.Actor.Select(Name));
        return $"{coded.Type.Code()}{status} {actors}{recipients} [{coded.Rule}]";
    }
}
