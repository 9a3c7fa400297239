namespace Entente.Lexicon.Names;

/// <summary>Letters without case and diacritics: Erdoğan and ERDOGAN are the same name.</summary>
internal static class Folding
{
    // One letter for each character of the block; '-' where a character is no letter with a Latin base.
    private const string FromC0 =
        "aaaaaa-ceeeeiiiidnooooo-ouuuuy--aaaaaa-ceeeeiiiidnooooo-ouuuuy-yaaaaaaccccccccddddeeeeeeeeeegggg" +
        "gggghhhhiiiiiiiiii--jjkkkllllll--llnnnnnn-nnoooooo--rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzz-" +
        "-b----o--dd----ae---g---kk-----ooo-------------uu--yy------------------------aaiioouuuuuuuuuu-aa" +
        "aa----ggkkoooo--j---gg--nnaa----aaaaeeeeiiiioooorrrruuuusstt--hh------aaeeooooooooyy------------" +
        "-------------------b-----a------";

    private const string From1E00 =
        "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnnoooooooopppprrrrrrrr" +
        "ssssssssssttttttttuuuuuuuuuuvvvvwwwwwwwwwwxxxxyyzzzzzzhtwy------aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee" +
        "eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy------";

    /// <summary>The base letter, lower case; the character itself, lower case, outside Latin. Ligatures fold to their first letter and <see cref="Second"/>.</summary>
    public static char Fold(char c)
    {
        if (c < 0x80)
        {
            return char.IsAsciiLetterUpper(c) ? (char)(c | 0x20) : c;
        }

        char folded = c switch
        {
            'ß' or 'ẞ' => 's',
            'æ' or 'Æ' => 'a',
            'œ' or 'Œ' => 'o',
            'þ' or 'Þ' => 't',
            >= '\u00c0' and < '\u0260' => FromC0[c - 0xc0],
            >= '\u1e00' and < '\u1f00' => From1E00[c - 0x1e00],
            _ => '-',
        };
        return folded == '-' ? char.ToLowerInvariant(c) : folded;
    }

    /// <summary>The second letter of a ligature; <c>\0</c> for all others.</summary>
    public static char Second(char c) => c switch
    {
        'ß' or 'ẞ' => 's',
        'æ' or 'Æ' or 'œ' or 'Œ' => 'e',
        'þ' or 'Þ' => 'h',
        _ => '\0',
    };

    /// <summary>Signs within a name that spelling leaves out at will: apostrophes of all shapes, full stops, combining marks.</summary>
    public static bool IsSilent(char c) => c is '.' or '\'' or '’' or '‘' or 'ʼ' or 'ʻ' or 'ʹ' or 'ʾ' or 'ʿ' or '`' or '´' or (>= '\u0300' and <= '\u036f');

    /// <summary>Apostrophes that may open a possessive.</summary>
    public static bool IsApostrophe(char c) => c is '\'' or '’' or 'ʼ' or '`' or '´';

    /// <summary>Signs that part a name's words as a blank does.</summary>
    public static bool IsHyphen(char c) => c is '-' or '‐' or '‑' or '‒' or '–' or '/';
}
