namespace Entente.Analysis.Stories;

/// <summary>The parts of <see cref="StoryFinder"/> for those who keep its index themselves, such as an archive: texts that agree share keys; sizes and shared keys rule most others out; the texts decide.</summary>
public static class StoryTexts
{
    /// <summary>What a text is looked for by: numbers of which texts that agree share some; and how many five-word runs it holds, each once.</summary>
    /// <param name="text">The article's text.</param>
    /// <returns>No keys for a text without words.</returns>
    public static (IReadOnlyList<long> Keys, int Runs) Sketch(string text)
    {
        ulong[] runs = Shingles.Of(text);

        // Six bytes each: numbers of which few meet by chance, and which a file holds cheaply.
        return runs.Length == 0 ? ([], 0) : ([.. StoryFinder.Keys(runs).Select(key => (long)(key >> 17)).Distinct()], runs.Length);
    }

    /// <summary>Whether texts of some sizes that share some keys can agree.</summary>
    /// <param name="runs">Five-word runs of the one.</param>
    /// <param name="otherRuns">Of the other.</param>
    /// <param name="shared">Keys that they share.</param>
    /// <remarks>
    /// Two texts share a key with the square of their overlap, so of those that agree at least <c>48 J²</c> are expected, J being the least overlap at which texts of these
    /// sizes agree. A quarter of that is asked for, which at J = 0.5 rules out 1 in 7,000 of those that agree.
    /// </remarks>
    public static bool MayAgree(int runs, int otherRuns, int shared)
    {
        double contained = StoryFinder.LeastContained * Math.Min(runs, otherRuns);
        double least = Math.Min(StoryFinder.LeastJaccard, contained / (runs + otherRuns - contained));
        return shared >= Math.Max(1, (int)(StoryFinder.Bands * least * least / 4));
    }

    /// <summary>Whether two texts are printings of one: the rule of <see cref="StoryFinder"/>.</summary>
    public static bool Agree(string text, string other) => StoryFinder.Agree(Shingles.Of(text), Shingles.Of(other));
}
