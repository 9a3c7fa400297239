using System.Globalization;
using System.Xml.Linq;
using Entente.Analysis.Networks;
using Entente.Briefing.Charts;
using Entente.Records;

namespace Entente.Briefing.Tests;

public class NetworkChartTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [Fact]
    public void Both_windows_show_each_party_at_the_same_place_and_the_sign_by_more_than_colour()
    {
        NetworkReport before = Report(("RUS", "AFG", PloverType.Assault, 5), ("AFG", "CHN", PloverType.Aid, 1));
        NetworkReport after = Report(("RUS", "AFG", PloverType.Aid, 5), ("AFG", "CHN", PloverType.Aid, 1), ("IRN", "CHN", PloverType.Consult, 1));

        XElement drawn = Draw(after, before);

        XElement[] panels = [.. drawn.Elements(Svg + "g").Take(2)];
        (string, double)[] first = Labels(panels[0]), second = Labels(panels[1]);
        Assert.Equal(["AFG", "CHN", "IRN", "RUS"], first.Select(l => l.Item1));
        Assert.Single(first.Zip(second, (one, other) => Math.Round(other.Item2 - one.Item2, 1)).Distinct());
        Assert.Contains(panels[0].Elements(Svg + "line"), line => line.Attribute("stroke-dasharray") is not null && line.Value.Contains("conflict outweighs", StringComparison.Ordinal));
        Assert.DoesNotContain(panels[1].Elements(Svg + "line"), line => line.Attribute("stroke-dasharray") is not null);
        Assert.Contains("1 tie in which conflict does", drawn.Element(Svg + "desc")!.Value, StringComparison.Ordinal);
        Assert.Contains("no tie in this window", panels[0].Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_of_the_input_is_markup_and_drawing_twice_gives_the_same()
    {
        NetworkReport report = Report(("<b>", "A&B", PloverType.Aid, 5));

        Assert.Equal(Draw(report, null).ToString(), Draw(report, null).ToString());
        Assert.Equal(["<b>", "A&B"], Labels(Draw(report, null).Element(Svg + "g")!).Select(l => l.Item1).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Without_a_tie_nothing_is_drawn()
    {
        using var writer = new StringWriter();

        NetworkChart.Write(writer, "n", Report(), "2024");

        Assert.Equal("", writer.ToString());
    }

    [Fact]
    public void Only_the_most_active_parties_are_drawn_and_the_rest_are_counted()
    {
        (string, string, PloverType, int)[] counts = [.. Enumerable.Range(0, 40).Select(i => ("AFG", "X" + (char)('A' + (i / 26)) + (char)('A' + (i % 26)), PloverType.Aid, 40 - i))];

        XElement drawn = Draw(Report(counts), null);

        Assert.Equal(NetworkChart.MostParties, Labels(drawn.Element(Svg + "g")!).Length);
        Assert.Contains("13 less active parties are not drawn", drawn.Value, StringComparison.Ordinal);
    }

    /// <summary>On a path of equal edges, the ends are the farthest apart.</summary>
    [Fact]
    public void Distances_on_paper_are_like_those_along_the_edges()
    {
        (double X, double Y)[] places = StressLayout.Place(4, [(0, 1, 1), (1, 2, 1), (2, 3, 1)]);

        double Apart(int one, int other) => Math.Sqrt(Math.Pow(places[one].X - places[other].X, 2) + Math.Pow(places[one].Y - places[other].Y, 2));
        Assert.True(Apart(0, 3) > Apart(0, 2) && Apart(0, 2) > Apart(0, 1));
        Assert.All(places, place => Assert.True(place is { X: >= 0 and <= 1, Y: >= 0 and <= 1 }));
    }

    private static (string, double)[] Labels(XElement panel) =>
        [.. panel.Elements(Svg + "g").Elements(Svg + "text").Select(text => (text.Value, double.Parse(text.Attribute("x")!.Value, CultureInfo.InvariantCulture)))];

    private static XElement Draw(NetworkReport after, NetworkReport? before)
    {
        using var writer = new StringWriter();
        NetworkChart.Write(writer, "n", after, "2024", before, "2023");
        return XElement.Parse(writer.ToString());
    }

    private static NetworkReport Report(params (string Actor, string Recipient, PloverType Type, int Count)[] counts) => NetworkReport.Of(SignedNetwork.Of(
        counts.Select(c => new DyadCount(new(c.Actor, c.Recipient), Period.Of(new DateOnly(2024, 1, 1), PeriodKind.Year), c.Type, c.Count, c.Count * c.Type.Score(), 0, 0, 0)), documents: 100));
}
