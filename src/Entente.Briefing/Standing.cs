using Entente.Records;

namespace Entente.Briefing;

/// <summary>How an act stands: told as fact, claimed, planned, possible, denied, earlier.</summary>
/// <param name="Rank">Place in the table, from 0.</param>
/// <param name="Code">A word for ids.</param>
/// <param name="Name">Its heading.</param>
/// <param name="Meaning">What it means, in a sentence.</param>
internal sealed record Standing(int Rank, string Code, string Name, string Meaning)
{
    private static readonly Standing[] Known =
    [
        new(0, "reported", "Reported", "The text tells it as having happened or happening."),
        new(1, "claimed", "Claimed", "Reported, but only on the word of a party to the matter."),
        new(2, "future", "Planned", "The text tells it as still to come."),
        new(3, "hypothetical", "Possible", "The text tells it as possible, conditional or wished."),
        new(4, "negated", "Denied or did not happen", "The text tells it as not having happened."),
        new(5, "historical", "Earlier", "The text recalls it from well before its own date."),
        new(6, "unknown", "Status unknown", "Imported records that nobody coded for status."),
    ];

    /// <summary>All, in order.</summary>
    public static IReadOnlyList<Standing> All => Known;

    /// <summary>The id of its group.</summary>
    public string Anchor => "s-" + Code;

    /// <summary>The standing of an event.</summary>
    public static Standing Of(CodedEvent coded) => coded.Status switch
    {
        EventStatus.Reported => coded.Claimed ? Known[1] : Known[0],
        EventStatus.Future => Known[2],
        EventStatus.Hypothetical => Known[3],
        EventStatus.Negated => Known[4],
        EventStatus.Historical => Known[5],
        _ => Known[6],
    };
}
