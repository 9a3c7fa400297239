using Entente.Coding.Clauses;
using Entente.Language.Arcs;
using Entente.Lexicon.Frames;

namespace Entente.Coding.Rules;

/// <summary>Which lemmas show which contexts; made once, shared by all threads.</summary>
internal sealed class ContextIndex
{
    private readonly Dictionary<string, ulong> _shown = new(StringComparer.Ordinal);
    private readonly string[] _names;
    private readonly bool _compounds;

    public ContextIndex(ContextList contexts)
    {
        _names = [.. contexts.All.Select(entry => entry.Context).Distinct(StringComparer.Ordinal)];
        foreach (ContextWords entry in contexts.All)
        {
            ulong bit = 1UL << Array.IndexOf(_names, entry.Context);
            foreach (string lemma in entry.Words.Lemmas)
            {
                _shown[lemma] = _shown.GetValueOrDefault(lemma) | bit;
            }

            _compounds |= entry.Words.HasCompounds;
        }
    }

    /// <summary>Names, in the order of the lexicon and of the bits.</summary>
    public IReadOnlyList<string> Names => _names;

    /// <summary>Names of the contexts whose bits are set, in the order of the lexicon.</summary>
    public void Add(ulong bits, List<string> into)
    {
        for (int i = 0; i < _names.Length; i++)
        {
            if ((bits >> i & 1) != 0 && !into.Contains(_names[i]))
            {
                into.Add(_names[i]);
            }
        }
    }

    /// <summary>The bits of the contexts that a word shows.</summary>
    public ulong Of(Words words, int token)
    {
        ulong bits = _shown.GetValueOrDefault(words.Lower(token));
        return _compounds && words.Compound(token) is { Length: > 0 } pair ? bits | _shown.GetValueOrDefault(pair) : bits;
    }
}

/// <summary>What an act is about: the words of its phrase, clauses of their own left out.</summary>
internal sealed class ContextReader(ContextIndex index, Tree tree, Words words)
{
    /// <summary>The contexts: the frame's own first, then what the words show.</summary>
    public IReadOnlyList<string> Of(Match match)
    {
        ulong bits = Below(match.Trigger, 0);
        if (match.Carrier >= 0)
        {
            bits |= Below(match.Carrier, 0);
        }

        if (bits == 0)
        {
            return match.Frame.Contexts;
        }

        var contexts = new List<string>(match.Frame.Contexts);
        index.Add(bits, contexts);
        return contexts;
    }

    private ulong Below(int token, int depth)
    {
        ulong bits = index.Of(words, token);
        if (depth > 5)
        {
            return bits;
        }

        foreach (int child in tree.Of(token))
        {
            bool apart = tree.Relation(child) is Deprel.AclRelcl or Deprel.Parataxis or Deprel.Appos or Deprel.Advcl or Deprel.Nsubj
                || (tree.Relation(child) == Deprel.Conj && tree.IsPredicate(child));
            if (!apart)
            {
                bits |= Below(child, depth + 1);
            }
        }

        return bits;
    }
}
