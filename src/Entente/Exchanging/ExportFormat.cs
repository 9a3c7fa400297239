using Entente.Archive.Exchange;
using Entente.Archive.Export;
using Entente.Archive.Export.Graphs;
using Entente.Archive.Export.Panels;
using Entente.Archive.Export.Places;
using Entente.Archive.Export.Plover;
using Entente.Archive.Export.Tables;
using Entente.Archive.Querying;
using Entente.Archives;
using Entente.Records;

namespace Entente.Exchanging;

/// <summary>A format that <c>export</c> writes.</summary>
/// <param name="Name">As the command line has it.</param>
/// <param name="What">What it is, in a line.</param>
public sealed record ExportFormat(string Name, string What)
{
    /// <summary>All formats, in the order that help lists them.</summary>
    public static IReadOnlyList<ExportFormat> All { get; } =
    [
        new("plover", "PLOVER JSON, an event a line") { Events = new PloverJsonExporter() },
        new("csv", "events as CSV, all columns; a codebook beside it") { Events = new EventTable(), Labelled = new EventTable(withLabels: true) },
        new("icews", "a table in the shape of ICEWS, one row a pair of parties") { Events = new IcewsTable() },
        new("gdelt", "a table in the shape of GDELT 2.0, one row a pair of parties") { Events = new GdeltTable() },
        new("geojson", "GeoJSON, a feature an event") { Events = new GeoJsonExporter() },
        new("panel", "dyads by periods as CSV, balanced, with coverage; a codebook beside it") { Rows = Panel, Codebook = DyadPanel.Codebook },
        new("graphml", "the parties and their ties as a graph, GraphML") { Rows = (store, selection, kind, output) => GraphMl.Write(GraphLadders.Edges(store, selection, kind), output) },
        new("gexf", "the same as GEXF, edges living in the periods with events") { Rows = (store, selection, kind, output) => Gexf.Write(GraphLadders.Edges(store, selection, kind), output) },
    ];

    /// <summary>The same format with room for the labels of a user's own ontology; itself where it has none.</summary>
    public ExportFormat WithLabels => Labelled is null ? this : this with { Events = Labelled };

    /// <summary>Writes events one by one; null where the format is made of counted rows.</summary>
    public IEventExporter? Events { get; private init; }

    /// <summary>What its columns mean, as Markdown; null where the format explains itself.</summary>
    public string? Codebook { get => field ?? Events?.Codebook; private init; }

    private IEventExporter? Labelled { get; init; }

    private Func<IEventStore, Selection, PeriodKind, Stream, ExportOutcome>? Rows { get; init; }

    /// <summary>Writes a selection.</summary>
    /// <param name="events">The events of the selection, for formats that write them one by one.</param>
    /// <param name="store">The rows, for the others.</param>
    /// <param name="selection">What is asked for.</param>
    /// <param name="kind">Length of the periods.</param>
    /// <param name="output">Receives UTF-8.</param>
    public ExportOutcome Write(Func<IEnumerable<ExchangeEvent>> events, Func<IEventStore> store, Selection selection, PeriodKind kind, Stream output)
    {
        ArgumentNullException.ThrowIfNull(events);
        ArgumentNullException.ThrowIfNull(store);
        if (Events is not null)
        {
            return Events.Write(events(), output);
        }

        using IEventStore rows = store();
        return Rows!(rows, selection, kind, output);
    }

    private static ExportOutcome Panel(IEventStore store, Selection selection, PeriodKind kind, Stream output)
    {
        IReadOnlyList<string> parties = selection.Pair is { } pair ? [pair.First, pair.Second] : selection.Actors;
        return DyadPanel.Write(store.Counts(selection, kind), store.Coverage(selection, kind), kind, parties, selection.From, selection.Until, output);
    }
}
