using Entente.Lexicon.Compiling;
using Entente.Records;

namespace Entente.Lexicon.Tests.Compiling;

public class PackTests
{
    private const string AgentColumns = "noun code kind source";

    [Fact]
    public void A_packs_actor_replaces_the_lexicons_of_the_same_id_and_the_last_pack_wins()
    {
        using SmallLexicon small = new SmallLexicon()
            .Table("packs/10-first/actors/some.tsv", SmallLexicon.ActorColumns, "nato;North Atlantic Treaty Organization;body;IGO GOV;;;;none;NATO;record", "who;World Health Organization;body;UNO MED;;;;none;WHO;record")
            .Table("packs/20-second/actors/some.tsv", SmallLexicon.ActorColumns, "nato;Atlantic Alliance;body;NGO MIL;;;;none;;record");

        WorldLexicon lexicon = WorldLexicon.Load(small.Folder);

        Assert.Empty(lexicon.Find("NATO"));
        Assert.Equal("NGO MIL", CodeOf(lexicon, "Atlantic Alliance"));
        Assert.Equal("UNO MED", CodeOf(lexicon, "WHO"));
        Assert.Equal("GBR GOV", CodeOf(lexicon, "Theresa May"));
    }

    [Fact]
    public void A_packs_role_noun_replaces_the_lexicons()
    {
        using SmallLexicon small = new SmallLexicon()
            .Table("agents.tsv", AgentColumns, "warden;COP;person;record", "scribe;JRN;person;record")
            .Table("packs/mine/agents.tsv", AgentColumns, "warden;MIL;person;record");

        WorldLexicon lexicon = WorldLexicon.Load(small.Folder);

        Assert.Equal(["JRN", "MIL"], lexicon.Agents.Select(agent => agent.Code.Text).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Replacements_are_told_with_both_places_and_are_no_faults()
    {
        using SmallLexicon small = new SmallLexicon()
            .Table("packs/mine/actors/some.tsv", SmallLexicon.ActorColumns, "nato;North Atlantic Treaty Organization;body;IGO GOV;;;;none;NATO;record");

        Assert.DoesNotContain(LexiconCheck.Run(small.Folder), problem => problem.File.Contains("packs", StringComparison.Ordinal));
        Assert.Equal(["lexicon/packs/mine/actors/some.tsv:2: 'nato' counts instead of lexicon/actors/some.tsv:10: the later pack wins"], LexiconCheck.Replacements(small.Folder));
    }

    [Fact]
    public void A_pack_may_bring_a_source_and_a_frame_without_example_that_goes_first()
    {
        const string Frame = "- id: {0}\n  event: {1}\n  patterns:\n    - verb: [{2}]\n      actor: [subj]\n      recipient: [obj]\n{3}";
        using SmallLexicon small = new SmallLexicon()
            .Write("frames/some.yaml", Text(Frame, "praise", "SUPPORT", "praise, laud", "  examples:\n    - \"2024-05-01 Russia praised Turkey. => SUPPORT RUS GOV -> TUR GOV\"\n"))
            .Write("packs/mine/SOURCES.md", "| key | what |\n|---|---|\n| `ours` | our own list |\n")
            .Write("packs/mine/frames/some.yaml", Text(Frame, "laud", "CONSULT", "laud", ""));
        var problems = new List<Diagnostic>();

        WorldLexicon lexicon = WorldLexicon.Load(small.Folder, problems);

        Assert.Empty(problems);
        Assert.Equal("laud", lexicon.Frames.PatternsForVerb("laud")[0].Pattern.Frame.Id);
        Assert.Equal("praise", lexicon.Frames.PatternsForVerb("praise")[0].Pattern.Frame.Id);
    }

    [Fact]
    public void A_word_that_a_packs_frame_takes_from_one_below_is_noted_and_no_fault()
    {
        const string Frame = "- id: {0}\n  event: SUPPORT\n  patterns:\n    - verb: [laud]\n      actor: [subj]\n      recipient: [obj]\n{1}";
        using SmallLexicon small = new SmallLexicon()
            .Write("frames/some.yaml", Text(Frame, "praise", "  examples:\n    - \"2024-05-01 Russia lauded Turkey. => SUPPORT RUS GOV -> TUR GOV\"\n"))
            .Write("packs/mine/frames/some.yaml", Text(Frame, "laud", ""));

        Assert.Empty(LexiconCheck.Run(small.Folder));
        Assert.Equal(["lexicon/packs/mine/frames/some.yaml:4: 'laud (laud)' counts instead of lexicon/frames/some.yaml:4: the later pack wins"], LexiconCheck.Replacements(small.Folder));

        small.Write("packs/mine/frames/twice.yaml", Text(Frame, "extol", ""));

        Assert.Equal("LEX035", small.CheckOne().Code);
    }

    private static string Text(string format, params object[] values) => string.Format(System.Globalization.CultureInfo.InvariantCulture, format, values);

    private static string CodeOf(WorldLexicon lexicon, string name) => lexicon.Actors[lexicon.Find(name).First(sense => sense.IsActor).Index].Roles[0].Code.Text;
}
