namespace Entente.Analysis.Agreements;

/// <summary>What tells one agreement's name from another's.</summary>
internal static class AgreementName
{
    /// <summary>Words that any agreement may be called by, and small words.</summary>
    private static readonly HashSet<string> Common = new(StringComparer.Ordinal)
    {
        "agreement", "agreements", "accord", "accords", "deal", "deals", "pact", "pacts", "treaty", "treaties", "memorandum", "memoranda", "understanding", "mou", "protocol", "protocols",
        "convention", "contract", "contracts", "arrangement", "document", "documents", "declaration", "statement", "plan", "programme", "program", "roadmap",
        "new", "joint", "bilateral", "trilateral", "multilateral", "mutual", "landmark", "historic", "proposed", "draft", "signed", "major", "comprehensive",
        "a", "an", "the", "of", "on", "in", "for", "to", "and", "with", "between", "by", "its", "their", "this", "that", "such", "s",
    };

    /// <summary>The words that tell, in lower case, each once, in order; empty for "the deal".</summary>
    public static string[] Words(string name) =>
    [
        .. name.ToLowerInvariant().Split([' ', '-', '–', '\'', '’', '"', '“', '”', ',', '.', '(', ')', '/'], StringSplitOptions.RemoveEmptyEntries)
            .Where(word => !Common.Contains(word)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
    ];

    /// <summary>Share of the words of both that are in either: 1 where one has none or all its words are in the other.</summary>
    public static double Overlap(string[] one, string[] other)
    {
        int shared = one.Count(other.Contains);
        int shorter = Math.Min(one.Length, other.Length);
        return shorter == shared ? 1 : (double)shared / (one.Length + other.Length - shared);
    }
}
