using System.Globalization;
using Entente.Analysis.Dependence;
using Entente.Briefing.Charts;
using Entente.Briefing.Words;
using Entente.Records;

namespace Entente.Briefing.Sections;

/// <summary>Shares of suppliers from tables of transfers, beside what articles say of dependence.</summary>
/// <param name="material">What was read and coded.</param>
/// <param name="transfers">Rows; empty for none.</param>
/// <param name="pair">The two parties the brief is about; null for all that act in it.</param>
internal sealed class TransferLines(ReadMaterial material, IReadOnlyList<Transfer> transfers, Relation? pair)
{
    private const int MostClients = 8;
    private const int MostSuppliers = 4;
    private const string FigureId = "dependence-shares";

    private readonly ILookup<string, Tie> _ties = material.Records.Ties.ToLookup(tie => tie.Id, StringComparer.Ordinal);

    /// <summary>The section with the shares before its own lines; one of its own where there was none; as it was without transfers to a party of the brief.</summary>
    public BriefSection? AddTo(BriefSection? section)
    {
        if (transfers.Count == 0)
        {
            return section;
        }

        var told = material.Documents.ToDictionary(document => document.Id, StringComparer.Ordinal);
        IEnumerable<Sourced<Tie>> ties = material.Records.Ties.Select(tie => new Sourced<Tie>(tie, told.GetValueOrDefault(tie.DocId)?.Date, told.GetValueOrDefault(tie.DocId)?.Publisher, "entente"));
        string[] parties = [.. Parties()];
        SupplierDependence[] clients =
        [
            .. DependenceAnalysis.Of(transfers, ties).Where(client => client.Value > 0 && parties.Contains(client.Client, StringComparer.Ordinal))
                .OrderBy(client => Array.IndexOf(parties, client.Client)).Take(MostClients),
        ];
        if (clients.Length == 0)
        {
            return section;
        }

        var shares = new SectionGroup("Shares of deliveries", [.. clients.Select(Item)], 0);
        string source = "Source: " + string.Join(", ", transfers.Select(row => row.Source).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)) + ".";
        SectionFigure figure = Figure(clients, source);
        return section is null
            ? new("dependence", "Dependence", "Shares of what was delivered, by tables of transfers; no article states a standing need.", new(null, null, null), [shares]) { Figures = [figure] }
            : section with
            {
                Lead = section.Lead + " Shares of deliveries come from tables of transfers and stand apart; statements of the articles enter no share. Stock counts what was delivered before as well, half of it for every 20 years.",
                Groups = [shares, .. section.Groups],
                Figures = [figure, .. section.Figures],
            };
    }

    /// <summary>The parties of the pair, or those of the counted events, most events first.</summary>
    private IEnumerable<string> Parties() => pair is { } two
        ? [two.First, two.Second]
        : material.Rows.SelectMany(row => new[] { row.Dyad.Actor, row.Dyad.Recipient }.Select(party => (party, row.EventId))).Distinct()
            .GroupBy(one => one.party, StringComparer.Ordinal).OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal).Select(group => group.Key);

    private SectionItem Item(SupplierDependence client)
    {
        SupplierShare top = client.Suppliers[0];
        SupplierShare? stock = client.Suppliers.Where(s => s is { IsKnown: true, Stock: > 0 }).OrderByDescending(s => s.Stock).ThenBy(s => s.Supplier, StringComparer.Ordinal).FirstOrDefault();
        var facts = new List<string>
        {
            string.Join(", ", client.Suppliers.Where(s => s.Value > 0).Take(MostSuppliers).Select(s => $"{Name(s)} {Percent(s.Share)}")),
            Invariant($"Herfindahl index {client.Herfindahl?.Value:0.000} ({client.Herfindahl?.Low:0.000} to {client.Herfindahl?.High:0.000})"),
        };
        facts.AddRange(stock is null ? [] : [$"legacy: {Percent(stock.StockShare)} of the stock from {Name(stock)}, {Percent(stock.Share)} of these deliveries"]);
        facts.AddRange(client.Trend is { } trend ? [Invariant($"share of the principal supplier by year: slope {trend.Slope * 100:+0.0;−0.0;0.0} points, p {trend.Chance:0.00}")] : []);
        facts.AddRange(client.WithoutValue > 0 ? [$"{Counted.Of(client.WithoutValue, "row")} without a value left out"] : []);
        string[] evidence = [.. client.Evidence.SelectMany(one => one.TieIds)];
        facts.AddRange(evidence.Length > 0 ? [Counted.Of(evidence.Length, "statement") + " of articles beside it"] : []);
        return new()
        {
            Anchor = "d-" + client.Client.ToLowerInvariant().Replace(' ', '-'),
            Statement = [new(Counted.Capital(material.Names.Party(client.Client)), true), new(Invariant($" had {Percent(top.Share)} of its deliveries from ")), new(Name(top), true), new(Invariant($", {client.From} to {client.To}"))],
            Facts = facts,
            Codes =
            [
                RecordLine.Code("client", client.Client), RecordLine.Code("supplier", top.Supplier), RecordLine.Code("share", Invariant($"{top.Share:0.000}")),
                RecordLine.Code("herfindahl", Invariant($"{client.Herfindahl?.Value:0.000}")), RecordLine.Code("legacySupplier", stock is null ? [] : [stock.Supplier]), RecordLine.Code("legacyShare", stock is null ? [] : [Invariant($"{stock.StockShare:0.000}")]),
            ],
            Records = evidence,
            Quotes = [.. evidence.SelectMany(id => _ties[id]).DistinctBy(tie => (tie.DocId, tie.Sentence)).Take(RecordLine.MostQuotes).Select(tie => TieSection.Quote(material.Line, [tie]))],
            Links = [new(FigureId, "the shares")],
        };
    }

    private SectionFigure Figure(SupplierDependence[] clients, string source)
    {
        const string caption = "Who delivers to whom: shares of suppliers";
        using var svg = new StringWriter { NewLine = "\n" };
        (string, IReadOnlyList<(string, double)>)[] bars =
        [
            .. clients.Select(client => (Counted.Capital(material.Names.PartyHead(client.Client)), (IReadOnlyList<(string, double)>)[.. client.Suppliers.Where(s => s.Value > 0).Select(s => (Name(s), s.Share))])),
        ];
        ShareBars.Write(svg, FigureId + "-chart", caption, bars);
        return new(
            FigureId, caption, "Share of the value delivered in all years of the tables, largest supplier first", svg.ToString(), source,
            ["Client", "Supplier", "Share of deliveries", "Share of stock", "Years"],
            [
                .. clients.SelectMany(client => client.Suppliers.Where(s => s.Value > 0).Select(s => (IReadOnlyList<string>)
                    [Counted.Capital(material.Names.PartyHead(client.Client)), Name(s), Percent(s.Share), Percent(s.StockShare), Invariant($"{s.First} to {s.Last}")])),
            ]);
    }

    private string Name(SupplierShare supplier) => supplier.IsKnown ? material.Names.Party(supplier.Supplier) : "suppliers not known";

    private static string Percent(double share) => Invariant($"{share * 100:0.#} %");

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
