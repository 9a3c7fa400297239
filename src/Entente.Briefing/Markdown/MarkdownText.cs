using System.Text;

namespace Entente.Briefing.Markdown;

/// <summary>Text for Markdown: nothing of the input is ever markup.</summary>
internal static class MarkdownText
{
    /// <summary>One line of plain words: no character of the input is markup, blanks and line ends are one blank.</summary>
    public static string Inline(string text)
    {
        var line = new StringBuilder(text.Length + 8);
        bool blank = false;
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune) || Rune.IsControl(rune))
            {
                blank = true;
                continue;
            }

            line.Append(blank ? " " : "");
            blank = false;
            if (rune.IsAscii && "\\`*_[]<>#|&".Contains((char)rune.Value, StringComparison.Ordinal))
            {
                line.Append('\\');
            }

            line.Append(rune.ToString());
        }

        return line.Append(blank ? " " : "").ToString();
    }

    /// <summary>", Reuters" where a publisher is named.</summary>
    public static string Publisher(string? publisher) => publisher is { Length: > 0 } name ? ", " + Inline(name) : "";

    // Emphasis that opens or closes beside a blank is none in CommonMark.
    private static string Blank(char end) => char.IsWhiteSpace(end) ? " " : "";

    /// <summary>A quoted sentence as the lines of a list item's quotation: the act in bold, the parties in brackets.</summary>
    public static void WriteEvidence(Evidence evidence, TextWriter output, string actor = "actor", string recipient = "recipient")
    {
        output.Write("  > ");
        foreach (Segment segment in evidence.Segments)
        {
            output.Write(segment.Role switch
            {
                EvidenceRole.Actor => $"[{actor}: {Inline(segment.Text)}]",
                EvidenceRole.Recipient => $"[{recipient}: {Inline(segment.Text)}]",
                EvidenceRole.Trigger when segment.Text.Trim().Length > 0 => $"{Blank(segment.Text[0])}**{Inline(segment.Text.Trim())}**{Blank(segment.Text[^1])}",
                _ => Inline(segment.Text),
            });
        }

        output.Write("\n");
    }
}
