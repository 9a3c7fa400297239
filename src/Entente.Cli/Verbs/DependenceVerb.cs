using System.CommandLine;
using System.Globalization;
using Entente.Analysis.Dependence;
using Entente.Archive.Import;
using Entente.Archive.Querying;
using Entente.Archives;
using Entente.Cli.Help;
using Entente.Cli.Tables;
using Entente.Exchanging;
using Entente.Records;

namespace Entente.Cli.Verbs;

/// <summary><c>entente dependence [--archive FILE | --transfers FILE] [--actors A,B] ...</c></summary>
internal static class DependenceVerb
{
    public static Verb Create(Services services)
    {
        var selection = new SelectionOptions(period: null);
        Option<string[]> transfers = Transfers("in place of the transfers of the archive, a table of them");
        Option<string?> category = new("--category") { HelpName = "KIND", Description = "only goods of this kind, as the table sorts them: Aircraft, Armoured vehicles ..." };
        Option<double> halfLife = new("--half-life") { HelpName = "YEARS|none", Description = "years in which stock loses half of what it counts for; none where nothing wears out, or the table holds stock (default: 20)", CustomParser = HalfLife, DefaultValueFactory = _ => 20 };
        Option<int> rolling = Shared.Whole("--rolling", "years of a window of the trend (default: 5)", 5, 1);
        Option<string?> period = new("--period") { HelpName = "year", Description = "the trend year by year, as --rolling 1; deliveries are known by year" };
        period.AcceptOnlyFromAmong("year");
        Option<string?> show = Sections.Show("clients", "suppliers", "trend", "evidence");
        var verb = new Verb("dependence", "who depends on whose deliveries: shares, concentration, stock, trend, and what articles say of it")
        {
            Details = "Transfers come out of the archive ('entente import sipri' and 'import transfers' put them there), records (--events) or tables (--transfers). Clients are chosen by --actors, --region or --pair (default: all in the table), years by --from and --to, one of several tables by --source. Ties of the archive or records stand beside the figures as evidence and enter none.",
            Examples = ["entente dependence --archive region.db --actors AFG,TJK --from 2000", "entente dependence --transfers sipri-deliveries.csv --region central-asia --from 2000 --to 2023", "entente dependence --transfers trade.csv --actors AFG --events records.jsonl --show suppliers --csv"],
        };
        verb.Add(transfers);
        selection.AddTo(verb);
        verb.Add(category);
        verb.Add(halfLife);
        verb.Add(rolling);
        verb.Add(period);
        verb.Add(show);
        verb.SetAction(result =>
        {
            Selection asked = selection.Of(result, services);
            string[] tables = result.GetValue(transfers) ?? [];
            var options = new DependenceOptions
            {
                From = asked.From?.Year,
                To = asked.Until?.AddDays(-1).Year,
                Category = result.GetValue(category),
                HalfLife = result.GetValue(halfLife) is var years && double.IsFinite(years) ? years : null,
                RollingYears = result.GetValue(period) is null ? result.GetValue(rolling) : 1,
            };
            bool isStore = tables.Length == 0 || selection.IsNamed(result) || File.Exists(selection.ArchiveOf(result));
            using IEventStore? store = isStore ? selection.Open(result, services) : null;
            return new DependenceCommand(services, asked, store).Run(tables, options, selection.FormOf(result), result.GetValue(show));
        });
        return verb;
    }

    /// <summary>The option that names tables of transfers.</summary>
    /// <param name="what">What the table is, or is read for.</param>
    public static Option<string[]> Transfers(string what) => new("--transfers")
    {
        HelpName = "FILE",
        Description = what + ": SIPRI's arms transfers as they come, or any CSV with the columns supplier, client, year, value; also as .gz or .zip; may be repeated; - is standard input",
        AllowMultipleArgumentsPerToken = false,
    };

    /// <summary>The years; infinite for none.</summary>
    private static double HalfLife(System.CommandLine.Parsing.ArgumentResult result)
    {
        string value = result.Tokens[^1].Value;
        if (value == "none")
        {
            return double.PositiveInfinity;
        }

        if (double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double years) && years > 0)
        {
            return years;
        }

        result.AddError($"--half-life takes a number of years greater than 0, or none, not '{value}'");
        return double.NaN;
    }
}

/// <summary>Measures dependence on suppliers.</summary>
internal sealed class DependenceCommand(Services services, Selection selection, IEventStore? store)
{
    /// <returns>0; 1 where rows of the tables were bad.</returns>
    /// <exception cref="UsageException">There are no transfers, or those of several tables and none was chosen.</exception>
    public int Run(string[] files, DependenceOptions options, TableForm form, string? show)
    {
        bool bad = false;
        IReadOnlyList<Transfer> rows = files.Length > 0 ? Read(services, files, services.Report, out bad) : Stored();
        string[] coders = [.. selection.Sources.Except(rows.Select(row => row.Source))];
        IReadOnlyList<Sourced<Tie>> ties = store?.Ties(new Selection { Statuses = [EventStatus.Reported, EventStatus.Historical, EventStatus.Unknown], WithClaimed = true, Sources = coders }) ?? [];
        SupplierDependence[] found = [.. DependenceAnalysis.Of(rows, ties, options).Where(d => d.Client.Length > 0 && IsAsked(d.Client))];
        var sections = new Sections();
        sections.Add("clients", "Clients: Herfindahl index of their suppliers, 1 where there is one", Clients(found));
        sections.Add("suppliers", "Suppliers; stock counts what was delivered before as well, half of it for each half-life", Suppliers(found));
        sections.Add("trend", string.Create(CultureInfo.InvariantCulture, $"Windows of {options.RollingYears} years"), Trend(found));
        sections.Add("evidence", "What articles say of it", Evidence(found));
        sections.Write(services, form, show);
        return bad ? 1 : 0;
    }

