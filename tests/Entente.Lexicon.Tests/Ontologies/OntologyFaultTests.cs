using Entente.Lexicon.Ontologies;
using Entente.Records;

namespace Entente.Lexicon.Tests.Ontologies;

public class OntologyFaultTests
{
    [Theory]
    [InlineData("event: KILL", "LEX022", "'KILL' is no category of PLOVER")]
    [InlineData("mode: arest", "LEX023", "'arest' is no mode of any category")]
    [InlineData("context: oil", "LEX024", "'oil' is no context of PLOVER")]
    [InlineData("cameo: \"999\"", "LEX025", "no CAMEO code is '999'")]
    [InlineData("cameo: 57", "LEX025", "no CAMEO code is '57'")]
    [InlineData("frame: mediates-talks", "LEX050", "no frame has the id 'mediates-talks'")]
    [InlineData("frame: \"*-nonesuch\"", "LEX050", "no frame has the id '*-nonesuch'")]
    [InlineData("status: done", "LEX054", "'done' is no status")]
    [InlineData("quad: war", "LEX054", "'war' is no quad")]
    [InlineData("claimed: maybe", "LEX054", "claimed is 'maybe'")]
    [InlineData("actor: XYZ", "LEX008", "'XYZ' is neither a state or body, nor a region")]
    [InlineData("place: GOV", "LEX008", "'GOV' is neither a state or body")]
    [InlineData("wehn: x", "LEX021", "'wehn' is not known here")]
    [InlineData("event: []", "LEX053", "'event' asks for nothing")]
    [InlineData("trigger: \"*\"", "LEX053", "'*' asks for no word")]
    [InlineData("actor: RUS USA", "LEX052", "nobody is of all that 'RUS USA' names")]
    [InlineData("party: none", "LEX052", "every event has a party")]
    public void A_condition_on_what_there_is_not_is_told_with_its_line(string part, string code, string message)
    {
        Diagnostic fault = Assert.Single(Faults($"- label: good\n  description: x\n  when: {{event: AID}}\n- label: bad\n  description: x\n  when:\n    {part}\n", "good"));

        Assert.Equal(("mine.yaml", 7, code), (fault.File, (int)fault.Line, fault.Code));
        Assert.StartsWith(message, fault.Message, StringComparison.Ordinal);
        Assert.NotEmpty(fault.Help!);
    }

    [Theory]
    [InlineData("{event: AID, cameo: \"19*\"}")]
    [InlineData("{event: AID, mode: arrest}")]
    [InlineData("{event: [AID, SUPPORT], quad: material-conflict}")]
    [InlineData("{quad: verbal-cooperation, mode: arrest}")]
    [InlineData("{frame: impose-sanctions, event: ASSAULT}")]
    [InlineData("{frame: impose-sanctions, quad: material-cooperation}")]
    [InlineData("{mode: [release], cameo: \"17*\"}")]
    public void A_condition_that_no_event_can_meet_is_told(string condition)
    {
        Diagnostic fault = Assert.Single(Faults($"- label: bad\n  description: x\n  when: {condition}\n"));

        Assert.Equal(("LEX052", 3), (fault.Code, (int)fault.Line));
        Assert.StartsWith("no event can be so: ", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{event: CONCEDE, cameo: \"0841\"}")] // CAMEO does not tell promised from done
    [InlineData("{frame: release-person, event: CONCEDE}")] // a release to come
    [InlineData("{frame: sign-agreement, event: [AGREE]}")] // a signing to come
    [InlineData("{frame: sign-agreement, event: REJECT}")] // refuses to sign
    [InlineData("{cameo: \"01*\"}")] // statements, which imports hold
    public void What_the_codebook_makes_of_promises_and_refusals_can_be(string condition) => Assert.Empty(Faults($"- {{label: a, description: x, when: {condition}}}\n", "a"));

    [Fact]
    public void A_category_all_of_which_is_taken_out_is_told()
    {
        Diagnostic fault = Assert.Single(Faults("- label: bad\n  description: x\n  when:\n    - {event: AID, context: military}\n    - {event: AID, context: health}\n  not: {event: [AID, SUPPORT]}\n"));

        Assert.Equal(("LEX052", 6), (fault.Code, (int)fault.Line));
        Assert.Empty(Faults("- label: good\n  description: x\n  when:\n    - {event: AID, context: military}\n    - {event: SANCTION}\n  not: {event: AID, claimed: true}\n", "good"));
    }

    [Fact]
    public void A_category_that_stands_twice_counts_once_and_is_told_with_both_places()
    {
        Diagnostic fault = Assert.Single(Faults("- {label: a, description: x, when: {event: AID}}\n- {label: a, description: x, when: {event: AGREE}}\n", "a"));

        Assert.Equal(("LEX051", 2), (fault.Code, (int)fault.Line));
        Assert.Contains("mine.yaml:1", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("- {label: Bad Name, description: x, when: {event: AID}}", "LEX011")]
    [InlineData("- {label: a, when: {event: AID}}", "LEX053")]
    [InlineData("- {label: a, description: x}", "LEX053")]
    [InlineData("- {label: a, description: x, when: []}", "LEX053")]
    [InlineData("- {label: a, description: x, when: {}}", "LEX053")]
    [InlineData("label: a", "LEX021")]
    [InlineData("- {label: a, description: x, when: {frame: *-x}}", "LEX020")]
    public void A_category_needs_name_meaning_and_condition(string yaml, string code) => Assert.Equal(code, Assert.Single(Faults(yaml)).Code);

    [Fact]
    public void Frames_of_like_names_are_offered()
    {
        Assert.Contains("impose-sanctions", Assert.Single(Faults("- {label: a, description: x, when: {frame: impose-sanction}}")).Help, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_file_has_no_categories_and_no_faults() => Assert.Empty(Faults("# nothing yet\n"));

    private static List<Diagnostic> Faults(string yaml, params string[] sound)
    {
        var problems = new List<Diagnostic>();
        var ontology = Ontology.Read([new("mine.yaml", yaml)], OntologyTerms.Of(Repository.Lexicon.Value), problems);
        Assert.Equal(sound, ontology.Categories.Select(category => category.Label));
        return problems;
    }
}
