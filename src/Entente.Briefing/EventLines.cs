using Entente.Analysis.Coverage;
using Entente.Analysis.Dyads;
using Entente.Briefing.Evidences;
using Entente.Briefing.Words;
using Entente.Records;

namespace Entente.Briefing;

/// <summary>Puts events in words, with their evidence and where they were read.</summary>
internal sealed class EventLines(SourceText source, Names names, Quotations quotations, CoverageTable coverage, IReadOnlyDictionary<string, int> printings)
{
    private readonly Dictionary<string, int> _outlets = coverage.Items
        .SelectMany(i => i.EventIds.Select(id => (id, i.Publishers)))
        .GroupBy(i => i.id, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First().Publishers, StringComparer.Ordinal);

    /// <summary>The event in words.</summary>
    public BriefEvent Of(CodedEvent coded)
    {
        bool together = IsTogether(coded);
        bool alone = coded.Recipient.Count == 0 || together;
        EventPhrase phrase = EventPhrases.Of(coded, alone);
        return new()
        {
            Anchor = source.Anchor('e', coded.Id),
            Record = coded,
            When = Counted.When(coded.EventDate, coded.DatePrecision),
            Actor = coded.Actor.Count == 0 ? "Somebody not named" : Counted.Capital(names.Entities(coded.Actor)),
            Act = phrase.Act,
            Recipient = alone ? null : names.Entities(coded.Recipient),
            Tail = phrase.Tail.Length > 0 ? phrase.Tail : null,
            Details = Details(coded),
            Evidence = quotations.Quote(coded.DocId, coded.Trigger.Span, Highlighter.MarksOf([coded])),
            Source = quotations.Cite(coded.DocId, coded.Trigger.Span),
        };
    }

    // "A and B signed" may be told with both on both sides: then nobody needs naming twice.
    private static bool IsTogether(CodedEvent coded)
    {
        List<string> actors = DyadExpansion.Parties(coded.Actor);
        return actors.Count > 1 && actors.Count == coded.Actor.Count && coded.Recipient.Count == coded.Actor.Count
            && actors.Order(StringComparer.Ordinal).SequenceEqual(DyadExpansion.Parties(coded.Recipient).Order(StringComparer.Ordinal), StringComparer.Ordinal);
    }

    private List<string> Details(CodedEvent coded)
    {
        var details = new List<string>();
        details.AddRange(coded.Labels ?? []);
        details.AddRange(coded.Context.Select(Names.Context));
        if (coded.Location is { } location)
        {
            details.Add(location.Quote.Text);
        }

        if (coded.Size is { } size)
        {
            string[] counts = [Victims(size.Dead, "dead"), Victims(size.Injured, "injured"), Victims(size.Arrested, "arrested")];
            details.AddRange(counts.Where(c => c.Length > 0));
        }

        details.Add(Names.Status(coded.Status));
        if (coded.Claimed)
        {
            details.Add(coded.Attribution is { } by ? $"claimed by “{by.Text}”" : "claimed by an interested party");
        }
        else if (coded.Attribution is { } from)
        {
            details.Add($"according to “{from.Text}”");
        }

        if (printings.TryGetValue(coded.Id, out int printed))
        {
            details.Add($"one report, printed {Counted.Of(printed, "time")}");
        }

        if (coverage.Publishers.Count > 1 && _outlets.TryGetValue(coded.Id, out int outlets))
        {
            details.Add(outlets == 1 ? "single source" : Counted.Of(outlets, "publisher"));
        }

        return details;
    }

    private static string Victims(int? number, string what) => number is { } known ? $"{Counted.Number(known)} {what}" : "";
}
