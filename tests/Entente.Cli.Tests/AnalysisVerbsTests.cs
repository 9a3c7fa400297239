using Entente.Cli.Streams;
using System.Text;
using System.Text.Json;
using Entente.Archive;
using Entente.Archive.Formats;
using Entente.Lexicon.Compiling;
using Entente.Records;
using Entente.Testing;

namespace Entente.Cli.Tests;

/// <summary>The verbs over small files of records, in this process.</summary>
public sealed class AnalysisVerbsTests : IClassFixture<AnalysisVerbsTests.Home>
{
    private static readonly RecordStamp Stamp = new("entente", "test");
    private readonly Home _home;

    public AnalysisVerbsTests(Home home) => _home = home;

    [Fact]
    public void Network_prints_the_ties_of_a_window_as_csv()
    {
        string records = _home.Records("network.jsonl",
            Event("e1", "2024-05-01", PloverType.Aid, "RUS GOV", "AFG GOV", "d1"), Event("e2", "2024-05-02", PloverType.Accuse, "AFG GOV", "RUS GOV", "d2"),
            Event("e3", "2023-05-02", PloverType.Assault, "AFG GOV", "RUS GOV", "d3"));

        (int code, string output, _) = Run("network", "--events", records, "--from", "2024", "--to", "2024", "--csv");

        Assert.Equal(0, code);
        // 10 - 3 over two documents, a thousandfold; SE 500 * sqrt(100 + 9).
        Assert.Equal(
            "first,second,weight,low,high,sign,settled,cooperation,conflict,forth,back,reprints\nAFG,RUS,3500.0,-6731.312,13731.312,1,false,5000.0,1500.0,1,1,0\n", output);
    }

