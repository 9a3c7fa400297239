using Entente.Coding.Learning;
using Entente.Coding.Judging;
using Entente.Records;

namespace Entente.Coding.Tracing;

/// <summary>What the coder looked at, tried and decided, in order: data for <c>explain</c>, pages and tests.</summary>
/// <remarks>A coder that is given none records nothing and pays nothing. Not safe for several threads.</remarks>
public sealed class Trace
{
    private readonly List<TraceStep> _steps = [];

    /// <summary>All steps, in the order taken.</summary>
    public IReadOnlyList<TraceStep> Steps => _steps;

    /// <summary>The steps as lines for people.</summary>
    public override string ToString() => TraceText.Of(_steps);

    /// <summary>The steps about one sentence as lines for people.</summary>
    /// <param name="sentence">Counted from 0.</param>
    public string OfSentence(int sentence)
    {
        int at = -1;
        return TraceText.Of([.. _steps.Where(step => (at = step is PredicateStep predicate ? predicate.Sentence : at) == sentence)]);
    }

    internal void Add(TraceStep step) => _steps.Add(step);
}

/// <summary>One step of a trace.</summary>
public abstract record TraceStep;

/// <summary>A word that may tell an act.</summary>
/// <param name="Word">The word.</param>
/// <param name="Lemma">Its dictionary form.</param>
/// <param name="Token">Its place, counted in the text from 0.</param>
/// <param name="Sentence">Its sentence, from 0.</param>
public sealed record PredicateStep(Quote Word, string Lemma, int Token, int Sentence) : TraceStep;

/// <summary>A pattern that does not hold.</summary>
/// <param name="Rule">The frame's id.</param>
/// <param name="Place">The pattern's line.</param>
/// <param name="Why">The first condition that failed.</param>
public sealed record RefusedStep(string Rule, string Place, string Why) : TraceStep;

/// <summary>A pattern that holds.</summary>
/// <param name="Rule">The frame's id.</param>
/// <param name="Place">The pattern's line.</param>
/// <param name="Type">The category it codes.</param>
public sealed record FiredStep(string Rule, string Place, PloverType Type) : TraceStep;

/// <summary>A party found for a slot.</summary>
/// <param name="Slot">The slot path.</param>
/// <param name="IsActor">Actor; otherwise recipient.</param>
/// <param name="Entity">Who, with the reason for the code.</param>
public sealed record PartyStep(string Slot, bool IsActor, Entity Entity) : TraceStep;

/// <summary>A status that a word gives.</summary>
/// <param name="Status">The status.</param>
/// <param name="Cause">The word; null where a date gives it.</param>
public sealed record StatusStep(EventStatus Status, Quote? Cause) : TraceStep;

/// <summary>An act that a frame found and that is not coded.</summary>
/// <param name="Rule">The frame's id.</param>
/// <param name="Trigger">Its words.</param>
/// <param name="Why">Why not.</param>
public sealed record DroppedStep(string Rule, Quote Trigger, string Why) : TraceStep;

/// <summary>A category changed by the codebook's rules: a meeting to come is AGREE.</summary>
/// <param name="From">What the frame codes.</param>
/// <param name="To">What stands in the record.</param>
/// <param name="Why">The rule.</param>
public sealed record RecodedStep(PloverType From, PloverType To, string Why) : TraceStep;

/// <summary>How likely a record is right, and the features that decided it most.</summary>
/// <param name="Rule">The frame's id.</param>
/// <param name="Trigger">Its words.</param>
/// <param name="Probability">0 to 1.</param>
/// <param name="Features">The strongest, strongest first, with what each adds to the log-odds.</param>
public sealed record JudgedStep(string Rule, Quote Trigger, double Probability, IReadOnlyList<(string Feature, double Weight)> Features) : TraceStep
{
    private const int Shown = 6;

    internal static JudgedStep Of(
        string rule, Quote trigger, double probability, List<KeyValuePair<ulong, float>> seen, LogLinearModel model, Dictionary<ulong, string> names) =>
        new(rule, trigger, probability,
            [.. seen.Select(f => (names[f.Key], Math.Round(model.Weight(0, f), 2)))
                .Where(f => f.Item2 != 0)
                .OrderByDescending(f => Math.Abs(f.Item2)).ThenBy(f => f.Item1, StringComparer.Ordinal)
                .Take(Shown)]);
}

/// <summary>What a model of choices answers about an act, and the features that decided it most.</summary>
/// <param name="Question">status, source or claimed.</param>
/// <param name="Answer">The answer; for a source the word that was weighed.</param>
/// <param name="Score">The log-odds of the answer against none; above 0 it is preferred.</param>
/// <param name="Features">The strongest, strongest first, with what each adds to the score.</param>
public sealed record ChosenStep(string Question, string Answer, double Score, IReadOnlyList<(string Feature, double Weight)> Features) : TraceStep
{
    private const int Shown = 5;

    internal static ChosenStep Of(string question, string answer, FeatureList seen, ChoiceModel model, int outcome) =>
        new(question, answer, Math.Round(model.Score(seen.Keys, outcome) / (double)ChoiceModel.Scale, 2),
            [.. seen.Keys.Distinct().Select(f => (seen.Names![f], Math.Round(model.Weight(f, outcome) / (double)ChoiceModel.Scale, 2)))
                .Where(f => f.Item2 != 0)
                .OrderByDescending(f => Math.Abs(f.Item2)).ThenBy(f => f.Item1, StringComparer.Ordinal)
                .Take(Shown)]);
}

/// <summary>An event as recorded.</summary>
/// <param name="Event">The record.</param>
public sealed record CodedStep(CodedEvent Event) : TraceStep;
