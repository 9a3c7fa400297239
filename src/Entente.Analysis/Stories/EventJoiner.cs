using System.Globalization;
using Entente.Records;

namespace Entente.Analysis.Stories;

/// <summary>Joins the records of one act: the same parties, kind, place and day within a story. Precision before recall.</summary>
/// <remarks>
/// Two records are one act where they stand in the same story, bear the same category, standing (status, claimed or not) and (where both have one) CAMEO root, name the same
/// people, bodies, groups and countries as actors and as recipients, their days meet, and their places, where both
/// have one, do not differ. A record without any coded party is never joined: nothing shows that it is the same.
/// </remarks>
public static class EventJoiner
{
    /// <summary>The acts, in the order of their first records.</summary>
    /// <param name="stories">All articles, as <see cref="StoryFinder"/> groups them.</param>
    /// <param name="events">Their records; of articles in none of the stories each is an act by itself.</param>
    public static IReadOnlyList<ReportedEvent> Join(IReadOnlyList<Story> stories, IReadOnlyList<CodedEvent> events)
    {
        var storyOf = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int s = 0; s < stories.Count; s++)
        {
            foreach (Document document in stories[s].Documents)
            {
                storyOf.TryAdd(document.Id, s);
            }
        }

        int[] heads = HeadsOf(events, coded =>
            storyOf.TryGetValue(coded.DocId, out int story) && KeyOf(coded) is { } key ? string.Create(CultureInfo.InvariantCulture, $"{story}|{key}") : null);
        return
        [
            .. events.Index().GroupBy(item => heads[item.Index], item => item.Item)
                .Select(act => new ReportedEvent(act.First(), [.. act], act.Select(e => e.DocId).Distinct(StringComparer.Ordinal).Count())),
        ];
    }

    /// <summary>For each event of one story the index of the first record of its act: itself, or an earlier one.</summary>
    /// <param name="events">In the order of the printings, then of their texts.</param>
    public static int[] Heads(IReadOnlyList<CodedEvent> events) => HeadsOf(events, KeyOf);

    /// <param name="events">In order.</param>
    /// <param name="keyOf">What events of one act have in common; null for one that is an act by itself.</param>
    private static int[] HeadsOf(IReadOnlyList<CodedEvent> events, Func<CodedEvent, string?> keyOf)
    {
        int[] heads = new int[events.Count];
        var byKey = new Dictionary<string, List<List<int>>>(StringComparer.Ordinal);
        for (int i = 0; i < events.Count; i++)
        {
            heads[i] = i;
            if (keyOf(events[i]) is not { } key)
            {
                continue;
            }

            if (!byKey.TryGetValue(key, out List<List<int>>? acts))
            {
                byKey.Add(key, acts = []);
            }

            List<int>? same = acts.Find(act => act.TrueForAll(other => Meet(events[other], events[i])));
            if (same is null)
            {
                acts.Add(same = []);
            }

            same.Add(i);
            heads[i] = same[0];
        }

        return heads;
    }

    private static string? KeyOf(CodedEvent coded)
    {
        string actors = Parties(coded.Actor);
        string recipients = Parties(coded.Recipient);
        return actors.Length == 0 && recipients.Length == 0
            ? null
            : $"{coded.Type.Code()}|{coded.Status.Code()}|{(coded.Claimed ? "claimed" : "")}|{actors}|{recipients}";
    }

    private static string Parties(IReadOnlyList<Entity> entities) =>
        string.Join('+', entities.Select(e => e.Id ?? e.Name ?? e.Code?.Text).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    private static bool Meet(CodedEvent a, CodedEvent b)
    {
        bool days = a.EventDate.Start < b.EventDate.End && b.EventDate.Start < a.EventDate.End;
        bool codes = a.Cameo is not { Length: >= 2 } x || b.Cameo is not { Length: >= 2 } y || x.AsSpan(0, 2).SequenceEqual(y.AsSpan(0, 2));
        bool places = a.Location is null || b.Location is null || SamePlace(a.Location, b.Location);
        return days && codes && places && !(SameDocument(a, b) && a.Sentence == b.Sentence);
    }

    /// <summary>Two triggers of one sentence are two acts: the coder has already held them apart.</summary>
    private static bool SameDocument(CodedEvent a, CodedEvent b) => string.Equals(a.DocId, b.DocId, StringComparison.Ordinal);

    private static bool SamePlace(EventLocation a, EventLocation b) =>
        a.Country == b.Country && (a.Resolution <= 2 || b.Resolution <= 2 || a.GeonameId == b.GeonameId || a.Quote.Text == b.Quote.Text);
}
