using System.Globalization;

namespace Entente.Coding.Tagging;

/// <summary>The tagger's log-odds as the log-linear models see them: in whole steps, since they know features, not numbers.</summary>
internal static class TaggedOdds
{
    private const int Least = -5, Most = 5;

    private static readonly string[] Steps = [.. Enumerable.Range(Least, Most - Least + 1).Select(step => step.ToString(CultureInfo.InvariantCulture))];

    /// <summary>The step: "-5" for -5 and less, "5" for 5 and more.</summary>
    public static string Step(double odds) => Steps[(int)Math.Clamp(Math.Floor(odds), Least, Most) - Least];
}
