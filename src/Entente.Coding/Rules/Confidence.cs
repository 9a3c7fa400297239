using Entente.Records;

namespace Entente.Coding.Rules;

/// <summary>How likely a record is right, from what supports it. The evidence is what a calibrated model is to weigh; the weights here are set by hand.</summary>
internal static class Confidence
{
    /// <summary>From 0.05 to 0.95, three decimals.</summary>
    /// <param name="match">The pattern and its parties.</param>
    /// <param name="status">The act's status.</param>
    /// <param name="words">Number of words of its sentence: long sentences are parsed worse.</param>
    public static double Of(Match match, EventStatus status, int words)
    {
        double score = 0.50;
        score += 0.05 * Math.Min(match.By.Specificity, 3);
        score += match.Actors.Count == 0 ? -0.10 : match.Actors[0].IsCoded ? 0.15 : -0.05;
        score += match.Recipients.Count == 0 ? -0.05 : match.Recipients[0].IsCoded ? 0.12 : 0.02;
        score -= match.By.Trigger.Kind == Lexicon.Frames.TriggerKind.Noun && match.Carrier < 0 ? 0.08 : 0;
        score -= status is EventStatus.Hypothetical or EventStatus.Negated ? 0.05 : 0;
        score -= words > 60 ? 0.10 : words > 40 ? 0.05 : 0;
        return Math.Round(Math.Clamp(score, 0.05, 0.95), 3);
    }
}
