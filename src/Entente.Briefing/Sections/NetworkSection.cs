using System.Globalization;
using Entente.Analysis.Networks;
using Entente.Briefing.Charts;
using Entente.Briefing.Words;
using Entente.Records;

namespace Entente.Briefing.Sections;

/// <summary>Who stands with whom in the first and in the second half of the window, and who changed roles.</summary>
internal sealed class NetworkSection(ReadMaterial material)
{
    private const int MostTies = 12;
    private const int MostQuotes = 2;
    private const int FewestParties = 3;

    /// <summary>The network's section and that of the roles; none where a half has no tie, or fewer than three parties have any.</summary>
    public IEnumerable<BriefSection> Of()
    {
        if (Reported() is not { } window)
        {
            yield break;
        }

        DateOnly middle = window.Start.AddDays((window.End.DayNumber - window.Start.DayNumber) / 2);
        ILookup<bool, DyadicEvent> halves = material.Rows.Where(row => row.When.Start >= window.Start).ToLookup(row => row.When.Start >= middle);
        (int? first, int? second) = Documents(window, middle);
        var before = NetworkReport.Of(SignedNetwork.Of(halves[false], first));
        var after = NetworkReport.Of(SignedNetwork.Of(halves[true], second));
        if (before.Network.Ties.Count == 0 || after.Network.Ties.Count == 0 || before.Network.Parties.Union(after.Network.Parties, StringComparer.Ordinal).Count() < FewestParties)
        {
            yield break;
        }

        var comparison = NetworkComparison.Of(before, after);
        (string was, string isNow) = (Counted.Span(new(window.Start, middle)), Counted.Span(new(middle, window.End)));
        yield return Ties(comparison, halves, Figure(before, after, was, isNow, comparison), isNow);
        SectionItem[] roles = [.. comparison.Nodes.SelectMany(node => Roles(node, halves))];
        if (roles.Length > 0)
        {
            yield return new(
                "equation", "The equation: roles that changed",
                $"Roles among the parties that hold in {isNow} and did not in {was}, or the reverse, by fixed definitions over what was counted. A role that is not told is not a role that is not held.",
                ReadMaterial.Key, [new(null, roles, 0)]);
        }
    }

    /// <summary>The dated window from the first document on: what an article recalls from years before belongs to no half.</summary>
    private DateSpan? Reported()
    {
        if (material.Table.Window is not { } window || material.Documents.Count == 0)
        {
            return null;
        }

        DateOnly first = material.Documents.Min(document => document.Date);
        DateOnly start = first > window.Start ? first : window.Start;
        return start < window.End ? new(start, window.End) : null;
    }

    /// <summary>Documents of each half; null for both where a half has none, for then the weights could not be compared.</summary>
    private (int? First, int? Second) Documents(DateSpan window, DateOnly middle)
    {
        int first = material.Documents.Count(d => window.Contains(d.Date) && d.Date < middle), second = material.Documents.Count(d => window.Contains(d.Date) && d.Date >= middle);
        return first > 0 && second > 0 ? (first, second) : (null, null);
    }

    private BriefSection Ties(NetworkComparison comparison, ILookup<bool, DyadicEvent> halves, SectionFigure figure, string isNow)
    {
        TieChange[] changes = [.. comparison.Ties.Where(change => change.Turn != TieTurn.Same)];
        return new(
            "network", "The regional architecture",
            $"All parties at once, in the two halves of the period; “now” is {isNow}. A tie weighs what passed both ways, cooperation less conflict. New and gone mean told and not told in these documents.",
            ReadMaterial.Key, changes.Length == 0 ? [] : [new("Ties that changed", [.. changes.Take(MostTies).Select(change => Item(change, halves))], Math.Max(0, changes.Length - MostTies))])
        { Figures = [figure] };
    }

