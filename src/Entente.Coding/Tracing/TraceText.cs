using System.Globalization;
using System.Text;
using Entente.Records;

namespace Entente.Coding.Tracing;

/// <summary>A trace as lines: what it is, the rule or words, why.</summary>
internal static class TraceText
{
    /// <summary>The lines, each ended by a line feed.</summary>
    public static string Of(IReadOnlyList<TraceStep> steps)
    {
        var text = new StringBuilder();
        bool any = false;
        foreach (TraceStep step in steps)
        {
            any |= step is CodedStep;
            Add(text, step);
        }

        if (!any)
        {
            text.Append("= no event\n");
        }

        return text.ToString();
    }

    private static void Add(StringBuilder text, TraceStep step)
    {
        switch (step)
        {
            case PredicateStep predicate:
                Line(text, "predicate", $"{predicate.Word.Text} ({predicate.Lemma})", FormattableString.Invariant($"sentence {predicate.Sentence}, token {predicate.Token}"));
                break;
            case RefusedStep refused:
                Line(text, "x refused", refused.Rule, refused.Why);
                Line(text, "", refused.Place, "");
                break;
            case FiredStep fired:
                Line(text, "+ fired", fired.Rule, fired.Type.Code());
                Line(text, "", fired.Place, "");
                break;
            case PartyStep party:
                Line(text, party.IsActor ? "  actor" : "  recipient", $"{party.Slot}: {party.Entity.Quote.Text}", $"{party.Entity.Code?.Text ?? "no code"}  {party.Entity.Reason}");
                break;
            case StatusStep status:
                Line(text, "  status", status.Status.Code(), status.Cause is null ? "by its date" : $"'{status.Cause.Text}'");
                break;
            case DroppedStep dropped:
                Line(text, "- dropped", $"{dropped.Rule}: {dropped.Trigger.Text}", dropped.Why);
                break;
            case JudgedStep judged:
                Line(text, "  judged", judged.Probability.ToString("0.000", CultureInfo.InvariantCulture), Weights(judged.Features));
                break;
            case ChosenStep chosen:
                Line(text, "  " + chosen.Question, string.Create(CultureInfo.InvariantCulture, $"{chosen.Answer} {chosen.Score:+0.00;-0.00;0.00}"), Weights(chosen.Features));
                break;
            case RecodedStep recoded:
                Line(text, "  recoded", $"{recoded.From.Code()} -> {recoded.To.Code()}", recoded.Why);
                break;
            case CodedStep coded:
                CodedEvent e = coded.Event;
                Line(text, "= event", $"{e.Type.Code()} {Names(e.Actor)} -> {Names(e.Recipient)}",
                    string.Create(CultureInfo.InvariantCulture, $"{e.Status.Code()}, {e.EventDate}, confidence {e.Confidence:0.000}"));
                break;
        }
    }

    private static string Weights(IReadOnlyList<(string Feature, double Weight)> features) =>
        string.Join("  ", features.Select(f => string.Create(CultureInfo.InvariantCulture, $"{f.Feature} {f.Weight:+0.00;-0.00}")));

    private static string Names(IReadOnlyList<Entity> entities) =>
        entities.Count == 0 ? "?" : string.Join(" + ", entities.Select(entity => entity.Code?.Text ?? $"\"{entity.Quote.Text}\""));

    private static void Line(StringBuilder text, string what, string which, string why) =>
        text.Append($"{what,-12}{which,-36} {why}".TrimEnd()).Append('\n');
}
