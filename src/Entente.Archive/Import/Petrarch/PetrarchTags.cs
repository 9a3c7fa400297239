using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Entente.Archive.Import.Petrarch;

/// <summary>Reads tags and character references of XML that is not always well-formed.</summary>
internal static partial class PetrarchTags
{
    /// <summary>The first start tag of a sentence or article in <paramref name="line"/>.</summary>
    /// <param name="line">A line or the rest of one.</param>
    /// <param name="number">Its number.</param>
    /// <param name="sentence">What the tag says.</param>
    /// <param name="after">Where the tag ends.</param>
    public static bool TryStart(string line, long number, [NotNullWhen(true)] out PetrarchSentence? sentence, out int after)
    {
        Match tag = StartTag().Match(line);
        (sentence, after) = (null, tag.Index + tag.Length);
        if (!tag.Success || (line.IndexOf("<Text>", StringComparison.OrdinalIgnoreCase) is >= 0 and int text && text < tag.Index))
        {
            return false;
        }

        string id = "", date = "";
        string? source = null;
        foreach (Match attribute in Attribute().Matches(tag.Groups[1].Value))
        {
            string value = attribute.Groups[2].Success ? attribute.Groups[2].Value : attribute.Groups[3].Value;
            switch (attribute.Groups[1].Value.ToLowerInvariant())
            {
                case "id":
                    id = value.Trim();
                    break;
                case "date":
                    date = value.Trim();
                    break;
                case "source":
                    source = value.Trim() is { Length: > 0 } known ? known : null;
                    break;
            }
        }

        sentence = new(number, id, date, source);
        return true;
    }

    /// <summary>Text without character references; a bare ampersand stays one, and is noted.</summary>
    public static string Unescape(string raw, long line, ImportLog log)
    {
        if (!raw.Contains('&', StringComparison.Ordinal))
        {
            return raw;
        }

        var text = new StringBuilder(raw.Length);
        for (int at = 0; at < raw.Length; at++)
        {
            int end = raw[at] == '&' ? raw.IndexOf(';', at, Math.Min(12, raw.Length - at)) : -1;
            if (end > 0 && Reference(raw.AsSpan(at + 1, end - at - 1)) is { } meant)
            {
                text.Append(meant);
                at = end;
                continue;
            }

            if (raw[at] == '&')
            {
                log.Note("repaired: a bare", "&", line);
            }

            text.Append(raw[at]);
        }

        return text.ToString();
    }

    private static string? Reference(ReadOnlySpan<char> name) => name switch
    {
        "amp" => "&",
        "lt" => "<",
        "gt" => ">",
        "quot" => "\"",
        "apos" => "'",
        ['#', 'x' or 'X', .. var hex] when int.TryParse(hex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int code) && Rune.IsValid(code) => new Rune(code).ToString(),
        ['#', .. var digits] when int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out int code) && Rune.IsValid(code) => new Rune(code).ToString(),
        _ => null,
    };

    [GeneratedRegex("<(?:Sentence|Article)\\b((?:[^>\"']|\"[^\"]*\"|'[^']*')*)>", RegexOptions.IgnoreCase)]
    private static partial Regex StartTag();

    [GeneratedRegex("([A-Za-z_]+)\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)')")]
    private static partial Regex Attribute();
}
