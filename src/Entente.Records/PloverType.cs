namespace Entente.Records;

/// <summary>The sixteen event categories of PLOVER.</summary>
/// <remarks>Order is that of the codebook: cooperation first, then conflict.</remarks>
public enum PloverType : byte
{
    /// <summary>Offers, promises, agrees to act.</summary>
    Agree,

    /// <summary>Meets, visits, phones, negotiates, mediates.</summary>
    Consult,

    /// <summary>Starts or improves diplomatic cooperation; signs an agreement; praises, recognises.</summary>
    Support,

    /// <summary>Verbal concessions: apologises, pardons, announces a ceasefire or a withdrawal to come.</summary>
    Concede,

    /// <summary>Mutual material exchange: trade, joint exercises, extradition, shared intelligence.</summary>
    Cooperate,

    /// <summary>Material help that mainly benefits the recipient.</summary>
    Aid,

    /// <summary>Concessions carried out: withdraws, releases, disarms, resigns.</summary>
    Retreat,

    /// <summary>Asks, appeals, demands, orders.</summary>
    Request,

    /// <summary>Criticises, condemns, accuses, sues, investigates.</summary>
    Accuse,

    /// <summary>Refuses, rejects, vetoes, declines.</summary>
    Reject,

    /// <summary>Threatens, warns with consequences, gives an ultimatum.</summary>
    Threaten,

    /// <summary>Civilian collective action.</summary>
    Protest,

    /// <summary>Reduces existing relations: sanctions, embargo, breaks ties, expels diplomats.</summary>
    Sanction,

    /// <summary>Military or police moves short of force.</summary>
    Mobilize,

    /// <summary>Repression and coercion short of violence.</summary>
    Coerce,

    /// <summary>Deliberate acts that can cause substantial physical harm.</summary>
    Assault,
}

/// <summary>PLOVER's four quads, after the manual's draft of 2021 (SANCTION is material conflict).</summary>
public enum Quad : byte
{
    /// <summary>verbal-cooperation</summary>
    VerbalCooperation,

    /// <summary>material-cooperation</summary>
    MaterialCooperation,

    /// <summary>verbal-conflict</summary>
    VerbalConflict,

    /// <summary>material-conflict</summary>
    MaterialConflict,
}

/// <summary>Names, quads and scores of the categories.</summary>
public static class PloverTypes
{
    private static readonly string[] Names =
    [
        "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST",
        "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
    ];

    private static readonly string[] QuadNames =
        ["verbal-cooperation", "material-cooperation", "verbal-conflict", "material-conflict"];

    private static readonly double[] Scores =
        [2.5, 2.5, 5, 4.5, 9.5, 10, 6.5, 0, -3, -2, -3.5, -5, -6, -5.5, -7, -9];

    /// <summary>Number of categories.</summary>
    public const int Count = 16;

    /// <summary>The category as the codebook writes it: <c>ASSAULT</c>.</summary>
    public static string Code(this PloverType type) => Names[(int)type];

    /// <summary>Parses the codebook's name, upper case.</summary>
    public static bool TryParse(ReadOnlySpan<char> name, out PloverType type)
    {
        for (int i = 0; i < Names.Length; i++)
        {
            if (name.SequenceEqual(Names[i]))
            {
                type = (PloverType)i;
                return true;
            }
        }

        type = default;
        return false;
    }

    /// <summary>The quad a category belongs to.</summary>
    public static Quad Quad(this PloverType type) => type switch
    {
        <= PloverType.Concede => Records.Quad.VerbalCooperation,
        <= PloverType.Retreat => Records.Quad.MaterialCooperation,
        <= PloverType.Threaten => Records.Quad.VerbalConflict,
        _ => Records.Quad.MaterialConflict,
    };

    /// <summary>The quad as records write it: <c>material-conflict</c>.</summary>
    public static string Code(this Quad quad) => QuadNames[(int)quad];

    /// <summary>PLOVER's score of a category without a mode, from -9 to +10.</summary>
    public static double Score(this PloverType type) => Scores[(int)type];

    /// <summary>PLOVER's score of a category and its first mode that bears a score of its own.</summary>
    public static double Score(this PloverType type, IReadOnlyList<string> modes)
    {
        foreach (string mode in modes)
        {
            if (ScoreOfMode(type, mode) is { } score)
            {
                return score;
            }
        }

        return type.Score();
    }

    private static double? ScoreOfMode(PloverType type, string mode) => (type, mode) switch
    {
        (PloverType.Consult, "visit") => 4,
        (PloverType.Consult, "third-party") => 1,
        (PloverType.Consult, "multilateral") => 4,
        (PloverType.Consult, "phone") => 1.5,
        (PloverType.Retreat, "withdraw") => 8,
        (PloverType.Retreat, "release") => 6.5,
        (PloverType.Retreat, "disarm") => 10,
        (PloverType.Retreat, "ceasefire") => 7.5,
        (PloverType.Retreat, "access") => 6.5,
        (PloverType.Retreat, "resign") => 4.5,
        (PloverType.Request, "assist") => 0.5,
        (PloverType.Request, "change" or "yield") => -1,
        (PloverType.Request, "meet") => 0,
        (PloverType.Accuse, "disapprove") => -2,
        (PloverType.Accuse, "investigate" or "allege") => -3.5,
        (PloverType.Reject, "assist") => -1.5,
        (PloverType.Reject, "change" or "yield" or "meet") => -2,
        (PloverType.Threaten, "restrict") => -3,
        (PloverType.Threaten, "arrest" or "relations" or "expel" or "violence") => -3.5,
        (PloverType.Threaten, "territory") => -4,
        (PloverType.Protest, "demo" or "strike" or "vandalize") => -5,
        (PloverType.Protest, "riot") => -7,
        (PloverType.Protest, "hunger" or "boycott" or "obstruct") => -4.5,
        (PloverType.Sanction, "convict" or "withdraw" or "discontinue") => -6,
        (PloverType.Sanction, "expel") => -5.5,
        (PloverType.Mobilize, "troops" or "weapons") => -6.5,
        (PloverType.Mobilize, "police") => -5.5,
        (PloverType.Mobilize, "militia") => -6,
        (PloverType.Coerce, "seize" or "restrict" or "arrest" or "deport" or "withhold" or "cyber") => -7,
        (PloverType.Coerce, "censor" or "curfew" or "misinformation") => -6.5,
        (PloverType.Coerce, "martial-law") => -7.5,
        (PloverType.Assault, "beat" or "crowd-control") => -7.5,
        (PloverType.Assault, "primitive") => -8,
        (PloverType.Assault, "abduct" or "torture" or "sexual" or "destroy") => -8.5,
        (PloverType.Assault, "targeted" or "suicide-attack" or "aerial" or "drone" or "heavy-weapons") => -9.5,
        (PloverType.Assault, "firearms" or "explosives") => -9,
        (PloverType.Assault, "unconventional") => -10,
        _ => null,
    };

    /// <summary>Whether <paramref name="mode"/> is one of the category's modes.</summary>
    public static bool HasMode(this PloverType type, string mode) => ScoreOfMode(type, mode) is not null;
}
