using Entente.Language.Arcs;
using Entente.Language.Tags;

namespace Entente.Coding.Clauses;

/// <summary>The arguments of nouns that tell acts: "Russia's attack on …", "US-Iran talks", "launched an offensive against …".</summary>
internal sealed class NounArguments(Tree tree, Arguments arguments)
{
    /// <summary>The verb that carries the noun and what the noun is to it; null where it stands by itself.</summary>
    public Carrier? CarrierOf(int noun)
    {
        int head = tree.Head(noun);
        Deprel relation = tree.Relation(noun);
        if (relation == Deprel.Conj && head >= 0 && tree.IsNominal(head))
        {
            return CarrierOf(head);
        }

        if (head >= 0 && tree.Pos(head) == Upos.Verb)
        {
            string lemma = tree.Lemma(head);
            switch (relation)
            {
                case Deprel.Obj when LightVerbs.Carries(lemma) || LightVerbs.Undergoes(lemma):
                    return new(head, CarrierRole.Object);
                case Deprel.NsubjPass when LightVerbs.Carries(lemma):
                    return new(head, CarrierRole.Object);
                case Deprel.Nsubj when LightVerbs.Occurs(lemma):
                    return new(head, CarrierRole.Subject);
                case Deprel.Obl when LightVerbs.Carries(lemma) && (Prepositions.Opens(tree, noun, "in") || Prepositions.Opens(tree, noun, "into")
                                     || Prepositions.Opens(tree, noun, "on") || Prepositions.Opens(tree, noun, "out") || Prepositions.Opens(tree, noun, "to")):
                    return new(head, CarrierRole.Object);
            }
        }

        foreach (int child in tree.Of(noun))
        {
            if (tree.Relation(child) is Deprel.Acl or Deprel.AclRelcl && tree.Pos(child) == Upos.Verb)
            {
                string lemma = tree.Lemma(child);
                if (LightVerbs.Carries(lemma) && arguments.Object(child) == noun)
                {
                    return new(child, CarrierRole.Object);
                }

                if (LightVerbs.Occurs(lemma) && arguments.Subject(child) == noun)
                {
                    return new(child, CarrierRole.Subject);
                }
            }
        }

        return null;
    }

    /// <summary>Adds who does what the noun says, from the verb that carries it or the noun's own copula ("is in talks").</summary>
    public void AddSubject(int noun, ref Fillers into)
    {
        if (CarrierOf(noun) is { Role: CarrierRole.Object } carrier)
        {
            if (LightVerbs.Undergoes(tree.Lemma(carrier.Verb)))
            {
                Prepositions.Add(tree, arguments, carrier.Verb, "from", ref into);
                Prepositions.Add(tree, arguments, carrier.Verb, "by", ref into);
            }
            else
            {
                into.Add(arguments.Subject(carrier.Verb));
            }
        }
        else if (tree.Has(noun, Deprel.Cop) && Prepositions.OpensAny(tree, noun))
        {
            into.Add(tree.Child(noun, Deprel.Nsubj));
        }
    }

    /// <summary>Adds the possessor: "Russia's attack", "their talks".</summary>
    public void AddPossessor(int noun, ref Fillers into) => into.Add(tree.Child(noun, Deprel.NmodPoss));

    /// <summary>Adds adjectives and nouns before the noun; of "US-Iran talks" both.</summary>
    public void AddModifiers(int noun, ref Fillers into)
    {
        foreach (int child in tree.Of(noun))
        {
            if (child > noun)
            {
                break;
            }

            if (tree.Relation(child) is not (Deprel.Amod or Deprel.Compound or Deprel.Nmod or Deprel.NmodDesc or Deprel.NmodUnmarked) || Prepositions.OpensAny(tree, child))
            {
                continue;
            }

            AddInner(child, ref into);
            into.Add(child);
        }
    }

    /// <summary>Adds the phrases a preposition opens: on the noun itself, else on the verb that carries it.</summary>
    public void AddPhrases(int noun, string preposition, ref Fillers into)
    {
        int before = into.Count;
        Prepositions.Add(tree, arguments, noun, preposition, ref into);
        if (into.Count > before)
        {
            return;
        }

        if (CarrierOf(noun) is { } carrier)
        {
            Prepositions.Add(tree, arguments, carrier.Verb, preposition, ref into);
            if (into.Count == before && preposition is "to" or "on" or "against" or "for" && LightVerbs.Undergoes(tree.Lemma(carrier.Verb)))
            {
                into.Add(arguments.Subject(carrier.Verb));
            }
        }

        if (into.Count == before && preposition is "by" or "from" or "to" or "against" or "on" or "with")
        {
            Prepositions.AddDeep(tree, noun, preposition, ref into);
        }

        if (into.Count == before && preposition is "on" or "against" or "to" or "with" or "between")
        {
            AddNext(noun, preposition, ref into);
        }

        if (into.Count == before && tree.Relation(noun) == Deprel.Conj && tree.IsNominal(tree.Head(noun)))
        {
            Prepositions.Add(tree, arguments, tree.Head(noun), preposition, ref into);
        }
        else if (into.Count == before)
        {
            // "training and support for Ukraine": the phrase after the last noun is the first one's too.
            foreach (int child in tree.Of(noun))
            {
                if (tree.Relation(child) == Deprel.Conj && child > noun && tree.Pos(child) == Upos.Noun)
                {
                    Prepositions.Add(tree, arguments, child, preposition, ref into);
                }
            }
        }
    }

    /// <summary>"condemned Israel's attack on Lebanon": the phrase right after the noun, where the parser hangs it on the verb.</summary>
    private void AddNext(int noun, string preposition, ref Fillers into)
    {
        int verb = tree.Head(noun);
        if (verb < 0 || verb > noun || tree.Pos(verb) != Upos.Verb || tree.Relation(noun) is not (Deprel.Obj or Deprel.Obl))
        {
            return;
        }

        foreach (int child in tree.Of(verb))
        {
            if (child > noun && tree.Relation(child) == Deprel.Obl && tree.Child(child, Deprel.Case) == noun + 1 && Prepositions.Opens(tree, child, preposition))
            {
                into.Add(arguments.Antecedent(child));
            }
        }
    }

    /// <summary>"US-Iran", "US-led", "Russian and Chinese": names inside the modifier.</summary>
    private void AddInner(int modifier, ref Fillers into)
    {
        foreach (int child in tree.Of(modifier))
        {
            if (child < modifier && tree.Relation(child) is Deprel.Compound or Deprel.Amod or Deprel.Obl or Deprel.OblUnmarked or Deprel.NmodUnmarked or Deprel.Nmod or Deprel.Conj or Deprel.Nsubj
                && IsHyphenAfter(child, modifier))
            {
                into.Add(child);
            }
        }
    }

    private bool IsHyphenAfter(int token, int limit) =>
        token + 1 < limit && tree.Word(token + 1) is "-" or "–" or "—" or "/";
}

/// <summary>A verb that carries a noun.</summary>
/// <param name="Verb">The verb.</param>
/// <param name="Role">What the noun is to it.</param>
internal readonly record struct Carrier(int Verb, CarrierRole Role);

/// <summary>What a noun is to the verb that carries it.</summary>
internal enum CarrierRole : byte
{
    /// <summary>Its logical object, or what its subject enters into: "launched an attack", "engaged in talks".</summary>
    Object,

    /// <summary>Its subject: "talks took place".</summary>
    Subject,
}
