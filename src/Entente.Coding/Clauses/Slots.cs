using Entente.Language.Arcs;
using Entente.Language.Tags;
using Entente.Lexicon.Frames;

namespace Entente.Coding.Clauses;

/// <summary>Follows a frame's slot paths from a trigger down to the words that fill them.</summary>
/// <remarks><see cref="SlotKind.Inner"/> is the matcher's matter: it needs the event found in the complement.</remarks>
internal sealed class Slots(Tree tree, Arguments arguments, NounArguments nouns)
{
    /// <summary>Adds what fills the path.</summary>
    /// <param name="trigger">The word the path starts at.</param>
    /// <param name="steps">Steps from the trigger down.</param>
    /// <param name="into">Receives head words, each once.</param>
    public void Read(int trigger, IReadOnlyList<SlotStep> steps, ref Fillers into)
    {
        if (steps.Count == 1)
        {
            Step(trigger, steps[0], host: -1, ref into);
            return;
        }

        Fillers at = default;
        Step(trigger, steps[0], host: -1, ref at);
        for (int i = 1; i < steps.Count; i++)
        {
            Fillers next = default;
            for (int k = 0; k < at.Count; k++)
            {
                Step(at[k], steps[i], i == 1 && steps[0].Kind == SlotKind.Obj ? trigger : -1, ref next);
                AddFromPartitive(at[k], steps[i], ref next);
            }

            at = next;
        }

        // "want to attack": the complement's subject is nobody else.
        int own = steps[0].Kind == SlotKind.Comp && steps[^1].Kind == SlotKind.Subj && tree.Pos(trigger) == Upos.Verb ? arguments.Subject(trigger) : -1;
        for (int k = 0; k < at.Count; k++)
        {
            if (at[k] != own)
            {
                into.Add(at[k]);
            }
        }
    }

    /// <summary>"dozens of rebels", "a group of soldiers": the noun that is meant; any other word stands for itself.</summary>
    public int Meant(int token)
    {
        if (!Partitives.Contains(tree.Lemma(token)) && tree.Pos(token) != Upos.Num)
        {
            return token;
        }

        foreach (int child in tree.Of(token))
        {
            if (child > token && tree.Relation(child) == Deprel.Nmod && Prepositions.Opens(tree, child, "of"))
            {
                return child;
            }
        }

        return token;
    }

    /// <summary>"a statement from the ministry", "remarks by the envoy", "the king's speech": words stand for who said them; any other word for itself.</summary>
    private int Speaker(int token)
    {
        if (token < 0 || !SpeechNouns.Contains(tree.Lemma(token)))
        {
            return token;
        }

        foreach (int child in tree.Of(token))
        {
            bool owns = tree.Relation(child) == Deprel.NmodPoss
                || (tree.Relation(child) is Deprel.Nmod && (Prepositions.Opens(tree, child, "from") || Prepositions.Opens(tree, child, "by") || Prepositions.Opens(tree, child, "of")));
            if (owns && tree.IsNominal(child))
            {
                return child;
            }
        }

        return token;
    }

    private void AddFromPartitive(int token, SlotStep step, ref Fillers into)
    {
        int meant = Meant(token);
        if (meant != token)
        {
            Step(meant, step, host: -1, ref into);
        }
    }

