namespace Entente.Lexicon.Names;

/// <summary>In which sense something bears a name; in order of likelihood where one name has several.</summary>
public enum SenseKind : byte
{
    /// <summary>A state's name or alias: "Russia", "Russian Federation".</summary>
    StateName,

    /// <summary>A state's capital, for its government: "Moscow".</summary>
    Capital,

    /// <summary>Another seat of a state's government: "Kremlin".</summary>
    Seat,

    /// <summary>A state's adjective: "Russian". May be a demonym too.</summary>
    Adjective,

    /// <summary>A state's people: "Russians".</summary>
    Demonym,

    /// <summary>An actor's name or alias.</summary>
    ActorName,

    /// <summary>A person's family name or other short form: only safe where one bearer fits the day, or the full name stands earlier.</summary>
    FamilyName,

    /// <summary>A place of the gazetteer.</summary>
    Place,
}

/// <summary>One thing that bears a name.</summary>
/// <param name="Kind">In which sense.</param>
/// <param name="Index">Its number in the states, the actors or the places, by <paramref name="Kind"/>.</param>
/// <param name="IsCommonWord">Whether the name is one word that in lower case is an English word ("Turkey", "May"): trust it only where the tagger calls it a proper noun.</param>
/// <param name="IsGivenName">Whether a family name is a given name that many bear ("Ali", "James"): only safe where the bearer's full name stands earlier.</param>
public readonly record struct NameSense(SenseKind Kind, int Index, bool IsCommonWord, bool IsGivenName = false)
{
    /// <summary>Whether <see cref="Index"/> counts states.</summary>
    public bool IsState => Kind <= SenseKind.Demonym;

    /// <summary>Whether <see cref="Index"/> counts actors.</summary>
    public bool IsActor => Kind is SenseKind.ActorName or SenseKind.FamilyName;
}

/// <summary>A known name found in a text.</summary>
public readonly struct NameHit
{
    private readonly NameSense[]? _senses;
    private readonly int _start;
    private readonly int _count;

    internal NameHit(int length, NameSense[] senses, int start, int count)
    {
        Length = length;
        _senses = senses;
        _start = start;
        _count = count;
    }

    /// <summary>How many words it takes.</summary>
    public int Length { get; }

    /// <summary>What bears the name, by kind, then in file order (places: largest first); never empty in a hit.</summary>
    public ReadOnlySpan<NameSense> Senses => new(_senses, _start, _count);
}

/// <summary>A guess at who or what a name of unknown spelling means.</summary>
/// <param name="Name">The spelling the lexicon has.</param>
/// <param name="Sense">What bears it.</param>
/// <param name="Score">1 the same name; 0.5 hardly alike.</param>
public readonly record struct NameCandidate(string Name, NameSense Sense, double Score);
