using Entente.Coding.Judging;
using Entente.Coding.Learning;
using Entente.Lexicon;
using Entente.Lexicon.Compiling;
using Entente.Lexicon.Importing;
using Entente.Records;

namespace Entente.Coding.Tests.Specs;

/// <summary>Packs of a user's own upon the whole lexicon, with the shipped models: dictionaries brought along, frames and categories written down.</summary>
public sealed class OwnPackTests : IDisposable
{
    private static readonly DateOnly Day = new(2024, 5, 1);

    private readonly string _folder = Directory.CreateTempSubdirectory("entente-packs-").FullName;

    public OwnPackTests()
    {
        string from = Path.Combine(World.Root, "lexicon");
        foreach (string file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            Write(Path.GetRelativePath(from, file), File.ReadAllText(file));
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Dictionaries_of_another_coder_code_from_the_first_sentence_on()
    {
        Import(
            actors: "VARENNA_FRONT_ [MLIREB]\n+FRONT_OF_VARENNA_\nKIDAL_COUNCIL_\n+KIDAL_AUTHORITY_\n\t[MLIGOV >200101]\n\t[MLIREB <200102]\n",
            agents: "HARBOUR_MASTER_ {HARBOUR_MASTERS_} [~COP]\nTOLL_COLLECTORS_ [~COP]\n",
            verbs: "&RESOURCE\n+GAS_\n+FUEL_\n--- THROTTLE [163] ---\nTHROTTLE {THROTTLES THROTTLED THROTTLING}\n- * &RESOURCE TO + [163]\n- * TRADE WITH + [163]\n",
            "packs/mine");

        WorldLexicon lexicon = Load();

        Assert.Equal("ASSAULT MLI REB -> MLI MIL", Coded(lexicon, "The Varenna Front attacked Mali's army.", Day));
        Assert.Equal("ACCUSE FRA GOV -> MLI GOV", Coded(lexicon, "France accused the Kidal Authority of looting.", Day));
        Assert.Equal("ACCUSE FRA GOV -> MLI REB", Coded(lexicon, "France accused the Kidal Authority of looting.", new(2019, 5, 1)));
        Assert.Equal("CONSULT TUR COP -> GRC GOV", Coded(lexicon, "Turkey's harbour master met the Greek foreign minister.", Day));
        Assert.Equal("CONSULT TUR COP -> GRC GOV", Coded(lexicon, "Turkey's toll collectors met the Greek foreign minister.", Day));
        Assert.Equal("SANCTION CHN GOV -> AUS GOV", Coded(lexicon, "China throttled trade with Australia.", Day));
        Assert.Equal("imported-throttle-163", Assert.Single(Code(lexicon, "China throttled trade with Australia.", Day)).Rule);
    }

    [Fact]
    public void A_later_pack_says_otherwise_and_the_check_tells_who_counts()
    {
        Import("VARENNA_FRONT_ [MLIREB]\n", "HARBOUR_MASTER_ [~MIL]\n", "", "packs/10-first");
        Import("VARENNA_FRONT_ [NERMIL]\n", "HARBOUR_MASTER_ [~COP]\n", "", "packs/20-second");

        WorldLexicon lexicon = Load();

        Assert.Equal("ASSAULT NER MIL -> MLI MIL", Coded(lexicon, "The Varenna Front attacked Mali's army.", Day));
        Assert.Equal("CONSULT TUR COP -> GRC GOV", Coded(lexicon, "Turkey's harbour master met the Greek foreign minister.", Day));
        IReadOnlyList<string> notes = LexiconCheck.Replacements(_folder);
        Assert.Contains("lexicon/packs/20-second/actors/imported.tsv:2: 'varenna-front' counts instead of lexicon/packs/10-first/actors/imported.tsv:2: the later pack wins", notes);
        Assert.Contains("lexicon/packs/20-second/agents.tsv:2: 'harbour master' counts instead of lexicon/packs/10-first/agents.tsv:2: the later pack wins", notes);
    }

    [Fact]
    public void The_pages_own_frame_codes_and_its_category_labels()
    {
        string[] blocks = File.ReadAllText(Path.Combine(World.Root, "docs", "ontologies.md")).ReplaceLineEndings("\n").Split("```yaml\n")[^2..];
        Write("packs/energy/frames/energy.yaml", blocks[0].Split("```")[0]);
        Write("packs/energy/ontology.yaml", blocks[1].Split("```")[0]);

        WorldLexicon lexicon = Load();
        CodedEvent coded = Assert.Single(Code(lexicon, "Russia throttled gas to Moldova on Monday.", Day));

        Assert.Equal("throttle-energy", coded.Rule);
        Assert.Equal(["energy-coercion"], lexicon.Ontology.Label(coded).Labels);
    }

    private static string Coded(WorldLexicon lexicon, string text, DateOnly day)
    {
        CodedEvent coded = Assert.Single(Code(lexicon, text, day));
        return $"{coded.Type.Code()} {string.Join(" + ", coded.Actor.Select(party => party.Code))} -> {string.Join(" + ", coded.Recipient.Select(party => party.Code))}";
    }

    private static IReadOnlyList<CodedEvent> Code(WorldLexicon lexicon, string text, DateOnly day)
    {
        using FileStream judgement = File.OpenRead(Path.Combine(World.Root, "models", "judgement.bin")), standing = File.OpenRead(Path.Combine(World.Root, "models", "standing.bin"));
        var coder = new EventCoder(lexicon, JudgementModel.Load(judgement), ChoiceModel.Load(standing));
        return coder.Code(new Document("pack", day, text), World.Analyze(text));
    }

    private WorldLexicon Load()
    {
        var problems = new List<Diagnostic>();
        var lexicon = WorldLexicon.Load(_folder, problems);
        Assert.Empty(problems);
        return lexicon;
    }

    private void Import(string actors, string agents, string verbs, string pack)
    {
        ImportedPack made = new DictionaryImport(World.Lexicon).Write([Written("in/actors.txt", actors)], [Written("in/agents.txt", agents)], [Written("in/verbs.txt", verbs)], Path.Combine(_folder, pack));
        Assert.Empty(made.Problems);
    }

    private string Written(string path, string text)
    {
        Write(path, text);
        return Path.Combine(_folder, path);
    }

    private void Write(string path, string text)
    {
        string full = Path.Combine(_folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
    }
}
