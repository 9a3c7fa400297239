using System.Xml.Linq;
using Entente.Analysis.Ladders;
using Entente.Briefing.Charts;
using Entente.Records;
using Entente.Testing;

namespace Entente.Briefing.Tests;

public sealed class LadderChartTests
{
    [Fact]
    public void The_chart_says_what_it_shows_in_which_units_and_on_what_it_rests()
    {
        XElement svg = Chart();

        string[] texts = [.. svg.Descendants("text").Select(t => t.Value)];
        Assert.Equal("Engagement of Russia & Afghanistan", svg.Element("title")!.Value);
        Assert.Contains("rung at the end of each month; band: 90 % interval", texts);
        Assert.Contains("0 none", texts);
        Assert.Contains("5 operational military cooperation", texts);
        Assert.Contains("3 events <in> 3 documents", texts);
        Assert.Equal("2021-03: from 0 none to 1 crisis contact. 2021-05: from 1 crisis contact to 5 operational military cooperation.", svg.Element("desc")!.Value);
    }

    [Fact]
    public void The_line_and_its_band_stay_within_the_plot_and_rise_with_the_rung()
    {
        XElement svg = Chart();

        XElement[] line = [.. svg.Elements("g").Select(g => g.Elements("rect").First())];
        Assert.Equal(3, line.Length);
        Assert.True(Number(line[0], "y") > Number(line[1], "y") && Number(line[1], "y") > Number(line[2], "y"));
        Assert.All(svg.Descendants("rect"), rect =>
        {
            Assert.InRange(Number(rect, "x"), 235, 748);
            Assert.InRange(Number(rect, "x") + Number(rect, "width"), 235, 749);
            Assert.True(Number(rect, "height") > 0 && Number(rect, "width") > 0);
        });
    }

    private static XElement Chart()
    {
        Period[] months = [.. Period.Range(Period.Of(new DateOnly(2021, 1, 1), PeriodKind.Month), Period.Of(new DateOnly(2022, 6, 1), PeriodKind.Month))];
        DyadicEvent[] events = [Event("a", "2021-03-05"), Event("b", "2021-05-06"), Event("c", "2021-05-07")];
        var track = LadderTrack.Of(LadderReader.Default[0], [LadderEvidence.Of(events[0] with { Type = PloverType.Consult, Contexts = [] }), .. events.Skip(1).Select(LadderEvidence.Of)], months, [.. months.Select(_ => 3)]);
        using var text = new StringWriter();
        LadderChart.Write(text, "c-ladder", "Engagement of Russia & Afghanistan", track, "3 events <in> 3 documents");
        return XElement.Parse(text.ToString());
    }

    private static DyadicEvent Event(string id, string day) =>
        new(id, new("RUS", "AFG"), DateSpan.OfDay(SomeEvents.Day(day)), PloverType.Cooperate) { Source = "entente", DocId = "doc-" + id, Contexts = ["military"] };

    private static double Number(XElement element, string name) => double.Parse(element.Attribute(name)!.Value, System.Globalization.CultureInfo.InvariantCulture);
}
