using Entente.Lexicon.Compiling;

namespace Entente.Lexicon.Actors;

/// <summary>One state's membership of one body.</summary>
/// <param name="Body">The body's id among the actors.</param>
/// <param name="State">The state's code.</param>
/// <param name="From">First day; null for before anybody's articles.</param>
/// <param name="To">The day after the last; null for still.</param>
/// <param name="Source">A key of lexicon/SOURCES.md.</param>
/// <param name="Place">The row: <c>lexicon/members.tsv:31</c>.</param>
public sealed record Membership(string Body, string State, DateOnly? From, DateOnly? To, string Source, string Place)
{
    /// <summary>Whether it holds on <paramref name="day"/>.</summary>
    public bool HoldsOn(DateOnly day) => (From is null || From <= day) && (To is null || day < To);
}

/// <summary>Which state belongs to which body, and when.</summary>
public sealed class MemberList
{
    private readonly Lazy<ILookup<string, Membership>> _byBody;
    private readonly Lazy<ILookup<string, Membership>> _byState;

    internal MemberList(LexiconImage image)
    {
        All = new RecordList<Membership>(image, Section.Members, ImageRecords.ReadMembership);
        _byBody = new(() => All.ToLookup(row => row.Body, StringComparer.Ordinal));
        _byState = new(() => All.ToLookup(row => row.State, StringComparer.Ordinal));
    }

    /// <summary>All rows, in file order.</summary>
    public IReadOnlyList<Membership> All { get; }

    /// <summary>Codes of the states that belong to <paramref name="body"/> on <paramref name="day"/>, in file order.</summary>
    public IEnumerable<string> MembersOf(string body, DateOnly day) =>
        _byBody.Value[body].Where(row => row.HoldsOn(day)).Select(row => row.State);

    /// <summary>Ids of the bodies that <paramref name="state"/> belongs to on <paramref name="day"/>, in file order.</summary>
    public IEnumerable<string> BodiesOf(string state, DateOnly day) =>
        _byState.Value[state].Where(row => row.HoldsOn(day)).Select(row => row.Body);

    /// <summary>Whether <paramref name="state"/> belongs to <paramref name="body"/> on <paramref name="day"/>.</summary>
    public bool Contains(string body, string state, DateOnly day) =>
        _byBody.Value[body].Any(row => row.State == state && row.HoldsOn(day));
}
