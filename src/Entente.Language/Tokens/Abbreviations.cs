using System.Collections.Frozen;

namespace Entente.Language.Tokens;

/// <summary>Words that keep the full stop after them. Letter case counts: "Sat." is a day, "sat." ends a sentence.</summary>
internal static class Abbreviations
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Titles = Set(
        "Mr Mrs Ms Mx Mlle Mme Messrs Dr Drs Prof Rev Fr Hon Gen Lt Col Maj Capt Cpt Cmdr Cdr Comdr Sgt Cpl Pvt Adm Brig Pfc Spc Ens Insp Supt Supr Det Amb Sec Gov Lieut "
        + "Sen Sens Rep Reps Pres St Sts Ste Ft Mt Msgr Asst Assoc Treas Atty Del Cong Gens Profs Sheik Vol vol vols pp ed eds Fig Figs fig figs Eq eqs Sect Art Nr Op op cf vs Vs viz approx ca Attn "
        + "i.e e.g I.e E.g Ph.D Lt.Col");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Others = Set(
        "Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri Inc Corp Co Cos Ltd LTD Pvt PVT Pty Bros Jr Sr Esq Dept Univ Assn Est Ave Blvd Rd Hwy "
        + "Ala Ariz Ark Cal Calif Colo Conn Fla Ga Ind Kan Ky La Md Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Penn Tenn Tex Va Vt Wash Wis Wyo Que Ont "
        + "yrs hrs mins lb lbs oz Esp esp incl excl dept govt ext n.d Ph M.Sc B.Sc");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> AtEnds = Set("etc al a.m p.m A.M P.M");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Openings = Set(
        "The This That These Those It He She We They I You In But And If A An On At For As When While However Although After Before Since Our His Her Their My Its There Here "
        + "What Who Why How Where Yet So Then Still Meanwhile Also Both Some Most Many No Not With From By Under During Despite Earlier Later Last According Is Are Was Were Do Does Did");

    /// <summary>Whether a capitalised word is one that mostly opens sentences, not part of a name.</summary>
    public static bool OpensSentence(ReadOnlySpan<char> word) => Openings.Contains(word);

    /// <summary>Whether a name or a noun follows, so that no sentence ends here: "Gen.", "vs.".</summary>
    /// <param name="word">Without its last full stop.</param>
    public static bool IsTitle(ReadOnlySpan<char> word) => Titles.Contains(word);

    /// <summary>Whether the full stop belongs to the word wherever it stands.</summary>
    /// <param name="word">Without its last full stop.</param>
    public static bool IsOther(ReadOnlySpan<char> word) => Others.Contains(word);

    /// <summary>Whether the full stop belongs to the word inside a sentence and to the sentence at its end: "etc.", "p.m.".</summary>
    /// <param name="word">Without its last full stop.</param>
    public static bool YieldsAtEnd(ReadOnlySpan<char> word) => AtEnds.Contains(word);

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Set(string words) =>
        words.Split(' ').ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
}
