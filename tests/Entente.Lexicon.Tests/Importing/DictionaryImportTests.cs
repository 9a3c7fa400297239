using Entente.Lexicon.Actors;
using Entente.Lexicon.Importing;
using Entente.Records;

namespace Entente.Lexicon.Tests.Importing;

public sealed class DictionaryImportTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("entente-import-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Dated_codes_become_roles_and_the_undated_one_fills_the_gaps()
    {
        Actor actor = Imported("""
            TEST_PERSON_ONE_ ; a made-up name
            +T._P._ONE_
            	[RUSELI]
            	[RUSGOVMIL 990301-041231]
            	[RUSOPP >150630]
            """, "Test Person One");

        Assert.Equal(ActorKind.Person, actor.Kind);
        Assert.Contains("T. P. One", actor.Aliases);
        Assert.Equal(
            ["RUS ELI -1999-03-01", "RUS GOV MIL 1999-03-01-2005-01-01", "RUS ELI 2005-01-01-2015-07-01", "RUS OPP 2015-07-01-"],
            actor.Roles.Select(role => FormattableString.Invariant($"{role.Code} {role.From:yyyy-MM-dd}-{role.To:yyyy-MM-dd}")));
    }

    [Fact]
    public void Codes_before_a_day_end_on_it_and_parentheses_are_TABARIs()
    {
        Actor actor = Imported("TEST_PERSON_TWO_ [TURGOV (<880115)] [TUROPP (880115-900101)]", "Test Person Two");

        Assert.Equal([("TUR GOV", null, new DateOnly(1988, 1, 15)), ("TUR OPP", (DateOnly?)new DateOnly(1988, 1, 15), (DateOnly?)new DateOnly(1990, 1, 2))],
            actor.Roles.Select(role => (role.Code.Text, role.From, role.To)));
    }

    [Fact]
    public void CAMEOs_roles_take_PLOVERs_names_and_a_bodys_slot()
    {
        Assert.Equal("RUS REB", Imported("TEST_FRONT_ [RUSINS]", "Test Front").Roles[0].Code.Text);
        Assert.Equal("UNO MED", Imported("TEST_HEALTH_AGENCY_ [IGOUNOHLH]", "Test Health Agency").Roles[0].Code.Text);
    }

    [Fact]
    public void A_name_that_the_lexicon_knows_keeps_its_id_and_a_state_is_left_alone()
    {
        ImportedPack pack = Import(actors: "NATO_ [IGOMIL]\nTURKEY_ [TUR]\n");

        Assert.Equal(1, pack.Actors);
        Assert.Equal(("LEX041", 2), pack.Problems.Select(problem => (problem.Code, (int)problem.Line)).Single());
        Assert.StartsWith("nato\t", File.ReadAllLines(Path.Combine(_folder, "pack", "actors", "imported.tsv"))[1], StringComparison.Ordinal);
    }

    [Fact]
    public void What_has_no_counterpart_is_reported_and_never_given_a_code()
    {
        ImportedPack pack = Import(actors: "TEST_UNKNOWN_ [XYZ]\nTEST_DATE_ [RUSGOV 991399-000101]\n", verbs: "--- SAYING [010] ---\nMUMBLE\n- * &NOSET + [190]\n");

        Assert.Equal((0, 0), (pack.Actors, pack.Patterns));
        Assert.Equal(["LEX025", "LEX040", "LEX040", "LEX040", "LEX040", "LEX040"], pack.Problems.Select(problem => problem.Code).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Agents_lose_their_underscores_and_sets_are_spelt_out()
    {
        Import(agents: "!HEAD! = CHIEF_, BOSS_\nVILLAGE_!HEAD! {VILLAGE_CHIEFS_} [~GOV]\nRANGERS_ [~COP]\n");

        Assert.Equal(["village chief\tGOV\tperson\timported", "village boss\tGOV\tperson\timported", "rangers\tCOP\tgroup\timported", "ranger\tCOP\tperson\timported"], File.ReadAllLines(Path.Combine(_folder, "pack", "agents.tsv"))[1..]);
    }

    [Fact]
    public void A_plural_means_its_lemma_too_unless_that_stands_there_or_is_known_to_be_no_role()
    {
        Import(agents: "TOLL_COLLECTORS_ [~COP]\nSENTRIES_ [~MIL]\nSENTRY_ [~COP]\nCUSTOMS_ [~GOV]\nPRESS_ [~MED]\n");

        Assert.Equal(["toll collectors COP", "toll collector COP", "sentries MIL", "sentry COP", "customs GOV", "press JRN"], File.ReadAllLines(Path.Combine(_folder, "pack", "agents.tsv"))[1..].Select(row => string.Join(' ', row.Split('\t')[..2])));
    }

    [Fact]
    public void Verbs_become_frames_that_load_and_ask_for_the_patterns_words()
    {
        ImportedPack pack = Import(verbs: "&GRAIN\n+WHEAT_\n+BARLEY_\n--- BARTER [061] ---\nBARTER {BARTERS BARTERED}\nHAGGLE_OVER\n- * &GRAIN WITH + [0871]\n- * THREATS [138]\n");
        File.Move(Path.Combine(_folder, "pack", "frames", "imported.yaml"), Path.Combine(_folder, "imported.yaml"));
        var problems = new List<Diagnostic>();
        using SmallLexicon small = new SmallLexicon().Write("packs/mine/frames/imported.yaml", File.ReadAllText(Path.Combine(_folder, "imported.yaml")));
        File.Copy(Repository.PathTo("lexicon/cameo.tsv"), Path.Combine(small.Folder, "cameo.tsv"));

        WorldLexicon lexicon = WorldLexicon.Load(small.Folder, problems);

        Assert.Empty(problems);
        Assert.Empty(pack.Problems);
        Assert.Equal(4, pack.Patterns);
        Assert.Equal(
            ["imported-barter-061: ", "imported-barter-0871: obj=barley,wheat; with=", "imported-barter-138: obj=threat,threats"],
            lexicon.Frames.PatternsForVerb("barter").Select(found => $"{found.Pattern.Frame.Id}: {string.Join("; ", found.Pattern.Conditions.Select(c => $"{c.Path.Text}={string.Join(',', c.Lemmas?.Lemmas ?? [])}"))}").Order(StringComparer.Ordinal));
    }

    private Actor Imported(string dictionary, string name)
    {
        Import(actors: dictionary.Replace("\\t", "\t", StringComparison.Ordinal));
        using var small = new SmallLexicon();
        small.Write("packs/mine/actors/imported.tsv", File.ReadAllText(Path.Combine(_folder, "pack", "actors", "imported.tsv")));
        small.Write("packs/mine/SOURCES.md", File.ReadAllText(Path.Combine(_folder, "pack", "SOURCES.md")));
        WorldLexicon lexicon = WorldLexicon.Load(small.Folder);
        return lexicon.Actors[lexicon.Find(name).First(sense => sense.IsActor).Index];
    }

    private ImportedPack Import(string? actors = null, string? agents = null, string? verbs = null) =>
        new DictionaryImport(Repository.Lexicon.Value).Write(Saved("actors.txt", actors), Saved("agents.txt", agents), Saved("verbs.txt", verbs), Path.Combine(_folder, "pack"));

    private string[] Saved(string name, string? text)
    {
        if (text is null)
        {
            return [];
        }

        string path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return [path];
    }
}
