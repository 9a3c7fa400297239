using System.Collections.Frozen;
using Entente.Language;
using Entente.Language.Arcs;
using Entente.Language.Tags;

namespace Entente.Coding.Clauses;

/// <summary>Puts right phrases that a parser of English hangs on the wrong word of the same clause.</summary>
internal static class PhraseRepairs
{
    /// <summary>Participles that tie a name before a hyphen to the noun after them: "Iran-backed militia", "UN-led talks".</summary>
    private static readonly FrozenSet<string> Ties = FrozenSet.ToFrozenSet(
        ["backed", "led", "allied", "aligned", "affiliated", "linked", "controlled", "sponsored", "funded", "occupied", "held", "supported", "trained", "brokered", "mediated", "run", "owned", "dominated"], StringComparer.Ordinal);

    /// <summary>Offices whose names end in "general".</summary>
    private static readonly FrozenSet<string> Generals = FrozenSet.ToFrozenSet(["attorney", "secretary", "director", "governor", "consul", "solicitor", "inspector", "prosecutor", "commissioner"], StringComparer.Ordinal);

    /// <summary>Verbs with two objects: who gets it, and what.</summary>
    private static readonly FrozenSet<string> Givers = FrozenSet.ToFrozenSet(
        ["give", "offer", "promise", "grant", "send", "lend", "loan", "sell", "hand", "award", "pay", "deny", "guarantee", "owe", "pledge", "lease", "deliver", "show"], StringComparer.Ordinal);

    /// <summary>Nouns whose other side is told by "with": "along the border with Chad".</summary>
    private static readonly FrozenSet<string> TwoSided = FrozenSet.ToFrozenSet(["border", "frontier", "boundary", "tie", "relation", "relationship", "link"], StringComparer.Ordinal);

    /// <summary>Repairs what stands before the verb, from a name or title on; for every word of a sentence, its first included.</summary>
    public static void Seat(AnalyzedText text, int[] heads, Deprel[] relations, int first, int token, int end)
    {
        if (text.Tags.Upos[token] != Upos.Propn)
        {
            return;
        }

        if (relations[token] is Deprel.Nsubj or Deprel.NsubjPass or Deprel.Obj)
        {
            JoinTitle(heads, relations, token, end);
        }

        if (relations[token] is Deprel.Discourse or Deprel.Vocative && token + 1 < end && text[token + 1].Text is ",")
        {
            SeatName(text, heads, relations, first, token, end);
        }
    }

    /// <summary>Repairs the tree around one word.</summary>
    public static void Apply(AnalyzedText text, int[] heads, Deprel[] relations, int first, int token, int end)
    {
        switch (relations[token])
        {
            case Deprel.Obl or Deprel.Obj or Deprel.Nmod when heads[token] >= 0 && text.Tags.Upos[heads[token]] == Upos.Adv:
                RaiseFromAdverb(text, heads, relations, first, token, end);
                break;
            case Deprel.Obj when token + 1 < end && relations[token + 1] == Deprel.Obj && heads[token + 1] == heads[token]
                && text.Tags.Xpos[token] == Xpos.Nn && text.Tags.Upos[token + 1] == Upos.Noun:
                (heads[token], relations[token]) = (token + 1, Deprel.Compound); // "suspended aid deliveries"
                break;
        }

        if (relations[token] is Deprel.Nsubj or Deprel.NsubjPass or Deprel.Obj && text.Tags.Upos[token] == Upos.Propn)
        {
            JoinList(text, heads, relations, first, token, end);
        }

        if (relations[token] == Deprel.Obj)
        {
            JoinObjects(text, heads, relations, first, token);
        }

        if (relations[token] is Deprel.Advcl or Deprel.Acl && text[token].Text is "acting" && heads[token] > token)
        {
            SeatOfficeHolder(heads, relations, first, token, end);
        }

        if (text.Tags.Upos[token] == Upos.Verb && Givers.Contains(text.Lemmas.Lemmas[token]))
        {
            FindReceiver(text, heads, relations, token, end);
        }

        if (relations[token] == Deprel.Case && token > first && text[token].Text is "with" && TwoSided.Contains(text.Lemmas.Lemmas[token - 1])
            && heads[token] > token && relations[heads[token]] == Deprel.Obl && heads[heads[token]] < token)
        {
            (heads[heads[token]], relations[heads[token]]) = (token - 1, Deprel.Nmod);
        }

        if (token > first + 1 && text[token - 1].Text is "-" && text[token].Text is "general" && heads[token - 2] != token && Generals.Contains(text.Lemmas.Lemmas[token - 2]))
        {
            JoinGeneral(heads, relations, first, token, end);
        }

        if (token > first + 1 && token + 1 < end && text[token - 1].Text is "-" && Ties.Contains(text[token].Text.ToString()))
        {
            Tie(text, heads, relations, first, token, end);
        }
    }

