namespace Entente.Lexicon.Ontologies;

/// <summary>Text with <c>*</c> for any run of characters, none included: <c>19*</c>, <c>*-mediation</c>.</summary>
internal static class Glob
{
    /// <summary>Whether the whole of <paramref name="text"/> fits.</summary>
    public static bool Fits(ReadOnlySpan<char> pattern, ReadOnlySpan<char> text)
    {
        int star = pattern.IndexOf('*');
        if (star < 0)
        {
            return pattern.SequenceEqual(text);
        }

        if (!text.StartsWith(pattern[..star], StringComparison.Ordinal))
        {
            return false;
        }

        // What stands between two stars is best taken where it comes first: later stars can take the rest.
        ReadOnlySpan<char> rest = text[star..];
        ReadOnlySpan<char> after = pattern[(star + 1)..];
        for (int next = after.IndexOf('*'); next >= 0; next = after.IndexOf('*'))
        {
            int at = rest.IndexOf(after[..next], StringComparison.Ordinal);
            if (at < 0)
            {
                return false;
            }

            rest = rest[(at + next)..];
            after = after[(next + 1)..];
        }

        return rest.EndsWith(after, StringComparison.Ordinal);
    }
}
