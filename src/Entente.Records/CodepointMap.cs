namespace Entente.Records;

/// <summary>Turns offsets in UTF-16 code units into offsets in Unicode code points, as R and Python count, and back.</summary>
/// <remarks>Free for texts without surrogates, which are nearly all.</remarks>
public readonly struct CodepointMap
{
    private readonly string? _text;

    /// <param name="text">The text that the offsets point into.</param>
    public CodepointMap(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        _text = text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') < 0 ? null : text;
    }

    /// <summary>The number of code points before code unit <paramref name="utf16"/>; a lone surrogate counts as one.</summary>
    public int ToCodepoints(int utf16)
    {
        if (_text is null)
        {
            return utf16;
        }

        int pairs = 0;
        for (int i = 0; i + 1 < utf16; i++)
        {
            if (char.IsSurrogatePair(_text[i], _text[i + 1]))
            {
                pairs++;
                i++;
            }
        }

        return utf16 - pairs;
    }

    /// <summary>The code unit at which code point <paramref name="codepoint"/> starts; past the end of the text, as far past it.</summary>
    public int ToUtf16(int codepoint)
    {
        if (_text is null)
        {
            return codepoint;
        }

        int at = 0;
        for (int left = codepoint; left > 0; left--)
        {
            at += at + 1 < _text.Length && char.IsSurrogatePair(_text[at], _text[at + 1]) ? 2 : 1;
        }

        return at;
    }
}
