namespace Entente.Coding.Homes;

/// <summary>How a name tells a country.</summary>
internal enum CountryMentionKind : byte
{
    /// <summary>By the state's name.</summary>
    State,

    /// <summary>By its capital or another seat of its government.</summary>
    Seat,

    /// <summary>By an adjective or the name of its people.</summary>
    Adjective,

    /// <summary>By a place in it.</summary>
    Place,

    /// <summary>By one of its people who bears a code.</summary>
    Person,

    /// <summary>By a group or body that bears a code.</summary>
    Body,
}

/// <summary>A name in the text that tells a country, or a body that stands in a country's place.</summary>
/// <param name="Country">The code's first part.</param>
/// <param name="Kind">How it is told.</param>
/// <param name="First">The name's first word.</param>
/// <param name="End">The word after its last.</param>
/// <param name="Head">Its word that hangs on one outside.</param>
/// <param name="Sector">The first sector of the actor's code; empty for none.</param>
/// <param name="Row">The lexicon's row.</param>
internal readonly record struct CountryMention(string Country, CountryMentionKind Kind, int First, int End, int Head, string Sector, string Row);
