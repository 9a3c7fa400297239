namespace Entente.Records;

/// <summary>From an event with lists of parties to ordered pairs of countries or bodies.</summary>
/// <remarks>
/// The rule. Parties are the countries or bodies of the codes, each once; a party without a country or body yields no
/// pair. An armed or criminal group (REB, UAF, CRM) that does not govern is a party of its own, apart from the country it
/// comes from: <c>AFG REB</c>. What it does is not done by the country.
/// <list type="number">
/// <item>Every actor is paired with every recipient.</item>
/// <item>A party that stands on both sides (as in "A and B met each other") is not paired with itself, unless it is the
/// only one on both: then the event happened within that country.</item>
/// <item>An event without recipients, told of several actors, and of a kind that is done together (CONSULT, AGREE,
/// COOPERATE, SUPPORT by a signed agreement, CAMEO 057) or against each other (ASSAULT: two-sided fighting), is reciprocal:
/// every actor is paired with every other, in both directions.</item>
/// <item>Any other event without recipients yields no pair.</item>
/// </list>
/// Each pair counts the event once, so an event of two actors and two recipients counts in four dyads.
/// </remarks>
public static class DyadExpansion
{
    /// <summary>The pairs of an event, in order, each once; empty where the rule yields none.</summary>
    public static IReadOnlyList<Dyad> Of(CodedEvent coded) =>
        Of(Parties(coded.Actor), Parties(coded.Recipient), coded.Recipient.Count > 0, coded.Type, coded.Cameo);

    /// <summary>The pairs of an event that other systems coded, by the same rule.</summary>
    /// <param name="actors">Countries or bodies of those who act, each once.</param>
    /// <param name="recipients">The same of those it is done to.</param>
    /// <param name="hasRecipient">Whether anybody is named as recipient, with or without a country.</param>
    /// <param name="type">The category.</param>
    /// <param name="cameo">CAMEO code; null where none is known.</param>
    public static IReadOnlyList<Dyad> Of(IReadOnlyList<string> actors, IReadOnlyList<string> recipients, bool hasRecipient, PloverType type, string? cameo)
    {
        if (!hasRecipient && actors.Count > 1 && IsReciprocal(type, cameo))
        {
            recipients = actors;
        }

        bool within = actors.Count == 1 && recipients.Count == 1;
        var pairs = new List<Dyad>(actors.Count * recipients.Count);
        foreach (string actor in actors)
        {
            foreach (string recipient in recipients)
            {
                var pair = new Dyad(actor, recipient);
                if (within || !pair.IsDomestic)
                {
                    pairs.Add(pair);
                }
            }
        }

        pairs.Sort();
        return pairs;
    }

    /// <summary>The relations of an event: its pairs without direction, in order, each once.</summary>
    public static IReadOnlyList<Relation> RelationsOf(CodedEvent coded) =>
        [.. Of(coded).Select(d => d.Relation).Distinct().Order()];

    /// <summary>The party a code stands for: its country or body, with REB for an armed or criminal group; null without country or body.</summary>
    public static string? PartyOf(ActorCode? code)
    {
        if (code is not { Country: { } country } known)
        {
            return null;
        }

        bool body = country is "IGO" or "UNO" or "EUR" or "NGO" or "MNC" or "ISM" or "IMG";
        bool armed = !body && known.Sectors.Any(s => s is "REB" or "UAF" or "CRM") && !known.Sectors.Contains("GOV");
        return armed ? country + " REB" : country;
    }

    /// <summary>The parties among <paramref name="entities"/>, in the order told, each once.</summary>
    public static List<string> Parties(IReadOnlyList<Entity> entities)
    {
        var parties = new List<string>(entities.Count);
        foreach (Entity entity in entities)
        {
            if (PartyOf(entity.Code) is { } party && !parties.Contains(party))
            {
                parties.Add(party);
            }
        }

        return parties;
    }

    /// <summary>Whether an event of several actors and no recipient is done together or against each other.</summary>
    /// <param name="type">The category.</param>
    /// <param name="cameo">CAMEO code; null where none is known.</param>
    public static bool IsReciprocal(PloverType type, string? cameo) => type switch
    {
        PloverType.Consult or PloverType.Agree or PloverType.Cooperate or PloverType.Assault => true,
        PloverType.Support => string.Equals(cameo, "057", StringComparison.Ordinal),
        _ => false,
    };
}
