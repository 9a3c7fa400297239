using Entente.Coding.Learning;
using Entente.Coding.Clauses;
using Entente.Coding.Judging;
using Entente.Coding.Resolution;
using Entente.Coding.Rules;

namespace Entente.Coding.Roles;

/// <summary>How sure the chosen roles are.</summary>
/// <param name="Actor">Probability of the likeliest actor, chosen or not; 0 without parties.</param>
/// <param name="Recipient">The same for the recipient.</param>
/// <param name="AgreesWithSlots">Whether the frame's slots name the same first actor and recipient.</param>
internal readonly record struct RoleChoice(double Actor, double Recipient, bool AgreesWithSlots);

/// <summary>Chooses who of a sentence's parties acts in a reading, and towards whom.</summary>
internal sealed class RoleFiller(LogLinearModel model, RoleFeatures features)
{
    /// <summary>What the likeliest party must reach to be taken at all; further ones must be likelier than not.</summary>
    private const double FirstActor = 0.10;
    private const double FirstRecipient = 0.15;
    private const double Further = 0.50;

    private double[] _actor = [];
    private double[] _recipient = [];
    private SentenceParties? _sentence;
    private int _trigger;
    private string? _kind;
    private (long Actor, long Recipient)[] _party = [];
    private (long Actor, long Recipient)[] _word = [];

    /// <summary>Puts the chosen parties into the reading.</summary>
    public RoleChoice Fill(Match reading, SentenceParties sentence)
    {
        List<Mention> mentions = sentence.Mentions;
        if (_actor.Length < mentions.Count)
        {
            _actor = new double[Math.Max(16, mentions.Count)];
            _recipient = new double[_actor.Length];
        }

        features.Begin(reading, sentence);
        SumUp(reading, sentence);
        Span<long> sums = stackalloc long[2];
        for (int i = 0; i < mentions.Count; i++)
        {
            model.Sums(features.OfReading(i), sums);
            _actor[i] = model.Probability(0, sums[0] + _party[i].Actor + _word[i].Actor);
            _recipient[i] = model.Probability(1, sums[1] + _party[i].Recipient + _word[i].Recipient);
        }

        // A frame that holds and says by a path of its own where the other side stands knows better.
        bool spelledOut = reading is { Misfit: 0, RecipientSlot.Steps.Count: > 1, Actors.Count: > 0, Recipients.Count: > 0 };
        (int slotActor, int slotRecipient) = (Named(reading.Actors, mentions), Named(reading.Recipients, mentions));
        var actors = new List<Mention>();
        var recipients = new List<Mention>();
        int first = Best(_actor, mentions.Count);
        Choose(_actor, _recipient, FirstActor, mentions, actors, []);
        int other = Choose(_recipient, _actor, FirstRecipient, mentions, recipients, actors);
        // Nor does one country deal with itself where the frame names two.
        bool oneSided = reading.Misfit == 0 && CountriesOf(reading.Actors.Concat(reading.Recipients)) > 1
            && CountriesOf(actors.Concat(recipients).Select(mention => mention.Party)) < 2;
        if (oneSided && reading is { Actors.Count: 0, Recipients.Count: > 1, Pattern.Reciprocal: true })
        {
            // "a deal signed between A and B": both act; the first told stands as actor.
            reading.Actors.Add(reading.Recipients[0]);
            reading.Recipients.RemoveAt(0);
        }

        if (!spelledOut && !oneSided)
        {
            Put(actors, reading.Actors);
            Put(recipients, reading.Recipients);
        }

        return new(first < 0 ? 0 : _actor[first], other < 0 ? 0 : _recipient[other], slotActor == first && slotRecipient == other);
    }

    /// <summary>Sums up what does not turn on the reading, where that is not what was summed up for the reading before.</summary>
    private void SumUp(Match reading, SentenceParties sentence)
    {
        int count = sentence.Mentions.Count;
        if (!ReferenceEquals(_sentence, sentence))
        {
            (_sentence, _kind) = (sentence, null);
            if (_party.Length < count)
            {
                _party = new (long, long)[Math.Max(16, count)];
                _word = new (long, long)[_party.Length];
            }

            for (int i = 0; i < count; i++)
            {
                _party[i] = Sums(features.OfParty(i));
            }
        }

        string kind = features.KindOf(reading);
        if (_trigger != reading.Trigger || _kind != kind)
        {
            (_trigger, _kind) = (reading.Trigger, kind);
            for (int i = 0; i < count; i++)
            {
                _word[i] = Sums(features.OfWord(i));
            }
        }
    }

    private (long Actor, long Recipient) Sums(List<KeyValuePair<ulong, float>> seen)
    {
        Span<long> sums = stackalloc long[2];
        model.Sums(seen, sums);
        return (sums[0], sums[1]);
    }

    /// <summary>Takes the likeliest, then every further one that is likelier than not and in this role likelier than in the other.</summary>
    private static int Choose(double[] mine, double[] others, double first, List<Mention> mentions, List<Mention> into, List<Mention> taken)
    {
        int best = -1;
        var order = new List<int>(mentions.Count);
        for (int i = 0; i < mentions.Count; i++)
        {
            if (!taken.Exists(mention => Overlap(mention, mentions[i])))
            {
                order.Add(i);
            }
        }

        order.Sort((a, b) => mine[b] != mine[a] ? mine[b].CompareTo(mine[a]) : a.CompareTo(b));
        foreach (int i in order)
        {
            best = best < 0 ? i : best;
            bool wanted = into.Count == 0 ? mine[i] >= first && (taken.Count > 0 || mine[i] >= others[i]) : mine[i] >= Further && mine[i] > others[i];
            if (wanted && !into.Exists(mention => Overlap(mention, mentions[i])))
            {
                // "Guinea's and Mauritania's presidents": one phrase, two parties.
                into.AddRange(mentions.Where(mention => mention.Span == mentions[i].Span && mention.Head == mentions[i].Head));
            }
        }

        // "The governments of Chad and Mali" are Mali's too: Mali by itself adds nobody.
        into.RemoveAll(mention => mention.Party.Kind == PartyKind.State && into.Exists(whole => whole.Span != mention.Span && Equals(whole.Party.Entity.Code, mention.Party.Entity.Code)
            && into.Exists(twin => twin.Span == whole.Span && !ReferenceEquals(twin, whole))));
        into.Sort((a, b) => a.Head.CompareTo(b.Head));
        return best;
    }

    private static int CountriesOf(IEnumerable<Party> parties) =>
        parties.Select(party => party.Country).OfType<string>().Distinct(StringComparer.Ordinal).Count();

    private static bool Overlap(Mention left, Mention right) => left.Span.Overlaps(right.Span);

    private static int Best(double[] of, int count)
    {
        int best = -1;
        for (int i = 0; i < count; i++)
        {
            best = best < 0 || of[i] > of[best] ? i : best;
        }

        return best;
    }

    private static int Named(List<Party> parties, List<Mention> mentions) => mentions.FindIndex(mention => RoleFeatures.Holds(parties, mention));

    private static void Put(List<Mention> chosen, List<Party> into)
    {
        into.Clear();
        foreach (Mention mention in chosen)
        {
            into.Add(mention.Party);
        }
    }
}
