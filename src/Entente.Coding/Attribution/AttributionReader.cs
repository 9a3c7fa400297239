using Entente.Coding.Clauses;
using Entente.Language.Arcs;
using Entente.Language.Tags;

namespace Entente.Coding.Attribution;

/// <summary>Who says so: reported speech, "according to", quotations; the nearest source counts.</summary>
internal sealed class AttributionReader(Tree tree, Arguments arguments)
{
    /// <summary>The head word of the source; -1 where the text itself vouches.</summary>
    public int SourceOf(int trigger)
    {
        for (int at = trigger, steps = 0; at >= 0 && steps < 16; at = tree.Head(at), steps++)
        {
            int own = Beside(at, trigger);
            if (own >= 0)
            {
                return own;
            }

            foreach (int child in tree.Of(at))
            {
                // "attacked …, killing 12, according to police": the phrase may hang on the last clause.
                if (child > at && tree.Relation(child) is Deprel.Advcl or Deprel.Conj && Beside(child, trigger) is >= 0 and int later)
                {
                    return later;
                }
            }

            int head = tree.Head(at);
            if (head < 0)
            {
                return -1;
            }

            if (tree.Relation(at) is Deprel.Ccomp or Deprel.Xcomp or Deprel.Parataxis && tree.Pos(head) == Upos.Verb && SpeechVerbs.Contains(tree.Lemma(head)))
            {
                int speaker = arguments.Subject(head);
                if (speaker >= 0 && !tree.IsWithin(trigger, speaker))
                {
                    return speaker;
                }
            }
        }

        return -1;
    }

    /// <summary>"according to X", ", officials said" beside a clause.</summary>
    private int Beside(int predicate, int trigger)
    {
        foreach (int child in tree.Of(predicate))
        {
            switch (tree.Relation(child))
            {
                case Deprel.Obl or Deprel.Nmod or Deprel.Advcl when IsAccordingTo(child):
                    return child;
                case Deprel.Parataxis when child != trigger && tree.Pos(child) == Upos.Verb && SpeechVerbs.Contains(tree.Lemma(child)) && !tree.IsWithin(trigger, child)
                    && !tree.Has(child, Deprel.Ccomp) && !tree.Has(child, Deprel.Obj):
                    int speaker = arguments.Subject(child);
                    if (speaker >= 0)
                    {
                        return speaker;
                    }

                    break;
            }
        }

        return -1;
    }

    private bool IsAccordingTo(int phrase)
    {
        foreach (int child in tree.Of(phrase))
        {
            if (tree.Relation(child) is Deprel.Case or Deprel.Mark && (tree.Is(child, "according") || tree.Is(child, "per")))
            {
                return true;
            }
        }

        return false;
    }
}
