using System.Collections.Frozen;
using Entente.Language;
using Entente.Language.Arcs;
using Entente.Language.Tags;

namespace Entente.Coding.Clauses;

/// <summary>Hangs the clause after a noun of need on that noun, with its subject, where the parser hung it on the verb before.</summary>
/// <remarks>"stressed the need for Chad to leave", "to leave", "the necessity of Chad leaving": what is needed is said of the need.</remarks>
internal static class NeedClauses
{
    private const int LongestSubject = 10;

    private static readonly FrozenSet<string> Nouns = FrozenSet.ToFrozenSet(
        ["need", "necessity", "importance", "urgency", "imperative", "obligation", "duty", "responsibility", "requirement", "desirability"], StringComparer.Ordinal);

    /// <summary>Whether a noun says that something ought to be done, and not who ought to.</summary>
    public static bool IsNeed(string lemma) => Nouns.Contains(lemma);

    /// <summary>Repairs the tree around one word, if it is a noun of need before a clause.</summary>
    /// <param name="text">The words and their tags.</param>
    /// <param name="heads">Heads, changed in place.</param>
    /// <param name="relations">Relations, changed in place.</param>
    /// <param name="noun">The word.</param>
    /// <param name="end">The end of its sentence.</param>
    public static void Gather(AnalyzedText text, int[] heads, Deprel[] relations, int noun, int end)
    {
        int mark = noun + 1;
        if (mark >= end - 1 || text.Tags.Upos[noun] != Upos.Noun || !IsNeed(text.Lemmas.Lemmas[noun]))
        {
            return;
        }

        switch (text[mark].Text)
        {
            case "to" when relations[mark] == Deprel.Mark:
                Hang(text, heads, relations, noun, heads[mark], -1);
                break;
            case "for":
                for (int to = mark + 2; to < Math.Min(end - 1, mark + LongestSubject); to++)
                {
                    if (relations[to] == Deprel.Mark && text[to].Text is "to")
                    {
                        GatherWithSubject(text, heads, relations, noun, to, heads[to]);
                        break;
                    }
                }

                break;
            case "of":
                for (int gerund = mark + 2; gerund < Math.Min(end - 1, mark + LongestSubject); gerund++)
                {
                    if (text.Tags.Xpos[gerund] == Xpos.Vbg && text.Tags.Upos[gerund] == Upos.Verb && relations[gerund] is not (Deprel.Amod or Deprel.Compound))
                    {
                        GatherWithSubject(text, heads, relations, noun, gerund, gerund);
                        break;
                    }
                }

                break;
        }
    }

    /// <summary>The nouns between the mark and the clause are its subject; anything else between, a comma or a verb, and nothing is changed.</summary>
    private static void GatherWithSubject(AnalyzedText text, int[] heads, Deprel[] relations, int noun, int until, int clause)
    {
        int subject = -1;
        for (int token = noun + 2; token < until; token++)
        {
            if (text.Tags.Upos[token] is not (Upos.Noun or Upos.Propn or Upos.Pron or Upos.Adj or Upos.Det or Upos.Num or Upos.Adp or Upos.Cconj or Upos.Part))
            {
                return;
            }

            bool isTop = heads[token] < noun + 2 || heads[token] >= until;
            if (isTop && relations[token] is not (Deprel.Case or Deprel.Cc or Deprel.Det))
            {
                subject = subject < 0 ? token : subject;
            }
        }

        if (subject >= 0 && Hang(text, heads, relations, noun, clause, noun + 1))
        {
            (heads[subject], relations[subject]) = (clause, Deprel.Nsubj);
        }
    }

    private static bool Hang(AnalyzedText text, int[] heads, Deprel[] relations, int noun, int clause, int mark)
    {
        int head = clause < 0 ? -1 : heads[clause];
        bool within = head == noun || (head > noun && head < clause && text.Tags.Upos[head] is Upos.Noun or Upos.Propn or Upos.Pron);
        bool before = head >= 0 && head < noun && relations[clause] is Deprel.Advcl or Deprel.Xcomp or Deprel.Ccomp or Deprel.Acl;
        if (clause <= noun || text.Tags.Upos[clause] is not (Upos.Verb or Upos.Aux) || !(within || before))
        {
            return false;
        }

        (heads[clause], relations[clause]) = (noun, Deprel.Acl);
        if (mark >= 0)
        {
            (heads[mark], relations[mark]) = (clause, Deprel.Mark);
        }

        return true;
    }
}
