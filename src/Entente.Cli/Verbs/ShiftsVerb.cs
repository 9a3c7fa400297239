using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Entente.Analysis.Ladders;
using Entente.Archive.Querying;
using Entente.Archives;
using Entente.Cli.Help;
using Entente.Cli.Tables;
using Entente.Records;

namespace Entente.Cli.Verbs;

/// <summary><c>entente shifts [--pair A B | --region PRESET] [--what rates,ladders,firsts] ...</c></summary>
internal static class ShiftsVerb
{
    private static readonly string[] Kinds = ["rates", "ladders", "firsts"];

    public static Verb Create(Services services)
    {
        var selection = new SelectionOptions { OfTwo = true };
        Option<string?> what = new("--what") { HelpName = "KIND,KIND", Description = "rates (change points of counts), ladders (engagement and hostility), firsts (first of their kind); default: all for a pair, else rates" };
        Option<double> alarms = new("--false-alarms") { HelpName = "RATE", Description = "shifts of rates found per year of a series that has none (default: 0.01)", CustomParser = Rate, DefaultValueFactory = _ => 0.01 };
        Option<bool> directed = new("--directed") { Description = "each direction of a pair by itself" };
        Option<bool> seasonal = new("--seasonal") { Description = "take out a yearly pattern, such as exercises every September: from three years on" };
        Option<string?> criteria = new("--criteria") { HelpName = "FILE", Description = "ladders other than those of lexicon/ladders.yaml, in its shape" };
        Option<int> threads = Shared.Threads();
        var verb = new Verb("shifts", "what changed between whom, and when: before, after, date with interval, and the events that carry it")
        {
            Details = "The whole history up to --to is read; --from says from when on shifts are shown. Rates are events per period of average coverage. docs/analysis.md has the formulas.",
            Examples = ["entente shifts --archive region.db --pair RUS AFG", "entente shifts --region central-asia --from 2025 --json"],
        };
        selection.AddTo(verb);
        foreach (Option option in (Option[])[what, alarms, directed, seasonal, criteria, threads])
        {
            verb.Add(option);
        }

        verb.SetAction(result =>
        {
            using IEventStore store = selection.Open(result, services);
            Selection asked = selection.OfOneSource(result, services, store);
            var question = new ShiftQuestion(
                asked, selection.PeriodOf(result), KindsOf(result.GetValue(what), asked.Pair is not null), result.GetValue(alarms), result.GetValue(directed), result.GetValue(seasonal), LaddersOf(result.GetValue(criteria), services), result.GetValue(threads));
            return new ShiftsCommand(services, store, question).Run(selection.FormOf(result));
        });
        return verb;
    }

    private static double Rate(ArgumentResult result)
    {
        string value = result.Tokens[^1].Value;
        if (double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double rate) && rate is > 0 and <= 10)
        {
            return rate;
        }

        result.AddError($"--false-alarms takes a number above 0 and up to 10, such as 0.01 (one false shift in a hundred years of series), not '{value}'");
        return double.NaN;
    }

    private static string[] KindsOf(string? text, bool isPair)
    {
        if (text is null)
        {
            return isPair ? Kinds : ["rates"];
        }

        string[] kinds = text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return kinds.Length > 0 && Array.TrueForAll(kinds, Kinds.Contains) ? kinds : throw new UsageException($"--what takes {string.Join(", ", Kinds)}, apart by commas, not '{text}'");
    }

    private static IReadOnlyList<LadderCriteria> LaddersOf(string? file, Services services)
    {
        if (file is null)
        {
            return LadderReader.Default;
        }

        var problems = new List<Diagnostic>();
        using var reader = new StreamReader(services.OpenInput(file));
        IReadOnlyList<LadderCriteria> ladders = new LadderReader(file, problems).Read(reader);
        problems.ForEach(services.Report);
        return ladders.Count > 0 ? ladders : throw new UsageException(string.Create(CultureInfo.InvariantCulture, $"'{file}' holds no ladders that can be used ({problems.Count} faults)"));
    }
}
