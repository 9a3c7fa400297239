using Entente.Lexicon.Compiling;
using Entente.Lexicon.Ontologies;
using Entente.Records;

namespace Entente.Lexicon.Tests.Ontologies;

public class PackOntologyTests
{
    private const string Own = "- id: laud-loudly\n  event: SUPPORT\n  patterns:\n    - verb: [laud]\n      actor: [subj]\n      recipient: [obj]\n";

    [Fact]
    public void Packs_stack_the_later_category_wins_and_the_check_says_so()
    {
        using SmallLexicon small = new SmallLexicon()
            .Write("packs/10-first/ontology.yaml", "- {label: praise, description: first, when: {event: SUPPORT}}\n- {label: help, description: first, when: {event: AID}}\n")
            .Write("packs/20-second/ontology.yaml", "- {label: praise, description: second, when: {event: CONSULT}}\n");

        Ontology ontology = small.Load().Ontology;

        Assert.Equal([("help", "first"), ("praise", "second")], ontology.Categories.Select(category => (category.Label, category.Description)));
        Assert.Equal("lexicon/packs/20-second/ontology.yaml:1", ontology.Categories[1].Place);
        Assert.Equal(["lexicon/packs/20-second/ontology.yaml:1: 'praise' counts instead of lexicon/packs/10-first/ontology.yaml:1: the later pack wins"], LexiconCheck.Replacements(small.Folder));
    }

    [Fact]
    public void A_condition_may_name_the_packs_own_frame_and_a_fault_is_told_where_it_stands()
    {
        using SmallLexicon small = new SmallLexicon()
            .Write("packs/mine/frames/own.yaml", Own)
            .Write("packs/mine/ontology.yaml", "- {label: praise, description: x, when: {frame: laud-*}}\n- {label: other, description: x, when: {frame: nonesuch}}\n");
        var problems = new List<Diagnostic>();

        var lexicon = WorldLexicon.Load(small.Folder, problems);

        Diagnostic fault = small.CheckOne();
        Assert.Equal(("LEX050", 2), (fault.Code, (int)fault.Line));
        Assert.EndsWith("packs/mine/ontology.yaml", fault.File, StringComparison.Ordinal);
        Assert.Equal(fault, Assert.Single(problems));
        Assert.Equal(["praise"], lexicon.Ontology.LabelsOf(new() { Type = PloverType.Support, Frame = "laud-loudly" }));
        Assert.Single(lexicon.Ontology.Categories);
    }

    [Fact]
    public void Categories_are_no_part_of_the_lexicons_version_which_events_are_named_after()
    {
        using var plain = new SmallLexicon();
        using SmallLexicon own = new SmallLexicon().Write("packs/mine/ontology.yaml", "- {label: help, description: x, when: {event: AID}}\n");

        Assert.Equal(plain.Load().Version, own.Load().Version);
        Assert.Empty(plain.Load().Ontology.Categories);
    }
}
