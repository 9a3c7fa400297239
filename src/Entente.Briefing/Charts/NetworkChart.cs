using System.Globalization;
using Entente.Analysis.Networks;
using Entente.Briefing.Html;

namespace Entente.Briefing.Charts;

/// <summary>A network's ties as SVG: cooperation in whole lines, conflict in broken ones; two windows side by side, each party at the same place in both.</summary>
public static class NetworkChart
{
    /// <summary>Most parties that are drawn: the most active; the rest are counted in the caption.</summary>
    public const int MostParties = 28;

    private const int Width = 760;
    private const int Top = 44;
    private const int Legend = 58;
    private const int Margin = 34;

    /// <summary>Draws one window, or an earlier one beside it.</summary>
    /// <param name="output">Receives the SVG; nothing where no party has a tie.</param>
    /// <param name="id">Begins the ids of its title and description.</param>
    /// <param name="after">The window.</param>
    /// <param name="caption">What it is: <c>2026-01-01 to 2026-06-30</c>.</param>
    /// <param name="before">The earlier window; null to draw one only.</param>
    /// <param name="captionBefore">What that is.</param>
    public static void Write(TextWriter output, string id, NetworkReport after, string caption, NetworkReport? before = null, string? captionBefore = null)
    {
        string[] parties = Parties(after, before, out int left);
        if (parties.Length == 0)
        {
            return;
        }

        int panel = before is null ? Width : (Width - 20) / 2, plot = before is null ? 430 : 340, height = Top + plot + Legend;
        (double X, double Y)[] places = StressLayout.Place(parties.Length, Edges(parties, after, before));
        double strongest = Ties(parties, after).Concat(before is null ? [] : Ties(parties, before)).Select(tie => Math.Abs(tie.Weight)).DefaultIfEmpty(1).Max();
        output.Write(Invariant($"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {height}\" role=\"img\" aria-labelledby=\"{id}-t {id}-d\" font-family=\"sans-serif\" font-size=\"12\">\n"));
        output.Write($"<title id=\"{id}-t\">Ties between {parties.Length} parties{(before is null ? "" : ", before and after")}</title>\n<desc id=\"{id}-d\">");
        output.Write(HtmlText.Escape((before is null ? "" : $"{captionBefore}: {Told(parties, before)} ") + $"{caption}: {Told(parties, after)}"));
        output.Write("</desc>\n");
        if (before is not null)
        {
            Panel(output, before, captionBefore ?? "before", parties, places, (0, panel, plot), strongest);
        }

        Panel(output, after, caption, parties, places, (Width - panel, panel, plot), strongest);
        WriteLegend(output, after.Network.Documents is not null, left, height);
        output.Write("</svg>\n");
    }

