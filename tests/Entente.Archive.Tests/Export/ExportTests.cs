using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Entente.Archive.Exchange;
using Entente.Archive.Export;
using Entente.Archive.Export.Graphs;
using Entente.Archive.Export.Panels;
using Entente.Archive.Export.Places;
using Entente.Archive.Export.Tables;
using Entente.Archive.Import.Gdelt;
using Entente.Archive.Import.Icews;
using Entente.Archive.Tests.Import;
using Entente.Records;

namespace Entente.Archive.Tests.Export;

public class ExportTests
{
    [Fact]
    public void What_gdelt_s_shape_has_room_for_comes_back_the_same()
    {
        string rows = GdeltEventReaderTests.Row() + GdeltEventReaderTests.Row(id: "410000002", country: "", group: "UNO", cameo: "010") + GdeltEventReaderTests.Row(id: "410000003", placeType: "1", type: "IGO", country: "");
        List<ExchangeEvent> events = new Importing().Read(new GdeltEventReader(), rows);

        var again = new Importing();
        List<ExchangeEvent> back = again.Read(new GdeltEventReader(), Text(new GdeltTable(), events));

        Assert.Empty(again.Problems);
        Assert.Equal(events.Select(SomeExchange.Show), back.Select(SomeExchange.Show));
    }

    [Fact]
    public void What_icews_s_shape_has_room_for_comes_back_the_same()
    {
        ExchangeEvent coded = SomeExchange.Bare() with
        {
            Type = PloverType.Support, Modes = [], Contexts = ["diplomatic"], Cameo = "057", Goldstein = 8, Label = "sign an agreement",
            Actors = [new("Ministry", ActorCode.Parse("TCD GOV MIL"))], Recipients = [new("Envoy of the UN", ActorCode.Parse("IGO"))],
            Place = new("Bol", "TCD", 4) { Admin1 = "Lac", Latitude = 13.46, Longitude = 14.71 }, Story = "9", Sentence = 2, Publisher = "Example Post",
        };

        ExchangeEvent back = Assert.Single(new Importing().Read(new IcewsReader(), Text(new IcewsTable(), [coded])));

        Assert.Equal(SomeExchange.Show(coded), SomeExchange.Show(back));
    }

    [Fact]
    public void Lists_become_pairs_and_events_without_a_cameo_code_are_counted_as_left_out()
    {
        ExchangeEvent full = SomeExchange.Full(), bare = SomeExchange.Bare();
        using var output = new MemoryStream();

        ExportOutcome outcome = new GdeltTable().Write([full, bare], output);

        Assert.Equal((4, 1), (outcome.Written, outcome.LeftOut));
        string[][] rows = [.. Encoding.UTF8.GetString(output.ToArray()).TrimEnd('\n').Split('\n').Select(row => row.Split('\t'))];
        Assert.All(rows, row => Assert.Equal(61, row.Length));
        Assert.Equal(4, rows.Select(row => row[0]).Distinct().Count());
        Assert.All(rows, row => Assert.Matches("^[1-9][0-9]{17}$", row[0]));
    }

    [Fact]
    public void Csv_quotes_what_needs_it_and_its_codebook_tells_every_column()
    {
        string[] lines = Text(new EventTable(), [SomeExchange.Full()]).TrimEnd('\n').Split('\n');

        Assert.Equal(string.Join(',', EventTable.Columns.Select(column => column.Name)), lines[0]);
        Assert.StartsWith("entente,e-1,2026-05-28,2026-05-01,2026-05-31,month,CONSULT,visit,military;economic,verbal-cooperation,4,042,1.9,Make a visit,reported,1,0.875,FRA GOV MIL LEG;?,\"Ministère, \"\"défense\"\";visitors\",TCD GOV;REB,;rebels,N'Djamena,TCD,Chari-Baguirmi,12.1131,15.0491,4,2,,1,d1,3,Example Post,", lines[1], StringComparison.Ordinal);
        string codebook = new EventTable().Codebook!;
        Assert.All(EventTable.Columns, column => Assert.Contains($"| `{column.Name}` |", codebook, StringComparison.Ordinal));
    }

    [Fact]
    public void Labels_are_a_last_column_where_they_are_asked_for()
    {
        string[] lines = Text(new EventTable(withLabels: true), [SomeExchange.Full() with { Labels = ["one", "two"] }, SomeExchange.Full()]).TrimEnd('\n').Split('\n');

        Assert.EndsWith(",mentions,labels", lines[0], StringComparison.Ordinal);
        Assert.EndsWith(",one;two", lines[1], StringComparison.Ordinal);
        Assert.EndsWith(",", lines[2], StringComparison.Ordinal);
        Assert.Contains("| `labels` |", new EventTable(withLabels: true).Codebook, StringComparison.Ordinal);
        Assert.DoesNotContain("| `labels` |", new EventTable().Codebook, StringComparison.Ordinal);
    }

