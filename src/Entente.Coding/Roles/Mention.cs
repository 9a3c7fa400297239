using Entente.Coding.Clauses;
using Entente.Coding.Resolution;
using Entente.Language.Arcs;
using Entente.Language.Tags;
using Entente.Records;

namespace Entente.Coding.Roles;

/// <summary>A party where a sentence names it: what may be actor or recipient of the sentence's acts.</summary>
/// <param name="Party">Who.</param>
/// <param name="Head">The word that stands in the tree for it.</param>
/// <param name="Anchor">The word whose place in the tree it shares: of coordinated names the first.</param>
internal sealed record Mention(Party Party, int Head, int Anchor)
{
    /// <summary>The words, in UTF-16 code units of the text.</summary>
    public TextSpan Span => Party.Entity.Quote.Span;

    /// <summary>Whether it is coordinated with a mention before.</summary>
    public bool IsCoordinated => Anchor != Head;

    /// <summary>The parties that a sentence names, in text order.</summary>
    public static List<Mention> In(int sentence, Tree tree, PartyResolver parties)
    {
        var mentions = new List<Mention>();
        var named = new List<Party>();
        for (int token = tree.Source.Sentences.First(sentence); token < tree.Source.Sentences.End(sentence); token++)
        {
            if ((!tree.IsNominal(token) && tree.Pos(token) != Upos.Adj) || tree.Relation(token) is Deprel.Det or Deprel.Case || IsTitleOfName(token, tree) || IsOwnerOfRelation(token, tree))
            {
                continue;
            }

            named.Clear();
            if (tree.Relation(token) is Deprel.Amod or Deprel.Compound)
            {
                parties.AddModifier(token, named);
                named.RemoveAll(party => party.Country is null && tree.Pos(token) == Upos.Adj); // "a military spokesman" names one party
            }
            else
            {
                named.AddRange(parties.One(token));
            }

            foreach (Party party in named)
            {
                if (!mentions.Exists(known => known.Span == party.Entity.Quote.Span && Equals(known.Party.Entity.Code, party.Entity.Code)))
                {
                    mentions.Add(new(party, token, AnchorOf(token, tree)));
                }
            }
        }

        mentions.RemoveAll(mention => mentions.Exists(named => IsDescription(mention, named, tree) || IsShortName(mention, named, tree)));
        return mentions;
    }

    /// <summary>"Shoigu, Secretary of the Security Council": what follows a name after a comma says who that is, and is no party of its own.</summary>
    private static bool IsDescription(Mention mention, Mention named, Tree tree) =>
        named.Party.Kind == PartyKind.Person && mention.Party.Kind == PartyKind.Person && tree.Pos(named.Head) == Upos.Propn
        && mention.Span.Start == named.Span.End + 2 && tree.Source.Text[named.Span.End] == ',' && mention.Party.Country == named.Party.Country
        && tree.Relation(mention.Head) is Deprel.Appos or Deprel.Conj && !tree.Has(mention.Head, Deprel.Cc);

    /// <summary>"The Ogaden National Liberation Front (ONLF)": the short form in brackets is no second party.</summary>
    private static bool IsShortName(Mention mention, Mention named, Tree tree) =>
        mention.Span.Start == named.Span.End + 2 && tree.Source.Text[named.Span.End + 1] == '(' && mention.Party.Country == named.Party.Country;

    /// <summary>"His predecessor, Iván Duque, accused": the pronoun tells whose predecessor acts, and does nothing itself.</summary>
    private static bool IsOwnerOfRelation(int token, Tree tree) =>
        tree.Relation(token) is Deprel.NmodPoss && tree.Pos(token) is Upos.Pron && tree.Head(token) is >= 0 and var noun && Nouns.IsRelation(tree.Lemma(noun).ToLowerInvariant());

    /// <summary>"Prime Minister Benjamin Netanyahu", "Secretary-General António Guterres": a title before a name is that name's.</summary>
    private static bool IsTitleOfName(int token, Tree tree)
    {
        int at = token;
        while (tree.Relation(at) is Deprel.NmodDesc && tree.Head(at) is >= 0 and var name && name > at)
        {
            at = name;
        }

        return at != token && tree.Pos(at) == Upos.Propn;
    }

    private static int AnchorOf(int token, Tree tree)
    {
        int at = token;
        for (int steps = 0; steps < 8 && tree.Relation(at) == Deprel.Conj && tree.Head(at) is >= 0 and int first && (tree.IsNominal(first) || tree.Pos(first) == Upos.Adj); steps++)
        {
            at = first;
        }

        return at;
    }
}