    private static string[] Parties(NetworkReport after, NetworkReport? before, out int left)
    {
        string[] active =
        [
            .. after.Nodes.Concat(before?.Nodes ?? []).Where(node => node.Partners > 0).GroupBy(node => node.Party, StringComparer.Ordinal)
                .OrderByDescending(g => g.Max(node => node.Cooperation + node.Conflict)).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => g.Key),
        ];
        left = Math.Max(0, active.Length - MostParties);
        return [.. active.Take(MostParties).Order(StringComparer.Ordinal)];
    }

    /// <summary>Ties of either window: friendly ones are short, hostile ones long.</summary>
    private static IEnumerable<(int, int, double)> Edges(string[] parties, NetworkReport after, NetworkReport? before) =>
        Ties(parties, after).Concat(before is null ? [] : Ties(parties, before))
            .Select(tie => (Array.IndexOf(parties, tie.Relation.First), Array.IndexOf(parties, tie.Relation.Second), tie.Sign > 0 ? 1.0 : 1.6));

    private static IEnumerable<NetworkTie> Ties(string[] parties, NetworkReport report) =>
        report.Network.Ties.Where(tie => parties.Contains(tie.Relation.First) && parties.Contains(tie.Relation.Second));

    private static string Told(string[] parties, NetworkReport report)
    {
        NetworkTie[] ties = [.. Ties(parties, report)];
        return $"{Counted(ties.Count(t => t.Sign > 0))} in which cooperation outweighs, {Counted(ties.Count(t => t.Sign < 0))} in which conflict does.";
    }

    private static string Counted(int ties) => Invariant($"{ties} {(ties == 1 ? "tie" : "ties")}");

    private static void Panel(
        TextWriter output, NetworkReport report, string caption, string[] parties, (double X, double Y)[] places, (int Left, int Width, int Height) frame, double strongest)
    {
        (double X, double Y) At(string party)
        {
            (double x, double y) = places[Array.IndexOf(parties, party)];
            return (frame.Left + Margin + (x * (frame.Width - (2 * Margin))), Top + 14 + (y * (frame.Height - 28)));
        }

        output.Write(Invariant($"<g><text x=\"{frame.Left + 4}\" y=\"18\" font-weight=\"600\" fill=\"var(--ink,#1d1c1a)\">{HtmlText.Escape(caption)}</text>\n"));
        foreach (NetworkTie tie in Ties(parties, report).OrderBy(t => Math.Abs(t.Weight)).ThenBy(t => t.Relation))
        {
            WriteTie(output, tie, At(tie.Relation.First), At(tie.Relation.Second), strongest);
        }

        foreach (string party in parties)
        {
            WriteParty(output, report, party, At(party));
        }

        output.Write("</g>\n");
    }

    private static void WriteTie(TextWriter output, NetworkTie tie, (double X, double Y) from, (double X, double Y) to, double strongest)
    {
        (string colour, string dash, string word) = tie.Sign switch
        {
            > 0 => ("var(--coop,#1f5f8b)", "", "cooperation outweighs"),
            < 0 => ("var(--conf,#a8431f)", " stroke-dasharray=\"6 4\"", "conflict outweighs"),
            _ => ("var(--muted,#5d5a54)", " stroke-dasharray=\"1 4\"", "neither outweighs"),
        };
        double width = 0.8 + (5.2 * Math.Sqrt(Math.Abs(tie.Weight) / Math.Max(strongest, 1e-9)));
        output.Write(Invariant($"<line x1=\"{from.X:0.#}\" y1=\"{from.Y:0.#}\" x2=\"{to.X:0.#}\" y2=\"{to.Y:0.#}\" stroke=\"{colour}\" stroke-width=\"{width:0.#}\" stroke-opacity=\"{(tie.IsSettled ? "0.9" : "0.4")}\"{dash}>"));
        output.Write(Invariant($"<title>{HtmlText.Escape(tie.Relation.ToString())}: {word}; weight {tie.Weight:0.#} ({tie.Low:0.#} to {tie.High:0.#}), {tie.Events} events</title></line>\n"));
    }

    private static void WriteParty(TextWriter output, NetworkReport report, string party, (double X, double Y) at)
    {
        NetworkNode? node = report.Network.NumberOf(party) is >= 0 and int number ? report.Nodes[number] : null;
        bool tied = node is { Partners: > 0 };
        string roles = string.Join(", ", report.Roles.Where(role => role.Party == party && role.Kind != RoleKind.Isolate).Select(role => role.Text));
        string about = tied ? string.Create(CultureInfo.InvariantCulture, $"{node!.Partners} partners{(roles.Length > 0 ? "; " + roles : "")}") : "no tie in this window";
        string fill = tied ? "var(--panel,#f5f2ec)" : "var(--paper,#fdfcfa)", ink = tied ? "var(--ink,#1d1c1a)" : "var(--muted,#5d5a54)";
        int width = (party.Length * 8) + 10;
        output.Write(Invariant($"<g><title>{HtmlText.Escape(party)}: {HtmlText.Escape(about)}</title><rect x=\"{at.X - (width / 2.0):0.#}\" y=\"{at.Y - 10:0.#}\" width=\"{width}\" height=\"20\" rx=\"10\" fill=\"{fill}\" stroke=\"{ink}\"{(tied ? "" : " stroke-dasharray=\"2 3\"")}/>"));
        output.Write(Invariant($"<text x=\"{at.X:0.#}\" y=\"{at.Y + 4:0.#}\" text-anchor=\"middle\" fill=\"{ink}\">{HtmlText.Escape(party)}</text></g>\n"));
    }

    private static void WriteLegend(TextWriter output, bool normalised, int left, int height)
    {
        int y = height - 34;
        output.Write(Invariant($"<g fill=\"var(--muted,#5d5a54)\"><line x1=\"4\" x2=\"40\" y1=\"{y}\" y2=\"{y}\" stroke=\"var(--coop,#1f5f8b)\" stroke-width=\"3\"/><text x=\"46\" y=\"{y + 4}\">cooperation outweighs</text>"));
        output.Write(Invariant($"<line x1=\"196\" x2=\"232\" y1=\"{y}\" y2=\"{y}\" stroke=\"var(--conf,#a8431f)\" stroke-width=\"3\" stroke-dasharray=\"6 4\"/><text x=\"238\" y=\"{y + 4}\">conflict outweighs</text>"));
        output.Write(Invariant($"<line x1=\"370\" x2=\"406\" y1=\"{y}\" y2=\"{y}\" stroke=\"var(--ink,#1d1c1a)\" stroke-width=\"3\" stroke-opacity=\"0.4\"/><text x=\"412\" y=\"{y + 4}\">pale: too few events to be sure of the sign</text>"));
        string unit = normalised ? "width: PLOVER scores per 1,000 documents, cooperation less conflict" : "width: sum of PLOVER scores, cooperation less conflict; not divided by how much was written";
        output.Write(Invariant($"<text x=\"4\" y=\"{y + 24}\">{unit}{(left > 0 ? Invariant($"; {left} less active parties are not drawn") : "")}</text></g>\n"));
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