    [Fact]
    public void A_panel_is_balanced_with_zeros_and_coverage()
    {
        Period january = Period.Of(new DateOnly(2024, 1, 1), PeriodKind.Month), march = Period.Of(new DateOnly(2024, 3, 1), PeriodKind.Month);
        DyadCount[] counts = [new(new("TCD", "NER"), january, PloverType.Consult, 2, 5, 2, 2, 0), new(new("TCD", "NER"), january, PloverType.Assault, 1, -9, 0, 0, 3), new(new("NER", "TCD"), march, PloverType.Aid, 1, 10, 7, 1, 0)];
        using var output = new MemoryStream();

        ExportOutcome outcome = DyadPanel.Write(counts, [(january, 40), (march, 10)], PeriodKind.Month, [], null, null, output);

        string[][] rows = [.. Encoding.UTF8.GetString(output.ToArray()).TrimEnd('\n').Split('\n').Select(row => row.Split(','))];
        Assert.Equal(6, outcome.Written);
        Assert.Equal(["NER", "NER", "NER", "TCD", "TCD", "TCD"], rows[1..].Select(row => row[0]));
        Assert.Equal(["40", "0", "10", "40", "0", "10"], rows[1..].Select(row => row[5]));
        Assert.Equal(["0", "0", "1", "3", "0", "0"], rows[1..].Select(row => row[6]));
        var full = rows[0].Zip(rows[4]).ToDictionary(cell => cell.First, cell => cell.Second);
        Assert.Equal(("2", "1", "2", "1", "-4", "-1.3333", "2", "3"), (full["consult"], full["assault"], full["verbal_cooperation"], full["material_conflict"], full["score_sum"], full["score_mean"], full["goldstein_n"], full["dead"]));
        Assert.Equal("", rows[0].Zip(rows[5]).First(cell => cell.First == "score_mean").Second);
        Assert.All(DyadPanel.Columns, column => Assert.Contains($"| `{column.Name}` |", DyadPanel.Codebook, StringComparison.Ordinal));
    }

    [Fact]
    public void A_panel_of_named_parties_has_all_their_pairs_and_the_window_asked_for()
    {
        using var output = new MemoryStream();

        ExportOutcome outcome = DyadPanel.Write([], [], PeriodKind.Year, ["TCD", "NER", "MLI"], new(2020, 1, 1), new(2022, 1, 1), output);

        Assert.Equal(12, outcome.Written);
    }

    [Fact]
    public void Graphs_name_every_end_and_tell_what_ties_it()
    {
        ExchangeEvent meet = SomeExchange.Bare() with { Type = PloverType.Consult, Recipients = [new("x", ActorCode.Parse("NER"))] };
        ExchangeEvent fight = meet with { Id = "8", Type = PloverType.Assault, When = DateSpan.OfDay(new(2018, 8, 1)), Recipients = [new("x", ActorCode.Parse("NER REB"))] };
        ExchangeEvent again = meet with { Id = "9", When = DateSpan.OfDay(new(2018, 7, 3)) };
        IReadOnlyList<GraphEdge> edges = GraphEdge.Of(new[] { fight, again, meet }.SelectMany(coded => coded.Pairs()), PeriodKind.Month);
        using var graphml = new MemoryStream();
        using var gexf = new MemoryStream();

        GraphMl.Write(edges, graphml);
        Gexf.Write(edges, gexf);

        XDocument one = XDocument.Parse(Encoding.UTF8.GetString(graphml.ToArray())), other = XDocument.Parse(Encoding.UTF8.GetString(gexf.ToArray()));
        Assert.Equal(["NER", "NER REB", "TCD"], Named(one, "node").Select(node => node.Attribute("id")!.Value));
        Assert.Equal([("TCD", "NER"), ("TCD", "NER REB")], Named(one, "edge").Select(edge => (edge.Attribute("source")!.Value, edge.Attribute("target")!.Value)));
        Assert.Contains(Named(one, "data"), data => data.Attribute("key")!.Value == "evidence" && data.Value == "9 7");
        Assert.Equal([("2018-06-01", "2018-07-31"), ("2018-08-01", "2018-08-31")], Named(other, "spell").Select(spell => (spell.Attribute("start")!.Value, spell.Attribute("end")!.Value)));
        Assert.Equal((1, -1, 2), (edges[0].Sign, edges[1].Sign, edges[0].Events));
    }

    [Fact]
    public void Geojson_has_a_feature_an_event_and_no_centre_of_a_country()
    {
        ExchangeEvent country = SomeExchange.Full() with { Id = "c", Place = new("Chad", "TCD", 1) { Latitude = 15, Longitude = 19 } };

        using var parsed = JsonDocument.Parse(Text(new GeoJsonExporter(), [SomeExchange.Full(), country, SomeExchange.Bare()]));

        JsonElement[] features = [.. parsed.RootElement.GetProperty("features").EnumerateArray()];
        Assert.Equal(["Point", null, null], features.Select(feature => feature.GetProperty("geometry") is { ValueKind: JsonValueKind.Object } point ? point.GetProperty("type").GetString() : null));
        Assert.Equal([15.0491, 12.1131], features[0].GetProperty("geometry").GetProperty("coordinates").EnumerateArray().Select(number => number.GetDouble()));
        Assert.Equal(1, features[1].GetProperty("properties").GetProperty("resolution").GetInt32());
    }

    private static IEnumerable<XElement> Named(XDocument document, string name) => document.Descendants().Where(element => element.Name.LocalName == name);

    private static string Text(IEventExporter exporter, IEnumerable<ExchangeEvent> events)
    {
        using var output = new MemoryStream();
        exporter.Write(events, output);
        return Encoding.UTF8.GetString(output.ToArray());
    }
}