    private SectionFigure Figure(NetworkReport before, NetworkReport after, string was, string isNow, NetworkComparison comparison)
    {
        using var svg = new StringWriter { NewLine = "\n" };
        NetworkChart.Write(svg, "network-chart", after, isNow, before, was);
        string[] drawn = [.. before.Network.Parties.Union(after.Network.Parties, StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        return new(
            "network-figure", "Who stands with whom, before and after",
            after.Network.Documents is null ? "Sum of PLOVER scores, cooperation less conflict" : "Sum of PLOVER scores per 1,000 documents, cooperation less conflict",
            svg.ToString(), $"Source: events coded from the articles below. {string.Join("; ", drawn.Select(party => $"{party}: {material.Names.Party(party)}"))}.",
            ["Relation", "Before", "After", "Change"],
            [.. comparison.Ties.Select(tie => (IReadOnlyList<string>)[Counted.Capital(material.Names.Relation(tie.Relation)), Counted.ScoreOrNone(tie.Before?.Weight), Counted.ScoreOrNone(tie.After?.Weight), tie.Turn.Text()])]);
    }

    private SectionItem Item(TieChange change, ILookup<bool, DyadicEvent> halves)
    {
        IReadOnlyList<CodedEvent> carrying = material.Weightiest(halves[change.After is not null].Where(row => row.Dyad.Relation == change.Relation), MostQuotes);
        return new()
        {
            Anchor = "n-" + EventListing.IdOf(change.Relation),
            Statement = [new(Counted.Capital(material.Names.Relation(change.Relation)), true), new(": " + change.Turn.Text())],
            Facts =
            [
                $"weight {Counted.ScoreOrNone(change.Before?.Weight)} before, {Counted.ScoreOrNone(change.After?.Weight)} now",
                Counted.Of((change.Before?.Events ?? 0) + (change.After?.Events ?? 0), "event"),
                change.IsSettled ? "more than chance alone would give" : "no more than chance alone could give",
            ],
            Codes = [RecordLine.Code("relation", change.Relation.First, change.Relation.Second), RecordLine.Code("turn", change.Turn.Text()), RecordLine.Code("settled", change.IsSettled ? "yes" : "no")],
            Records = [.. carrying.Select(coded => coded.Id)],
            Quotes = [.. carrying.DistinctBy(coded => (coded.DocId, coded.Sentence)).Select(material.Line.Quote)],
        };
    }

    private IEnumerable<SectionItem> Roles(NodeChange node, ILookup<bool, DyadicEvent> halves)
    {
        foreach ((bool gained, PartyRole role) in node.Gained.Select(role => (true, role)).Concat(node.Lost.Select(role => (false, role))).Where(change => change.Item2.Kind != RoleKind.Isolate))
        {
            IReadOnlyList<CodedEvent> carrying = material.Weightiest(
                halves[gained].Where(row => (row.Dyad.Actor == role.Party || row.Dyad.Recipient == role.Party) && (role.Towards.Count == 0 || role.Towards.Contains(row.Dyad.Actor) || role.Towards.Contains(row.Dyad.Recipient))), MostQuotes);
            yield return new()
            {
                Anchor = material.Line.Anchor(string.Create(CultureInfo.InvariantCulture, $"role {role.Party} {role.Text} {gained}")),
                Statement = [new(Counted.Capital(material.Names.Party(role.Party)), true), new($": {(gained ? "now" : "no longer")} {Words(role)}")],
                Facts = [role.Why],
                Codes = [RecordLine.Code("party", role.Party), RecordLine.Code(gained ? "gained" : "lost", role.Kind.Code()), RecordLine.Code("towards", role.Towards)],
                Records = [.. carrying.Select(coded => coded.Id)],
                Quotes = [.. carrying.DistinctBy(coded => (coded.DocId, coded.Sentence)).Select(material.Line.Quote)],
            };
        }
    }

    private string Words(PartyRole role)
    {
        string towards = Counted.List([.. role.Towards.Select(material.Names.Party)]);
        return role.Kind switch
        {
            RoleKind.Buffer => $"a buffer between {towards}",
            RoleKind.Bridge => "a bridge between groups of parties",
            _ => $"a {role.Kind.Code()} of {towards}",
        };
    }
}
