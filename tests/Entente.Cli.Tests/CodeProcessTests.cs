using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace Entente.Cli.Tests;

public sealed class CodeProcessTests : IDisposable
{
    private const string Line = "{\"id\":\"%\",\"date\":\"2024-05-01\",\"text\":\"Chad and Niger signed a defence agreement on Tuesday. Iran's foreign minister condemned the attack on Lebanon.\"}\n";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("entente-cli-");

    [Fact]
    public void A_sentence_becomes_an_event_with_the_words_behind_it()
    {
        EntenteProcess.Result result = EntenteProcess.Run(_folder.FullName, Lines(1), "code");

        Assert.True(result.ExitCode == 0, result.Errors);
        JsonElement coded = JsonDocument.Parse(result.Output.Split('\n')[0]).RootElement;
        Assert.Equal("SUPPORT", coded.GetProperty("event").GetString());
        Assert.Equal("2024-04-30/2024-05-01", coded.GetProperty("eventDate").GetString());
        Assert.Equal(["TCD", "NER"], coded.GetProperty("actor").EnumerateArray().Select(actor => actor.GetProperty("country").GetString()));
        Assert.Equal("signed", coded.GetProperty("trigger").GetProperty("text").GetString());
    }

    [Fact]
    public void Any_number_of_threads_writes_the_same_bytes_and_a_manifest()
    {
        File.WriteAllText(In("in.jsonl"), Lines(700));

        foreach (string threads in (string[])["1", "2", "5"])
        {
            EntenteProcess.Result result = EntenteProcess.Run(_folder.FullName, "", "code", "in.jsonl", "-o", $"out{threads}.jsonl", "--threads", threads);
            Assert.True(result.ExitCode == 0, result.Errors);
        }

        byte[] one = File.ReadAllBytes(In("out1.jsonl"));
        Assert.True(one.Length > 700);
        Assert.Equal(one, File.ReadAllBytes(In("out2.jsonl")));
        Assert.Equal(one, File.ReadAllBytes(In("out5.jsonl")));
        JsonElement manifest = JsonDocument.Parse(File.ReadAllText(In("out1.jsonl.manifest.json"))).RootElement;
        Assert.Equal(700, manifest.GetProperty("counts").GetProperty("documents").GetInt32());
        Assert.True(manifest.GetProperty("complete").GetBoolean());
        Assert.Equal(File.ReadAllBytes(In("out1.jsonl.manifest.json")), File.ReadAllBytes(In("out5.jsonl.manifest.json")));
    }