    /// <summary>"China, Russia, Iran and Cuba congratulated", read as two subjects: one list of names is one argument.</summary>
    private static void JoinList(AnalyzedText text, int[] heads, Deprel[] relations, int first, int second, int end)
    {
        int start = second;
        while (start > first && text[start - 1].Text is not "," && IsBelow(heads, start - 1, second))
        {
            start--;
        }

        int comma = start - 1;
        if (comma <= first || text[comma].Text is not "," || text.Tags.Upos[comma - 1] != Upos.Propn || !HasConjunct(heads, relations, second, end))
        {
            return;
        }

        int opening = comma - 1;
        while (heads[opening] >= first && heads[opening] < comma && relations[opening] is Deprel.Conj or Deprel.Flat or Deprel.Compound)
        {
            opening = heads[opening];
        }

        if (heads[opening] == heads[second] && relations[opening] == relations[second] && text.Tags.Upos[opening] == Upos.Propn)
        {
            (heads[second], relations[second]) = (opening, Deprel.Conj);
            for (int token = second + 1; token < end; token++)
            {
                heads[token] = heads[token] == second && relations[token] == Deprel.Conj ? opening : heads[token];
            }
        }
    }

    /// <summary>"Hezbollah, the party of Nasrallah, controls", read as an address: a name with an apposition before a verb without subject is that.</summary>
    private static void SeatName(AnalyzedText text, int[] heads, Deprel[] relations, int first, int name, int end)
    {
        int verb = heads[name];
        bool described = false;
        if (verb < name || text.Tags.Xpos[verb] is not (Xpos.Vbz or Xpos.Vbd or Xpos.Vbp))
        {
            return;
        }

        for (int token = first; token < end; token++)
        {
            if (heads[token] == verb && relations[token] is Deprel.Nsubj or Deprel.NsubjPass or Deprel.Csubj or Deprel.Expl)
            {
                return;
            }

            described |= heads[token] == name && relations[token] == Deprel.Appos;
        }

        relations[name] = described ? Deprel.Nsubj : relations[name];
    }

    /// <summary>"Attorney General Ann Smith accused", read as two subjects: the first word belongs to the title.</summary>
    private static void JoinTitle(int[] heads, Deprel[] relations, int title, int end)
    {
        if (title + 1 >= end || relations[title + 1] != Deprel.NmodDesc || heads[title + 1] <= title + 1)
        {
            return;
        }

        int name = heads[title + 1];
        while (heads[name] > name && heads[name] < end && relations[name] is Deprel.Compound or Deprel.Flat or Deprel.NmodDesc)
        {
            name = heads[name];
        }

        if (heads[name] == heads[title] && relations[name] == relations[title])
        {
            (heads[title], relations[title]) = (name, Deprel.NmodDesc);
        }
    }

    /// <summary>"fired tear gas and rubber bullets", read as two objects: the second is coordinated with the first.</summary>
    private static void JoinObjects(AnalyzedText text, int[] heads, Deprel[] relations, int first, int second)
    {
        int start = second;
        while (start > first && IsBelow(heads, start - 1, second) && relations[start - 1] is not Deprel.Cc)
        {
            start--;
        }

        int and = start - 1, before = and - 1;
        if (before <= first || relations[and] != Deprel.Cc || heads[and] != second || text.Tags.Upos[before] is not (Upos.Noun or Upos.Propn))
        {
            return;
        }

        if (heads[before] == heads[second] && relations[before] == Deprel.Obj)
        {
            (heads[second], relations[second]) = (before, Deprel.Conj);
        }
    }

    /// <summary>"The attorney-general rejected", read as an attorney and a general: one office, told by its last word.</summary>
    private static void JoinGeneral(int[] heads, Deprel[] relations, int first, int general, int end)
    {
        int office = general - 2;
        if (heads[general] == office || relations[office] is not Deprel.Compound)
        {
            (heads[general], relations[general]) = (heads[office], relations[office]);
        }

        (heads[office], relations[office]) = (general, Deprel.Compound);
        heads[general - 1] = general;
        for (int token = first; token < end; token++)
        {
            heads[token] = heads[token] == office && token != general ? general : heads[token];
        }
    }

