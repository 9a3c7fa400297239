using System.Text.Json;
using System.Text.RegularExpressions;
using Entente.Testing;

namespace Entente.Cli.Tests;

public sealed partial class OntologyProcessTests : IDisposable
{
    private static readonly string Sample = Path.Combine(Repository.Root, "samples", "ontology.yaml");
    private static readonly string Page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "ontologies.md")).ReplaceLineEndings("\n");

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("entente-ontology-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void The_page_shows_the_sample_and_its_sentences_bear_the_labels_it_gives()
    {
        (string Sentence, string Labels)[] rows = Rows();

        EntenteProcess.Result result = Run(Lines(), "code", "--ontology", Sample);

        Assert.Contains(File.ReadAllText(Sample), Page, StringComparison.Ordinal);
        Assert.True(result.ExitCode == 0, result.Errors);
        Assert.Equal(rows.Select(row => row.Labels), Records(result).Select(record => string.Join(", ", LabelsOf(record)) is { Length: > 0 } some ? some : "–"));
        Assert.Contains(rows, row => row.Labels.Contains(','));
    }

    [Fact]
    public void Labels_change_nothing_else_and_no_number_of_threads_changes_them()
    {
        string plain = Run(Lines(), "code").Output, one = Run(Lines(), "code", "--ontology", Sample, "--threads", "1").Output, three = Run(Lines(), "code", "--ontology", Sample, "--threads", "3").Output;

        Assert.DoesNotContain("\"labels\"", plain, StringComparison.Ordinal);
        Assert.NotEqual(plain, one);
        Assert.Equal(one, three);
        Assert.Equal(plain, Labels().Replace(one, ""));
    }

    [Fact]
    public void The_manifest_names_the_file_with_its_hash()
    {
        Assert.Equal(0, Run(Lines(), "code", "-o", "out.jsonl", "--ontology", Sample).ExitCode);

        Assert.Matches("ontology\\.yaml:[0-9a-f]{12}", File.ReadAllText(Path.Combine(_folder.FullName, "out.jsonl.manifest.json")));
    }

    [Fact]
    public void A_bad_category_is_told_and_left_out_and_a_file_of_them_is_refused()
    {
        File.WriteAllText(Path.Combine(_folder.FullName, "half.yaml"), "- {label: none-such, description: x, when: {frame: nonesuch}}\n- {label: quarrel, description: x, when: {quad: [verbal-conflict, material-conflict]}}\n");
        File.WriteAllText(Path.Combine(_folder.FullName, "bad.yaml"), "- {label: none-such, description: x, when: {frame: nonesuch}}\n");

        EntenteProcess.Result half = Run(Lines(), "code", "--ontology", "half.yaml"), bad = Run(Lines(), "code", "--ontology", "bad.yaml"), none = Run(Lines(), "code", "--ontology", "none.yaml");

        Assert.Equal((1, 2, 2), (half.ExitCode, bad.ExitCode, none.ExitCode));
        Assert.Contains("half.yaml:1: LEX050: no frame has the id 'nonesuch'", half.Errors, StringComparison.Ordinal);
        Assert.Contains(Records(half), record => LabelsOf(record).SequenceEqual(["quarrel"]));
        Assert.Equal("", bad.Output);
        Assert.Contains("there is no file 'none.yaml'", none.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Tables_list_and_count_by_label_from_files_and_from_an_archive()
    {
        File.WriteAllText(Path.Combine(_folder.FullName, "in.jsonl"), Lines());
        Assert.Equal(0, Run("", "code", "in.jsonl", "-o", "out.jsonl").ExitCode);
        Assert.Equal(0, Run("", "add", "in.jsonl", "--archive", "some.db").ExitCode);

        string[] exported = Run("", "export", "csv", "--events", "out.jsonl", "--ontology", Sample).Output.TrimEnd('\n').Split('\n');
        string[] plain = Run("", "export", "csv", "--events", "out.jsonl").Output.TrimEnd('\n').Split('\n');
        string fromFile = Run("", "dyads", "--by-label", "--events", "out.jsonl", "--ontology", Sample, "--csv").Output;
        string fromArchive = Run("", "dyads", "--by-label", "--archive", "some.db", "--ontology", Sample, "--csv").Output;
        EntenteProcess.Result listed = Run("", "events", "--archive", "some.db", "--ontology", Sample, "--label", "mediation", "--json");
        EntenteProcess.Result unknown = Run("", "events", "--archive", "some.db", "--ontology", Sample, "--label", "nonesuch");

        Assert.EndsWith(",labels", exported[0], StringComparison.Ordinal);
        Assert.Contains(exported, row => row.EndsWith(",energy-coercion;detention-diplomacy", StringComparison.Ordinal));
        Assert.Equal(plain[0] + ",labels", exported[0]);
        Assert.Equal(fromFile, fromArchive);
        Assert.Contains("RUS,POL,energy-coercion,1,-6.0,", fromFile, StringComparison.Ordinal);
        Assert.Contains("DEU,CHL,,1,", fromFile, StringComparison.Ordinal);
        Assert.Equal(["mediation"], LabelsOf(Assert.Single(Records(listed))));
        Assert.Equal(2, unknown.ExitCode);
        Assert.Contains("there are energy-coercion, recognition, detention-diplomacy, mediation", unknown.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void The_categories_of_several_files_are_listed_with_what_wins()
    {
        File.WriteAllText(Path.Combine(_folder.FullName, "later.yaml"), "- {label: mediation, description: only talks, when: {event: CONSULT}}\n");

        EntenteProcess.Result result = Run("", "lexicon", "ontology", Sample, "later.yaml", "--json");

        Assert.Equal(0, result.ExitCode);
        Assert.Equal(["energy-coercion", "recognition", "detention-diplomacy", "mediation"], JsonDocument.Parse(result.Output).RootElement.EnumerateArray().Select(row => row.GetProperty("label").GetString()));
        Assert.Contains("note: later.yaml:1: 'mediation' counts instead of ", result.Errors, StringComparison.Ordinal);
    }

    private EntenteProcess.Result Run(string input, params string[] args) => EntenteProcess.Run(_folder.FullName, input, args);

    private static string Lines() => string.Concat(Rows().Select((row, i) => JsonSerializer.Serialize(new { id = $"d{i}", date = "2024-05-01", text = row.Sentence }) + "\n"));

    private static (string Sentence, string Labels)[] Rows()
    {
        string table = Page[Page.IndexOf("| sentence | labels |", StringComparison.Ordinal)..];
        return [.. Row().Matches(table[..table.IndexOf("\n\n", StringComparison.Ordinal)]).Skip(2).Select(row => (row.Groups[1].Value, row.Groups[2].Value))];
    }

    private static JsonElement[] Records(EntenteProcess.Result result) => [.. result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];

    private static IEnumerable<string> LabelsOf(JsonElement record) => record.GetProperty("labels").EnumerateArray().Select(label => label.GetString()!);

    [GeneratedRegex(@"^\| ?(.+?) ?\| ?(.+?) ?\|$", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex(@",""labels"":\[[^\]]*\]")]
    private static partial Regex Labels();
}
