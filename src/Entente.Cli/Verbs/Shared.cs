using System.CommandLine;
using System.Globalization;
using Entente.Cli.Streams;
using Entente.Coding;
using Entente.Records;

namespace Entente.Cli.Verbs;

/// <summary>Options and arguments that several verbs have, so that they mean and say the same everywhere.</summary>
internal static class Shared
{
    private static readonly string[] KindNames = ["events", "agreements", "ties", "assessments"];

    public static Argument<string> Input(string what) => new("input")
    {
        HelpName = "IN",
        Description = $"{what}; - or nothing is standard input",
        Arity = ArgumentArity.ZeroOrOne,
        DefaultValueFactory = _ => "-",
    };

    public static Option<string?> Output(string what) => new("--output", "-o")
    {
        HelpName = "FILE",
        Description = $"where {what} goes, made anew or overwritten; - or nothing is standard output",
    };

    public static Option<int> Threads() => new("--threads")
    {
        HelpName = "N",
        Description = "how many threads work (default: one for each core); the output is the same, whatever the number",
        DefaultValueFactory = _ => Environment.ProcessorCount,
        CustomParser = result =>
        {
            if (int.TryParse(result.Tokens[^1].Value, NumberStyles.None, CultureInfo.InvariantCulture, out int threads) && threads is >= 1 and <= 1024)
            {
                return threads;
            }

            result.AddError($"--threads takes a number from 1 to 1024, not '{result.Tokens[^1].Value}'");
            return 1;
        },
    };

    /// <summary>An option that takes a whole number of at least <paramref name="least"/>.</summary>
    public static Option<int> Whole(string name, string what, int usual, int least, string unit = "N") => new(name)
    {
        HelpName = unit,
        Description = what,
        DefaultValueFactory = _ => usual,
        CustomParser = result =>
        {
            if (int.TryParse(result.Tokens[^1].Value, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= least)
            {
                return number;
            }

            result.AddError(string.Create(CultureInfo.InvariantCulture, $"{name} takes a whole number of at least {least}, not '{result.Tokens[^1].Value}'"));
            return usual;
        },
    };

    public static Option<string> Offsets()
    {
        var option = new Option<string>("--offsets")
        {
            HelpName = "utf16|codepoint",
            Description = "what start and end count: UTF-16 code units (default), or Unicode code points, as R and Python do",
            DefaultValueFactory = _ => "utf16",
        };
        option.AcceptOnlyFromAmong("utf16", "codepoint");
        return option;
    }

    public static Option<RecordKinds> Records() => new("--records")
    {
        HelpName = "KIND,KIND…",
        Description = "which kinds of records are written: events (default), agreements, ties (with bargains), assessments, apart by commas",
        DefaultValueFactory = _ => RecordKinds.Events,
        CustomParser = result =>
        {
            var kinds = RecordKinds.None;
            foreach (string name in result.Tokens[^1].Value.Split(',', StringSplitOptions.TrimEntries))
            {
                if (Array.IndexOf(KindNames, name) is >= 0 and int at)
                {
                    kinds |= (RecordKinds)(1 << at);
                    continue;
                }

                result.AddError($"--records takes {string.Join(", ", KindNames)}, apart by commas, not '{name}'");
            }

            return kinds;
        },
    };

    /// <summary>The kinds as <c>--records</c> names them.</summary>
    public static string NamesOf(RecordKinds kinds) => string.Join(',', KindNames.Where((_, at) => ((int)kinds >> at & 1) != 0));

    public static Option<DateOnly?> Date(string what) => Day("--date", what);

    /// <summary>An option that takes a day.</summary>
    public static Option<DateOnly?> Day(string name, string what) => new(name)
    {
        HelpName = "YYYY-MM-DD",
        Description = what,
        CustomParser = result =>
        {
            string value = result.Tokens[^1].Value;
            if (DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) && Document.Days.Contains(day))
            {
                return day;
            }

            result.AddError($"{name} takes a day such as 2026-05-27, of the years 1000 to 2999, not '{value}'");
            return null;
        },
    };

    /// <summary>A folder that holds a corpus.</summary>
    /// <exception cref="UsageException">There is no such folder, or no corpus in it.</exception>
    public static string Corpus(string folder) => Directory.EnumerateFiles(FileTalk.Folder(folder), "*.txt", SearchOption.AllDirectories).Any()
        ? folder
        : throw new UsageException($"the folder '{folder}' holds no corpus: no .txt file, as corpus/FORMAT.md describes it");

    public static Option<bool> Json(string what) => new("--json") { Description = $"print {what} as JSON" };
}
