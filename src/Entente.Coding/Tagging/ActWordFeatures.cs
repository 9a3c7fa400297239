using Entente.Coding.Clauses;
using Entente.Coding.Judging;
using Entente.Coding.Learning;
using Entente.Coding.Roles;
using Entente.Coding.Rules;
using Entente.Language.Arcs;
using Entente.Language.Tags;
using Entente.Records;

namespace Entente.Coding.Tagging;

/// <summary>What the tagger of acts sees of each word: the word, its place in the tree, the party it names, the frames that know it.</summary>
internal sealed class ActWordFeatures
{
    private readonly List<ulong> _features = [];
    private readonly List<int> _ends = [];
    private readonly List<(int Token, string Sector)> _parties = [];

    /// <summary>The features of all words, one after the other.</summary>
    public ReadOnlySpan<ulong> Features => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_features);

    /// <summary>Of each word, where its features end.</summary>
    public ReadOnlySpan<int> Ends => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_ends);

    /// <summary>Gathers the features of a sentence; <see cref="Features"/> are used again by the next call.</summary>
    public void Gather(int sentence, Tree tree, IReadOnlyList<Candidate> candidates, IReadOnlyList<Mention> mentions)
    {
        _features.Clear();
        _ends.Clear();
        _parties.Clear();
        foreach (Mention mention in mentions)
        {
            _parties.Add((mention.Head, Sectors.Of(mention.Party)));
        }

        int next = 0;
        for (int token = tree.Source.Sentences.First(sentence); token < tree.Source.Sentences.End(sentence); token++)
        {
            AddWord(tree, token);
            if (tree.Pos(token) is Upos.Verb or Upos.Noun or Upos.Adj or Upos.Propn)
            {
                AddPlace(tree, token);
            }

            while (next < candidates.Count && candidates[next].Reading.Trigger < token)
            {
                next++;
            }

            for (int at = next; at < candidates.Count && candidates[at].Reading.Trigger == token; at++)
            {
                AddReading(candidates[at].Reading);
            }

            _ends.Add(_features.Count);
        }
    }

    private void AddWord(Tree tree, int token)
    {
        ReadOnlySpan<char> word = tree.Word(token);
        Add("word", tree.Lemma(token));
        Add("tag", tree.Xpos(token).Code());
        Add("relation", tree.Relation(token).Code());
        Add("end", word.Length > 3 ? word[^3..] : word);
        if (SectorAt(token) is { } sector)
        {
            Add("party", sector);
            Add("party+relation", sector, tree.Relation(token).Code());
        }
    }

    /// <summary>The word above it and those below.</summary>
    private void AddPlace(Tree tree, int token)
    {
        if (tree.Head(token) is >= 0 and int head)
        {
            Add("above", tree.Lemma(head));
            Add("above+relation", tree.Relation(token).Code(), tree.Pos(head).Code());
        }

        foreach (int child in tree.Of(token))
        {
            Deprel relation = tree.Relation(child);
            if (relation is Deprel.Punct or Deprel.Conj or Deprel.Cc)
            {
                continue;
            }

            Add("below", relation.Code(), tree.Lemma(child));
            if (SectorAt(child) is { } sector)
            {
                Add("party-below", relation.Code(), sector);
            }

            if (relation is Deprel.Obl or Deprel.Nmod && tree.Child(child, Deprel.Case) is >= 0 and int mark)
            {
                Add("preposition-below", tree.Lemma(mark));
            }
        }
    }

    private void AddReading(Match reading)
    {
        string type = reading.Frame.Type.Code();
        string fit = reading.Misfit == 0 ? "fits" : reading.Failed <= 1 ? "nearly" : "hardly";
        Add("frame", type, fit);
        Add("frame", type);
    }

    private string? SectorAt(int token)
    {
        foreach ((int head, string sector) in _parties)
        {
            if (head == token)
            {
                return sector;
            }
        }

        return null;
    }

    private void Add(string template, ReadOnlySpan<char> a, ReadOnlySpan<char> b = default) => _features.Add(FeatureHash.Of(template, a, b));
}
