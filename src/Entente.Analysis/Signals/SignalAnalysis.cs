using Entente.Records;

namespace Entente.Analysis.Signals;

/// <summary>Finds acts of speech that one party directs at another about a third, what they cost and how they were answered.</summary>
/// <remarks>
/// A speaker may do all this for an audience: who speaks to C about B on meeting A. What the rules see is who is named with
/// whom in a sentence or a document; rows without a document (imports) can show no third party. An act after another is not
/// thereby its answer: the first that could be is taken.
/// </remarks>
public static class SignalAnalysis
{
    /// <summary>All signals, by day, then id, then pair.</summary>
    /// <param name="events">In any order, with those that could be answers and follow-ups.</param>
    /// <param name="options">The defaults when null.</param>
    public static IReadOnlyList<Signal> Of(IEnumerable<DyadicEvent> events, SignalOptions? options = null)
    {
        options ??= new();
        ArgumentOutOfRangeException.ThrowIfLessThan(options.AnswerDays, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.FollowDays, 1, nameof(options));
        DyadicEvent[] rows = [.. events.Where(e => !e.Dyad.IsDomestic).OrderBy(e => e.When.Start).ThenBy(e => e.EventId, StringComparer.Ordinal).ThenBy(e => e.Dyad)];
        if (rows.Length == 0)
        {
            return [];
        }

        DateOnly until = options.Until ?? rows.Max(e => e.When.End);
        ILookup<Dyad, DyadicEvent> byDyad = rows.ToLookup(e => e.Dyad);
        ILookup<string, DyadicEvent> byDocument = rows.Where(e => e.DocId is not null).ToLookup(e => e.DocId!, StringComparer.Ordinal);
        var signals = new List<Signal>();
        foreach (DyadicEvent speech in rows)
        {
            if (KindOf(speech) is not { } kind)
            {
                continue;
            }

            SignalSubject[] about = speech.DocId is { } document ? About(speech, byDocument[document]) : [];
            if (about.Length > 0 || options.Bilateral)
            {
                signals.Add(Read(speech, kind, about, byDyad, until, options));
            }
        }

        return signals;
    }

    /// <summary>Signals added up by speaker, addressee and kind: most first, then in order.</summary>
    public static IReadOnlyList<SignalSummary> Summarise(IEnumerable<Signal> signals) =>
    [
        .. signals.GroupBy(s => (s.Speaker, s.Addressee, s.Kind))
            .OrderByDescending(g => g.Count()).ThenBy(g => g.Key.Speaker, StringComparer.Ordinal).ThenBy(g => g.Key.Addressee, StringComparer.Ordinal).ThenBy(g => g.Key.Kind)
            .Select(g => new SignalSummary(
                g.Key.Speaker,
                g.Key.Addressee,
                g.Key.Kind,
                g.Count(),
                g.Count(s => s.IsCostly),
                g.Count(s => s.Answer == SignalAnswer.Met),
                g.Count(s => s.Answer == SignalAnswer.Refused),
                g.Count(s => s.Answer == SignalAnswer.None),
                [
                    .. g.SelectMany(s => s.About.Select(a => a.Party).Distinct()).GroupBy(p => p, StringComparer.Ordinal)
                        .OrderByDescending(p => p.Count()).ThenBy(p => p.Key, StringComparer.Ordinal).Select(p => p.Key),
                ])),
    ];

    /// <summary>What an act of speech conveys; null for other acts.</summary>
    public static SignalKind? KindOf(DyadicEvent row) => row.Type switch
    {
        PloverType.Request => SignalKind.Demand,
        PloverType.Agree or PloverType.Concede => SignalKind.Offer,
        PloverType.Threaten => SignalKind.Threat,
        PloverType.Reject => SignalKind.Refusal,
        PloverType.Accuse => SignalKind.Charge,
        PloverType.Support when row.Cameo != "057" => SignalKind.Endorsement,
        _ => null,
    };

