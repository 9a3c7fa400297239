using Entente.Briefing.Words;
using Entente.Records;

namespace Entente.Briefing.Sections;

/// <summary>The counted events by the categories of the user's own, in the order of these.</summary>
internal sealed class LabelSection(ReadMaterial material, Func<CodedEvent, BriefEvent> words)
{
    private const int Most = 10;

    /// <summary>The section; null where no counted event is of any category.</summary>
    /// <param name="labels">The categories, with what they mean.</param>
    public BriefSection? Of(IReadOnlyList<(string Label, string Description)> labels)
    {
        (string Label, string Description, CodedEvent[] Events)[] all =
        [
            .. labels.Select(label => (label.Label, label.Description, (CodedEvent[])[.. material.Counted.Where(coded => coded.Labels?.Contains(label.Label) == true)])),
        ];
        string[] without = [.. all.Where(category => category.Events.Length == 0).Select(category => category.Label)];
        string missing = without.Length == 0 ? "" : $" No counted event is of {Counted.List(without)}.";
        return without.Length == all.Length ? null : new(
            "labels", "Categories of your own", "Counted events by the categories of the ontology that was given, the weightiest first. An event of several categories stands in each." + missing, ReadMaterial.Key,
            [.. all.Where(category => category.Events.Length > 0).Select(category => Group(category.Label, category.Description, category.Events))]);
    }

    private SectionGroup Group(string label, string description, CodedEvent[] events)
    {
        CodedEvent[] listed = [.. events.OrderByDescending(coded => Math.Abs(Analysis.Dyads.EventTally.ScoreOf(coded))).ThenBy(coded => coded.EventDate.Start).ThenBy(coded => coded.Id, StringComparer.Ordinal).Take(Most)];
        var sum = new SectionItem
        {
            Anchor = "label-" + label,
            Statement = [new($"{Counted.Of(events.Length, "event")} of {label}: {description.TrimEnd('.')}")],
            Facts = [],
            Codes = [RecordLine.Code("label", label), RecordLine.Code("events", Counted.Number(events.Length))],
            Records = [],
            Quotes = [],
            Links = [new("happened", "what happened")],
        };
        return new(label, [sum, .. listed.Select(coded => Item(label, coded))], events.Length - listed.Length);
    }

    private SectionItem Item(string label, CodedEvent coded)
    {
        BriefEvent told = words(coded);
        return new()
        {
            Anchor = material.Line.Anchor($"label {label} {coded.Id}"),
            Statement = RecordLine.Told(told),
            Facts = [told.When],
            Codes = [RecordLine.Code("label", label), RecordLine.Code("event", coded.Type.Code())],
            Records = [coded.Id],
            Quotes = [material.Line.Quote(coded)],
        };
    }
}
