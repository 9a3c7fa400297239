using Entente.Coding.Clauses;
using Entente.Language.Arcs;
using Entente.Language.Tags;
using Entente.Records;

namespace Entente.Coding.Resolution;

/// <summary>The parties that modifiers name: of "Russian attack" the Russian government.</summary>
internal sealed class ModifierParties(Tree tree, NamesInText names, PartyResolver parties)
{
    /// <summary>The coded parties that a modifier names: of "Russian attack" the Russian government.</summary>
    public void AddModifier(int modifier, List<Party> into)
    {
        IReadOnlyList<Party> named = tree.Pos(modifier) == Upos.Verb && !names.TryGet(modifier, out _) ? [] : parties.One(modifier);
        if (named.Count == 0 || named[0].Kind == PartyKind.Thing)
        {
            // "a UN draft resolution": the name stands before another modifier.
            foreach (int child in tree.Of(modifier))
            {
                if (child < modifier && tree.Relation(child) is Deprel.Compound or Deprel.Amod && char.IsUpper(tree.Word(child)[0]))
                {
                    AddModifier(child, into);
                }
            }
        }

        foreach (Party party in named)
        {
            if (party.Entity.Code is { } code && party.Kind != PartyKind.Thing && !into.Exists(known => known.Head == party.Head))
            {
                bool state = code.Sectors.Count == 0 && party.Kind == PartyKind.Group && code.Country is not ("IGO" or "UNO" or "EUR" or "NGO" or "MNC" or "ISM" or "IMG");
                into.Add(state ? party with { Entity = party.Entity with { Code = Codes.Of(code.Text, "GOV") } } : party);
            }
        }

        foreach (int child in tree.Of(modifier))
        {
            if (tree.Relation(child) == Deprel.Conj)
            {
                AddModifier(child, into);
            }
        }
    }

    /// <summary>One party for one mention: "U.S. military" is USA MIL; the host's own code and words where it bears one of the same country.</summary>
    /// <param name="found">What the modifiers name, in text order.</param>
    /// <param name="host">The noun they modify where a frame asks for it through a slot ("obj.mod"); -1 for the act's own noun.</param>
    public void JoinModifiers(List<Party> found, int host)
    {
        // "U.S. military": what names only a part of another says nothing more.
        found.RemoveAll(party => found.Exists(other => !ReferenceEquals(other, party) && other.Country == party.Country && other.Entity.Quote.Span.Length > party.Entity.Quote.Span.Length
            && other.Entity.Quote.Span.Contains(party.Entity.Quote.Span)));
        if (host >= 0 && parties.One(host) is [{ IsCoded: true } whole] && found.Exists(party => party.Country == whole.Country))
        {
            found.Clear();
            found.Add(whole);
            return;
        }

        if (host >= 0 && found.Count == 1)
        {
            found[0] = found[0] with { Entity = found[0].Entity with { Quote = Quote.Of(tree.Source.Text, NounPhrase.Of(tree, host).Span(tree)) } };
            return;
        }

        if (found.Count == 2 && found[0].Country is { } country && found[1].Country is null && found[1].Entity.Code is { } role)
        {
            Party first = found[0], second = found[1];
            var span = new TextSpan(Math.Min(first.Entity.Quote.Span.Start, second.Entity.Quote.Span.Start), Math.Max(first.Entity.Quote.Span.End, second.Entity.Quote.Span.End));
            var entity = new Entity(Quote.Of(tree.Source.Text, span), Codes.Join(Codes.StripGovernment(first.Entity.Code!.Value), role)) { Reason = $"{second.Entity.Reason}; {first.Entity.Reason}" };
            found.Clear();
            found.Add(second with { Entity = entity });
        }
    }
}
