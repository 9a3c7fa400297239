using Entente.Analysis.Stories;
using Entente.Records;

namespace Entente.Analysis.Reliability;

/// <summary>Finds records of the same parties and days that contradict each other.</summary>
/// <remarks>
/// Printings of one text are never set against each other. Days meet where the spans of both events do; what is dated by publication may be up to
/// three days older. Spans of more than a week say too little. Precision goes before recall: what shares neither parties nor place is never compared.
/// <list type="bullet">
/// <item>Denied: one category, one CAMEO code to the third digit where both have one, a shared ordered pair; one told as reported, the other as not having happened, published no
/// earlier than the act. Where who denies it stands as the actor of the denial ("X denied that anything struck it"), a shared recipient suffices. Within one document somebody must be
/// named as telling one of the two: else the text tells two things, and no contradiction.</item>
/// <item>Refused: AGREE and REJECT between the same two, in a shared context, in different texts.</item>
/// <item>Not concluded: an agreement told as signed or further, and one of the same parties and of a shared kind told as not so, published from the same day to two weeks later.</item>
/// <item>Actor: two attacks (ASSAULT) on one day at one place below the province, on a shared victim, by parties that have none in common.</item>
/// <item>Victims: two attacks as before or of one ordered pair, on one day, published within two days of each other, whose dead differ by two or more and by more than a quarter of the larger number.</item>
/// </list>
/// </remarks>
public static class ContradictionFinder
{
    private const int PublicationReach = 3;
    private const int LongestSpan = 8;
    private const int DenialDays = 14;
    private const int CountDays = 2;

    /// <summary>The contradictions, by day, kind and ids.</summary>
    /// <param name="stories">The articles by text: <see cref="StoryFinder.Find"/>.</param>
    /// <param name="events">Of any status, in any order.</param>
    /// <param name="agreements">Of any status, in any order.</param>
    public static IReadOnlyList<Contradiction> Of(IReadOnlyList<Story> stories, IReadOnlyList<CodedEvent> events, IReadOnlyList<Agreement> agreements)
    {
        var texts = new Texts(stories);
        Told[] told = [.. events.Select(Dated).OfType<Told>().OrderBy(e => e.Event.Date).ThenBy(e => e.Event.Id, StringComparer.Ordinal)];
        var found = new List<Contradiction>();
        Denials(told, texts, found);
        Refusals(told, texts, found);
        Attacks(told, texts, found);
        Conclusions(agreements, texts, found);
        return [.. found.Distinct().OrderBy(c => c.Day).ThenBy(c => c.Kind).ThenBy(c => c.FirstId, StringComparer.Ordinal).ThenBy(c => c.SecondId, StringComparer.Ordinal)];
    }

    private static void Denials(Told[] events, Texts texts, List<Contradiction> found)
    {
        Told[] reported = [.. events.Where(e => e.Event.Status == EventStatus.Reported)];
        ILookup<(PloverType, Dyad), Told> acts = reported.SelectMany(e => e.Dyads.Select(dyad => (Key: (e.Event.Type, dyad), e))).ToLookup(pair => pair.Key, pair => pair.e);
        ILookup<(PloverType, string), Told> byRecipient = reported.SelectMany(e => DyadExpansion.Parties(e.Event.Recipient).Select(party => (Key: (e.Event.Type, party), e))).ToLookup(pair => pair.Key, pair => pair.e);
        foreach (Told denial in events.Where(e => e.Event.Status == EventStatus.Negated))
        {
            IEnumerable<Told> same = DeniesForItself(denial.Event)
                ? DyadExpansion.Parties(denial.Event.Recipient).SelectMany(party => byRecipient[(denial.Event.Type, party)])
                : denial.Dyads.SelectMany(dyad => acts[(denial.Event.Type, dyad)]);
            foreach (Told act in same.Distinct())
            {
                bool attributed = act.Event.Attribution is not null || denial.Event.Attribution is not null || act.Event.Claimed || denial.Event.Claimed;
                if (act.Meets(denial) && SameAct(act.Event, denial.Event) && denial.Event.Date >= act.From
                    && texts.Differ(act.Event.DocId, denial.Event.DocId, orSame: attributed && act.Event.Sentence != denial.Event.Sentence))
                {
                    found.Add(new(ContradictionKind.Denied, act.Event.Id, denial.Event.Id, act.FirstShared(denial), act.Event.DocId == denial.Event.DocId));
                }
            }
        }
    }

