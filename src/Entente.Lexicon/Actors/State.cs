using Entente.Lexicon.Names;

namespace Entente.Lexicon.Actors;

/// <summary>A state, or a territory that is coded like one.</summary>
public sealed class State
{
    internal State()
    {
    }

    /// <summary>Its number in <see cref="WorldLexicon.States"/>, which <see cref="NameSense.Index"/> gives.</summary>
    public required int Index { get; init; }

    /// <summary>ISO 3166-1 alpha-3; Kosovo is XKX.</summary>
    public required string Code { get; init; }

    /// <summary>The common English name.</summary>
    public required string Name { get; init; }

    /// <summary>Official and other names.</summary>
    public required IReadOnlyList<string> Aliases { get; init; }

    /// <summary>"Russian".</summary>
    public required IReadOnlyList<string> Adjectives { get; init; }

    /// <summary>"Russian", "Russians".</summary>
    public required IReadOnlyList<string> Demonyms { get; init; }

    /// <summary>The capital's spellings; empty where it has none.</summary>
    public required IReadOnlyList<string> Capital { get; init; }

    /// <summary>Other metonyms of the government.</summary>
    public required IReadOnlyList<string> Seats { get; init; }

    /// <summary>First day; null for long since.</summary>
    public required DateOnly? From { get; init; }

    /// <summary>The day after the last; null where it still exists.</summary>
    public required DateOnly? To { get; init; }

    /// <summary>A key of lexicon/SOURCES.md.</summary>
    public required string Source { get; init; }

    /// <summary>The row it stands in: <c>lexicon/states.tsv:31</c>.</summary>
    public required string Place { get; init; }

    /// <summary>Whether it exists on <paramref name="day"/>.</summary>
    public bool ExistsOn(DateOnly day) => (From is null || From <= day) && (To is null || day < To);
}
