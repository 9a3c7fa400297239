namespace Entente.Records;

/// <summary>A standing relation between two parties.</summary>
public enum TieKind : byte
{
    /// <summary>The holder needs what the other has.</summary>
    DependsOn,

    /// <summary>The holder provides the other with something as a rule.</summary>
    Supplies,

    /// <summary>The holder recognises the other as a state or government.</summary>
    Recognises,

    /// <summary>The holder holds a territory, a place, an armed force.</summary>
    Controls,

    /// <summary>The holder gives refuge to the other.</summary>
    Shelters,

    /// <summary>The holder answers for the other's security.</summary>
    Guarantees,

    /// <summary>The holder is endangered by the other, or by what the theme names.</summary>
    IsThreatenedBy,

    /// <summary>The holder can put pressure on the other.</summary>
    HasLeverageOver,

    /// <summary>Both compete.</summary>
    Rivals,

    /// <summary>Both are allies or partners.</summary>
    Allied,
}

/// <summary>Names of ties and of threats.</summary>
public static class TieTerms
{
    private static readonly string[] Names =
        ["depends-on", "supplies", "recognises", "controls", "shelters", "guarantees", "is-threatened-by", "has-leverage-over", "rivals", "allied"];

    private static readonly string[] ThreatNames =
        ["terrorism", "narcotics", "militants-movement", "migration", "border-fire", "water", "separatism", "invasion", "sanctions", "cyber", "other"];

    /// <summary>Kinds of threats.</summary>
    public static IReadOnlyList<string> Threats => ThreatNames;

    /// <summary>Whether both parties stand in it alike.</summary>
    public static bool IsMutual(this TieKind tie) => tie is TieKind.Rivals or TieKind.Allied;

    /// <summary>As records write it: <c>depends-on</c>.</summary>
    public static string Code(this TieKind tie) => Names[(int)tie];

    /// <summary>Parses a record's word.</summary>
    public static bool TryParse(ReadOnlySpan<char> name, out TieKind tie)
    {
        for (int i = 0; i < Names.Length; i++)
        {
            if (name.SequenceEqual(Names[i]))
            {
                tie = (TieKind)i;
                return true;
            }
        }

        tie = default;
        return false;
    }
}

/// <summary>What a tie is about: the words, and for threats and dependence their kind.</summary>
/// <param name="Quote">The words: "spare parts".</param>
/// <param name="Kind">For threats one of <see cref="TieTerms.Threats"/>; else such as <c>equipment</c>; null where none fits.</param>
public sealed record TieTheme(Quote Quote, string? Kind);

/// <summary>A standing relation that a sentence asserts.</summary>
public sealed record Tie
{
    /// <summary>Stable: same document, coder and lexicon, same id.</summary>
    public required string Id { get; init; }

    /// <summary>The document it was read in.</summary>
    public required string DocId { get; init; }

    /// <summary>The sentence, counted from 0 in the document.</summary>
    public required int Sentence { get; init; }

    /// <summary>What kind of relation.</summary>
    public required TieKind Kind { get; init; }

    /// <summary>Who depends, supplies, controls, is threatened …; never empty.</summary>
    public required IReadOnlyList<Entity> Holder { get; init; }

    /// <summary>On whom, whom, by whom; may be empty where only the theme is named.</summary>
    public IReadOnlyList<Entity> Other { get; init; } = [];

    /// <summary>What it is about; null where not named.</summary>
    public TieTheme? Theme { get; init; }

    /// <summary>Where a threat spills over; null where not named.</summary>
    public Quote? Where { get; init; }

    /// <summary>Whether it is told as standing.</summary>
    public EventStatus Status { get; init; }

    /// <summary>Whether an interested party asserts it.</summary>
    public bool Claimed { get; init; }

    /// <summary>Who says so; null where the text itself does.</summary>
    public Quote? Attribution { get; init; }

    /// <summary>Probability that the record is right, three decimals.</summary>
    public double Confidence { get; init; }

    /// <summary>The words behind it.</summary>
    public required Quote Evidence { get; init; }

    /// <summary>The frame that coded it; null for imports.</summary>
    public string? Rule { get; init; }
}

/// <summary>One side of a bargain: who, and what.</summary>
/// <param name="Party">Who gives or gets; null where not named.</param>
/// <param name="Theme">What.</param>
public sealed record BargainSide(Entity? Party, Quote Theme);

/// <summary>"X in exchange for Y": who gives what and gets what for it.</summary>
public sealed record Bargain
{
    /// <summary>Stable: same document, coder and lexicon, same id.</summary>
    public required string Id { get; init; }

    /// <summary>The document it was read in.</summary>
    public required string DocId { get; init; }

    /// <summary>The sentence, counted from 0 in the document.</summary>
    public required int Sentence { get; init; }

    /// <summary>What is given, and by whom.</summary>
    public required IReadOnlyList<BargainSide> Gives { get; init; }

    /// <summary>What is got for it, and by whom.</summary>
    public required IReadOnlyList<BargainSide> Gets { get; init; }

    /// <summary>Whether it is told as struck.</summary>
    public EventStatus Status { get; init; }

    /// <summary>Whether an interested party asserts it.</summary>
    public bool Claimed { get; init; }

    /// <summary>Who says so; null where the text itself does.</summary>
    public Quote? Attribution { get; init; }

    /// <summary>Probability that the record is right, three decimals.</summary>
    public double Confidence { get; init; }

    /// <summary>The words behind it.</summary>
    public required Quote Evidence { get; init; }
}

/// <summary>An inference of the author's, as far as it is one: what, about whom, how strongly hedged.</summary>
public sealed record Assessment
{
    /// <summary>Stable: same document, coder and lexicon, same id.</summary>
    public required string Id { get; init; }

    /// <summary>The document it was read in.</summary>
    public required string DocId { get; init; }

    /// <summary>The sentence, counted from 0 in the document.</summary>
    public required int Sentence { get; init; }

    /// <summary>What is inferred.</summary>
    public required Quote Claim { get; init; }

    /// <summary>Who it is about; may be empty.</summary>
    public IReadOnlyList<Entity> About { get; init; } = [];

    /// <summary>The words that mark it as an inference or hedge it; null where only the manner shows it.</summary>
    public Quote? Hedge { get; init; }

    /// <summary>Lower end of the likelihood after ICD 203, 0 to 1; null where the author does not hedge.</summary>
    public double? LikelihoodFrom { get; init; }

    /// <summary>Upper end of the likelihood; null where the author does not hedge.</summary>
    public double? LikelihoodTo { get; init; }

    /// <summary>Whose inference, where it is not the article's author.</summary>
    public Quote? Author { get; init; }

    /// <summary>Probability that the record is right, three decimals.</summary>
    public double Confidence { get; init; }

    /// <summary>The words behind it.</summary>
    public required Quote Evidence { get; init; }
}
