using Entente.Lexicon.Compiling;

namespace Entente.Lexicon.Places;

/// <summary>One state of one region.</summary>
/// <param name="Region">The region's name: <c>central-asia</c>.</param>
/// <param name="Member">The state's code.</param>
/// <param name="Place">The row: <c>lexicon/regions.tsv:31</c>.</param>
public sealed record RegionMember(string Region, string Member, string Place);

/// <summary>Named sets of states; they may overlap.</summary>
public sealed class RegionList
{
    private readonly Lazy<ILookup<string, string>> _members;
    private readonly Lazy<ILookup<string, string>> _regions;

    internal RegionList(LexiconImage image)
    {
        All = new RecordList<RegionMember>(image, Section.Regions, ImageRecords.ReadRegionMember);
        _members = new(() => All.ToLookup(row => row.Region, row => row.Member, StringComparer.Ordinal));
        _regions = new(() => All.ToLookup(row => row.Member, row => row.Region, StringComparer.Ordinal));
    }

    /// <summary>All rows, in file order.</summary>
    public IReadOnlyList<RegionMember> All { get; }

    /// <summary>The regions' names, in file order.</summary>
    public IEnumerable<string> Names => _members.Value.Select(region => region.Key);

    /// <summary>Codes of a region's states, in file order; empty for an unknown region.</summary>
    public IEnumerable<string> MembersOf(string region) => _members.Value[region];

    /// <summary>The regions a state is in, in file order.</summary>
    public IEnumerable<string> RegionsOf(string state) => _regions.Value[state];
}