    private void Step(int token, SlotStep step, int host, ref Fillers into)
    {
        bool verbal = tree.Pos(token) is Upos.Verb or Upos.Aux;
        bool adjective = tree.Pos(token) == Upos.Adj;
        switch (step.Kind)
        {
            case SlotKind.Subj when verbal || adjective:
                into.Add(adjective && tree.Relation(token) == Deprel.Amod ? tree.Head(token) : Speaker(arguments.Subject(token)));
                break;
            case SlotKind.Subj:
                nouns.AddSubject(token, ref into);
                break;
            case SlotKind.Obj when verbal:
                into.Add(arguments.Object(token));
                break;
            case SlotKind.Obj when nouns.CarrierOf(token) is { Role: CarrierRole.Object } carrier:
                into.Add(arguments.Object(carrier.Verb));
                break;
            case SlotKind.Iobj when verbal:
                into.Add(arguments.IndirectObject(token));
                break;
            case SlotKind.Iobj when nouns.CarrierOf(token) is { Role: CarrierRole.Object } carrier:
                into.Add(arguments.IndirectObject(carrier.Verb));
                break;
            case SlotKind.Comp:
                AddComplement(token, verbal, ref into);
                break;
            case SlotKind.Causee when verbal:
                into.Add(arguments.Causee(token));
                break;
            case SlotKind.Conj:
                AddCoordinated(token, ref into);
                break;
            case SlotKind.Poss:
                nouns.AddPossessor(token, ref into);
                break;
            case SlotKind.Mod:
                nouns.AddModifiers(token, ref into);
                break;
            case SlotKind.Preposition:
                AddPhrases(token, step.Preposition!, verbal, adjective, host, ref into);
                break;
        }
    }

    /// <summary>"to unfreeze the funds and lift the embargo": the word and those that a conjunction adds to it.</summary>
    private void AddCoordinated(int token, ref Fillers into)
    {
        into.Add(token);
        foreach (int child in tree.Of(token))
        {
            if (tree.Relation(child) == Deprel.Conj)
            {
                into.Add(child);
            }
        }
    }

    private void AddComplement(int token, bool verbal, ref Fillers into)
    {
        int complement = arguments.Complement(token);
        if (complement < 0 && !verbal && nouns.CarrierOf(token) is { } carrier)
        {
            complement = arguments.Complement(carrier.Verb);
        }

        if (complement < 0 && verbal)
        {
            // "announced a plan to withdraw": the clause hangs on the object.
            int held = Voice.IsPassive(tree, token) ? arguments.Object(token) : tree.Child(token, Deprel.Obj);
            complement = held >= 0 && tree.Pos(held) == Upos.Noun ? arguments.Complement(held) : -1;
        }

        into.Add(complement);
    }

    private void AddPhrases(int token, string preposition, bool verbal, bool adjective, int host, ref Fillers into)
    {
        int before = into.Count;
        if (verbal || adjective)
        {
            Prepositions.Add(tree, arguments, token, preposition, ref into);
            if (into.Count == before && verbal)
            {
                AddFromNeighbours(token, preposition, ref into);
            }

            return;
        }

        nouns.AddPhrases(token, preposition, ref into);
        if (into.Count == before && host >= 0 && preposition is not ("by" or "in"))
        {
            Prepositions.Add(tree, arguments, host, preposition, ref into);
        }
    }

    /// <summary>Where the parser hangs the phrase on the object, or on the verb beside: "sent weapons to Chad", "met and held talks with".</summary>
    private void AddFromNeighbours(int verb, string preposition, ref Fillers into)
    {
        int before = into.Count;
        if (preposition is "with" or "to" or "against" or "on" or "for" or "from" or "over" or "between" or "into" or "at" or "toward" or "towards")
        {
            int held = arguments.Object(verb);
            if (held > verb && tree.IsNominal(held))
            {
                Prepositions.Add(tree, arguments, held, preposition, ref into);
            }
        }

        if (into.Count > before)
        {
            return;
        }

        foreach (int child in tree.Of(verb))
        {
            if (tree.Relation(child) == Deprel.Conj && tree.Pos(child) == Upos.Verb && child - verb <= 3)
            {
                Prepositions.Add(tree, arguments, child, preposition, ref into);
            }
        }

        if (into.Count == before && tree.Relation(verb) == Deprel.Conj && tree.Pos(tree.Head(verb)) == Upos.Verb && verb - tree.Head(verb) <= 3)
        {
            Prepositions.Add(tree, arguments, tree.Head(verb), preposition, ref into);
        }

        if (into.Count == before && preposition is "from" or "to" or "against" or "with" or "by")
        {
            Prepositions.AddDeep(tree, verb, preposition, ref into);
        }
    }
}
