using Entente.Analysis.Stories;
using Entente.Records;

namespace Entente.Analysis.Reliability;

/// <summary>How many sources what was read comes from: a text that several print is one report of whoever printed it first.</summary>
/// <param name="Documents">Documents.</param>
/// <param name="Reports">Different texts.</param>
/// <param name="Publishers">Named outlets with a text of their own.</param>
/// <param name="OnlyReprinting">Named outlets of which nothing but reprints was read, in order of names.</param>
/// <param name="Unnamed">Texts of outlets that are not named: independent or not, nobody can say.</param>
/// <param name="Reprinted">Texts printed more than once, most often first, then in the order given.</param>
public sealed record SourceIndependence(int Documents, int Reports, int Publishers, IReadOnlyList<string> OnlyReprinting, int Unnamed, IReadOnlyList<Story> Reprinted)
{
    /// <summary>Counts.</summary>
    /// <param name="stories">The articles by text, each with its first printing first.</param>
    public static SourceIndependence Of(IReadOnlyList<Story> stories)
    {
        HashSet<string> own = [.. stories.Select(story => story.Documents[0].Publisher).OfType<string>().Where(name => name.Length > 0)];
        return new(
            stories.Sum(story => story.Printings),
            stories.Count,
            own.Count,
            [.. stories.SelectMany(story => story.Publishers).Where(name => name.Length > 0 && !own.Contains(name)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            stories.Count(story => string.IsNullOrEmpty(story.Documents[0].Publisher)),
            [.. stories.Where(story => story.Printings > 1).OrderByDescending(story => story.Printings)]);
    }
}