    private static void Refusals(Told[] events, Texts texts, List<Contradiction> found)
    {
        Told[] reported = [.. events.Where(e => e.Event.Status == EventStatus.Reported)];
        ILookup<Relation, Told> consents = reported.Where(e => e.Event.Type == PloverType.Agree)
            .SelectMany(e => e.Dyads.Select(d => d.Relation).Distinct().Select(relation => (relation, e))).ToLookup(pair => pair.relation, pair => pair.e);
        foreach (Told refusal in reported.Where(e => e.Event.Type == PloverType.Reject))
        {
            foreach (Told consent in refusal.Dyads.Select(d => d.Relation).Distinct().SelectMany(relation => consents[relation]).Distinct())
            {
                if (consent.Meets(refusal) && consent.Event.Context.Intersect(refusal.Event.Context, StringComparer.Ordinal).Any() && texts.Differ(consent.Event.DocId, refusal.Event.DocId, orSame: false))
                {
                    found.Add(new(ContradictionKind.Refused, consent.Event.Id, refusal.Event.Id, consent.FirstShared(refusal), false));
                }
            }
        }
    }

    private static void Attacks(Told[] events, Texts texts, List<Contradiction> found)
    {
        Told[] attacks = [.. events.Where(e => e.Event is { Status: EventStatus.Reported, Type: PloverType.Assault } && e.Event.DatePrecision == DatePrecision.Day)];
        foreach (IGrouping<DateOnly, Told> day in attacks.GroupBy(e => e.From))
        {
            Told[] those = [.. day];
            for (int i = 0; i < those.Length; i++)
            {
                for (int j = i + 1; j < those.Length; j++)
                {
                    if (texts.Differ(those[i].Event.DocId, those[j].Event.DocId, orSame: false))
                    {
                        Compare(those[i], those[j], found);
                    }
                }
            }
        }
    }

    private static void Compare(Told first, Told second, List<Contradiction> found)
    {
        List<string> actors = DyadExpansion.Parties(first.Event.Actor), others = DyadExpansion.Parties(second.Event.Actor);
        bool victim = DyadExpansion.Parties(first.Event.Recipient).Intersect(DyadExpansion.Parties(second.Event.Recipient), StringComparer.Ordinal).Any();
        bool place = SamePlace(first.Event.Location, second.Event.Location);
        if (victim && place && actors.Count > 0 && others.Count > 0 && !actors.Intersect(others, StringComparer.Ordinal).Any())
        {
            found.Add(new(ContradictionKind.Actor, first.Event.Id, second.Event.Id, first.From, false));
        }

        bool oneAct = first.Event.Location is null || second.Event.Location is null || place;
        bool together = Math.Abs(first.Event.Date.DayNumber - second.Event.Date.DayNumber) <= CountDays;
        if (together && oneAct && ((victim && place) || first.Dyads.Intersect(second.Dyads).Any()) && first.Event.Size?.Dead is { } dead && second.Event.Size?.Dead is { } counted
            && Math.Abs(dead - counted) >= 2 && Math.Abs(dead - counted) * 4 > Math.Max(dead, counted))
        {
            found.Add(new(ContradictionKind.Victims, first.Event.Id, second.Event.Id, first.From, false));
        }
    }

