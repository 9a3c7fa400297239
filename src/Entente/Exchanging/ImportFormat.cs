using Entente.Archive.Exchange;
using Entente.Archive.Import;
using Entente.Archive.Import.Acled;
using Entente.Archive.Import.Dcad;
using Entente.Archive.Import.Gdelt;
using Entente.Archive.Import.Icews;
using Entente.Archive.Import.Petrarch;
using Entente.Archive.Import.Phoenix;
using Entente.Archive.Import.Plover;
using Entente.Archive.Import.Polecat;
using Entente.Archive.Import.Sipri;
using Entente.Archive.Import.Transfers;
using Entente.Archive.Import.Ucdp;
using Entente.Records;

namespace Entente.Exchanging;

/// <summary>A format that <c>import</c> reads.</summary>
/// <param name="Name">As the command line has it.</param>
/// <param name="What">What it is, in a line.</param>
public abstract record ImportFormat(string Name, string What)
{
    /// <summary>All formats, in the order that help lists them.</summary>
    public static IReadOnlyList<ImportFormat> All { get; } =
    [
        Events("gdelt", "GDELT events, version 2.0 or 1.0", _ => new GdeltEventReader()),
        new ImportFormat<ExchangeMention>("gdelt-mentions", "GDELT 2.0 mentions", _ => new GdeltMentionReader(), (sink, mention) => sink.Add(mention)),
        Events("icews", "ICEWS events, .tab or .tsv", _ => new IcewsReader()),
        Events("polecat", "POLECAT (NGEC) events", _ => new PolecatReader()),
        Events("phoenix", "Phoenix events, 26 columns", _ => new PhoenixReader()),
        Events("acled", "ACLED events, CSV", names => new AcledReader(names)),
        Events("ucdp", "UCDP GED events, CSV, with or without a header", names => new UcdpReader(names)),
        Events("plover", "PLOVER JSON, an event a line", _ => new PloverJsonReader()),
        new ImportFormat<Document>("petrarch-xml", "sentences and articles for PETRARCH to code: documents", _ => new PetrarchXmlReader(), (sink, document) => sink.Add(document)),
        new ImportFormat<Document>("petrarch-json", "stories of PETRARCH's pipeline: documents", _ => new PetrarchJsonReader(), (sink, document) => sink.Add(document)),
        new ImportFormat<Transfer>("sipri", "SIPRI arms transfers: deliveries, the older bulk file, the trade register", _ => new SipriReader(), (sink, transfer) => sink.Add(transfer)),
        new ImportFormat<Transfer>("transfers", "any table of supplier, client, year, value", _ => new TransferCsvReader(), (sink, transfer) => sink.Add(transfer)),
        new ImportFormat<Agreement>("dcad", "defence cooperation agreements 1980-2010 (DCAD, main table)", _ => new DcadReader(), (sink, agreement) => sink.Add(agreement)),
    ];

    /// <summary>Reads one stream to its end.</summary>
    /// <param name="input">The bytes.</param>
    /// <param name="log">Counts rows and receives complaints.</param>
    /// <param name="names">Knows armed groups by name.</param>
    /// <param name="sink">Receives what was read.</param>
    /// <param name="stop">Ends it after the record at hand.</param>
    public abstract void Read(Stream input, ImportLog log, IPartyNames names, IImportSink sink, CancellationToken stop);

    private static ImportFormat<ExchangeEvent> Events(string name, string what, Func<IPartyNames, IImportReader<ExchangeEvent>> make) =>
        new(name, what, make, (sink, coded) => sink.Add(coded));
}

/// <summary>A format whose records are of one kind.</summary>
/// <typeparam name="T">That kind.</typeparam>
/// <param name="Name">As the command line has it.</param>
/// <param name="What">What it is, in a line.</param>
/// <param name="Make">Makes a reader of one file.</param>
/// <param name="Keep">Gives a record to a sink.</param>
internal sealed record ImportFormat<T>(string Name, string What, Func<IPartyNames, IImportReader<T>> Make, Action<IImportSink, T> Keep) : ImportFormat(Name, What)
{
    /// <inheritdoc/>
    public override void Read(Stream input, ImportLog log, IPartyNames names, IImportSink sink, CancellationToken stop)
    {
        foreach (T read in Make(names).Read(input, log))
        {
            Keep(sink, read);
            if (stop.IsCancellationRequested)
            {
                return;
            }
        }
    }
}