    private static SignalSubject[] About(DyadicEvent speech, IEnumerable<DyadicEvent> document)
    {
        (string speaker, string addressee) = (speech.Dyad.Actor, speech.Dyad.Recipient);
        DyadicEvent[] others = [.. document.Where(e => e.EventId != speech.EventId)];
        bool IsThird(string party) => party != speaker && party != addressee;
        IEnumerable<string> inSentence = others.Where(e => speech.Sentence is not null && e.Sentence == speech.Sentence)
            .SelectMany(e => new[] { e.Dyad.Actor, e.Dyad.Recipient }).Where(IsThird);
        IEnumerable<string> atOccasion = others.GroupBy(e => e.EventId, StringComparer.Ordinal)
            .Where(g => g.All(e => e.Dyad.Actor != addressee && e.Dyad.Recipient != addressee))
            .SelectMany(g => g).Where(e => IsFriendly(e.Type))
            .Select(e => e.Dyad.Actor == speaker ? e.Dyad.Recipient : e.Dyad.Recipient == speaker ? e.Dyad.Actor : speaker).Where(IsThird);
        return
        [
            .. inSentence.Select(p => new SignalSubject(p, SignalLink.Sentence)).Concat(atOccasion.Select(p => new SignalSubject(p, SignalLink.Occasion)))
                .GroupBy(s => s.Party, StringComparer.Ordinal).Select(g => g.MinBy(s => s.Link)).OrderBy(s => s.Party, StringComparer.Ordinal),
        ];
    }

    private static bool IsFriendly(PloverType type) => type.Quad() is Quad.VerbalCooperation or Quad.MaterialCooperation;

    private static Signal Read(DyadicEvent speech, SignalKind kind, SignalSubject[] about, ILookup<Dyad, DyadicEvent> byDyad, DateOnly until, SignalOptions options)
    {
        DateOnly day = speech.When.Start;
        DyadicEvent? followUp = byDyad[speech.Dyad].FirstOrDefault(e => e.When.Start >= day && e.When.Start < day.AddDays(options.FollowDays) && IsMaterial(e.Type, kind));
        DyadicEvent? answer = byDyad[new(speech.Dyad.Recipient, speech.Dyad.Actor)]
            .FirstOrDefault(e => e.EventId != speech.EventId && IsAfter(e, speech) && e.When.Start <= day.AddDays(options.AnswerDays));
        return new(
            speech,
            kind,
            about,
            followUp is not null ? SignalCost.Sunk : TiesHands(speech, kind) ? SignalCost.TiedHands : SignalCost.Cheap,
            followUp,
            answer is null ? (day.AddDays(options.AnswerDays) < until ? SignalAnswer.None : SignalAnswer.Open) : AnswerOf(answer.Type),
            answer);
    }

    /// <summary>On a later day; or further down in the text that tells of both.</summary>
    private static bool IsAfter(DyadicEvent answer, DyadicEvent speech) =>
        answer.When.Start > speech.When.Start
        || (answer.When.Start == speech.When.Start && answer.DocId is not null && answer.DocId == speech.DocId && answer.Sentence > speech.Sentence);

    /// <summary>Material acts of the direction that the signal has.</summary>
    private static bool IsMaterial(PloverType type, SignalKind kind) =>
        type.Quad() == (kind is SignalKind.Offer or SignalKind.Endorsement ? Quad.MaterialCooperation : Quad.MaterialConflict);

    private static bool TiesHands(DyadicEvent speech, SignalKind kind) =>
        kind is SignalKind.Threat or SignalKind.Offer && speech.ActorSectors.Any(s => s is "GOV" or "MIL");

    private static SignalAnswer AnswerOf(PloverType type) => type switch
    {
        PloverType.Consult or PloverType.Request => SignalAnswer.TakenUp,
        _ => IsFriendly(type) ? SignalAnswer.Met : SignalAnswer.Refused,
    };
}