    private static bool HasConjunct(int[] heads, Deprel[] relations, int name, int end)
    {
        for (int token = name + 1; token < end; token++)
        {
            if (heads[token] == name && relations[token] == Deprel.Conj)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"Afghanistan's acting defence minister signed", read as a clause "acting the minister": the minister is the subject.</summary>
    private static void SeatOfficeHolder(int[] heads, Deprel[] relations, int first, int acting, int end)
    {
        int verb = heads[acting], office = -1;
        bool passive = false;
        for (int token = first; token < end; token++)
        {
            if (heads[token] == verb && relations[token] is Deprel.Nsubj or Deprel.NsubjPass or Deprel.Csubj)
            {
                return;
            }

            passive |= heads[token] == verb && relations[token] == Deprel.AuxPass;
            office = office < 0 && token > acting && token < verb && heads[token] == acting && relations[token] == Deprel.Obj ? token : office;
        }

        // A word before "acting" belongs to the office: its state, or an article.
        for (int token = first; token < acting && office >= 0; token++)
        {
            if (heads[token] == office && relations[token] is Deprel.NmodPoss or Deprel.Det or Deprel.Amod or Deprel.Compound)
            {
                (heads[office], relations[office]) = (verb, passive ? Deprel.NsubjPass : Deprel.Nsubj);
                (heads[acting], relations[acting]) = (office, Deprel.Amod);
                return;
            }
        }
    }

    /// <summary>"gave Chad a loan", "promised Chad economic aid", "Chad was given a loan": who gets it is the indirect object, what is given the object.</summary>
    private static void FindReceiver(AnalyzedText text, int[] heads, Deprel[] relations, int verb, int end)
    {
        int receiver = -1;
        for (int token = verb + 1; token < end; token++)
        {
            if (heads[token] != verb)
            {
                continue;
            }

            if (relations[token] == Deprel.Xcomp && text.Tags.Upos[token] == Upos.Noun && text.Tags.Xpos[verb] == Xpos.Vbn)
            {
                relations[token] = Deprel.Obj;
                return;
            }

            if (relations[token] == Deprel.Obj && receiver >= 0)
            {
                relations[receiver] = Deprel.Iobj;
                return;
            }

            if (relations[token] == Deprel.Obj)
            {
                receiver = token;
                int name = NameBefore(text, heads, relations, verb, token);
                if (name >= 0)
                {
                    (heads[name], relations[name]) = (verb, Deprel.Iobj);
                    return;
                }
            }
        }
    }

    /// <summary>A name right after the verb that the parser took for a part of the object, though an adjective or article stands between; -1 for none.</summary>
    private static int NameBefore(AnalyzedText text, int[] heads, Deprel[] relations, int verb, int given)
    {
        int name = verb + 1;
        while (name < given && heads[name] < given && relations[name] is Deprel.Compound or Deprel.Flat or Deprel.Amod && text.Tags.Upos[heads[name]] == Upos.Propn && heads[name] > name)
        {
            name = heads[name];
        }

        return name + 1 < given && heads[name] == given && relations[name] == Deprel.Compound && text.Tags.Upos[name] == Upos.Propn && text.Tags.Upos[name + 1] is Upos.Adj or Upos.Det or Upos.Num ? name : -1;
    }

    /// <summary>"suspended aid to Chad earlier this year", "pushed hard for Chad to leave": the phrase is the verb's, not the adverb's.</summary>
    private static void RaiseFromAdverb(AnalyzedText text, int[] heads, Deprel[] relations, int first, int phrase, int end)
    {
        int adverb = heads[phrase], verb = heads[adverb];
        if (verb < 0 || text.Tags.Upos[verb] != Upos.Verb || relations[adverb] != Deprel.Advmod)
        {
            return;
        }

        for (int token = first; token < Math.Min(phrase, end); token++)
        {
            if (heads[token] == phrase && relations[token] == Deprel.Case)
            {
                (heads[phrase], relations[phrase]) = (verb, Deprel.Obl);
                return;
            }
        }
    }

    /// <summary>"Iran-allied group announced": the participle is the noun's, however the parser read it.</summary>
    private static void Tie(AnalyzedText text, int[] heads, Deprel[] relations, int first, int participle, int end)
    {
        int name = participle - 2, noun = participle + 1;
        if (text.Tags.Upos[name] is not (Upos.Propn or Upos.Adj or Upos.Noun) || text.Tags.Upos[noun] is not (Upos.Noun or Upos.Propn or Upos.Adj))
        {
            return;
        }

        while (heads[noun] > noun && heads[noun] < end && relations[noun] is Deprel.Compound or Deprel.Amod or Deprel.NmodDesc)
        {
            noun = heads[noun];
        }

        if (text.Tags.Upos[noun] is not (Upos.Noun or Upos.Propn) || (heads[participle] == noun && relations[participle] == Deprel.Amod))
        {
            return;
        }

        if (heads[noun] == participle)
        {
            (heads[noun], relations[noun]) = (heads[participle], relations[participle]);
            for (int token = first; token < end; token++)
            {
                if (heads[token] == participle && (token < name || token > participle))
                {
                    heads[token] = noun;
                }
            }
        }
        else if (heads[participle] < 0 || IsBelow(heads, noun, participle))
        {
            return;
        }

        (heads[participle], relations[participle]) = (noun, Deprel.Amod);
        (heads[name], relations[name]) = (participle, Deprel.Obl);
    }

    private static bool IsBelow(int[] heads, int token, int ancestor)
    {
        for (int at = heads[token]; at >= 0; at = heads[at])
        {
            if (at == ancestor)
            {
                return true;
            }
        }

        return false;
    }
}