    [Fact]
    public void Bad_lines_are_reported_and_the_rest_is_coded()
    {
        using (FileStream file = File.Create(In("in.jsonl")))
        {
            file.Write("\uFEFF"u8);
            file.Write(Encoding.UTF8.GetBytes(Lines(1).Replace("\n", "\r\n", StringComparison.Ordinal)));
            file.Write("{\"id\":\"broken\",\n"u8);
            file.Write([.. "{\"id\":\"latin\",\"date\":\"2024-05-01\",\"text\":\"caf"u8, 0xE9, .. "\"}\n"u8]);
            file.Write("{\"id\":\"long\",\"date\":\"2024-05-01\",\"text\":\""u8);
            byte[] filler = Encoding.ASCII.GetBytes(new string('x', 1 << 20));
            for (int i = 0; i < 50; i++)
            {
                file.Write(filler);
            }

            file.Write("\"}\n{\"id\":\"day\",\"date\":\"2024-13-01\",\"text\":\"x\"}\n{\"id\":\"empty\",\"date\":\"2024-05-01\",\"text\":\"\"}\n\n"u8);
            file.Write(Encoding.UTF8.GetBytes(Line.Replace("%", "last", StringComparison.Ordinal)));
        }

        EntenteProcess.Result result = EntenteProcess.Run(_folder.FullName, "", "code", "in.jsonl");

        Assert.Equal(1, result.ExitCode);
        foreach (string complaint in (string[])["in.jsonl:2: DOC001", "in.jsonl:3: DOC008", "in.jsonl:4: DOC009", "in.jsonl:5: DOC006", "in.jsonl:6: DOC007"])
        {
            Assert.Contains(complaint, result.Errors, StringComparison.Ordinal);
        }

        Assert.Contains("\"docId\":\"0\"", result.Output, StringComparison.Ordinal);
        Assert.Contains("\"docId\":\"last\"", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_of_articles_is_coded_as_its_JSON_Lines_would_be_and_hashed_file_by_file()
    {
        const string pact = "Chad and Niger signed a defence agreement in Niamey on Tuesday.";
        Directory.CreateDirectory(In("articles/later"));
        File.WriteAllText(In("articles/later/2024-05-01-pact.txt"), pact + "\n");
        File.WriteAllText(In("articles/2024-05-02-thanks.html"), "<html><head><title>Thanks</title></head><body><article><p>Chad's president thanked Niger on Thursday for its help, his office said in a statement.</p></article></body></html>");
        File.WriteAllText(In("articles/notes.md"), "Mali attacked Togo.\n");
        File.WriteAllText(In("in.jsonl"), JsonSerializer.Serialize(new { id = "later/2024-05-01-pact", date = "2024-05-01", text = pact }) + "\n");

        EntenteProcess.Result result = EntenteProcess.Run(_folder.FullName, "", "code", "articles/", "-o", "out.jsonl");

        Assert.True(result.ExitCode == 0, result.Errors);
        string[] coded = File.ReadAllLines(In("out.jsonl"));
        Assert.Equal(["2024-05-02-thanks", "later/2024-05-01-pact"], coded.Select(line => JsonDocument.Parse(line).RootElement.GetProperty("docId").GetString()));
        Assert.Equal(coded[1] + "\n", EntenteProcess.Run(_folder.FullName, "", "code", "in.jsonl").Output);
        JsonElement input = Assert.Single(JsonDocument.Parse(File.ReadAllText(In("out.jsonl.manifest.json"))).RootElement.GetProperty("inputs").EnumerateArray());
        Assert.Equal("articles", input.GetProperty("name").GetString());
        EntenteProcess.Result summed = EntenteProcess.Shell("cd articles && sha256sum 2024-05-02-thanks.html later/2024-05-01-pact.txt | sha256sum", _folder.FullName);
        Assert.Equal(summed.Output.Split(' ')[0], input.GetProperty("sha256").GetString());
    }

    [Fact]
    public void An_article_without_a_day_is_reported_and_coded_on_the_day_that_is_given()
    {
        File.WriteAllText(In("article.txt"), "Chad thanked Niger.\n");

        EntenteProcess.Result refused = EntenteProcess.Run(_folder.FullName, "", "code", "article.txt");
        EntenteProcess.Result coded = EntenteProcess.Run(_folder.FullName, "", "code", "article.txt", "--date", "2024-05-01");

        Assert.Equal((1, ""), (refused.ExitCode, refused.Output));
        Assert.Contains("ART002", refused.Errors, StringComparison.Ordinal);
        Assert.Contains("1 articles were bad", refused.Errors, StringComparison.Ordinal);
        Assert.Equal(0, coded.ExitCode);
        Assert.Contains("\"docId\":\"article\",\"date\":\"2024-05-01\"", coded.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_input_writes_nothing_and_is_no_error()
    {
        EntenteProcess.Result result = EntenteProcess.Run(_folder.FullName, "", "code", "-");

        Assert.Equal((0, ""), (result.ExitCode, result.Output));
    }

    [Fact]
    public void A_reader_that_closes_the_pipe_is_no_error()
    {
        File.WriteAllText(In("in.jsonl"), Lines(3000));

        EntenteProcess.Result result = EntenteProcess.Shell("entente code in.jsonl | head -n 1", _folder.FullName);

        Assert.True(result.ExitCode == 0, result.Errors);
        Assert.StartsWith("{\"record\":\"event\"", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void An_interrupt_leaves_whole_lines_and_exits_130()
    {
        using Process process = EntenteProcess.Start(Path.Combine(Entente.Testing.Repository.Root, "entente"), ["code", "-", "-o", "out.jsonl"], _folder.FullName);
        process.StandardInput.Write(Lines(300));
        process.StandardInput.Flush();
        for (int i = 0; i < 1200 && !(File.Exists(In("out.jsonl")) && new FileInfo(In("out.jsonl")).Length > 0); i++)
        {
            Thread.Sleep(50);
        }

        // Standard input stays open: the program waits for more.
        using (Process kill = Process.Start("kill", ["-INT", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]))
        {
            kill.WaitForExit();
        }

        EntenteProcess.Result result = EntenteProcess.Finish(process);

        Assert.True(result.ExitCode == 130, $"{result.ExitCode}: {result.Errors}");
        string written = File.ReadAllText(In("out.jsonl"));
        Assert.EndsWith("}\n", written, StringComparison.Ordinal);
        Assert.All(written.TrimEnd('\n').Split('\n'), line => JsonDocument.Parse(line));
        Assert.False(JsonDocument.Parse(File.ReadAllText(In("out.jsonl.manifest.json"))).RootElement.GetProperty("complete").GetBoolean());
    }

    [Fact]
    public void Input_and_output_cannot_be_one_file()
    {
        File.WriteAllText(In("in.jsonl"), Lines(1));

        EntenteProcess.Result result = EntenteProcess.Run(_folder.FullName, "", "code", "in.jsonl", "-o", "./in.jsonl");

        Assert.Equal(2, result.ExitCode);
        Assert.Equal(Lines(1), File.ReadAllText(In("in.jsonl")));
    }

    [Fact]
    public void A_brief_of_a_folder_is_written_where_the_user_stands()
    {
        Directory.CreateDirectory(In("articles"));
        File.WriteAllText(In("articles/2024-05-01-pact.txt"), "Chad and Niger signed a defence agreement in Niamey on Tuesday.\n");
        File.WriteAllText(In("articles/undated.txt"), "Chad thanked Niger.\n");

        EntenteProcess.Result result = EntenteProcess.Run(_folder.FullName, "", "brief", "articles");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("ART002", result.Errors, StringComparison.Ordinal);
        Assert.Contains("brief.html", result.Errors, StringComparison.Ordinal);
        Assert.Contains("Niamey", File.ReadAllText(In("brief.html")), StringComparison.Ordinal);
    }

    [Fact]
    public void The_lines_of_the_README_run_as_they_stand()
    {
        string readme = File.ReadAllText(Path.Combine(Entente.Testing.Repository.Root, "README.md"));
        string[] lines = [.. readme.Split("```sh\n")[1].Split("```")[0].Split('\n', StringSplitOptions.RemoveEmptyEntries)];
        Directory.CreateSymbolicLink(In("samples"), Path.Combine(Entente.Testing.Repository.Root, "samples"));

        Assert.NotEmpty(lines);
        foreach (string line in lines)
        {
            EntenteProcess.Result result = EntenteProcess.Shell(line.Replace("./entente", "entente", StringComparison.Ordinal), _folder.FullName);
            Assert.True(result.ExitCode == 0, $"{line}: {result.Errors}");
        }

        Assert.True(File.Exists(In("brief.html")));
    }

    [Fact]
    public void Parse_keeps_given_words_and_passes_over_broken_sentences()
    {
        const string given = "# sent_id = a\n1\tChad\t_\t_\t_\t_\t_\t_\t_\t_\n2\tleft\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n3\t.\t_\t_\t_\t_\t_\t_\t_\t_\n\n1\tno columns\n\n1\tGo\t_\t_\t_\t_\t_\t_\t_\t_\n\n";

        EntenteProcess.Result result = EntenteProcess.Run(_folder.FullName, given, "parse", "--pretokenized");

        Assert.Equal(1, result.ExitCode);
        string[] rows = [.. result.Output.Split('\n').Where(line => line.Length > 0 && line[0] != '#')];
        Assert.Equal(["Chad", "left", ".", "Go"], rows.Select(row => row.Split('\t')[1]));
        Assert.All(rows, row => Assert.NotEqual("_", row.Split('\t')[3]));
        Assert.Contains("-:6", result.Errors, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static string Lines(int count) => string.Concat(Enumerable.Range(0, count).Select(i => Line.Replace("%", i.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal)));

    private string In(string name) => Path.Combine(_folder.FullName, name);
}
