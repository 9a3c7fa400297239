using Entente.Briefing.Evidences;
using Entente.Briefing.Words;
using Entente.Records;

namespace Entente.Briefing.Sections;

/// <summary>Standing relations: dependence and supply, threats and who contains them, leverage.</summary>
internal sealed class TieSection(RecordLine line)
{
    private const int Most = 25;

    /// <summary>Who needs whom, and for what.</summary>
    public BriefSection? Dependence(IReadOnlyList<Tie> ties) => Of(
        ties, "dependence", "Dependence",
        "Standing needs that the articles state: who relies on whom, and for what; who supplies whom. Statements of the texts, not shares of trade.",
        new("who depends or supplies", "what for", "on whom, whom"),
        [("Who depends on whom", [TieKind.DependsOn]), ("Who supplies whom", [TieKind.Supplies])]);

    /// <summary>What endangers whom, and who stands by, holds, shelters or recognises whom.</summary>
    public BriefSection? Architecture(IReadOnlyList<Tie> ties) => Of(
        ties, "architecture", "Regional security",
        "Standing relations that the articles state: threats and where they spill over, guarantees, alliances and rivalries, who holds what.",
        new("who is threatened, guarantees, holds", "which danger, what", "by whom, whom"),
        [
            ("Threats", [TieKind.IsThreatenedBy]), ("Guarantees and alliances", [TieKind.Guarantees, TieKind.Allied]), ("Rivalries", [TieKind.Rivals]),
            ("Control and shelter", [TieKind.Controls, TieKind.Shelters]), ("Recognition", [TieKind.Recognises]),
        ]);

    /// <summary>Who can press whom.</summary>
    public BriefSection? Leverage(IReadOnlyList<Tie> ties) => Of(
        ties, "leverage", "Leverage", "Who, as the articles state it, can put pressure on whom.",
        new("who can press", null, "whom"), [(null, [TieKind.HasLeverageOver])]);

    private BriefSection? Of(IReadOnlyList<Tie> ties, string id, string title, string lead, SectionKey key, (string? Title, TieKind[] Kinds)[] parts)
    {
        var groups = new List<SectionGroup>();
        foreach ((string? heading, TieKind[] kinds) in parts)
        {
            Tie[][] told =
            [
                .. ties.Where(tie => kinds.Contains(tie.Kind)).GroupBy(KeyOf).Select(group => group.OrderByDescending(tie => tie.Confidence).ThenBy(tie => tie.DocId, StringComparer.Ordinal).ThenBy(tie => tie.Evidence.Span.Start).ToArray())
                    .OrderBy(group => group[0].Status != EventStatus.Reported).ThenByDescending(group => group.Length).ThenByDescending(group => group[0].Confidence)
                    .ThenBy(group => group[0].DocId, StringComparer.Ordinal).ThenBy(group => group[0].Evidence.Span.Start),
            ];
            if (told.Length > 0)
            {
                groups.Add(new(heading, [.. told.Take(Most).Select(Item)], Math.Max(0, told.Length - Most)));
            }
        }

        return groups.Count == 0 ? null : new(id, title, lead, key, groups);
    }

    private static (TieKind Kind, string Holder, string Other, EventStatus Status, bool Claimed) KeyOf(Tie tie)
    {
        string holder = RecordLine.KeyOf(tie.Holder), other = RecordLine.KeyOf(tie.Other);
        bool turned = tie.Kind.IsMutual() && string.CompareOrdinal(holder, other) > 0;
        return (tie.Kind, turned ? other : holder, turned ? holder : other, tie.Status, tie.Claimed);
    }

    private SectionItem Item(Tie[] ties)
    {
        Tie first = ties[0];
        (string DocId, int Sentence)[] places = [.. ties.Select(tie => (tie.DocId, tie.Sentence)).Distinct()];
        string[] where = [.. ties.Select(tie => tie.Where?.Text).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase)];
        string[] kinds = [.. ties.Select(tie => tie.Theme?.Kind).OfType<string>().Distinct(StringComparer.Ordinal)];
        Tie? attributed = Array.Find(ties, tie => tie.Attribution is not null);
        var facts = new List<string> { RecordWords.Standing(first.Status, first.Claimed, attributed?.Attribution) };
        facts.AddRange(first.Kind == TieKind.IsThreatenedBy ? [] : kinds);
        facts.AddRange(RecordLine.Told(places.Length, places.Select(place => place.DocId).Distinct(StringComparer.Ordinal).Count()) is { } told ? [told] : []);
        return new()
        {
            Anchor = line.Anchor(first.Id),
            Statement = Statement(first, ties, where),
            Facts = facts,
            Codes =
            [
                RecordLine.Code("tie", first.Kind.Code()), RecordLine.Code("holder", RecordLine.Codes(first.Holder)), RecordLine.Code("other", RecordLine.Codes(first.Other)),
                RecordLine.Code("kind", kinds), RecordLine.Code("where", where), RecordLine.Code("status", first.Status.Code()),
            ],
            Records = [.. ties.Select(tie => tie.Id)],
            Quotes = [.. places.Take(RecordLine.MostQuotes).Select(place => Quote(line, [.. ties.Where(tie => (tie.DocId, tie.Sentence) == place)]))],
        };
    }

    private List<Phrase> Statement(Tie first, Tie[] ties, string[] where)
    {
        string[] themes = [.. ties.Select(tie => tie.Theme).OfType<TieTheme>().Select(theme => RecordLine.Quoted(theme.Quote.Text)).Distinct(StringComparer.OrdinalIgnoreCase).Take(4)];
        string about = string.Join("; ", themes);
        var words = new List<Phrase>
        {
            new(Counted.Capital(line.Parties(first.Holder)), true),
            new($" {RecordWords.Tie(first.Kind, RecordLine.Codes(first.Holder).Count > 1, first.Status == EventStatus.Negated)} "),
        };
        if (first.Kind == TieKind.IsThreatenedBy)
        {
            string dangers = Counted.List([.. ties.Select(tie => tie.Theme?.Kind).OfType<string>().Distinct(StringComparer.Ordinal).OrderBy(kind => kind == "other").Select(RecordWords.Threat)]);
            words.AddRange(first.Other.Count > 0 ? [new(line.Parties(first.Other), true), new(dangers.Length > 0 ? $": {dangers} ({about})" : "")] : [new(dangers.Length > 0 ? $"{dangers} ({about})" : about)]);
            words.AddRange(where.Length > 0 ? [new($", spilling over into {Counted.List(where)}")] : []);
            return words;
        }

        if (first.Other.Count == 0)
        {
            words.Add(new(about));
            return words;
        }

        words.Add(new(line.Parties(first.Other), true));
        words.AddRange(themes.Length > 0 ? [new(first.Kind switch { TieKind.DependsOn => " for ", TieKind.Supplies => " with ", _ => ": " } + about)] : []);
        return words;
    }

    /// <summary>The sentence of ties that stand in one.</summary>
    public static SectionQuote Quote(RecordLine line, Tie[] ties) => line.Quote(
        ties[0].DocId, ties[0].Evidence.Span,
        ties.SelectMany(tie => tie.Holder.Select(party => new Mark(party.Quote.Span, EvidenceRole.Actor)).Concat(tie.Other.Select(party => new Mark(party.Quote.Span, EvidenceRole.Recipient)))
            .Concat(tie.Theme is { } theme ? [new Mark(theme.Quote.Span, EvidenceRole.Trigger)] : [])));
}
