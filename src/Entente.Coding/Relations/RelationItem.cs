using Entente.Records;

namespace Entente.Coding.Relations;

/// <summary>A text and two parties named in it, whose relation is asked for.</summary>
/// <param name="Id">The item's id.</param>
/// <param name="Text">One sentence or a few.</param>
/// <param name="Source">Mentions of the acting party; empty where the text does not name it.</param>
/// <param name="Target">Mentions of the party acted upon; empty where the text does not name it.</param>
public sealed record RelationItem(string Id, string Text, IReadOnlyList<TextSpan> Source, IReadOnlyList<TextSpan> Target)
{
    /// <summary>The day by which roles are dated; where the item bears none, 1 January 2020.</summary>
    public DateOnly Date { get; init; } = new(2020, 1, 1);
}

/// <summary>The relation found between two parties.</summary>
/// <param name="Id">The item's id.</param>
/// <param name="Label">The category, as the labels asked for spell it; always one.</param>
/// <param name="Quad">Its quad, as those labels have it.</param>
/// <param name="Confidence">Its probability, three decimals.</param>
/// <param name="Scores">The probability of each category, in the labels' order; they sum to 1.</param>
/// <param name="Rule">The frame that joins the two parties; null where none does and the words alone decided.</param>
/// <param name="Cameo">That frame's CAMEO code; null without one.</param>
public sealed record RelationAnswer(
    string Id, string Label, Quad Quad, double Confidence, IReadOnlyList<KeyValuePair<string, double>> Scores, string? Rule, string? Cameo);

/// <summary>In whose manner relations are labelled.</summary>
public enum RelationLabels : byte
{
    /// <summary>As docs/codebook.md says (PLOVER of 2021).</summary>
    Plover,

    /// <summary>As the PLV gold does: the older table, YIELD undivided, for comparison with the literature.</summary>
    Plv,
}

/// <summary>A gold relation to learn from: any of its categories counts as right.</summary>
/// <param name="Item">The item.</param>
/// <param name="Accept">The classes that are right, as indices of <see cref="RelationClasses"/>; several where only the quad or the side is known.</param>
/// <param name="Weight">How much it counts.</param>
public sealed record RelationExample(RelationItem Item, IReadOnlyList<int> Accept, float Weight);

/// <summary>PLV's fifteen classes: PLOVER's categories with CONCEDE and RETREAT as one, YIELD.</summary>
public static class RelationClasses
{
    private static readonly string[] Names =
    [
        "AGREE", "CONSULT", "SUPPORT", "YIELD", "COOPERATE", "AID", "REQUEST", "ACCUSE", "REJECT", "THREATEN",
        "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
    ];

    /// <summary>Number of classes.</summary>
    public const int Count = 15;

    /// <summary>The class that stands for CONCEDE and RETREAT.</summary>
    public const int Yield = 3;

    /// <summary>The class' name in PLV.</summary>
    public static string Name(int index) => Names[index];

    /// <summary>The class of a PLV label; -1 where there is none of that name.</summary>
    public static int IndexOf(string name) => name is "CONCEDE" or "RETREAT" ? Yield : Array.IndexOf(Names, name);

    /// <summary>The class of a category.</summary>
    public static int Of(PloverType type) => IndexOf(type.Code());

    /// <summary>The category of a class; CONCEDE or RETREAT for <see cref="Yield"/>, as told.</summary>
    public static PloverType ToType(int index, bool carriedOut)
    {
        if (index == Yield)
        {
            return carriedOut ? PloverType.Retreat : PloverType.Concede;
        }

        _ = PloverTypes.TryParse(Names[index], out PloverType type);
        return type;
    }

    /// <summary>The quad by PLV's count: YIELD is material cooperation.</summary>
    public static Quad Quad(int index) => ToType(index, carriedOut: true).Quad();
}
