using System.Globalization;
using Entente.Analysis.Ladders;
using Entente.Briefing.Html;
using Entente.Records;

namespace Entente.Briefing.Charts;

/// <summary>A pair's way up and down a ladder: the rung as a line, its 90 % interval as a band, time from left to right.</summary>
internal static class LadderChart
{
    private const int Width = 760;
    private const int Left = 236;
    private const int Right = 12;
    private const int Top = 34;
    private const int RungHeight = 26;

    /// <param name="output">Receives the SVG.</param>
    /// <param name="id">Of the element; unique in its page.</param>
    /// <param name="title">What is shown, of whom.</param>
    /// <param name="track">The way; at least one point.</param>
    /// <param name="source">What it rests on: named below the chart.</param>
    public static void Write(TextWriter output, string id, string title, LadderTrack track, string source)
    {
        int rungs = track.Criteria.Rungs.Count, foot = Top + ((rungs + 1) * RungHeight), height = foot + 44;
        bool hostile = track.Criteria.Name == "hostility";
        double step = (double)(Width - Left - Right) / track.Points.Count;
        output.Write(Invariant($"<svg viewBox=\"0 0 {Width} {height}\" role=\"img\" aria-labelledby=\"{id}-t {id}-d\">\n"));
        output.Write(Invariant($"<title id=\"{id}-t\">{HtmlText.Escape(title)}</title>\n<desc id=\"{id}-d\">{HtmlText.Escape(Describe(track))}</desc>\n"));
        output.Write(Invariant($"<text x=\"0\" y=\"15\">{HtmlText.Escape(title)}</text><text class=\"soft\" x=\"{Width - Right}\" y=\"15\" text-anchor=\"end\">rung at the end of each {Word(track.Points[0].Period.Kind)}; band: 90 % interval</text>\n"));
        for (int level = 0; level <= rungs; level++)
        {
            double y = Middle(level, foot);
            output.Write(Invariant($"<line class=\"grid\" x1=\"{Left}\" x2=\"{Width - Right}\" y1=\"{y:0.#}\" y2=\"{y:0.#}\"/><text class=\"soft\" x=\"{Left - 8}\" y=\"{y + 4:0.#}\" text-anchor=\"end\">{HtmlText.Escape(track.Criteria.NameOf(level))}</text>\n"));
        }

        foreach ((int from, int to) in Runs(track.Points, (a, b) => a.Low == b.Low && a.High == b.High))
        {
            LadderPoint point = track.Points[from];
            double y = Middle(point.High, foot) - 8;
            Rect(output, hostile ? "xv" : "cv", Left + (from * step), y, (to - from) * step, Middle(point.Low, foot) + 8 - y);
        }

        Line(output, track.Points, step, foot, hostile ? "xm" : "cm");
        Years(output, track.Points, step, foot);
        output.Write(Invariant($"<text class=\"soft\" x=\"{Left}\" y=\"{height - 6}\">{HtmlText.Escape(source)}</text>\n</svg>\n"));
    }

    private static double Middle(int level, int foot) => foot - ((level + 0.5) * RungHeight);

    private static void Line(TextWriter output, IReadOnlyList<LadderPoint> points, double step, int foot, string style)
    {
        int before = -1;
        foreach ((int from, int to) in Runs(points, (a, b) => a.Level == b.Level))
        {
            int level = points[from].Level;
            double x = Left + (from * step), y = Middle(level, foot);
            output.Write(Invariant($"<g><title>{points[from].Period} to {points[to - 1].Period}: rung {level}</title>"));
            Rect(output, style, x, y - 1.5, (to - from) * step, 3);
            if (before >= 0)
            {
                double top = Math.Min(y, Middle(before, foot)), bottom = Math.Max(y, Middle(before, foot));
                Rect(output, style, x - 1, top - 1.5, 2, bottom - top + 3);
            }

            output.Write("</g>\n");
            before = level;
        }
    }

    /// <summary>A label at the first period of each year that has room for it.</summary>
    private static void Years(TextWriter output, IReadOnlyList<LadderPoint> points, double step, int foot)
    {
        double last = double.NegativeInfinity;
        int labelled = 0;
        for (int i = 0; i < points.Count; i++)
        {
            int year = points[i].Period.Start.Year;
            double x = Left + (i * step);
            if (year == labelled || x - last < 38)
            {
                continue;
            }

            last = x;
            labelled = year;
            output.Write(Invariant($"<line class=\"axis\" x1=\"{x:0.#}\" x2=\"{x:0.#}\" y1=\"{foot}\" y2=\"{foot + 5}\"/><text class=\"soft\" x=\"{x + 2:0.#}\" y=\"{foot + 17}\">{year:0000}</text>\n"));
        }

        output.Write(Invariant($"<line class=\"axis\" x1=\"{Left}\" x2=\"{Width - Right}\" y1=\"{foot}\" y2=\"{foot}\"/>\n"));
    }

    private static string Describe(LadderTrack track) => track.Steps.Count == 0
        ? $"{track.Criteria.NameOf(track.Points[0].Level)} throughout."
        : string.Join(" ", track.Steps.Select(s => $"{s.At}: from {track.Criteria.NameOf(s.From)} to {track.Criteria.NameOf(s.To)}."));

    private static IEnumerable<(int From, int To)> Runs(IReadOnlyList<LadderPoint> points, Func<LadderPoint, LadderPoint, bool> same)
    {
        int from = 0;
        for (int i = 1; i <= points.Count; i++)
        {
            if (i == points.Count || !same(points[i], points[from]))
            {
                yield return (from, i);
                from = i;
            }
        }
    }

    private static string Word(PeriodKind kind) => kind.ToString().ToLowerInvariant();

    private static void Rect(TextWriter output, string style, double x, double y, double width, double height) =>
        output.Write(Invariant($"<rect class=\"{style}\" x=\"{x:0.#}\" y=\"{y:0.#}\" width=\"{width:0.#}\" height=\"{height:0.#}\"/>"));

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
