using Entente.Language.Tokens;

namespace Entente.Language.Entities;

/// <summary>Known names, for the recogniser to ask: the lexicon is one.</summary>
public interface INameList
{
    /// <summary>The longest known name that starts at word <paramref name="first"/> and ends at or before word <paramref name="limit"/>.</summary>
    /// <returns>False where no known name starts there.</returns>
    bool TryMatch(string text, TokenLayer tokens, int first, int limit, out NameMatch match);
}

/// <summary>A known name found in a text.</summary>
/// <param name="Length">How many words it takes.</param>
/// <param name="Type">What bears it; where several things do, the most frequent kind.</param>
public readonly record struct NameMatch(int Length, EntityType Type);
