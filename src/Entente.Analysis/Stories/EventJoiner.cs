using Entente.Records;

namespace Entente.Analysis.Stories;

/// <summary>Joins the records of one act: the same parties, kind, place and day within a story. Precision before recall.</summary>
/// <remarks>
/// Two records are one act where they stand in the same story, bear the same category, status and (where both have one) CAMEO root, name the same
/// countries and groups as actors and as recipients, their days meet, and their places, where both
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

        var acts = new List<List<CodedEvent>>();
        var byKey = new Dictionary<string, List<List<CodedEvent>>>(StringComparer.Ordinal);
        foreach (CodedEvent coded in events)
        {
            if (KeyOf(coded, storyOf) is not { } key)
            {
                acts.Add([coded]);
                continue;
            }

            if (!byKey.TryGetValue(key, out List<List<CodedEvent>>? known))
            {
                byKey[key] = known = [];
            }

            List<CodedEvent>? same = known.Find(act => act.TrueForAll(other => Meet(other, coded)));
            if (same is null)
            {
                same = [];
                known.Add(same);
                acts.Add(same);
            }

            same.Add(coded);
        }

        return [.. acts.Select(act => new ReportedEvent(
            act[0], act, act.Select(e => e.DocId).Distinct(StringComparer.Ordinal).Count()))];
    }

    private static string? KeyOf(CodedEvent coded, Dictionary<string, int> storyOf)
    {
        if (!storyOf.TryGetValue(coded.DocId, out int story))
        {
            return null;
        }

        string actors = Parties(coded.Actor);
        string recipients = Parties(coded.Recipient);
        return actors.Length == 0 && recipients.Length == 0
            ? null
            : $"{story}|{coded.Type.Code()}|{coded.Status.Code()}|{actors}|{recipients}";
    }

    private static string Parties(IReadOnlyList<Entity> entities) =>
        string.Join('+', entities.Select(e => e.Id ?? e.Code?.Text).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

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
