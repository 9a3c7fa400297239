using System.Collections;
using Entente.Lexicon.Compiling;
using Entente.Lexicon.Names;

namespace Entente.Lexicon.Places;

/// <summary>What a place is.</summary>
public enum PlaceClass : byte
{
    /// <summary>A city, town or village.</summary>
    City,

    /// <summary>A first-level region of a state: province, oblast, governorate.</summary>
    Admin1,

    /// <summary>A sea, gulf, strait or lake.</summary>
    Sea,

    /// <summary>Any other stretch of land that news names.</summary>
    Region,

    /// <summary>A border crossing.</summary>
    BorderCrossing,

    /// <summary>A military base.</summary>
    Base,
}

/// <summary>Names of the classes in the lexicon's files.</summary>
public static class PlaceClasses
{
    private static readonly string[] Names = ["city", "admin1", "sea", "region", "border-crossing", "base"];

    /// <summary>As the files write it: <c>border-crossing</c>.</summary>
    public static string Code(this PlaceClass kind) => Names[(int)kind];

    /// <summary>Parses a file's word.</summary>
    public static bool TryParse(ReadOnlySpan<char> name, out PlaceClass kind)
    {
        for (int i = 0; i < Names.Length; i++)
        {
            if (name.SequenceEqual(Names[i]))
            {
                kind = (PlaceClass)i;
                return true;
            }
        }

        kind = default;
        return false;
    }
}

/// <summary>A place of the gazetteer.</summary>
public sealed class Place
{
    internal Place()
    {
    }

    /// <summary>Its number in <see cref="WorldLexicon.Places"/>, which <see cref="NameSense.Index"/> gives.</summary>
    public required int Index { get; init; }

    /// <summary>The name the gazetteer knows it by.</summary>
    public required string Name { get; init; }

    /// <summary>Other names.</summary>
    public required IReadOnlyList<string> Aliases { get; init; }

    /// <summary>The state's code; null for what lies in several or none.</summary>
    public required string? Country { get; init; }

    /// <summary>First-level region; null where unknown.</summary>
    public required string? Admin1 { get; init; }

    /// <summary>What it is.</summary>
    public required PlaceClass Class { get; init; }

    /// <summary>Degrees north; null where unknown.</summary>
    public required double? Latitude { get; init; }

    /// <summary>Degrees east; null where unknown.</summary>
    public required double? Longitude { get; init; }

    /// <summary>People living there; null where unknown.</summary>
    public required int? Population { get; init; }

    /// <summary>GeoNames' number; null where unknown.</summary>
    public required int? GeonameId { get; init; }

    /// <summary>A key of lexicon/SOURCES.md.</summary>
    public required string Source { get; init; }

    /// <summary>The row: <c>lexicon/places.tsv:31</c>.</summary>
    public required string Row { get; init; }
}

/// <summary>All places, in file order.</summary>
public sealed class PlaceList : IReadOnlyList<Place>
{
    private readonly RecordList<Place> _records;

    internal PlaceList(LexiconImage image) => _records = new RecordList<Place>(image, Section.Places, ImageRecords.ReadPlace);

    /// <inheritdoc/>
    public int Count => _records.Count;

    /// <inheritdoc/>
    public Place this[int index] => _records[index];

    /// <summary>What a place is.</summary>
    public PlaceClass ClassOf(int index) => _records[index].Class;

    /// <summary>The places among the bearers of a name, the largest first; choosing one is the coder's matter.</summary>
    public IEnumerable<Place> Candidates(NameHit hit)
    {
        var places = new List<Place>();
        foreach (NameSense sense in hit.Senses)
        {
            if (sense.Kind == SenseKind.Place)
            {
                places.Add(_records[sense.Index]);
            }
        }

        return places;
    }

    /// <inheritdoc/>
    public IEnumerator<Place> GetEnumerator() => _records.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
