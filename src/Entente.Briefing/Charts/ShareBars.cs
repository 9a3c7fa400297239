using System.Globalization;
using Entente.Briefing.Html;
using Entente.Briefing.Words;

namespace Entente.Briefing.Charts;

/// <summary>A bar for each client, divided by the shares of its suppliers.</summary>
internal static class ShareBars
{
    private const int Width = 760;
    private const int Left = 170;
    private const int RowHeight = 34;
    private const int Top = 26;

    /// <summary>Narrowest part that bears a name.</summary>
    private const double NamedWidth = 58;

    /// <param name="output">Receives the SVG.</param>
    /// <param name="id">Of the element; unique in its page.</param>
    /// <param name="title">What is shown.</param>
    /// <param name="clients">Names, each with its suppliers' names and shares (0 to 1), in the order to be drawn.</param>
    public static void Write(TextWriter output, string id, string title, IReadOnlyList<(string Client, IReadOnlyList<(string Supplier, double Share)> Shares)> clients)
    {
        int height = Top + (clients.Count * RowHeight) + 22;
        output.Write(Invariant($"<svg viewBox=\"0 0 {Width} {height}\" role=\"img\" aria-labelledby=\"{id}-t {id}-d\">\n<title id=\"{id}-t\">{HtmlText.Escape(title)}</title>\n<desc id=\"{id}-d\">"));
        output.Write(HtmlText.Escape(string.Join(" ", clients.Select(client => $"{client.Client}: {string.Join(", ", client.Shares.Select(share => Invariant($"{share.Supplier} {share.Share * 100:0.#} %")))}."))));
        output.Write(Invariant($"</desc>\n<text x=\"0\" y=\"15\">{HtmlText.Escape(title)}</text>\n"));
        for (int i = 0; i < clients.Count; i++)
        {
            WriteRow(output, clients[i].Client, clients[i].Shares, Top + (i * RowHeight));
        }

        for (int tick = 0; tick <= 100; tick += 25)
        {
            double x = Left + ((Width - Left - 20) * tick / 100.0);
            output.Write(Invariant($"<text class=\"soft\" x=\"{x:0.#}\" y=\"{height - 6}\" text-anchor=\"middle\">{tick} %</text>"));
        }

        output.Write("\n</svg>\n");
    }

    private static void WriteRow(TextWriter output, string client, IReadOnlyList<(string Supplier, double Share)> shares, int y)
    {
        output.Write(Invariant($"<text x=\"{Left - 8}\" y=\"{y + 17}\" text-anchor=\"end\">{HtmlText.Escape(Counted.Short(client, 24))}</text>"));
        double x = Left;
        for (int i = 0; i < shares.Count; i++)
        {
            double width = (Width - Left - 20) * shares[i].Share;
            string name = HtmlText.Escape(shares[i].Supplier);
            output.Write(Invariant($"<g><title>{name}: {shares[i].Share * 100:0.#} %</title><rect class=\"{(i % 2 == 0 ? "cv" : "part")}\" x=\"{x:0.#}\" y=\"{y}\" width=\"{width:0.#}\" height=\"24\"/>"));
            output.Write(width >= NamedWidth ? Invariant($"<text x=\"{x + 5:0.#}\" y=\"{y + 17}\">{HtmlText.Escape(Counted.Short(shares[i].Supplier, (int)(width / 7.5)))}</text>") : "");
            output.Write("</g>\n");
            x += width;
        }
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
