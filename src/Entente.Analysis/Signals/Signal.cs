using Entente.Records;

namespace Entente.Analysis.Signals;

/// <summary>What a speaker wants to convey.</summary>
public enum SignalKind : byte
{
    /// <summary>Asks or demands (REQUEST).</summary>
    Demand,

    /// <summary>Offers or promises (AGREE, CONCEDE).</summary>
    Offer,

    /// <summary>Threatens (THREATEN).</summary>
    Threat,

    /// <summary>Refuses (REJECT).</summary>
    Refusal,

    /// <summary>Charges or condemns (ACCUSE).</summary>
    Charge,

    /// <summary>Praises, backs, recognises (SUPPORT in words: all but a signed agreement, CAMEO 057).</summary>
    Endorsement,
}

/// <summary>What a signal costs its speaker, after Fearon (1997).</summary>
public enum SignalCost : byte
{
    /// <summary>Words that bind to nothing.</summary>
    Cheap,

    /// <summary>A threat or promise that a government or its forces make in public: not to keep it costs.</summary>
    TiedHands,

    /// <summary>Material acts of the speaker towards the addressee, of the signal's direction, came with it or followed.</summary>
    Sunk,
}

/// <summary>What the addressee did.</summary>
public enum SignalAnswer : byte
{
    /// <summary>Nothing towards the speaker within the days, and these have passed.</summary>
    None,

    /// <summary>Nothing so far, and the days have not passed where the records end.</summary>
    Open,

    /// <summary>Agreed, gave way, gave help, cooperated or backed.</summary>
    Met,

    /// <summary>Met, talked or asked back.</summary>
    TakenUp,

    /// <summary>Refused, accused, threatened or struck.</summary>
    Refused,
}

/// <summary>How a third party is known to be meant.</summary>
public enum SignalLink : byte
{
    /// <summary>Another act with it is told in the same sentence.</summary>
    Sentence,

    /// <summary>The same document tells of a friendly act between the speaker and it, in which the addressee has no part: the occasion.</summary>
    Occasion,
}

/// <summary>Names of the terms of signals.</summary>
public static class SignalTerms
{
    private static readonly string[] Kinds = ["demand", "offer", "threat", "refusal", "charge", "endorsement"];
    private static readonly string[] Costs = ["cheap", "tied-hands", "sunk"];
    private static readonly string[] Answers = ["none", "open", "met", "taken-up", "refused"];
    private static readonly string[] Links = ["sentence", "occasion"];

    /// <summary>As tables write it: <c>demand</c>.</summary>
    public static string Code(this SignalKind kind) => Kinds[(int)kind];

    /// <summary>As tables write it: <c>tied-hands</c>.</summary>
    public static string Code(this SignalCost cost) => Costs[(int)cost];

    /// <summary>As tables write it: <c>taken-up</c>.</summary>
    public static string Code(this SignalAnswer answer) => Answers[(int)answer];

    /// <summary>As tables write it: <c>occasion</c>.</summary>
    public static string Code(this SignalLink link) => Links[(int)link];
}

/// <summary>A third party that a signal is about.</summary>
/// <param name="Party">Who.</param>
/// <param name="Link">How that is known.</param>
public readonly record struct SignalSubject(string Party, SignalLink Link);

/// <summary>One act of speech of one party towards another.</summary>
/// <param name="Event">The act: speaker and addressee are its dyad.</param>
/// <param name="Kind">What it conveys.</param>
/// <param name="About">Third parties it is about, in order; empty where only the two are concerned, or nothing tells.</param>
/// <param name="Cost">What it costs the speaker.</param>
/// <param name="FollowUp">The first material act that made it <see cref="SignalCost.Sunk"/>; null otherwise.</param>
/// <param name="Answer">What the addressee did.</param>
/// <param name="AnsweredBy">The first act of the addressee that answers; null where there is none.</param>
public sealed record Signal(
    DyadicEvent Event, SignalKind Kind, IReadOnlyList<SignalSubject> About, SignalCost Cost, DyadicEvent? FollowUp, SignalAnswer Answer, DyadicEvent? AnsweredBy)
{
    /// <summary>Who speaks.</summary>
    public string Speaker => Event.Dyad.Actor;

    /// <summary>To whom.</summary>
    public string Addressee => Event.Dyad.Recipient;

    /// <summary>Whether it is more than words.</summary>
    public bool IsCostly => Cost != SignalCost.Cheap;
}

/// <summary>Signals of one kind from one party to another, added up.</summary>
/// <param name="Speaker">Who speaks.</param>
/// <param name="Addressee">To whom.</param>
/// <param name="Kind">What is conveyed.</param>
/// <param name="Count">Signals.</param>
/// <param name="Costly">Those that cost something.</param>
/// <param name="Met">Those that were met.</param>
/// <param name="Refused">Those that were refused.</param>
/// <param name="Unanswered">Those without an answer though the time for it has passed.</param>
/// <param name="About">Third parties they are about, most often named first.</param>
public sealed record SignalSummary(string Speaker, string Addressee, SignalKind Kind, int Count, int Costly, int Met, int Refused, int Unanswered, IReadOnlyList<string> About);