    private static void Conclusions(IReadOnlyList<Agreement> agreements, Texts texts, List<Contradiction> found)
    {
        Agreement[] concluded = [.. agreements.Where(a => a is { Status: EventStatus.Reported, Stage: >= AgreementStage.Signed and <= AgreementStage.CarriedOut })];
        foreach (Agreement denial in agreements.Where(a => a is { Status: EventStatus.Negated, Stage: >= AgreementStage.Signed and <= AgreementStage.CarriedOut }))
        {
            List<string> parties = DyadExpansion.Parties([.. denial.Parties, .. denial.Signers]);
            foreach (Agreement told in concluded.Where(a => DyadExpansion.Parties([.. a.Parties, .. a.Signers]).Intersect(parties, StringComparer.Ordinal).Count() >= 2))
            {
                bool kind = told.Kind.Intersect(denial.Kind, StringComparer.Ordinal).Any();
                if (kind && told.Stage <= denial.Stage && texts.DayOf(told.DocId) is { } day && texts.DayOf(denial.DocId) is { } denied
                    && denied >= day && denied.DayNumber - day.DayNumber <= DenialDays && texts.Differ(told.DocId, denial.DocId, orSame: told.Sentence != denial.Sentence))
                {
                    found.Add(new(ContradictionKind.NotConcluded, told.Id, denial.Id, day, told.DocId == denial.DocId));
                }
            }
        }
    }

    /// <summary>Whether the actor of a denial is but who denies: then nobody is named as having acted.</summary>
    private static bool DeniesForItself(CodedEvent denial) =>
        denial.Attribution is { } by && denial.Actor.Count == 1 && (denial.Actor[0].Quote.Span.Start < by.Span.End && by.Span.Start < denial.Actor[0].Quote.Span.End);

    private static bool SameAct(CodedEvent a, CodedEvent b)
    {
        int digits = a.Type == PloverType.Assault ? 2 : 3;
        return a.Cameo is not { } x || b.Cameo is not { } y || x.AsSpan(0, Math.Min(digits, x.Length)).SequenceEqual(y.AsSpan(0, Math.Min(digits, y.Length)));
    }

    private static bool SamePlace(EventLocation? a, EventLocation? b) =>
        a is { Resolution: >= 3 } && b is { Resolution: >= 3 } && a.Country == b.Country
        && (a.GeonameId is { } x && b.GeonameId is { } y ? x == y : string.Equals(a.Quote.Text, b.Quote.Text, StringComparison.Ordinal));

    /// <summary>An event with the days it can mean; null where they are too many.</summary>
    private static Told? Dated(CodedEvent coded)
    {
        DateOnly from = coded.DatePrecision == DatePrecision.Publication && coded.EventDate.Start.DayNumber > PublicationReach ? coded.EventDate.Start.AddDays(-PublicationReach) : coded.EventDate.Start;
        IReadOnlyList<Dyad> dyads = DyadExpansion.Of(coded);
        return coded.EventDate.End.DayNumber - coded.EventDate.Start.DayNumber > LongestSpan || dyads.Count == 0 ? null : new(coded, from, coded.EventDate.End, dyads);
    }

    private sealed record Told(CodedEvent Event, DateOnly From, DateOnly Until, IReadOnlyList<Dyad> Dyads)
    {
        public bool Meets(Told other) => From < other.Until && other.From < Until;

        public DateOnly FirstShared(Told other) => From > other.From ? From : other.From;
    }

    /// <summary>Which documents print one text, and when they were published.</summary>
    private sealed class Texts(IReadOnlyList<Story> stories)
    {
        private readonly Dictionary<string, int> _story = stories.SelectMany((story, at) => story.Documents.Select(document => (document.Id, at)))
            .DistinctBy(pair => pair.Id, StringComparer.Ordinal).ToDictionary(pair => pair.Id, pair => pair.at, StringComparer.Ordinal);

        private readonly Dictionary<string, DateOnly> _days = stories.SelectMany(story => story.Documents)
            .DistinctBy(document => document.Id, StringComparer.Ordinal).ToDictionary(document => document.Id, document => document.Date, StringComparer.Ordinal);

        public DateOnly? DayOf(string docId) => _days.TryGetValue(docId, out DateOnly day) ? day : null;

        /// <param name="a">A document.</param>
        /// <param name="b">Another, or the same.</param>
        /// <param name="orSame">What holds within one document.</param>
        public bool Differ(string a, string b, bool orSame) =>
            a == b ? orSame : !_story.TryGetValue(a, out int first) || !_story.TryGetValue(b, out int second) || first != second;
    }
}
