using System.CommandLine;
using System.Text;
using Entente.Cli.Help;
using Entente.Cli.Streams;
using Entente.Cli.Tables;
using Entente.Evaluation;
using Entente.Records;

namespace Entente.Cli.Verbs;

/// <summary><c>entente evaluate [PART...] --gold FOLDER [-o FOLDER]</c></summary>
internal static class EvaluateVerb
{
    public static Verb Create(Services services)
    {
        Argument<string[]> parts = new("part") { HelpName = "PART", Description = "parse, entities, relate, code, corpus, records, shifts (default: all)", Arity = ArgumentArity.ZeroOrMore };
        Option<string> gold = new("--gold") { HelpName = "FOLDER", Description = "the gold files (default: ../shared/gold)", DefaultValueFactory = _ => "../shared/gold" };
        Option<string> corpus = new("--corpus") { HelpName = "FOLDER", Description = "the project's corpus (default: corpus)", DefaultValueFactory = _ => "corpus" };
        Option<string?> output = new("--output", "-o") { HelpName = "FOLDER", Description = "also write a page for each part, such as eval/results" };
        Option<bool> json = Shared.Json("the tables");
        Option<string?> counts = new("--counts") { HelpName = "FILE", Description = "with 'shifts': in place of the trials, a series of counts of your own, a period a line: the count, or a period and the count; - is standard input" };
        Option<string> period = new("--period") { HelpName = "day|week|month|quarter|year", Description = "of --counts, where the file does not name its periods: their length (default: week)", DefaultValueFactory = _ => "week" };
        period.AcceptOnlyFromAmong("day", "week", "month", "quarter", "year");
        Option<DateOnly?> first = Shared.Day("--first", "of --counts, where the file does not name its periods: a day of the first (default: 2000-01-03)");
        Option<bool> seasonal = new("--seasonal") { Description = "of --counts: a yearly pattern is taken out when looking back" };
        Option<double> falseAlarms = new("--false-alarms") { HelpName = "N", Description = "of --counts: how many false shifts, and false alarms, a year are allowed (default: 0.05)", DefaultValueFactory = _ => 0.05 };
        Option<int> threads = Shared.Threads();
        var verb = new Verb("evaluate", "accuracy on gold files, with intervals")
        {
            Details = "relate is measured by fold: each fold is answered by a model trained on the other folds of all files.",
            Examples = ["entente evaluate parse --gold ../shared/gold", "entente evaluate -o eval/results", "entente evaluate shifts --counts cases.csv --period week --first 1990-01-01"],
        };
        verb.Add(parts);
        verb.Add(gold);
        verb.Add(corpus);
        verb.Add(output);
        verb.Add(json);
        verb.Add(threads);
        foreach (Option option in (Option[])[counts, period, first, seasonal, falseAlarms])
        {
            verb.Add(option);
        }

        verb.SetAction(result => result.GetValue(counts) is { } file ? new CountsCommand(services).Run(result.GetValue(parts) ?? [], file, new()
        {
            Kind = Enum.Parse<PeriodKind>(result.GetValue(period)!, ignoreCase: true),
            First = result.GetValue(first) ?? new(2000, 1, 3),
            Options = new() { Seasonal = result.GetValue(seasonal), FalseAlarmsPerYear = result.GetValue(falseAlarms) },
            Form = result.GetValue(json) ? TableForm.Json : TableForm.Table,
        }) : new EvaluateCommand(services).Run(result.GetValue(parts) ?? [], result.GetValue(gold)!, result.GetValue(corpus)!, result.GetValue(output), result.GetValue(json), result.GetValue(threads)));
        return verb;
    }
}

/// <summary>Measures parts and prints tables.</summary>
internal sealed class EvaluateCommand(Services services)
{
    /// <returns>0 = done; 130 = interrupted.</returns>
    public int Run(IReadOnlyList<string> parts, string gold, string corpus, string? output, bool json, int threads)
    {
        if (parts.FirstOrDefault(part => !Evaluations.Names.Contains(part)) is { } unknown)
        {
            throw new UsageException($"'{unknown}' cannot be evaluated; expected {string.Join(", ", Evaluations.Names)}");
        }

        IReadOnlyList<string> asked = parts.Count > 0 ? parts : Evaluations.Names;
        if (asked.Any(part => part is "parse" or "entities" or "relate" or "code"))
        {
            _ = FileTalk.Folder(gold, "say with --gold where the gold files are");
        }

        if (asked.Any(part => part is "code" or "corpus" or "records"))
        {
            _ = Shared.Corpus(corpus);
        }

        var engine = new EntenteEngine(services.Home);
        var evaluations = new Evaluations(engine, gold, corpus, threads, services.Stop);
        using Stream stdout = services.Open(null);
        foreach (string part in asked)
        {
            EvaluationResult result;
            try
            {
                result = Progress.Show(services, "evaluating " + part, null, () => 0, () => evaluations.Of(part));
            }
            catch (OperationCanceledException)
            {
                return Interrupt.ExitCode;
            }
            catch (Exception problem) when (problem is FileNotFoundException or DirectoryNotFoundException)
            {
                throw new UsageException($"{problem.Message} '{part}' needs it: --gold names the folder of the gold files, --corpus that of the corpus");
            }
            catch (Exception problem) when (problem is IOException or InvalidDataException or UnauthorizedAccessException)
            {
                throw new UsageException(problem.Message);
            }

            if (json)
            {
                WriteJson(stdout, result);
            }
            else
            {
                stdout.Write(Encoding.UTF8.GetBytes(result.ToMarkdown(engine) + "\n"));
            }

            stdout.Flush();
            if (output is not null)
            {
                Directory.CreateDirectory(output);
                File.WriteAllText(Path.Combine(output, part + ".md"), result.ToMarkdown(engine));
            }
        }

        return 0;
    }

    private static void WriteJson(Stream output, EvaluationResult result) => JsonLine.Write(output, json =>
    {
        json.WriteString("part"u8, result.Name);
        json.WriteStartArray("lines"u8);
        foreach (ResultLine line in result.Lines)
        {
            json.WriteStartObject();
            json.WriteString("set"u8, line.Set);
            json.WriteNumber("items"u8, line.Items);
            foreach ((string name, Measure measure) in line.Figures)
            {
                json.WriteStartObject(name);
                json.WriteNumber("value"u8, measure.Value);
                json.WriteNumber("low"u8, measure.Low);
                json.WriteNumber("high"u8, measure.High);
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    });
}