    /// <summary>The rows of tables of transfers, in the order of the files.</summary>
    internal static List<Transfer> Read(Services services, IReadOnlyList<string> files, Action<Diagnostic> report, out bool bad)
    {
        var rows = new List<Transfer>();
        bool problems = false;
        foreach (string file in files)
        {
            using Stream input = services.OpenInput(file);
            bool sound = InputFiles.ForEach(file, input, report, (name, table) =>
            {
                var log = new ImportLog(name, report);
                rows.AddRange(TransferFile.Read(table, log));
                problems |= log.HasProblems;
            });
            problems |= !sound;
        }

        bad = problems;
        return rows;
    }

    /// <summary>Those of the archive or records: of the table that is asked for, or of the only one there is.</summary>
    private IReadOnlyList<Transfer> Stored()
    {
        IReadOnlyList<string> tables = store!.TransferSources;
        string[] asked = [.. selection.Sources.Intersect(tables)];
        return (tables.Count, asked.Length) switch
        {
            (0, _) => throw new UsageException("there are no transfers: 'entente import sipri FILE' or 'import transfers FILE' puts a table of them into the archive, --transfers FILE reads one as it is"),
            (1, _) => store.Transfers([]),
            (_, 1) => store.Transfers(asked),
            _ => throw new UsageException($"there are transfers of {string.Join(", ", tables)}: choose one with --source, for their values are not of one unit"),
        };
    }

    private bool IsAsked(string client) =>
        selection.Pair is { } pair ? client == pair.First || client == pair.Second : selection.Actors.Count == 0 || selection.Actors.Contains(client);

    private static Table Clients(SupplierDependence[] found)
    {
        var table = new Table(
            "client", "from", "to", "value", "suppliers", "herfindahl", "low", "high", "principal", "share", "stockPrincipal", "stockShare", "stockHerfindahl",
            "slopePerYear", "tau", "chance", "withoutValue");
        foreach (SupplierDependence client in found)
        {
            SupplierShare? stock = client.Suppliers.Where(s => s is { IsKnown: true, Stock: > 0 }).MaxBy(s => s.Stock);
            table.Add(
                client.Client, client.From, client.To, client.Value, client.Suppliers.Count(s => s is { IsKnown: true, Transfers: > 0 }), client.Herfindahl?.Value, client.Herfindahl?.Low,
                client.Herfindahl?.High, client.Principal?.Supplier, client.Principal?.Share, stock?.Supplier, stock?.StockShare, client.StockHerfindahl?.Value,
                client.Trend?.Slope, client.Trend?.Tau, client.Trend?.Chance, client.WithoutValue);
        }

        return table;
    }

    private static Table Suppliers(SupplierDependence[] found)
    {
        var table = new Table("client", "supplier", "value", "share", "estimated", "stock", "stockShare", "first", "last", "transfers");
        foreach ((SupplierDependence client, SupplierShare supplier) in found.SelectMany(d => d.Suppliers.Select(s => (d, s))))
        {
            table.Add(
                client.Client, supplier.IsKnown ? supplier.Supplier : "(unknown)", supplier.Value, supplier.Share, supplier.Estimated, supplier.Stock, supplier.StockShare,
                supplier.First, supplier.Last, supplier.Transfers);
        }

        return table;
    }

    private static Table Trend(SupplierDependence[] found)
    {
        var table = new Table("client", "lastYear", "value", "top", "topShare", "principal", "principalShare", "herfindahl");
        foreach ((SupplierDependence client, DependenceStep step) in found.SelectMany(d => d.Steps.Select(s => (d, s))))
        {
            table.Add(client.Client, step.Year, step.Value, step.Top, step.TopShare, client.Principal?.Supplier, step.PrincipalShare, step.Herfindahl);
        }

        return table;
    }

    private static Table Evidence(SupplierDependence[] found)
    {
        var table = new Table("client", "supplier", "kind", "count", "claimed", "documents", "first", "last", "ties");
        foreach ((SupplierDependence client, DependenceEvidence evidence) in found.SelectMany(d => d.Evidence.Select(e => (d, e))))
        {
            table.Add(client.Client, evidence.Supplier, evidence.Kind, evidence.Ties, evidence.Claimed, evidence.Documents, evidence.First, evidence.Last, evidence.TieIds);
        }

        return table;
    }
}
