using System.Text;

namespace Entente.Language.Tests.Tokens;

/// <summary>Texts that mix what tokenizers trip over: pieces of words, signs, line ends, controls, halves of surrogate pairs.</summary>
internal static class RandomText
{
    private static readonly string[] Pieces =
    [
        "a", "B", "the", "Iran", "U.S", "Mr", "No", "s", "'s", "n't", "1", "2,000", "3.5", "5:30", ".", ".", "...", ",", "!", "?", "'", "\"", "’", "“", "”", "(", ")", "[", "6", "]", "-", "--", "—",
        "/", "@", "://", "www.", "x.org", "&", "$", "%", "#", "_", ":", ")", ";", "\n", "\n\n", "\r\n", "\t", "\0", "\u0007", "\u00A0", "\u200D", "\uFE0F", "\u0301", "\uD83D", "\uDE00", "😀", "م", "中", "•", "etc", "p.m.", "I", "J.",
    ];

    public static string Next(Random random)
    {
        var text = new StringBuilder();
        int count = random.Next(60);
        for (int i = 0; i < count; i++)
        {
            text.Append(random.Next(20) == 0 ? ((char)random.Next(char.MaxValue + 1)).ToString() : Pieces[random.Next(Pieces.Length)]);
            if (random.Next(3) == 0)
            {
                text.Append(' ');
            }
        }

        return text.ToString();
    }
}
