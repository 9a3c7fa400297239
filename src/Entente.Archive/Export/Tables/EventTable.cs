using Entente.Archive.Exchange;
using Entente.Records;

namespace Entente.Archive.Export.Tables;

/// <summary>Events as CSV, one a row, all columns named and explained by a codebook.</summary>
/// <param name="withLabels">Whether a last column holds the categories of the user's own ontology.</param>
public sealed class EventTable(bool withLabels = false) : IEventExporter
{
    private const string Rule = "One row an event, in the order of day and id. Parties stand in lists, in the same order in each of a side's columns.";

    private static readonly Column[] AllColumns =
    [
        new("source", "text", "who coded it: entente, gdelt, icews ..."),
        new("id", "text", "the event's id in its source; with source and filed it is the key"),
        new("filed", "day", "the day under which the source files it; of our own coding, the day of publication"),
        new("date", "day", "first day of the event"),
        new("last_date", "day", "its last day, itself included"),
        new("date_precision", "text", "how exactly that is known: publication (nothing dates it: the day of publication stands in), day, week, month, season, year, decade"),
        new("event", "text", "PLOVER category; empty for mere statements (CAMEO 01)"),
        new("mode", "list", "PLOVER modes of the category"),
        new("context", "list", "PLOVER contexts"),
        new("quad", "text", "verbal-cooperation, material-cooperation, verbal-conflict, material-conflict"),
        new("score", "number", "PLOVER score of category and mode, -10 to +10"),
        new("cameo", "text", "CAMEO code; read it as text, or the leading 0 is lost"),
        new("goldstein", "number", "the source's score of that code, -10 to +10"),
        new("label", "text", "what the source calls the event"),
        new("status", "text", "reported, future, hypothetical, negated, historical; unknown for imports"),
        new("claimed", "flag", "1 where an interested party asserts it, else 0"),
        new("confidence", "number", "probability that the record is right, 0 to 1"),
        new("actor", "list", "codes of who did it: country or body and PLOVER sectors, apart by a blank; ? for one without a code"),
        new("actor_name", "list", "the same in the source's words"),
        new("recipient", "list", "codes of whom it was done to"),
        new("recipient_name", "list", "the same in the source's words"),
        new("place", "text", "where it happened"),
        new("place_country", "text", "the country of that place"),
        new("place_admin1", "text", "its first-level region"),
        new("latitude", "number", "degrees north; empty for a country: its centre is no place"),
        new("longitude", "number", "degrees east"),
        new("resolution", "whole", "5 below a city, 4 city, 3 district, 2 province, 1 country"),
        new("dead", "whole", "killed; empty where not stated"),
        new("injured", "whole", "injured; empty where not stated"),
        new("arrested", "whole", "arrested; empty where not stated"),
        new("story", "text", "the document or story it was coded from"),
        new("sentence", "whole", "the sentence of that story, from 0"),
        new("publisher", "text", "the outlet"),
        new("url", "text", "where it can be read"),
        new("mentions", "whole", "mentions that the source counts"),
    ];

    private static readonly Column Labels = new("labels", "list", "categories of the user's own ontology that the event belongs to; empty for none");

    /// <summary>The columns, in order, without that of labels.</summary>
    public static IReadOnlyList<Column> Columns => AllColumns;

    /// <inheritdoc/>
    public string? Codebook => Export.Codebook.Of("Events", Rule, Written);

    private Column[] Written => withLabels ? [.. AllColumns, Labels] : AllColumns;

    /// <inheritdoc/>
    public ExportOutcome Write(IEnumerable<ExchangeEvent> events, Stream output)
    {
        using var table = new DelimitedWriter(output, ',');
        table.Row([.. Written.Select(column => column.Name)]);
        long written = 0;
        foreach (ExchangeEvent coded in events)
        {
            WriteWhat(table, coded);
            WriteWhoAndWhere(table, coded);
            table.Cell(coded.Story).Cell(coded.Sentence).Cell(coded.Publisher).Cell(coded.Url).Cell(coded.Mentions);
            (withLabels ? table.Cell(List(coded.Labels ?? [])) : table).End();
            written++;
        }

        return new(written);
    }

    private static void WriteWhat(DelimitedWriter table, ExchangeEvent coded)
    {
        table.Cell(coded.Source).Cell(coded.Id).Cell(coded.Date).Cell(coded.When.Start).Cell(coded.When.End.AddDays(-1)).Cell(Plover.PloverJsonExporter.Precisions[(int)coded.Precision])
            .Cell(coded.Type?.Code()).Cell(List(coded.Modes)).Cell(List(coded.Contexts)).Cell(coded.Type?.Quad().Code()).Cell(coded.Type?.Score(coded.Modes))
            .Cell(coded.Cameo).Cell(coded.Goldstein).Cell(coded.Label).Cell(coded.Status.Code()).Cell(coded.Claimed ? 1 : 0).Cell(coded.Confidence);
    }

    private static void WriteWhoAndWhere(DelimitedWriter table, ExchangeEvent coded)
    {
        table.Cell(Codes(coded.Actors)).Cell(Names(coded.Actors)).Cell(Codes(coded.Recipients)).Cell(Names(coded.Recipients))
            .Cell(coded.Place?.Name).Cell(coded.Place?.Country).Cell(coded.Place?.Admin1).Cell(coded.Place?.Latitude).Cell(coded.Place?.Longitude).Cell(coded.Place?.Resolution)
            .Cell(coded.Size?.Dead).Cell(coded.Size?.Injured).Cell(coded.Size?.Arrested);
    }

    private static string List(IReadOnlyList<string> items) => string.Join(';', items);

    private static string Codes(IReadOnlyList<ExchangeParty> parties) => string.Join(';', parties.Select(party => party.Code?.Text ?? "?"));

    private static string Names(IReadOnlyList<ExchangeParty> parties) => string.Join(';', parties.Select(party => party.Name?.Replace(';', ',')));
}
