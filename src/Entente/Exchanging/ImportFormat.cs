using Entente.Archive.Exchange;
using Entente.Archive.Import;
using Entente.Archive.Import.Gdelt;
using Entente.Archive.Import.Icews;
using Entente.Archive.Import.Plover;

namespace Entente.Exchanging;

/// <summary>A format that <c>import</c> reads.</summary>
/// <param name="Name">As the command line has it.</param>
/// <param name="What">What it is, in a line.</param>
public sealed record ImportFormat(string Name, string What)
{
    /// <summary>Makes a reader of events; null where the format holds something else.</summary>
    public Func<IImportReader<ExchangeEvent>>? Events { get; init; }

    /// <summary>All formats, in the order that help lists them.</summary>
    public static IReadOnlyList<ImportFormat> All { get; } =
    [
        new("gdelt", "GDELT events, version 2.0 or 1.0, apart by tabs, without a header") { Events = () => new GdeltEventReader() },
        new("icews", "ICEWS events, .tab or .tsv") { Events = () => new IcewsReader() },
        new("plover", "PLOVER JSON, an event a line") { Events = () => new PloverJsonReader() },
    ];
}
