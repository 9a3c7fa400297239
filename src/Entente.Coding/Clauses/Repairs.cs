using Entente.Language;
using Entente.Language.Arcs;
using Entente.Language.Tags;

namespace Entente.Coding.Clauses;

/// <summary>Puts right what a parser of English most often gets wrong in short news sentences: a finite verb read as a participle before a noun.</summary>
/// <remarks>"Egyptian police detained protesters" read as protesters whom police detained. Only where the sentence has no other predicate.</remarks>
internal static class Repairs
{
    /// <summary>Repairs the trees of a text in place; the arrays must be the caller's own.</summary>
    public static void Apply(AnalyzedText text, int[] heads, Deprel[] relations)
    {
        for (int sentence = 0; sentence < text.Sentences.Count; sentence++)
        {
            int first = text.Sentences.First(sentence), end = text.Sentences.End(sentence);
            int body = Datelines.EndOf(text, sentence);
            if (body > first)
            {
                Detach(heads, relations, first, body, end);
                first = body;
            }

            int root = -1, verb = -1;
            for (int token = first; token < end; token++)
            {
                if (text.Tags.Upos[token] == Upos.Propn && heads[token] >= 0 && relations[token] is Deprel.Obj or Deprel.Nsubj or Deprel.NsubjPass or Deprel.Obl or Deprel.Nmod
                    && Times.CalendarWords.Weekday(text[token].Text) is not null)
                {
                    Demote(text, heads, relations, first, token);
                }

                if (heads[token] < 0)
                {
                    root = token;
                }

                if (text.Tags.Upos[token] == Upos.Verb)
                {
                    verb = verb < 0 ? token : int.MaxValue;
                }

                if (relations[token] == Deprel.Cop)
                {
                    verb = int.MaxValue;
                }
            }

            for (int token = first; token < end; token++)
            {
                PhraseRepairs.Seat(text, heads, relations, first, token, end);
            }

            for (int token = first + 1; token < end; token++)
            {
                if (text.Tags.Xpos[token] is Xpos.Vbd or Xpos.Vbz or Xpos.Vbn && text.Tags.Upos[token] == Upos.Verb && relations[token] is Deprel.Amod or Deprel.Compound)
                {
                    RaiseBeneath(text, heads, relations, token);
                }

                if (relations[token] == Deprel.Case)
                {
                    Reattach(text, heads, relations, first, token);
                }

                NeedClauses.Gather(text, heads, relations, token, end);
                PhraseRepairs.Apply(text, heads, relations, first, token, end);
            }

            if (root >= 0 && verb is >= 0 and < int.MaxValue && verb < root && heads[verb] == root && relations[verb] is Deprel.Amod or Deprel.Compound
                && text.Tags.Upos[root] is Upos.Noun or Upos.Propn && text.Tags.Xpos[verb] is Xpos.Vbd or Xpos.Vbn or Xpos.Vbz or Xpos.Vbp)
            {
                Raise(text, heads, relations, first, root, verb);
            }
            else if (root >= 0 && verb > root && verb < end && heads[verb] > verb && heads[heads[verb]] == root)
            {
                RaiseFromList(text, heads, relations, first, end, root, verb);
            }
        }
    }

    /// <summary>"Bahrain, Egypt and the Emirates cut ties", read as a list that ends with "cut ties": the name before the verb ends the list.</summary>
    private static void RaiseFromList(AnalyzedText text, int[] heads, Deprel[] relations, int first, int end, int root, int verb)
    {
        int noun = heads[verb], last = verb - 1;
        if (relations[noun] != Deprel.Conj || relations[verb] is not (Deprel.Amod or Deprel.Compound) || heads[last] != noun || relations[last] is not (Deprel.Compound or Deprel.NmodDesc or Deprel.Nmod)
            || text.Tags.Upos[root] != Upos.Propn || !char.IsUpper(text[last].Text[0]) || text.Tags.Xpos[verb] is not (Xpos.Vbd or Xpos.Vbn or Xpos.Vbz or Xpos.Vbp))
        {
            return;
        }

        for (int token = first; token < end; token++)
        {
            if (token < last && heads[token] == noun)
            {
                heads[token] = last;
            }
            else if (heads[token] == root && relations[token] == Deprel.Punct && token > noun)
            {
                heads[token] = verb;
            }
        }

        (heads[last], relations[last]) = (root, Deprel.Conj);
        (heads[root], relations[root]) = (verb, Deprel.Nsubj);
        (heads[noun], relations[noun]) = (verb, Deprel.Obj);
        (heads[verb], relations[verb]) = (-1, Deprel.Root);
    }

    /// <summary>Takes a dateline out of the tree: its words hang on the root, and what hung on them takes their place.</summary>
    private static void Detach(int[] heads, Deprel[] relations, int first, int body, int end)
    {
        int root = -1;
        for (int token = first; token < end; token++)
        {
            root = heads[token] < 0 ? token : root;
        }

        if (root >= first && root < body)
        {
            return;
        }

        for (int token = body; token < end; token++)
        {
            int top = heads[token];
            if (top < first || top >= body)
            {
                continue;
            }

            while (heads[top] >= first && heads[top] < body)
            {
                top = heads[top];
            }

            (heads[token], relations[token]) = (heads[top], relations[token] == Deprel.Punct ? Deprel.Punct : relations[top]);
        }

        for (int token = first; token < body; token++)
        {
            (heads[token], relations[token]) = (root, Deprel.Dep);
        }
    }

