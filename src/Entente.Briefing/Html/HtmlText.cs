using System.Text;
using System.Text.RegularExpressions;

namespace Entente.Briefing.Html;

/// <summary>Text for HTML: nothing of the input is ever markup.</summary>
internal static partial class HtmlText
{
    /// <summary>Escaped prose whose dates are not broken over lines.</summary>
    public static string Prose(string text) => Day().Replace(Escape(text), "<span class=\"day\">$0</span>");

    /// <summary>Escaped for element content and quoted attributes; control characters and broken surrogates become U+FFFD.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 16);
        foreach (Rune rune in text.EnumerateRunes())
        {
            switch (rune.Value)
            {
                case '&': escaped.Append("&amp;"); break;
                case '<': escaped.Append("&lt;"); break;
                case '>': escaped.Append("&gt;"); break;
                case '"': escaped.Append("&quot;"); break;
                case '\'': escaped.Append("&#39;"); break;
                case '\t' or '\n' or '\r': escaped.Append((char)rune.Value); break;
                case < 0x20 or (>= 0x7F and < 0xA0) or 0xFFFE or 0xFFFF: escaped.Append('\uFFFD'); break;
                default: escaped.Append(rune.ToString()); break;
            }
        }

        return escaped.ToString();
    }

    /// <summary>Escaped and kept apart from the direction of the words around it.</summary>
    public static string Isolated(string text) => $"<bdi>{Escape(text)}</bdi>";

    /// <summary>Whether an address may stand in a link: http or https only.</summary>
    public static bool IsWebAddress(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out Uri? uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps);

    [GeneratedRegex(@"\b\d{4}-\d{2}-\d{2}\b")]
    private static partial Regex Day();
}
