namespace Entente.Archive.Import.Gdelt;

/// <summary>Where GDELT's columns stand, counted from 0: they have no header, and their number tells the version.</summary>
/// <param name="FirstActorPlace">Actor1Geo_Type.</param>
/// <param name="SecondActorPlace">Actor2Geo_Type.</param>
/// <param name="ActionPlace">ActionGeo_Type.</param>
/// <param name="HasDistrict">Whether places have an ADM2 code (version 2).</param>
/// <param name="Added">DATEADDED.</param>
/// <param name="Url">SOURCEURL; null before April 2013.</param>
internal sealed record GdeltColumns(int FirstActorPlace, int SecondActorPlace, int ActionPlace, bool HasDistrict, int Added, int? Url)
{
    /// <summary>GLOBALEVENTID.</summary>
    public const int Id = 0;

    /// <summary>SQLDATE.</summary>
    public const int Date = 1;

    /// <summary>Actor1Code; the second actor's ten columns start at <see cref="SecondActor"/>.</summary>
    public const int FirstActor = 5, SecondActor = 15;

    /// <summary>Within an actor's ten columns: code, name, country, known group, and the first of three types.</summary>
    public const int Code = 0, Name = 1, Country = 2, Group = 3, FirstType = 7, LastType = 9;

    /// <summary>EventCode, QuadClass, GoldsteinScale, NumMentions.</summary>
    public const int Event = 26, Quad = 29, Goldstein = 30, Mentions = 31;

    /// <summary>Widths of the versions.</summary>
    public static readonly int[] Widths = [61, 58, 57];

    private static readonly GdeltColumns Second = new(35, 43, 51, true, 59, 60), First = new(35, 42, 49, false, 56, 57), Earliest = First with { Url = null };

    /// <summary>The columns of a row so wide.</summary>
    public static GdeltColumns Of(int width) => width switch
    {
        61 => Second,
        58 => First,
        _ => Earliest,
    };

    /// <summary>Columns from a place's type to its longitude's offset: type, full name, country, first-level region, (district,) latitude, longitude, id.</summary>
    public int LatitudeOffset => HasDistrict ? 5 : 4;
}
