using Entente.Lexicon.Names;
using Entente.Records;

namespace Entente.Lexicon.Actors;

/// <summary>What an actor is.</summary>
public enum ActorKind : byte
{
    /// <summary>One human being in a public role.</summary>
    Person,

    /// <summary>A ministry, a court, a parliament, an agency.</summary>
    Office,

    /// <summary>An armed group.</summary>
    ArmedGroup,

    /// <summary>A political party.</summary>
    Party,

    /// <summary>An international or regional body.</summary>
    Body,

    /// <summary>A non-governmental organisation.</summary>
    Ngo,

    /// <summary>A company.</summary>
    Company,

    /// <summary>A publisher or broadcaster.</summary>
    Media,

    /// <summary>An ethnic or religious group.</summary>
    People,

    /// <summary>A coalition of states or groups.</summary>
    Coalition,

    /// <summary>A church or another religious institution.</summary>
    Church,

    /// <summary>A trade union.</summary>
    Union,
}

/// <summary>Names of the kinds in the lexicon's files.</summary>
public static class ActorKinds
{
    private static readonly string[] Names =
        ["person", "office", "armed-group", "party", "body", "ngo", "company", "media", "people", "coalition", "church", "union"];

    /// <summary>As the files write it: <c>armed-group</c>.</summary>
    public static string Code(this ActorKind kind) => Names[(int)kind];

    /// <summary>Parses a file's word.</summary>
    public static bool TryParse(ReadOnlySpan<char> name, out ActorKind kind)
    {
        for (int i = 0; i < Names.Length; i++)
        {
            if (name.SequenceEqual(Names[i]))
            {
                kind = (ActorKind)i;
                return true;
            }
        }

        kind = default;
        return false;
    }
}

/// <summary>What an actor was from a day to a day.</summary>
/// <param name="Code">The code it bears.</param>
/// <param name="Role">The office in words, without the country; empty for groups.</param>
/// <param name="From">First day; null for before anybody's articles.</param>
/// <param name="To">The day after the last; null for still.</param>
/// <param name="Precision">How exactly both are known: day, month or year; null for undated by nature.</param>
/// <param name="Source">A key of lexicon/SOURCES.md.</param>
/// <param name="Place">The row: <c>lexicon/actors/leaders.tsv:31</c>.</param>
public sealed record ActorRole(
    ActorCode Code, string Role, DateOnly? From, DateOnly? To, DatePrecision? Precision, string Source, string Place)
{
    /// <summary>Whether it holds on <paramref name="day"/>.</summary>
    public bool HoldsOn(DateOnly day) => (From is null || From <= day) && (To is null || day < To);
}

/// <summary>A person, an office, a group or a body, with all that it has been.</summary>
public sealed class Actor
{
    internal Actor()
    {
    }

    /// <summary>Its number in <see cref="WorldLexicon.Actors"/>, which <see cref="NameSense.Index"/> gives.</summary>
    public required int Index { get; init; }

    /// <summary>Lower-case words apart by hyphens: <c>lavrov-sergei</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The name the lexicon knows it by.</summary>
    public required string Name { get; init; }

    /// <summary>What it is.</summary>
    public required ActorKind Kind { get; init; }

    /// <summary>All other names, short forms (<c>=Xi</c>, here without the sign) included.</summary>
    public required IReadOnlyList<string> Aliases { get; init; }

    /// <summary>All roles, in the order of the files.</summary>
    public required IReadOnlyList<ActorRole> Roles { get; init; }

    /// <summary>What it is on <paramref name="day"/>; of several simultaneous roles the first row. Null where it bears no code that day.</summary>
    public ActorRole? RoleOn(DateOnly day)
    {
        foreach (ActorRole role in Roles)
        {
            if (role.HoldsOn(day))
            {
                return role;
            }
        }

        return null;
    }

    /// <summary>All that it is on <paramref name="day"/>, in the order of the files.</summary>
    public IEnumerable<ActorRole> RolesOn(DateOnly day) => Roles.Where(role => role.HoldsOn(day));

    /// <summary>The role it held last before <paramref name="day"/>, for "the former minister". Null where it held none.</summary>
    public ActorRole? LastRoleBefore(DateOnly day) =>
        Roles.Where(role => role.To is { } to && to <= day).MaxBy(role => role.To);
}
