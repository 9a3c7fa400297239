using Entente.Language.Arcs;
using Entente.Language.Tags;
using Entente.Lexicon.Frames;

namespace Entente.Coding.Clauses;

/// <summary>Lemmas as frames ask for them: lower case, compounds joined by <c>_</c>.</summary>
internal sealed class Words(Tree tree)
{
    private readonly string?[] _lower = new string?[tree.Source.Count];
    private readonly string?[] _forms = new string?[tree.Source.Count];
    private readonly string?[] _compounds = new string?[tree.Source.Count];

    /// <summary>Where lemma, form and compound stand in the sketches of sets, as far as they are known.</summary>
    private readonly (ushort Lower, ushort Form, ushort Compound)[] _bits = new (ushort, ushort, ushort)[tree.Source.Count];

    /// <summary>The lemma in lower case.</summary>
    public string Lower(int token)
    {
        string? lower = _lower[token];
        if (lower is null)
        {
            string lemma = tree.Lemma(token);
            lower = HasCapital(lemma) ? lemma.ToLowerInvariant() : lemma;
            _lower[token] = lower;
            _bits[token].Lower = (ushort)LemmaSet.BitOf(lower);
        }

        return lower;
    }

    /// <summary>Whether the word, alone or with those before it, is in the set.</summary>
    public bool Fits(int token, LemmaSet set)
    {
        string lemma = Lower(token), form = Form(token);
        if (set.Contains(lemma, _bits[token].Lower) || (!ReferenceEquals(lemma, form) && set.Contains(form, _bits[token].Form)))
        {
            return true;
        }

        if (!set.HasCompounds)
        {
            return false;
        }

        string pair = Compound(token);
        return (pair.Length > 0 && set.Contains(pair, _bits[token].Compound)) || (token + 2 < tree.Source.Count && tree.Is(token + 1, "of") && FitsWithOf(token, set));
    }

    /// <summary>"state of emergency", "weapons of mass destruction".</summary>
    private bool FitsWithOf(int token, LemmaSet set)
    {
        string one = string.Concat(Lower(token), "_of_", Lower(token + 2));
        return set.Contains(one) || (token + 3 < tree.Source.Count && set.Contains(string.Concat(one, "_", Lower(token + 3))));
    }

    /// <summary>The word itself in lower case, for plurals that frames list ("talks"); the lemma where they are the same.</summary>
    private string Form(int token)
    {
        string? form = _forms[token];
        if (form is null)
        {
            ReadOnlySpan<char> word = tree.Word(token);
            string lemma = Lower(token);
            form = word.Equals(lemma, StringComparison.OrdinalIgnoreCase) || tree.Xpos(token) is not (Xpos.Nns or Xpos.Nnps) ? lemma : word.ToString().ToLowerInvariant();
            _forms[token] = form;
            _bits[token].Form = (ushort)LemmaSet.BitOf(form);
        }

        return form;
    }

    /// <summary>Whether a trigger's further words stand with the word: the particle of a verb, the words before a noun.</summary>
    public bool Stands(int token, Trigger trigger)
    {
        if (trigger.Particle is { } particle)
        {
            return HasParticle(token, particle);
        }

        int at = token;
        for (int i = trigger.Modifiers.Count - 1; i >= 0; i--)
        {
            at = Before(at);
            if (at < 0 || !Lower(at).Equals(trigger.Modifiers[i], StringComparison.Ordinal))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>A verb's particle; -1 for none.</summary>
    public int Particle(int verb) => tree.Child(verb, Deprel.CompoundPrt);

    private bool HasParticle(int verb, string particle)
    {
        foreach (int child in tree.Of(verb))
        {
            if (child > verb && tree.Relation(child) is Deprel.CompoundPrt or Deprel.Advmod or Deprel.Obl or Deprel.Case or Deprel.Obj or Deprel.Xcomp && tree.Is(child, particle))
            {
                return true;
            }
        }

        return verb + 1 < tree.Source.Count && tree.Is(verb + 1, particle) && tree.Source.Sentences.Of(verb) == tree.Source.Sentences.Of(verb + 1);
    }

    /// <summary>The word before with the one that stands before it, joined: "air_strike", "cease_fire"; empty for none.</summary>
    public string Compound(int token)
    {
        string? pair = _compounds[token];
        if (pair is null)
        {
            int before = Before(token);
            pair = before < 0 ? "" : string.Concat(Lower(before), "_", Lower(token));
            _compounds[token] = pair;
            _bits[token].Compound = (ushort)LemmaSet.BitOf(pair);
        }

        return pair;
    }

    /// <summary>The word before, hyphens passed over, where it can be the first part of a compound; -1 for none.</summary>
    private int Before(int token)
    {
        int at = token - 1;
        if (at > 0 && tree.Word(at) is "-" or "–")
        {
            at--;
        }

        return at >= 0 && tree.Pos(at) is Upos.Noun or Upos.Propn or Upos.Adj or Upos.Verb or Upos.Num or Upos.X or Upos.Adv or Upos.Adp or Upos.Part ? at : -1;
    }

    private static bool HasCapital(string lemma)
    {
        foreach (char c in lemma)
        {
            if (char.IsUpper(c))
            {
                return true;
            }
        }

        return false;
    }
}
