using Entente.Coding.Clauses;
using Entente.Coding.Resolution;
using Entente.Language.Arcs;
using Entente.Language.Tags;
using Entente.Lexicon;
using Entente.Lexicon.Actors;
using Entente.Lexicon.Names;
using Entente.Lexicon.Places;
using Entente.Records;

namespace Entente.Coding.Locations;

/// <summary>Where an act took place: places that "in", "at", "near" tie to its clause; the most exact one counts.</summary>
internal sealed class LocationReader(WorldLexicon lexicon, Tree tree, NamesInText names, DateOnly day)
{
    private const int Deepest = 4;

    /// <summary>The place of the act; null where its clause names none.</summary>
    /// <param name="trigger">The word that tells the act.</param>
    /// <param name="carrier">The verb that carries it; -1 for none.</param>
    /// <param name="countries">Countries of the parties, to choose between places of one name.</param>
    public EventLocation? Of(int trigger, int carrier, IReadOnlyList<string> countries)
    {
        EventLocation? best = null;
        Collect(trigger, countries, 0, ref best);
        if (carrier >= 0)
        {
            Collect(carrier, countries, 0, ref best);
        }
        else if (tree.Pos(trigger) == Upos.Noun && tree.Head(trigger) is >= 0 and int verb && tree.IsPredicate(verb))
        {
            Collect(verb, countries, Deepest - 1, ref best);
        }
        else if (best is null && tree.Relation(trigger) is Deprel.Xcomp or Deprel.Conj && tree.Head(trigger) is >= 0 and int head)
        {
            Collect(head, countries, Deepest - 1, ref best);
        }

        return best ?? OfDateline(tree.Source.Sentences.Of(trigger), countries);
    }

    /// <summary>The city of the sentence's dateline.</summary>
    private EventLocation? OfDateline(int sentence, IReadOnlyList<string> countries)
    {
        int first = tree.Source.Sentences.First(sentence), end = Datelines.EndOf(tree.Source, sentence);
        for (int token = first; token < end; token++)
        {
            if (names.TryGet(token, out NameMention mention))
            {
                return Meant(mention, countries);
            }
        }

        return null;
    }

    private void Collect(int head, IReadOnlyList<string> countries, int depth, ref EventLocation? best)
    {
        foreach (int child in tree.Of(head))
        {
            Deprel relation = tree.Relation(child);
            if (relation is Deprel.Obl or Deprel.Nmod && OpensPlace(child) && Resolve(child, countries) is { } place && (best is null || place.Resolution > best.Resolution))
            {
                best = place;
            }

            if (depth + 1 < Deepest && relation is Deprel.Obl or Deprel.Nmod or Deprel.Obj or Deprel.NsubjPass or Deprel.OblAgent or Deprel.Xcomp && tree.IsNominal(child))
            {
                Collect(child, countries, depth + 1, ref best);
            }
        }
    }

    private bool OpensPlace(int phrase)
    {
        foreach (int child in tree.Of(phrase))
        {
            if (tree.Relation(child) == Deprel.Case
                && tree.Lemma(child) is "in" or "at" or "near" or "outside" or "inside" or "around" or "across" or "throughout" or "within" or "off" or "along" or "of")
            {
                return !tree.Is(child, "of") || tree.Lemma(tree.Head(phrase)) is "city" or "town" or "village" or "province" or "region" or "district" or "capital" or "port" or "outskirts" or "suburb" or "north" or "south" or "east" or "west" or "part"
                    or "area" or "state" or "island" or "governorate" or "outskirt" or "centre" or "center";
            }
        }

        return false;
    }

    private EventLocation? Resolve(int head, IReadOnlyList<string> countries)
    {
        var phrase = NounPhrase.Of(tree, head);
        for (int at = phrase.End - 1; at >= phrase.First; at--)
        {
            if (names.TryGet(at, out NameMention mention) && Meant(mention, countries) is { } location)
            {
                return location;
            }
        }

        return null;
    }

    private EventLocation? Meant(in NameMention mention, IReadOnlyList<string> countries)
    {
        var span = new TextSpan(tree.Source.Tokens.Starts[mention.First], tree.Source.Tokens.Ends[mention.End - 1]);
        var quote = Quote.Of(tree.Source.Text, span);
        string? stated = StatedCountry(mention);
        string? capitalOf = null;
        Place? best = null;
        int bestScore = -1;
        foreach (NameSense sense in mention.Hit.Senses)
        {
            switch (sense.Kind)
            {
                case SenseKind.StateName:
                    State state = lexicon.States[sense.Index];
                    return state.ExistsOn(day) ? new(quote, state.Code, 1) : null;
                case SenseKind.Capital:
                    capitalOf = lexicon.States[sense.Index].Code;
                    break;
                case SenseKind.Place when lexicon.Places[sense.Index] is { } place:
                    int score = Score(place, stated, capitalOf, countries);
                    if (score > bestScore)
                    {
                        (best, bestScore) = (place, score);
                    }

                    break;
            }
        }

        if (best is { Country: { } country })
        {
            int resolution = best.Class switch { PlaceClass.City => 4, PlaceClass.Base or PlaceClass.BorderCrossing => 5, _ => 2 };
            return new(quote, country, resolution) { Admin1 = best.Admin1, Latitude = best.Latitude, Longitude = best.Longitude, GeonameId = best.GeonameId };
        }

        return capitalOf is null ? null : new(quote, capitalOf, 4);
    }

    /// <summary>What the text says beats what the name's capital is, that beats the parties' countries, those beat the number of people.</summary>
    private static int Score(Place place, string? stated, string? capitalOf, IReadOnlyList<string> countries)
    {
        if (stated is not null)
        {
            return place.Country == stated ? 1000 : 0;
        }

        if (capitalOf is not null && place.Country == capitalOf)
        {
            return 500;
        }

        int score = 1;
        foreach (string country in countries)
        {
            score = country == place.Country ? 100 : score;
        }

        return score + ((place.Population ?? 0) >= 100_000 ? 2 : 0) + ((place.Population ?? 0) >= 1_000_000 ? 2 : 0);
    }

    /// <summary>"Paris, Texas", "Gao, Mali", "in northern Mali's Gao": the country named right beside.</summary>
    private string? StatedCountry(in NameMention mention)
    {
        int after = mention.End + 1;
        if (after < tree.Source.Count && tree.Word(mention.End) is "," && names.TryGet(after, out NameMention next) && next.Hit.Senses[0] is { Kind: SenseKind.StateName } sense)
        {
            return lexicon.States[sense.Index].Code;
        }

        int before = mention.First - 1;
        while (before >= 0 && tree.Pos(before) is Upos.Noun or Upos.Adj or Upos.Part && mention.First - before < 4)
        {
            if (names.TryGet(before, out NameMention owner) && owner.Hit.Senses[0] is { IsState: true } state)
            {
                return lexicon.States[state.Index].Code;
            }

            before--;
        }

        return null;
    }
}
