using Entente.Records;

namespace Entente.Evaluation;

/// <summary>A gold event: which categories count as right, and where the parties stand.</summary>
/// <param name="Accept">Categories that count as right; empty where the event has none and is not scored.</param>
/// <param name="Quad">The gold quad; null where unknown.</param>
/// <param name="Actor">Spans of who did it.</param>
/// <param name="Recipient">Spans of to whom.</param>
/// <param name="Reciprocal">Whether both parties are both.</param>
/// <param name="HasCategory">Whether one category is known; else only the quad is.</param>
public sealed record GoldEvent(
    IReadOnlyList<string> Accept, string? Quad, IReadOnlyList<TextSpan> Actor, IReadOnlyList<TextSpan> Recipient, bool Reciprocal, bool HasCategory);

/// <summary>A gold document.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Text">Its words.</param>
/// <param name="Events">Its events.</param>
/// <param name="Fold">Its fold, 0 to 4.</param>
/// <param name="IsUnknown">Whether its event is not known: not scored.</param>
/// <param name="IsStatement">Whether it is CAMEO's class 0, where a REQUEST is neither right nor wrong.</param>
public sealed record GoldDocument(string Id, string Text, IReadOnlyList<GoldEvent> Events, int Fold, bool IsUnknown, bool IsStatement);

/// <summary>What one document scored.</summary>
public sealed record EventTallies(Tally Event, Tally Quad, Tally Joint, Tally Actor, Tally Recipient)
{
    /// <summary>A document that is not scored.</summary>
    public static EventTallies None { get; } = new(default, default, default, default, default);
}

/// <summary>Scores coded events against gold, one to one within a document; the arithmetic of the gold set's own scorer.</summary>
public static class EventScore
{
    /// <summary>Scores one document.</summary>
    /// <param name="gold">The document.</param>
    /// <param name="coded">Its events, negated ones left out.</param>
    public static EventTallies Of(GoldDocument gold, IReadOnlyList<CodedEvent> coded)
    {
        if (gold.IsUnknown)
        {
            return EventTallies.None;
        }

        var words = new SpanMatching(gold.Text);
        GoldEvent[] scored = [.. gold.Events.Where(e => e.Accept.Count > 0)];
        int loose = gold.Events.Count - scored.Length;
        CodedEvent[] answers = [.. coded.Where(e => !gold.IsStatement || e.Type != PloverType.Request)];

        List<(int Gold, int Answer)> events = Match(scored, answers, CategoryFits, words);
        List<(int Gold, int Answer)> quads = Match(scored, answers, QuadFits, words);
        int joint = events.Count(pair => RolesFit(scored[pair.Gold], answers[pair.Answer], words));
        return new(
            Tally(events.Count),
            Tally(quads.Count),
            Tally(joint),
            Roles(e => e.Actor, e => e.Actor),
            Roles(e => e.Recipient, e => e.Recipient));

        Tally Tally(int right) => new(right, Math.Max(0, answers.Length - right - loose), scored.Length - right);

        Tally Roles(Func<GoldEvent, IReadOnlyList<TextSpan>> ofGold, Func<CodedEvent, IReadOnlyList<Entity>> ofAnswer) => SpanMatching.Pair(
            [.. gold.Events.SelectMany(ofGold).Distinct().Order()],
            [.. answers.SelectMany(ofAnswer).Select(entity => entity.Quote.Span).Distinct().Order()],
            words.Agree);
    }

    private static bool CategoryFits(GoldEvent gold, CodedEvent coded) => gold.Accept.Contains(coded.Type.Code());

    private static bool QuadFits(GoldEvent gold, CodedEvent coded)
    {
        if (gold.Quad is null)
        {
            return false;
        }

        return gold.HasCategory
            ? coded.Type.Quad().Code() == gold.Quad || (coded.Type == PloverType.Concede && gold.Quad == "material-cooperation")
            : CategoryFits(gold, coded);
    }

    private static bool RolesFit(GoldEvent gold, CodedEvent coded, SpanMatching words)
    {
        TextSpan[] actor = [.. coded.Actor.Select(e => e.Quote.Span)], recipient = [.. coded.Recipient.Select(e => e.Quote.Span)];
        if (Fits(gold.Actor, actor) && Fits(gold.Recipient, recipient))
        {
            return true;
        }

        if (!gold.Reciprocal)
        {
            return false;
        }

        // The two roles may be swapped or merged: each gold party must be met, and half of what was given must meet one.
        TextSpan[] both = [.. gold.Actor, .. gold.Recipient], given = [.. actor, .. recipient];
        int met = both.Distinct().Count(g => given.Any(a => words.Agree(g, a)));
        TextSpan[] distinct = [.. given.Distinct()];
        return met >= Math.Min(2, both.Distinct().Count()) && 2 * distinct.Count(a => words.AnyAgree(both, [a])) >= distinct.Length;

        bool Fits(IReadOnlyList<TextSpan> golden, TextSpan[] answers) =>
            golden.Count == 0 || (words.AnyAgree(golden, answers) && 2 * answers.Count(a => words.AnyAgree(golden, [a])) >= answers.Length);
    }

    /// <summary>Greedy and one to one; pairs whose roles agree too go first.</summary>
    private static List<(int Gold, int Answer)> Match(GoldEvent[] gold, CodedEvent[] answers, Func<GoldEvent, CodedEvent, bool> fits, SpanMatching words)
    {
        var candidates = new List<(int Rank, int Gold, int Answer)>();
        for (int i = 0; i < gold.Length; i++)
        {
            for (int j = 0; j < answers.Length; j++)
            {
                if (fits(gold[i], answers[j]))
                {
                    candidates.Add((RolesFit(gold[i], answers[j], words) ? -1 : 0, i, j));
                }
            }
        }

        candidates.Sort();
        var matched = new List<(int Gold, int Answer)>();
        foreach ((_, int i, int j) in candidates)
        {
            if (matched.TrueForAll(pair => pair.Gold != i && pair.Answer != j))
            {
                matched.Add((i, j));
            }
        }

        return matched;
    }
}
