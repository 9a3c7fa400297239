using Entente.Coding.Clauses;
using Entente.Coding.Resolution;
using Entente.Coding.Rules;
using Entente.Language.Arcs;
using Entente.Records;

namespace Entente.Coding.Roles;

/// <summary>The parties of one sentence, and what the frames say each of them does in it.</summary>
internal sealed class SentenceParties
{
    private readonly List<(int Trigger, PloverType Type, bool[] Actor, bool[] Recipient)> _acts = [];

    private readonly PartyFacts?[] _facts;

    private SentenceParties(List<Mention> mentions) => (Mentions, _facts) = (mentions, new PartyFacts?[mentions.Count]);

    /// <summary>In text order.</summary>
    public List<Mention> Mentions { get; }

    private readonly Dictionary<(int From, int To), TreePath> _ways = [];

    /// <summary>The way from a party to a trigger; all readings of a word ask for the same.</summary>
    public TreePath Way(Tree tree, int from, int to)
    {
        if (!_ways.TryGetValue((from, to), out TreePath way))
        {
            way = TreePath.Of(tree, from, to);
            _ways[(from, to)] = way;
        }

        return way;
    }

    /// <summary>What a party is, whatever the act.</summary>
    public PartyFacts Facts(Tree tree, int index) => _facts[index] ??= FactsOf(tree, index);

    private PartyFacts FactsOf(Tree tree, int index)
    {
        Mention mention = Mentions[index];
        bool inner = false, outer = false, twice = false;
        for (int i = 0; i < Mentions.Count; i++)
        {
            if (i == index)
            {
                continue;
            }

            Mention other = Mentions[i];
            inner |= other.Span.Contains(mention.Span) && other.Span.Length > mention.Span.Length;
            outer |= mention.Span.Contains(other.Span) && mention.Span.Length > other.Span.Length;
            twice |= mention.Party.Country is not null && other.Party.Country == mention.Party.Country;
        }

        int mark = tree.Child(mention.Anchor, Deprel.Case);
        return new(
            Sectors.Of(mention.Party),
            mention.Party.Kind.ToString(),
            mention.Party.Country,
            tree.Relation(mention.Anchor).Code(),
            mark < 0 ? "" : tree.Lemma(mark),
            inner,
            outer,
            twice);
    }

    /// <summary>Reads a sentence.</summary>
    /// <param name="sentence">Its number.</param>
    /// <param name="tree">The document's trees.</param>
    /// <param name="parties">Who the mentions name.</param>
    /// <param name="found">The acts that the frames find for certain, in text order; read now, since their parties may change.</param>
    public static SentenceParties Of(int sentence, Tree tree, PartyResolver parties, IReadOnlyList<Match> found)
    {
        var read = new SentenceParties(Mention.In(sentence, tree, parties));
        foreach (Match match in found)
        {
            read._acts.Add((
                match.Trigger,
                match.Frame.Type,
                [.. read.Mentions.Select(m => RoleFeatures.Holds(match.Actors, m))],
                [.. read.Mentions.Select(m => RoleFeatures.Holds(match.Recipients, m))]));
        }

        return read;
    }

    /// <summary>What the party is in the nearest act before a word: "actor:ASSAULT"; "none" where there is none that names it, "first" where there is no act.</summary>
    public string RoleBefore(int index, int trigger)
    {
        for (int i = _acts.Count - 1; i >= 0; i--)
        {
            if (_acts[i].Trigger < trigger)
            {
                return Role(i, index);
            }
        }

        return "first";
    }

    /// <summary>The same in the nearest act after a word.</summary>
    public string RoleAfter(int index, int trigger)
    {
        for (int i = 0; i < _acts.Count; i++)
        {
            if (_acts[i].Trigger > trigger)
            {
                return Role(i, index);
            }
        }

        return "last";
    }

    /// <summary>How the party's country stands to that of the actor and of all others: "same", "only" for the only other one, "nearest" of several, "other", "none" without a country.</summary>
    public string Countries(Mention mention, List<Party> actors)
    {
        if (mention.Party.Country is not { } country)
        {
            return "none";
        }

        if (actors.Count == 0)
        {
            return "no-actor";
        }

        if (actors.Exists(actor => actor.Country == country))
        {
            return "same";
        }

        foreach (Mention other in Mentions)
        {
            if (other.Party.Country is { } known && known != country && !actors.Exists(actor => actor.Country == known))
            {
                return "several";
            }
        }

        return "only";
    }

    private string Role(int act, int index)
    {
        (_, PloverType type, bool[] actor, bool[] recipient) = _acts[act];
        return actor[index] ? recipient[index] ? "both" : Actors[(int)type] : recipient[index] ? Recipients[(int)type] : "none";
    }

    private static readonly string[] Actors = [.. Enumerable.Range(0, PloverTypes.Count).Select(i => "actor:" + ((PloverType)i).Code())];

    private static readonly string[] Recipients = [.. Enumerable.Range(0, PloverTypes.Count).Select(i => "recipient:" + ((PloverType)i).Code())];
}
