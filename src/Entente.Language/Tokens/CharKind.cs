using System.Globalization;

namespace Entente.Language.Tokens;

/// <summary>What a code unit is to the tokenizer.</summary>
internal enum CharKind : byte
{
    /// <summary>Blanks, line ends, control and invisible format characters: never part of a token.</summary>
    Gap,

    /// <summary>Letters, marks, and whatever extends a word in any script.</summary>
    Letter,

    /// <summary>Decimal digits.</summary>
    Digit,

    /// <summary>Everything else, halves of surrogate pairs included.</summary>
    Mark,
}

/// <summary>Sorts code units into kinds.</summary>
internal static class CharKinds
{
    private static readonly CharKind[] Table = Build();

    /// <summary>The kind of one code unit; half a surrogate pair is a <see cref="CharKind.Mark"/>.</summary>
    public static CharKind Of(char c) => Table[c];

    private static CharKind[] Build()
    {
        var table = new CharKind[char.MaxValue + 1];
        for (int c = 0; c <= char.MaxValue; c++)
        {
            table[c] = CharUnicodeInfo.GetUnicodeCategory((char)c) switch
            {
                UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter
                    or UnicodeCategory.OtherLetter or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark
                    or UnicodeCategory.LetterNumber => CharKind.Letter,
                UnicodeCategory.DecimalDigitNumber => CharKind.Digit,
                UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Control => CharKind.Gap,
                _ => CharKind.Mark,
            };
        }

        table['_'] = CharKind.Letter;
        table['\u200B'] = CharKind.Gap; // zero-width space
        table['\u2060'] = CharKind.Gap; // word joiner
        table['\uFEFF'] = CharKind.Gap; // byte order mark
        table['\u00AD'] = CharKind.Letter; // soft hyphen
        table['\u200C'] = CharKind.Letter; // zero-width (non-)joiner: inside words of Persian and of Indian scripts
        table['\u200D'] = CharKind.Letter;
        table['\u02BC'] = CharKind.Letter; // modifier apostrophe, in transliterated names
        return table;
    }
}
