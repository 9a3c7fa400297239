using System.Diagnostics;
using System.Globalization;

namespace Entente.Cli.Tests;

/// <summary>What people give by mistake: every verb says what was given, what is expected and what to do, and shows no stack trace.</summary>
public sealed class RubbishProcessTests : IDisposable
{
    private const string Line = "{\"id\":\"a\",\"date\":\"2024-05-01\",\"text\":\"Chad and Niger signed a defence agreement on Tuesday.\"}\n";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("entente-cli-");

    public RubbishProcessTests()
    {
        File.WriteAllText(In("in.jsonl"), Line);
        File.WriteAllText(In("empty"), "");
        File.WriteAllText(In("shape.jsonl"), "[1,2]\n{\"id\":\"a\",\"gold\":5}\n");
        File.WriteAllBytes(In("binary"), [0, 1, 2, 0xFF, 0xFE, 10, 0x80, 10]);
        Directory.CreateDirectory(In("folder"));
    }

    [Theory]
    [InlineData("relate folder", "'folder' is a folder, and a file is expected: name a file in it")]
    [InlineData("code folder -o folder/out.jsonl", "'folder/out.jsonl' lies in 'folder', the folder that is read")]
    [InlineData("parse folder", "'folder' is a folder")]
    [InlineData("entities folder", "'folder' is a folder")]
    [InlineData("train lemmas folder -o m.bin", "'folder' is a folder")]
    [InlineData("train relate folder -o m.bin", "'folder' is a folder")]
    [InlineData("lexicon import --actors folder -o pack", "'folder' is a folder")]
    [InlineData("code none.jsonl", "there is no file 'none.jsonl', seen from ")]
    [InlineData("train judgement none.jsonl -o m.bin", "there is no file 'none.jsonl'")]
    [InlineData("train standing empty -o m.bin", "'empty' is a file, and a folder is expected")]
    [InlineData("corpus check none", "there is no folder 'none', seen from ")]
    [InlineData("evaluate parse --gold none", "there is no folder 'none', seen from ")]
    [InlineData("evaluate parse --gold folder", "--gold names the folder")]
    [InlineData("evaluate corpus --corpus folder", "holds no corpus")]
    [InlineData("code ''", "name a file, or - for standard input")]
    [InlineData("parse in.jsonl -o ''", "name a file, or - for standard output")]
    [InlineData("code in.jsonl -o folder", "'folder' is a folder, and a file is expected: name one in it, such as 'folder/out'")]
    [InlineData("code in.jsonl -o none/out.jsonl", "make it first")]
    [InlineData("brief in.jsonl -o none/brief.html", "make it first")]
    [InlineData("train homes corpus -o none/weights.tsv", "make it first")]
    [InlineData("train parser empty -o m.bin", "holds no sentence")]
    [InlineData("train lemmas empty -o m.bin", "holds no sentence")]
    [InlineData("train entities empty -o m.bin", "holds no text with entities")]
    [InlineData("train relate empty -o m.bin", "holds no relation")]
    [InlineData("train judgement empty -o m.bin", "holds no reading")]
    [InlineData("train standing folder -o m.bin", "holds no corpus")]
    [InlineData("train parser binary -o m.bin", "binary:1: CNL001")]
    [InlineData("train relate shape.jsonl -o m.bin", "shape.jsonl:1: GLD001")]
    [InlineData("corpus build folder", "holds no corpus")]
    [InlineData("lexicon check folder", "holds no lexicon: there is no states.tsv")]
    [InlineData("lexicon compile folder -o m.bin", "holds no lexicon")]
    [InlineData("lexicon suggest in.jsonl --count many", "--count takes a whole number of at least 1, not 'many'")]
    [InlineData("train parser in.jsonl --epochs 0", "--epochs takes a whole number of at least 1, not '0'")]
    [InlineData("shifts --false-alarms often", "--false-alarms takes a number above 0")]
    [InlineData("entities in.jsonl --date 9999-12-31", "of the years 1000 to 2999, not '9999-12-31'")]
    [InlineData("code in.jsonl --no-such-option", "--no-such-option")]
    [InlineData("lexicon guess", "there is no verb 'guess'")]
    [InlineData("guess", "there is no verb 'guess'")]
    [InlineData("corpus", "a verb is missing")]
    public void Wrong_usage_exits_2_and_says_what_was_given_and_what_to_do(string line, string complaint)
    {
        EntenteProcess.Result result = EntenteProcess.Shell("entente " + line, _folder.FullName);

        Assert.True(result.ExitCode == 2, $"{result.ExitCode}: {result.Errors}");
        Assert.Contains(complaint, result.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.Errors, StringComparison.Ordinal);
        Assert.False(File.Exists(In("m.bin")));
    }

    [Theory]
    [InlineData("code binary")]
    [InlineData("relate shape.jsonl")]
    [InlineData("entities binary")]
    [InlineData("parse shape.jsonl")]
    [InlineData("parse --pretokenized binary")]
    [InlineData("lexicon suggest binary")]
    [InlineData("code < folder")]
    [InlineData("code in.jsonl > /dev/full")]
    [InlineData("code in.jsonl -o /dev/full")]
    public void Bad_input_and_a_full_disk_exit_1_without_a_stack_trace(string line)
    {
        EntenteProcess.Result result = EntenteProcess.Shell("entente " + line, _folder.FullName);

        Assert.True(result.ExitCode == 1, $"{result.ExitCode}: {result.Errors}");
        Assert.NotEqual("", result.Errors);
        Assert.DoesNotContain("   at ", result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pipe_of_the_shell_is_as_good_as_a_file()
    {
        EntenteProcess.Result result = EntenteProcess.Shell("entente code <(cat in.jsonl) -o out.jsonl", _folder.FullName);

        Assert.True(result.ExitCode == 0, result.Errors);
        Assert.Contains("\"event\":\"SUPPORT\"", File.ReadAllText(In("out.jsonl")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_day_at_the_end_of_the_calendar_costs_its_own_line_only()
    {
        File.WriteAllText(In("days.jsonl"), Line.Replace("2024-05-01", "9999-12-31", StringComparison.Ordinal) + Line.Replace("\"a\"", "\"b\"", StringComparison.Ordinal));

        EntenteProcess.Result result = EntenteProcess.Shell("entente code days.jsonl", _folder.FullName);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("days.jsonl:1: DOC006", result.Errors, StringComparison.Ordinal);
        Assert.Contains("\"docId\":\"b\"", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void An_interrupt_ends_at_once_what_has_no_records_to_finish()
    {
        // Training from standard input that never ends.
        using Process process = EntenteProcess.Start(Path.Combine(Entente.Testing.Repository.Root, "entente"), ["train", "lemmas", "/dev/stdin", "-o", "m.bin"], _folder.FullName);
        Thread.Sleep(TimeSpan.FromSeconds(3));

        using (Process kill = Process.Start("kill", ["-INT", process.Id.ToString(CultureInfo.InvariantCulture)]))
        {
            kill.WaitForExit();
        }

        EntenteProcess.Result result = EntenteProcess.Finish(process);
        Assert.True(result.ExitCode == 130, $"{result.ExitCode}: {result.Errors}");
        Assert.False(File.Exists(In("m.bin")));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private string In(string name) => Path.Combine(_folder.FullName, name);
}
