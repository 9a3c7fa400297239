using Entente.Lexicon.Ontologies;
using Entente.Records;

namespace Entente.Lexicon.Tests.Ontologies;

public class OntologyTests
{
    private static readonly OntologyFacts Cut = new()
    {
        Type = PloverType.Sanction,
        Modes = ["discontinue"],
        Contexts = ["economic", "natural_resource"],
        Cameo = "163",
        Frame = "impose-sanctions",
        Trigger = "Cut",
        Actors = [ActorCode.Parse("RUS GOV")],
        Recipients = [ActorCode.Parse("KAZ GOV"), null],
        Country = "KAZ",
    };

    [Fact]
    public void An_event_bears_the_labels_of_all_categories_it_belongs_to_in_file_order()
    {
        Ontology ontology = Read("""
            - {label: zeal, description: x, when: {event: SANCTION}}
            - {label: other, description: x, when: {event: AID}}
            - {label: apple, description: x, when: {context: natural_resource}}
            """);

        Assert.Equal(["zeal", "apple"], ontology.LabelsOf(Cut));
        Assert.Empty(ontology.LabelsOf(Cut with { Type = PloverType.Accuse, Contexts = [] }));
    }

    [Theory]
    [InlineData("{event: [AID, SANCTION]}", true)]
    [InlineData("{event: SANCTION, context: [military, economic]}", true)]
    [InlineData("{event: SANCTION, context: [military]}", false)]
    [InlineData("{quad: material-conflict}", true)]
    [InlineData("{quad: [verbal-conflict, verbal-cooperation]}", false)]
    [InlineData("{mode: [discontinue, expel]}", true)]
    [InlineData("{mode: expel}", false)]
    [InlineData("{cameo: \"16*\"}", true)]
    [InlineData("{cameo: 163}", true)]
    [InlineData("{cameo: \"16\"}", false)]
    [InlineData("{cameo: \"19*\"}", false)]
    [InlineData("{frame: \"*-sanctions\"}", true)]
    [InlineData("{frame: \"im*se-*\"}", true)]
    [InlineData("{frame: \"lift-*\"}", false)]
    [InlineData("{trigger: cut}", true)]
    [InlineData("{trigger: \"c*\"}", true)]
    [InlineData("{trigger: cuts}", false)]
    [InlineData("{status: [reported, future]}", true)]
    [InlineData("{status: negated}", false)]
    [InlineData("{claimed: false}", true)]
    [InlineData("{claimed: true}", false)]
    [InlineData("{actor: RUS}", true)]
    [InlineData("{actor: GOV}", true)]
    [InlineData("{actor: RUS GOV}", true)]
    [InlineData("{actor: RUS MIL}", false)]
    [InlineData("{actor: KAZ}", false)]
    [InlineData("{recipient: central-asia}", true)]
    [InlineData("{recipient: central-asia GOV}", true)]
    [InlineData("{recipient: central-asia REB}", false)]
    [InlineData("{recipient: none}", false)]
    [InlineData("{party: KAZ}", true)]
    [InlineData("{party: [UZB, CHN]}", false)]
    [InlineData("{place: [KAZ, CHN]}", true)]
    [InlineData("{place: CHN}", false)]
    public void A_condition_holds_where_each_part_has_one_of_its_values(string condition, bool holds)
    {
        var ontology = Read($"- label: a\n  description: x\n  when: {condition}\n");

        Assert.Equal(holds, ontology.LabelsOf(Cut).Count == 1);
    }

    [Fact]
    public void Nobody_is_a_recipient_that_can_be_asked_for()
    {
        Assert.Single(Read("- {label: a, description: x, when: {recipient: none}}").LabelsOf(Cut with { Recipients = [] }));
    }

    [Fact]
    public void What_is_not_known_of_an_import_fits_no_condition_on_it()
    {
        OntologyFacts import = new() { Type = PloverType.Sanction };
        var ontology = Read("- {label: frame, description: x, when: {frame: \"*\"}}\n- {label: cameo, description: x, when: {cameo: \"*\"}}\n- {label: event, description: x, when: {event: SANCTION}}\n- {label: place, description: x, when: {place: RUS}}\n");

        Assert.Equal(["event"], ontology.LabelsOf(import));
    }

    [Fact]
    public void One_of_several_conditions_is_enough_and_one_exception_takes_an_event_out()
    {
        Ontology ontology = Read("""
            - label: a
              description: x
              when:
                - event: AID
                - context: economic
              not:
                - status: negated
                - actor: CHN
            """);

        Assert.Single(ontology.LabelsOf(Cut));
        Assert.Empty(ontology.LabelsOf(Cut with { Status = EventStatus.Negated }));
        Assert.Empty(ontology.LabelsOf(Cut with { Actors = [ActorCode.Parse("CHN MIL")] }));
    }

    [Fact]
    public void Of_two_files_the_later_category_counts_and_stands_in_its_own_place()
    {
        var problems = new List<Diagnostic>();
        var ontology = Ontology.Read(
            [
                new("one.yaml", "- {label: a, description: x, when: {event: SANCTION}}\n- {label: b, description: x, when: {event: SANCTION}}\n"),
                new("two.yaml", "- {label: c, description: x, when: {event: SANCTION}}\n- {label: a, description: y, when: {event: AID}}\n"),
            ],
            OntologyTerms.Of(Repository.Lexicon.Value),
            problems);

        Assert.Empty(problems);
        Assert.Equal(["b", "c", "a"], ontology.Categories.Select(category => category.Label));
        Assert.Equal(["b", "c"], ontology.LabelsOf(Cut));
        Assert.Equal(new ReplacedCategory("a", "two.yaml:2", "one.yaml:1"), Assert.Single(ontology.Replaced));
    }

    [Theory]
    [InlineData("", "", true)]
    [InlineData("*", "", true)]
    [InlineData("a*a", "a", false)]
    [InlineData("a*a", "aa", true)]
    [InlineData("*ab*ab*", "xabyab", true)]
    [InlineData("*ab*ab", "xabyabz", false)]
    [InlineData("a**b", "ab", true)]
    [InlineData("a*bc*c", "abc", false)]
    public void Stars_stand_for_any_run_of_characters(string pattern, string text, bool fits) => Assert.Equal(fits, Glob.Fits(pattern, text));

    private static Ontology Read(string yaml)
    {
        var problems = new List<Diagnostic>();
        var ontology = Ontology.Read([new("mine.yaml", yaml)], OntologyTerms.Of(Repository.Lexicon.Value), problems);
        Assert.Empty(problems);
        return ontology;
    }
}