    [Fact]
    public void Network_leads_back_to_events()
    {
        string records = _home.Records("evidence.jsonl",
            Event("e1", "2024-05-01", PloverType.Consult, "RUS GOV", "AFG GOV", "d1"), Event("e2", "2024-05-02", PloverType.Aid, "RUS GOV", "AFG GOV", "d2"));

        (_, string output, _) = Run("network", "--events", records, "--evidence", "1", "--csv");

        Assert.EndsWith(",0,2,0,e2\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Agreements_of_one_data_set_are_never_joined()
    {
        string records = _home.Records("dcad.jsonl",
            Agreement("k1", "k1", AgreementStage.Signed, "defence cooperation agreement", "dcad"), Agreement("k2", "k2", AgreementStage.Signed, "defence cooperation agreement", "dcad"));

        (_, string output, _) = Run("agreements", "--events", records, "--source", "dcad", "--csv");

        Assert.Equal(3, output.Count(c => c == '\n'));
    }

    [Fact]
    public void Network_compares_two_windows_and_draws_them()
    {
        string records = _home.Records("windows.jsonl",
            Event("e1", "2024-05-01", PloverType.Aid, "RUS GOV", "AFG GOV", "d1"), Event("e3", "2023-05-02", PloverType.Assault, "AFG GOV", "RUS GOV", "d3"));
        string svg = _home.PathOf("network.svg");

        (int code, string output, _) = Run("network", "--events", records, "--from", "2024", "--before", "2023..2023", "--json", "--svg", svg);

        Assert.Equal(0, code);
        using JsonDocument json = JsonDocument.Parse(output);
        Assert.Equal(["ties", "parties", "roles", "communities", "balance", "changes"], json.RootElement.EnumerateObject().Select(member => member.Name));
        Assert.Equal("turned friendly", json.RootElement.GetProperty("changes")[0].GetProperty("change").GetString());
        Assert.Contains("2023-01-01 to 2023-12-31", File.ReadAllText(svg), StringComparison.Ordinal);
        Assert.Throws<UsageException>(() => Run("network", "--events", records, "--show", "changes"));
    }

    [Fact]
    public void Dependence_reports_bad_rows_and_counts_the_good_ones()
    {
        string table = _home.Write("trade.csv", "supplier,client,year,value\nRussia,Afghanistan,2020,60\nCHN,AFG,2021,40\nIndia,Afghanistan,soon,1\nFrance,Mali,2020,5\n");
        string records = _home.Records("ties.jsonl", Depends("t1", "AFG GOV", "RUS"));

        (int code, string output, string errors) = Run("dependence", "--transfers", table, "--actors", "AFG", "--events", records, "--show", "suppliers", "--half-life", "none", "--csv");
        (_, string evidence, _) = Run("dependence", "--transfers", table, "--actors", "AFG", "--events", records, "--show", "evidence", "--csv");

        Assert.Equal(1, code);
        Assert.Contains("trade.csv:4", errors, StringComparison.Ordinal);
        Assert.Equal("client,supplier,value,share,estimated,stock,stockShare,first,last,transfers\nAFG,RUS,60.0,0.6,0.0,60.0,0.6,2020,2020,1\nAFG,CHN,40.0,0.4,0.0,40.0,0.4,2021,2021,1\n", output);
        Assert.Equal("client,supplier,kind,count,claimed,documents,first,last,ties\nAFG,RUS,equipment,1,0,1,,,t1\n", evidence);
    }

    [Fact]
    public void Transfers_and_agreements_of_an_archive_are_asked_for_by_source()
    {
        string archive = _home.PathOf("a.db");
        Assert.Throws<UsageException>(() => Run("dependence", "--events", _home.Records("none.jsonl", Depends("t0", "AFG GOV", "RUS"))));
        string trade = _home.Write("trade.csv", "supplier,client,year,value\nRussia,Afghanistan,2020,60\nCHN,AFG,2021,40\nFrance,Mali,2020,5\n");
        string other = _home.Write("other.csv", "supplier,client,year,value\nIndia,Afghanistan,2020,1\n");
        string dcad = _home.Write("dcad.csv", "ccode1,ccode2,signDay,signMonth,signYear,EIFDay,EIFMonth,EIFYear,type,category1,category2,category3,DCAid\n365,705,2,3,1999,-9,-9,2000,bilateral,DCA,,,17\n");
        Assert.Equal(0, Run("import", "transfers", trade, "--archive", archive).Code);
        Assert.Equal(0, Run("import", "dcad", dcad, "--archive", archive).Code);

        (int code, string output, _) = Run("dependence", "--archive", archive, "--actors", "AFG", "--show", "suppliers", "--half-life", "none", "--csv");
        Assert.Equal(0, code);
        Assert.Contains("AFG,RUS,60.0,0.6,", output, StringComparison.Ordinal);
        Assert.DoesNotContain("MLI", output, StringComparison.Ordinal);

        Run("import", "transfers", other, "--archive", archive);
        UsageException several = Assert.Throws<UsageException>(() => Run("dependence", "--archive", archive));
        Assert.Contains("other, trade", several.Message, StringComparison.Ordinal);
        Assert.Contains("AFG,IND,1.0,1.0,", Run("dependence", "--archive", archive, "--source", "other", "--show", "suppliers", "--csv").Output, StringComparison.Ordinal);

        string agreements = Run("agreements", "--archive", archive, "--pair", "RUS", "KAZ", "--csv", "--show", "agreements").Output;
        Assert.Empty(Run("agreements", "--archive", archive, "--pair", "RUS", "AFG", "--csv", "--show", "agreements").Output.Split('\n')[1]);
        Assert.Contains(",defence cooperation agreement,dcad,1,1,0,", agreements, StringComparison.Ordinal);
    }

    [Fact]
    public void Agreements_are_listed_once_with_their_steps()
    {
        string records = _home.Records("agreements.jsonl",
            Event("e1", "2024-05-28", PloverType.Consult, "RUS GOV", "AFG GOV", "d1"), Event("e2", "2024-07-01", PloverType.Consult, "RUS GOV", "AFG GOV", "d2"),
            Agreement("a1", "d1", AgreementStage.Signed, "gas transit agreement"), Agreement("a2", "d2", AgreementStage.InForce, "agreement on gas transit"));

        (int code, string output, _) = Run("agreements", "--events", records, "--pair", "RUS", "AFG", "--show", "steps", "--csv");

        Assert.Equal(0, code);
        Assert.Equal("agreement,stage,from,to,reported,records\na1,signed,,,2024-05-28,a1\na1,in-force,,,2024-07-01,a2\n", output);
        Assert.Throws<UsageException>(() => Run("agreements", "--events", records, "--kind", "secret"));
    }

    [Fact]
    public void Signals_show_whom_a_demand_is_about()
    {
        string records = _home.Records("signals.jsonl",
            Event("e1", "2024-05-28", PloverType.Consult, "RUS GOV", "AFG GOV", "d1"), Event("e2", "2024-05-28", PloverType.Request, "RUS GOV", "USA GOV", "d1"),
            Event("e3", "2024-06-01", PloverType.Reject, "USA GOV", "RUS GOV", "d2"));

        (_, string output, _) = Run("signals", "--events", records, "--about", "AFG", "--show", "summary", "--csv");

        Assert.Equal("speaker,addressee,kind,count,costly,met,refused,unanswered,about\nRUS,USA,demand,1,0,0,1,0,AFG\n", output);
    }

    [Fact]
    public void Concerns_follow_a_threat_over_the_borders_of_the_lexicon()
    {
        string records = _home.Records("concerns.jsonl", Threat("t1", "TJK GOV", "AFG REB"), Threat("t2", "KGZ GOV", "AFG"));

        (_, string output, _) = Run("concerns", "--events", records, "--show", "paths", "--csv");

        Assert.Equal("kind,states,count\nterrorism,AFG;TJK;KGZ,2\n", output);
    }

    [Fact]
    public void Compare_asks_for_two_sources_that_are_there()
    {
        string records = _home.Records("compare.jsonl", Event("e1", "2024-05-28", PloverType.Consult, "RUS GOV", "AFG GOV", "d1"));

        UsageException none = Assert.Throws<UsageException>(() => Run("compare", "entente", "gdelt", "--events", records));
        Assert.Throws<UsageException>(() => Run("compare", "entente", "entente", "--events", records));
        (int code, _, string errors) = Run("compare", "entente", "publisher:Nobody", "--events", records);

        Assert.Contains("there are entente", none.Message, StringComparison.Ordinal);
        Assert.Equal(1, code);
        Assert.Contains("no month in common: 'entente' has 2024-05 to 2024-05, 'publisher:Nobody' has nothing of what was asked for", errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Graphs_carry_the_rungs_on_which_a_pair_stands()
    {
        string records = _home.Records("graph.jsonl", [.. Enumerable.Range(1, 4).Select(n => Event($"g{n}", $"2024-0{n}-01", PloverType.Assault, "RUS MIL", "AFG MIL", $"d{n}"))]);

        (_, string graph, _) = Run("export", "graphml", "--events", records);
        (_, string late, _) = Run("export", "graphml", "--events", records, "--from", "2024-04");

        string rung = System.Text.RegularExpressions.Regex.Match(graph, "<data key=\"hostility\">([0-5])</data>").Groups[1].Value;
        Assert.InRange(int.Parse(rung, System.Globalization.CultureInfo.InvariantCulture), 3, 5);
        Assert.Contains("<data key=\"engagement\">0</data>", graph, StringComparison.Ordinal);
        Assert.Contains($"<data key=\"hostility\">{rung}</data>", late, StringComparison.Ordinal);
        Assert.Contains("<data key=\"weight\">1</data>", late, StringComparison.Ordinal);
    }

    [Fact]
    public void Bad_records_are_told_and_end_with_one_though_the_others_are_counted()
    {
        string records = _home.Records("half.jsonl", Event("e1", "2024-05-01", PloverType.Aid, "RUS GOV", "AFG GOV", "d1"));
        File.AppendAllText(records, "{not a record\n");

        (int code, string output, string errors) = Run("dyads", "--events", records, "--csv");

        Assert.Equal(1, code);
        Assert.Contains("RUS,AFG,1,", output, StringComparison.Ordinal);
        Assert.Contains("half.jsonl:2: RCD001", errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("dyads")]
    [InlineData("network")]
    [InlineData("signals")]
    [InlineData("shifts")]
    public void What_is_not_there_is_said_so(string verb)
    {
        string records = _home.Records("some.jsonl", Event("e1", "2024-05-01", PloverType.Aid, "RUS GOV", "AFG GOV", "d1")), nothing = _home.Write("nothing.jsonl", "");

        (int code, _, string errors) = Run(verb, "--events", records, "--from", "2030", "--to", "2030");
        (_, _, string none) = Run(verb, "--events", nothing);

        Assert.Equal(0, code);
        Assert.Contains("nothing was found: no record that counts is of what was asked for", errors, StringComparison.Ordinal);
        Assert.Contains("nothing was found", none, StringComparison.Ordinal);
    }

    [Fact]
    public void What_cannot_be_asked_says_why()
    {
        string records = _home.Records("asked.jsonl", Event("e1", "2024-05-01", PloverType.Aid, "RUS GOV", "AFG GOV", "d1"));

        Assert.Contains("two different parties", Refused("network", "--events", records, "--pair", "RUS", "Russia"), StringComparison.Ordinal);
        Assert.Contains("is a folder", Refused("dyads", "--events", _home.Folder), StringComparison.Ordinal);
        Assert.Contains("there is no file", Refused("dyads", "--events", _home.PathOf("nowhere.jsonl")), StringComparison.Ordinal);
        Assert.Contains("there are no records at all", Refused("compare", "entente", "gdelt", "--events", _home.Write("void.jsonl", "")), StringComparison.Ordinal);
        Assert.Contains("'events' lists what an archive holds", Refused("events", "--events", records), StringComparison.Ordinal);
        Assert.Contains("--to lies before --from", Refused("dyads", "--events", records, "--from", "2025", "--to", "2024"), StringComparison.Ordinal);
        Assert.Contains("there is no region 'nowhere'; there are", Refused("dyads", "--events", records, "--region", "nowhere"), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_verb_says_the_same_of_what_is_no_archive()
    {
        string missing = Path.Combine(_home.Folder, "none.db"), empty = Path.Combine(_home.Folder, "empty.db"), words = Path.Combine(_home.Folder, "words.db");
        File.WriteAllText(empty, "");
        File.WriteAllText(words, string.Concat(Enumerable.Repeat("these are words, and no tables. ", 100)));
        string[][] verbs =
        [
            ["events"], ["dyads"], ["shifts"], ["network"], ["dependence"], ["agreements"], ["signals"], ["concerns"], ["compare", "entente", "gdelt"], ["export", "csv"], ["explain", "some-id"],
            ["review", "list"], ["review", "accept", "some-id"], ["recode"], ["brief"],
        ];
        foreach ((string path, string told) in ((string, string)[])[(missing, "there is no archive"), (empty, "is an empty file"), (words, "is no archive"), (_home.Folder, "is a folder")])
        {
            string[] messages =
            [
                .. verbs.Select(verb =>
                {
                    ArchiveException problem = Assert.Throws<ArchiveException>(() => Run([.. verb, "--archive", path]));
                    Assert.Equal(2, Program.CodeOf(problem.Trouble));
                    return problem.Message;
                }),
            ];
            Assert.Contains(told, messages[0], StringComparison.Ordinal);
            Assert.All(messages, message => Assert.Equal(messages[0], message));
        }

        Assert.False(File.Exists(missing), "asking makes none");
        Assert.Equal(0, new FileInfo(empty).Length);
    }

    [Fact]
    public void Network_agreements_and_signals_are_told_period_by_period_where_asked()
    {
        string records = _home.Records("periods.jsonl",
            Event("e1", "2024-05-01", PloverType.Aid, "RUS GOV", "AFG GOV", "d1"), Event("e2", "2025-05-02", PloverType.Accuse, "AFG GOV", "RUS GOV", "d2"),
            Agreement("k1", "d1", AgreementStage.Signed, "defence cooperation agreement"));

        (_, string network, _) = Run("network", "--events", records, "--period", "year", "--show", "periods", "--csv");
        (_, string agreements, _) = Run("agreements", "--events", records, "--period", "year", "--show", "periods", "--csv");
        (_, string signals, _) = Run("signals", "--events", records, "--bilateral", "--period", "quarter", "--show", "periods", "--csv");

        Assert.Equal(["period", "2024", "2025"], network.TrimEnd().Split('\n').Select(line => line.Split(',')[0]));
        Assert.Contains(",signed,1,", agreements, StringComparison.Ordinal);
        Assert.Contains("2025-Q2,AFG,RUS,charge,1,", signals, StringComparison.Ordinal);
        Assert.Contains("--period month", Refused("network", "--events", records, "--show", "periods"), StringComparison.Ordinal);
    }

    [Fact]
    public void Counts_of_ones_own_are_searched_for_shifts()
    {
        string file = Path.Combine(_home.Folder, "counts.csv");
        File.WriteAllText(file, "month,cases\n" + string.Concat(Enumerable.Range(0, 96).Select(i => $"{2010 + (i / 12)}-{1 + (i % 12):00},{(i < 60 ? 2 : 9) + (i % 3)}\n")) + "2018-01,many\n");

        (int code, string output, string errors) = Run("evaluate", "shifts", "--counts", file, "--json");

        Assert.Equal(1, code);
        Assert.Contains(":98: CNT001: 'many' is no count", errors, StringComparison.Ordinal);
        using JsonDocument json = JsonDocument.Parse(output);
        Assert.Equal("2015-01", json.RootElement.GetProperty("shifts")[0].GetProperty("at").GetString());
        Assert.Equal("2015-01", json.RootElement.GetProperty("alarms")[0].GetProperty("shift").GetString());
        Assert.Contains("'shifts' alone", Refused("evaluate", "relate", "--counts", file), StringComparison.Ordinal);
        Assert.Contains("--false-alarms", Refused("evaluate", "shifts", "--counts", file, "--false-alarms", "0"), StringComparison.Ordinal);
    }

    private string Refused(params string[] words) => Assert.Throws<UsageException>(() => Run(words)).Message;

    private (int Code, string Output, string Errors) Run(params string[] words)
    {
        using var output = new MemoryStream();
        var errors = new StringWriter { NewLine = "\n" };
        using var interrupt = new Interrupt();
        int code = Program.Run(words, new(Stream.Null, output, errors, interrupt) { Home = _home.Folder });
        return (code, Encoding.UTF8.GetString(output.ToArray()), errors.ToString());
    }

    private static Action<Utf8JsonWriter> Event(string id, string date, PloverType type, string actors, string recipients, string docId) =>
        json => EventJson.Write(json, SomeEvents.Event(id, date, type, actors, recipients, docId: docId), Stamp);

    private static Action<Utf8JsonWriter> Depends(string id, string holder, string other) => json => TieJson.Write(json, Tie(id, TieKind.DependsOn, holder, other, "equipment"), Stamp);

    private static Action<Utf8JsonWriter> Threat(string id, string holder, string other) => json => TieJson.Write(json, Tie(id, TieKind.IsThreatenedBy, holder, other, "terrorism"), Stamp);

    private static Tie Tie(string id, TieKind kind, string holder, string other, string theme) => new()
    {
        Id = id, DocId = "doc-" + id, Sentence = 0, Kind = kind, Holder = [Party(holder)], Other = [Party(other)], Theme = new(new("theme", new(0, 5)), theme), Evidence = new("words", new(0, 5)),
    };

    private static Action<Utf8JsonWriter> Agreement(string id, string docId, AgreementStage stage, string name, string coder = "entente 0.1.0") => json => AgreementJson.Write(
        json,
        new Agreement
        {
            Id = id, DocId = docId, Sentence = 0, Parties = [Party("AFG GOV"), Party("RUS GOV")], Kind = ["energy"], Domain = ["energy"], Name = name, Stage = stage, Evidence = new("words", new(0, 5)),
        },
        new(coder, "test"));

    private static Entity Party(string code) => new(new("Party", new(0, 5)), ActorCode.Parse(code));

    /// <summary>A folder with the compiled lexicon and the tests' files.</summary>
    public sealed class Home : IDisposable
    {
        public Home()
        {
            using FileStream lexicon = File.Create(PathOf(Installation.LexiconFile));
            LexiconCompiler.Compile(Path.Combine(Repository.Root, "lexicon"), lexicon);
        }

        public string Folder { get; } = Directory.CreateTempSubdirectory("entente-").FullName;

        public string PathOf(string name) => Path.Combine(Folder, name);

        public string Write(string name, string text)
        {
            File.WriteAllText(PathOf(name), text);
            return PathOf(name);
        }

        internal string Records(string name, params Action<Utf8JsonWriter>[] records)
        {
            using FileStream file = File.Create(PathOf(name));
            foreach (Action<Utf8JsonWriter> write in records)
            {
                using (var json = new Utf8JsonWriter(file))
                {
                    write(json);
                }

                file.Write("\n"u8);
            }

            return PathOf(name);
        }

        public void Dispose() => Directory.Delete(Folder, recursive: true);
    }
}