    /// <summary>"Japan on Friday lifted sanctions", read as sanctions of Japan's: the verb takes the first noun's place, the nouns become subject and object.</summary>
    private static void RaiseBeneath(AnalyzedText text, int[] heads, Deprel[] relations, int verb)
    {
        int noun = heads[verb];
        int subject = noun >= 0 ? heads[noun] : -1;
        if (subject < 0 || noun < verb || subject > verb || relations[noun] is not (Deprel.Nmod or Deprel.Appos or Deprel.Dep or Deprel.NmodUnmarked)
            || text.Tags.Upos[noun] is not (Upos.Noun or Upos.Propn) || text.Tags.Upos[subject] is not (Upos.Noun or Upos.Propn) || text.Tags.Upos[verb - 1] is Upos.Punct or Upos.Det or Upos.Adj or Upos.Adp or Upos.Cconj)
        {
            return;
        }

        for (int token = subject + 1; token < noun; token++)
        {
            if (heads[token] == noun && relations[token] is Deprel.Case or Deprel.Det && token < verb)
            {
                return;
            }
        }

        (heads[verb], relations[verb]) = (heads[subject], relations[subject]);
        (heads[subject], relations[subject]) = (verb, Deprel.Nsubj);
        (heads[noun], relations[noun]) = (verb, Deprel.Obj);
    }

    /// <summary>"met the president of Niger", "investigating an air strike by Iraq": a phrase right after a noun, read as one of the verb, is the noun's.</summary>
    private static void Reattach(AnalyzedText text, int[] heads, Deprel[] relations, int first, int preposition)
    {
        int phrase = heads[preposition], verb = phrase >= 0 ? heads[phrase] : -1, noun = preposition - 1;
        if (phrase < preposition || verb < first || verb >= noun || text.Tags.Upos[verb] != Upos.Verb || relations[phrase] is not (Deprel.Obl or Deprel.OblAgent)
            || text.Tags.Upos[noun] is not (Upos.Noun or Upos.Propn or Upos.Num) || Times.CalendarWords.IsDayOrMonth(text[noun].Text) || Times.CalendarWords.IsUnit(text.Lemmas.Lemmas[noun]))
        {
            return;
        }

        ReadOnlySpan<char> word = text[preposition].Text;
        if (word is "of" ? TakesOf(text.Lemmas.Lemmas[verb]) : word is not "by" || text.Tags.Xpos[verb] is Xpos.Vbn || text.Tags.Upos[phrase] is not (Upos.Propn or Upos.Noun))
        {
            return;
        }

        while (heads[noun] > verb && heads[noun] < preposition && relations[noun] is Deprel.Flat or Deprel.Compound)
        {
            noun = heads[noun];
        }

        if (heads[noun] == verb && relations[noun] is Deprel.Obj or Deprel.Iobj or Deprel.Obl && (word is "of" || relations[noun] == Deprel.Obj))
        {
            (heads[phrase], relations[phrase]) = (noun, Deprel.Nmod);
        }
    }

    /// <summary>Verbs that take "of" themselves, after their object or without one.</summary>
    private static bool TakesOf(string verb) => verb is "accuse" or "convict" or "acquit" or "suspect" or "strip" or "deprive" or "rob" or "inform" or "notify" or "warn" or "remind" or "assure" or "convince" or "persuade" or "advise"
        or "clear" or "relieve" or "rid" or "purge" or "cleanse" or "absolve" or "cure" or "drain" or "empty" or "die" or "consist" or "speak" or "complain" or "dispose" or "approve" or "disapprove" or "find" or "make" or "demand" or "ask" or "beg" or "tell" or "divest" or "balk";

    /// <summary>"summoned the ambassador Monday": the day is no head of the noun before it.</summary>
    private static void Demote(AnalyzedText text, int[] heads, Deprel[] relations, int first, int day)
    {
        int noun = day - 1;
        if (noun < first || heads[noun] != day || relations[noun] is not (Deprel.Compound or Deprel.Amod) || text.Tags.Upos[noun] is not (Upos.Noun or Upos.Propn))
        {
            return;
        }

        int head = heads[day];
        for (int token = first; token < text.Count && text.Sentences.Of(token) == text.Sentences.Of(day); token++)
        {
            if (heads[token] == day && token != noun)
            {
                heads[token] = noun;
            }
        }

        (heads[noun], relations[noun]) = (head, relations[day]);
        (heads[day], relations[day]) = (head, Deprel.OblUnmarked);
    }

    private static void Raise(AnalyzedText text, int[] heads, Deprel[] relations, int first, int root, int verb)
    {
        int subject = -1;
        for (int token = verb - 1; token >= first; token--)
        {
            if (heads[token] == root && text.Tags.Upos[token] is Upos.Noun or Upos.Propn or Upos.Pron)
            {
                subject = token;
                break;
            }
        }

        if (subject < 0)
        {
            return;
        }

        for (int token = first; token < verb; token++)
        {
            if (heads[token] == root && token != subject)
            {
                heads[token] = subject;
            }
        }

        heads[subject] = verb;
        relations[subject] = Deprel.Nsubj;
        heads[verb] = -1;
        relations[verb] = Deprel.Root;
        heads[root] = verb;
        relations[root] = Deprel.Obj;
        for (int token = root + 1; token < heads.Length && token < text.Count && text.Sentences.Of(token) == text.Sentences.Of(root); token++)
        {
            if (heads[token] == root && relations[token] == Deprel.Punct)
            {
                heads[token] = verb;
            }
        }
    }
}
