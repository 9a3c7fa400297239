using System.Buffers;
using Entente.Language.Tags;

namespace Entente.Language.Lemmas;

/// <summary>Undoes the regular inflections of English for words that no table knows.</summary>
internal static class Inflection
{
    private static readonly SearchValues<char> Vowels = SearchValues.Create("aeiouy");

    /// <summary>Ends of stems before -ed and -ing that lost an e: "negotiat", "provok". The longest that fits decides; a stroke before it denies.</summary>
    private static readonly (string Ending, bool TakesE)[] SilentE = Parse(
        "v c u z s bl cl dl fl gl kl pl tl zl -tz -ss -us ang eng ung -rung -sprung dg rg lg ag eg ig og ug "
        + "at -oat -eat creat lineat meat -ombat -format nvit unit gnit ncit xcit recit cit -licit ut -out -debut -output -input mot not quot evot vot plet elet mpet cret "
        + "ir -air -eir -oir ur -our -eur -murmur -ulfur plor stor gnor scor ador ar -ear -oar -iar -llar -ular dar terfer dher sever oher sher in -ain -oin -uin -ein -rein -kin -tin -bargin -lavin "
        + "pon phon ston thron zon clon condon tun prun mmun tervn onven terven raven am -eam -oam -oram -ream im -aim -eim um -oum com velcom elcom ad -ead -oad -oid id -aid -eid ud -oud -aud -eud od -ood "
        + "ced sed ped mped -eed ib -rib scrib brib ob -oub ak -eak -oak ik ok -ook uk ap -eap -oap -kidnap ip -ship -ssip -oip -eip cop hop scop -elop -lop typ scal hal nhal xhal cil pil xil mil -ail -oil -eil "
        + "ol -ool -trol -roll ul -aul -oul breath sheath wreath th -th nd -nd ns rs ls ps "
        + "yp yz iv ev av ov iec orc erc anc enc inc ounc ru -ou ees -ees uis ais ois aus eas ous eous ious rais -iss -ess -ass -oss");

    /// <summary>Writes the base of a regular form into <paramref name="room"/>; 0 where the form shows no inflection of its tag.</summary>
    /// <param name="word">The form, in lower case.</param>
    /// <param name="tag">Its Penn tag.</param>
    /// <param name="room">At least as long as the word and one more.</param>
    /// <param name="known">The lemmas of the treebanks, under <see cref="Xpos.Vb"/> and <see cref="Xpos.Nn"/>.</param>
    public static int Undo(ReadOnlySpan<char> word, Xpos tag, Span<char> room, FormTable known)
    {
        switch (tag)
        {
            case Xpos.Vbd or Xpos.Vbn when word.EndsWith("ed") && word.Length > 4:
                return word.EndsWith("ied") ? Put(word[..^3], "y", room) : Base(word[..^2], room, known);
            case Xpos.Vbg when word.EndsWith("ing") && word.Length > 5:
                return Base(word[..^3], room, known);
            case Xpos.Vbz or Xpos.Nns when word.Length > 3 && word[^1] == 's' && word[^2] is not ('s' or 'u'):
                return Singular(word, tag, room, known);
            default:
                return 0;
        }
    }

    private static int Base(ReadOnlySpan<char> stem, Span<char> room, FormTable known)
    {
        char last = stem[^1];
        bool doubled = last == stem[^2] && last is 'b' or 'd' or 'g' or 'm' or 'n' or 'p' or 'r' or 't' or 'l';
        bool expectsE = TakesE(stem);
        ReadOnlySpan<char> first = expectsE ? "e" : "", second = expectsE ? "" : "e";
        int length = Put(stem, first, room);
        if (IsKnown(known, room[..length]) || (expectsE && stem.EndsWith("is")))
        {
            return length; // no verb ends in -is, whatever nouns do: "emphasising" is of "emphasise"
        }

        if (doubled && IsKnown(known, stem[..^1]))
        {
            return Put(stem[..^1], "", room);
        }

        length = Put(stem, second, room);
        if (!doubled && length > 4 && IsKnown(known, room[..length]))
        {
            return length;
        }

        // Unknown altogether: "controlled", "bugged" lose a letter, "stalled", "yelled" do not.
        bool shortened = doubled && (last != 'l' || (stem[^3] is 'e' or 'o' && HasVowel(stem[..^3])));
        return shortened ? Put(stem[..^1], "", room) : Put(stem, first, room);
    }

    private static int Singular(ReadOnlySpan<char> word, Xpos tag, Span<char> room, FormTable known)
    {
        if (IsKnown(known, word[..^1]))
        {
            return Put(word[..^1], "", room);
        }

        if (word.EndsWith("ies") && word.Length > 4)
        {
            return Put(word[..^3], "y", room);
        }

        if (word.EndsWith("es") && word.Length > 4)
        {
            bool sibilant = word[^3] is 'x' or 'h' && (word[^3] == 'x' || word[^4] is 's' or 'c') || word.EndsWith("sses") || word.EndsWith("zzes");
            if (sibilant || IsKnown(known, word[..^2]))
            {
                return Put(word[..^2], "", room);
            }
        }

        return tag == Xpos.Nns && IsKnown(known, word) ? Put(word, "", room) : Put(word[..^1], "", room);
    }

    private static bool TakesE(ReadOnlySpan<char> stem)
    {
        foreach ((string ending, bool takesE) in SilentE)
        {
            if (stem.EndsWith(ending) && stem.Length > 2)
            {
                return takesE;
            }
        }

        return false;
    }

    private static bool IsKnown(FormTable known, ReadOnlySpan<char> lemma) => known.Find(lemma, Xpos.Vb) >= 0 || known.Find(lemma, Xpos.Nn) >= 0 || known.Find(lemma, Xpos.Vbp) >= 0;

    private static bool HasVowel(ReadOnlySpan<char> text) => text.IndexOfAny(Vowels) >= 0;

    private static int Put(ReadOnlySpan<char> stem, ReadOnlySpan<char> tail, Span<char> room)
    {
        stem.CopyTo(room);
        tail.CopyTo(room[stem.Length..]);
        return stem.Length + tail.Length;
    }

    private static (string Ending, bool TakesE)[] Parse(string endings) =>
        [.. endings.Split(' ').Select(e => e[0] == '-' ? (e[1..], false) : (e, true)).DistinctBy(e => e.Item1).OrderByDescending(e => e.Item1.Length).ThenBy(e => e.Item1, StringComparer.Ordinal)];
}
