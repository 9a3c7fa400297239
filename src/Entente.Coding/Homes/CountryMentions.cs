using System.Runtime.InteropServices;
using Entente.Coding.Clauses;
using Entente.Coding.Resolution;
using Entente.Lexicon;
using Entente.Lexicon.Actors;
using Entente.Lexicon.Names;
using Entente.Lexicon.Places;

namespace Entente.Coding.Homes;

/// <summary>The countries and bodies that a text's names tell, sentence by sentence; read when first asked for.</summary>
internal sealed class CountryMentions(WorldLexicon lexicon, Tree tree, NamesInText names, Bearers bearers, DateOnly day)
{
    private const int LongText = 3; // from this sentence on
    private const int Rare = 3000;
    private const int LongestByline = 20;

    private readonly Dictionary<string, int> _times = new(StringComparer.Ordinal);
    private int _counted;
    private readonly CountryMention[]?[] _bySentence = new CountryMention[]?[tree.Source.Sentences.Count];

    /// <summary>Those of one sentence, in text order.</summary>
    public ReadOnlySpan<CountryMention> Of(int sentence) => _bySentence[sentence] ??= Read(sentence);

    /// <summary>What speaks against a country that a longer text names seldom, in the unit of the weights: nothing for the country it names most, and nothing in a short text.</summary>
    /// <param name="country">The country's code.</param>
    /// <param name="sentence">The sentence up to which its mentions count.</param>
    public long Rarity(string country, int sentence)
    {
        if (sentence < LongText)
        {
            return 0;
        }

        for (; _counted <= sentence; _counted++)
        {
            foreach (CountryMention mention in Of(_counted))
            {
                if (mention.End > Datelines.EndOf(tree.Source, _counted))
                {
                    CollectionsMarshal.GetValueRefOrAddDefault(_times, mention.Country, out _) += _counted == 0 ? 2 : 1; // a headline tells whom the text is about
                }
            }
        }

        int most = 0;
        foreach (int times in _times.Values)
        {
            most = Math.Max(most, times);
        }

        return most == 0 ? 0 : (long)Rare * (most - _times.GetValueOrDefault(country)) / most;
    }

    private CountryMention[] Read(int sentence)
    {
        var found = new List<CountryMention>();
        int end = tree.Source.Sentences.End(sentence);
        if (sentence <= 2 && tree.Word(tree.Source.Sentences.First(sentence)) is "By" && end - tree.Source.Sentences.First(sentence) <= LongestByline && tree.Word(end - 1) is not ".")
        {
            return []; // "By Ann Smith in Dakar": where the author is
        }

        for (int at = tree.Source.Sentences.First(sentence); at < end;)
        {
            if (!names.TryGet(at, out NameMention mention))
            {
                at++;
                continue;
            }

            if (!Owners.IsBacker(tree, mention.End, end) && Told(mention) is { } told)
            {
                found.Add(told);
            }

            at = mention.End;
        }

        return [.. found];
    }

    private CountryMention? Told(in NameMention mention)
    {
        int head = HeadOf(mention);
        foreach (NameSense sense in mention.Hit.Senses)
        {
            switch (sense.Kind)
            {
                case SenseKind.Place when lexicon.Places[sense.Index] is { Country: { } country } place && place.Class is not PlaceClass.Sea:
                    return new(country, CountryMentionKind.Place, mention.First, mention.End, head, "", place.Row);
                case SenseKind.ActorName or SenseKind.FamilyName when bearers.Of(mention, sense) is { } actor && (actor.RoleOn(day) ?? actor.LastRoleBefore(day)) is { Code: { Country: { } home } code } role:
                    CountryMentionKind kind = actor.Kind == ActorKind.Person ? CountryMentionKind.Person : CountryMentionKind.Body;
                    return new(home, kind, mention.First, mention.End, head, code.Sectors is [var sector, ..] ? sector : "", role.Place);
                default:
                    if (sense.IsState && lexicon.States[sense.Index] is { } state && (state.ExistsOn(day) || mention.Hit.Senses.Length == 1))
                    {
                        return new(state.Code, KindOf(sense.Kind), mention.First, mention.End, head, "GOV", state.Place);
                    }

                    break;
            }
        }

        return null;
    }

    private static CountryMentionKind KindOf(SenseKind kind) => kind switch
    {
        SenseKind.StateName => CountryMentionKind.State,
        SenseKind.Capital or SenseKind.Seat => CountryMentionKind.Seat,
        _ => CountryMentionKind.Adjective,
    };

    private int HeadOf(in NameMention mention)
    {
        for (int at = mention.First; at < mention.End; at++)
        {
            if (!mention.Covers(tree.Head(at)))
            {
                return at;
            }
        }

        return mention.End - 1;
    }
}
