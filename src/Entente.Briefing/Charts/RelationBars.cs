using System.Globalization;
using Entente.Briefing.Html;
using Entente.Briefing.Words;
using Entente.Records;

namespace Entente.Briefing.Charts;

/// <summary>Bars of the principal relations: conflict to the left of the axis, cooperation to the right.</summary>
internal static class RelationBars
{
    private const int Width = 760;
    private const int LabelWidth = 285;
    private const int RowHeight = 30;
    private const int Top = 34;

    /// <summary>The chart; its bars share one scale.</summary>
    public static void Write(TextWriter output, IReadOnlyList<RelationLine> relations)
    {
        int mostConflict = relations.Max(r => r.Counted.Conflict);
        int mostCooperation = relations.Max(r => r.Counted.Cooperation);
        // Room for a number at either end; an empty side keeps only that room.
        const int margin = 34;
        double unit = (Width - LabelWidth - (2.0 * margin)) / Math.Max(1, mostConflict + mostCooperation);
        double axis = LabelWidth + margin + (unit * mostConflict);
        int height = Top + (relations.Count * RowHeight) + 6;

        output.Write(Invariant($"<svg viewBox=\"0 0 {Width} {height}\" role=\"img\" aria-labelledby=\"c-bars-t c-bars-d\">\n"));
        output.Write("<title id=\"c-bars-t\">Counted events of the principal relations</title>\n<desc id=\"c-bars-d\">");
        output.Write(HtmlText.Escape(string.Join(" ", relations.Select(r => $"{r.Name}: {r.Counted.Cooperation} of cooperation, {r.Counted.Conflict} of conflict."))));
        output.Write("</desc>\n");
        output.Write(Invariant($"<text class=\"soft\" x=\"{axis - 8:0.#}\" y=\"16\" text-anchor=\"end\">← conflict</text><text class=\"soft\" x=\"{axis + 8:0.#}\" y=\"16\">cooperation →</text>\n"));
        for (int i = 0; i < relations.Count; i++)
        {
            WriteRow(output, relations[i], Top + (i * RowHeight), axis, unit);
        }

        output.Write(Invariant($"<line class=\"axis\" x1=\"{axis:0.#}\" x2=\"{axis:0.#}\" y1=\"{Top - 8}\" y2=\"{height - 4}\"/>\n</svg>\n"));
    }

    private static void WriteRow(TextWriter output, RelationLine relation, int y, double axis, double unit)
    {
        int Of(Quad quad) => relation.Counted[quad];
        output.Write(Invariant($"<g><title>{HtmlText.Escape(relation.Name)}: {Of(Quad.VerbalCooperation)} verbal and {Of(Quad.MaterialCooperation)} material cooperation, {Of(Quad.VerbalConflict)} verbal and {Of(Quad.MaterialConflict)} material conflict</title>"));
        output.Write(Invariant($"<text x=\"0\" y=\"{y + 15}\">{HtmlText.Escape(Counted.Short(relation.Name, 42))}</text>"));
        double right = axis;
        foreach ((Quad quad, string style) in new[] { (Quad.MaterialCooperation, "cm"), (Quad.VerbalCooperation, "cv") })
        {
            Rect(output, style, right, y, Of(quad) * unit);
            right += Of(quad) * unit;
        }

        double left = axis;
        foreach ((Quad quad, string style) in new[] { (Quad.MaterialConflict, "xm"), (Quad.VerbalConflict, "xv") })
        {
            left -= Of(quad) * unit;
            Rect(output, style, left, y, Of(quad) * unit);
        }

        if (relation.Counted.Cooperation > 0)
        {
            output.Write(Invariant($"<text class=\"soft\" x=\"{right + 6:0.#}\" y=\"{y + 15}\">{relation.Counted.Cooperation}</text>"));
        }

        if (relation.Counted.Conflict > 0)
        {
            output.Write(Invariant($"<text class=\"soft\" x=\"{left - 6:0.#}\" y=\"{y + 15}\" text-anchor=\"end\">{relation.Counted.Conflict}</text>"));
        }

        output.Write("</g>\n");
    }

    private static void Rect(TextWriter output, string style, double x, int y, double width)
    {
        if (width > 0)
        {
            output.Write(Invariant($"<rect class=\"{style}\" x=\"{x:0.#}\" y=\"{y}\" width=\"{width:0.#}\" height=\"20\"/>"));
        }
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
