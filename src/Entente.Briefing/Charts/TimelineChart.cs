using System.Globalization;
using Entente.Analysis.Dyads;
using Entente.Records;
using Entente.Briefing.Html;

namespace Entente.Briefing.Charts;

/// <summary>Counted events of one relation over time: cooperation above the axis, conflict below.</summary>
internal static class TimelineChart
{
    private const int Width = 760;
    private const int Left = 34;
    private const int Right = 10;
    private const int PlotHeight = 150;
    private const int Top = 12;

    /// <param name="output">Receives the SVG.</param>
    /// <param name="line">The series.</param>
    /// <param name="up">The scale's end above the axis, in events; the same for all charts that are compared.</param>
    /// <param name="down">The scale's end below the axis.</param>
    public static void Write(TextWriter output, Timeline line, int up, int down)
    {
        double unit = (double)PlotHeight / Math.Max(1, up + down);
        double axis = Top + (up * unit);
        double step = (double)(Width - Left - Right) / line.Steps.Count;
        double bar = Math.Max(1, Math.Min(26, step * 0.7));
        int height = Top + PlotHeight + 26;

        output.Write(Invariant($"<svg viewBox=\"0 0 {Width} {height}\" role=\"img\" aria-labelledby=\"{line.Id}-t {line.Id}-d\">\n"));
        output.Write($"<title id=\"{line.Id}-t\">{HtmlText.Escape(line.Name)}: counted events by {Word(line.Kind)}</title>\n<desc id=\"{line.Id}-d\">");
        output.Write(HtmlText.Escape(Describe(line)));
        output.Write("</desc>\n");
        Grid(output, up, down, unit, axis);
        for (int i = 0; i < line.Steps.Count; i++)
        {
            double x = Left + (i * step) + ((step - bar) / 2);
            WriteBar(output, line.Steps[i], x, bar, axis, unit);
        }

        output.Write(Invariant($"<line class=\"axis\" x1=\"{Left}\" x2=\"{Width - Right}\" y1=\"{axis:0.#}\" y2=\"{axis:0.#}\"/>\n"));
        Years(output, line, step, height);
        output.Write("</svg>\n");
    }

    /// <summary>"month", "quarter" or "year".</summary>
    public static string Word(PeriodKind kind) => kind switch
    {
        PeriodKind.Month => "month",
        PeriodKind.Quarter => "quarter",
        _ => "year",
    };

    private static string Describe(Timeline line)
    {
        string[] told = [.. line.Steps.Where(s => s.Cooperation + s.Conflict > 0).Select(s => Invariant($"{s.Period}: {s.Cooperation} of cooperation, {s.Conflict} of conflict."))];
        return told.Length == 0 ? "No event in these periods." : string.Join(" ", told);
    }

    private static void Grid(TextWriter output, int up, int down, double unit, double axis)
    {
        int tick = Tick(Math.Max(up, down));
        for (int at = -(down / tick) * tick; at <= up; at += tick)
        {
            double y = axis - (at * unit);
            if (at != 0)
            {
                output.Write(Invariant($"<line class=\"grid\" x1=\"{Left}\" x2=\"{Width - Right}\" y1=\"{y:0.#}\" y2=\"{y:0.#}\"/>"));
            }

            output.Write(Invariant($"<text class=\"soft\" x=\"{Left - 6}\" y=\"{y + 4:0.#}\" text-anchor=\"end\">{Math.Abs(at)}</text>\n"));
        }
    }

    private static int Tick(int most)
    {
        int tick = 1;
        for (int i = 0; most / tick > 4; i++)
        {
            tick = i % 3 == 1 ? tick / 2 * 5 : tick * 2;
        }

        return tick;
    }

    private static void WriteBar(TextWriter output, TimelineStep step, double x, double width, double axis, double unit)
    {
        if (step.Cooperation + step.Conflict == 0)
        {
            return;
        }

        output.Write(Invariant($"<g><title>{step.Period}: {step.VerbalCooperation} verbal and {step.MaterialCooperation} material cooperation, {step.VerbalConflict} verbal and {step.MaterialConflict} material conflict</title>"));
        double y = axis;
        foreach ((int count, string style) in new[] { (step.MaterialCooperation, "cm"), (step.VerbalCooperation, "cv") })
        {
            y -= count * unit;
            Rect(output, style, x, y, width, count * unit);
        }

        y = axis;
        foreach ((int count, string style) in new[] { (step.MaterialConflict, "xm"), (step.VerbalConflict, "xv") })
        {
            Rect(output, style, x, y, width, count * unit);
            y += count * unit;
        }

        output.Write("</g>\n");
    }

    private static void Rect(TextWriter output, string style, double x, double y, double width, double height)
    {
        if (height > 0)
        {
            output.Write(Invariant($"<rect class=\"{style}\" x=\"{x:0.#}\" y=\"{y:0.#}\" width=\"{width:0.#}\" height=\"{height:0.#}\"/>"));
        }
    }

    // A label at each year's first step; at every month of a short series; at every so many years of a long one.
    private static void Years(TextWriter output, Timeline line, double step, int height)
    {
        bool months = line.Kind == PeriodKind.Month && line.Steps.Count <= 14;
        double room = months ? 52 : 38;
        double last = double.NegativeInfinity;
        for (int i = 0; i < line.Steps.Count; i++)
        {
            Period period = line.Steps[i].Period;
            bool labelled = months || i == 0 || period.Start is { Month: 1, Day: 1 };
            double x = Left + (i * step);
            if (!labelled || x - last < room)
            {
                continue;
            }

            last = x;
            string label = months ? period.ToString() : period.Start.Year.ToString("0000", CultureInfo.InvariantCulture);
            output.Write(Invariant($"<line class=\"grid\" x1=\"{x:0.#}\" x2=\"{x:0.#}\" y1=\"{Top}\" y2=\"{height - 14}\"/><text class=\"soft\" x=\"{x + 3:0.#}\" y=\"{height - 5}\">{label}</text>\n"));
        }
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
