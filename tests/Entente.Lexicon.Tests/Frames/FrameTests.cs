using Entente.Lexicon.Frames;
using Entente.Records;

namespace Entente.Lexicon.Tests.Frames;

public sealed class FrameTests : IDisposable
{
    private readonly SmallLexicon _folder = new SmallLexicon()
        .Table("cameo.tsv", "code event mode context goldstein label", "057;SUPPORT;;diplomatic;8;sign an agreement", "173;COERCE;arrest;legal;-5;arrest", "087;RETREAT;disarm;military;9;scale down")
        .Write("frames/classes-some.yaml", "agreement: [agreement, treaty, $pact]\npact: [pact, peace deal]\nmoney: [dollar, $]\n")
        .Write("frames/some.yaml", """
            - id: sign-agreement
              event: SUPPORT
              context: [diplomatic]
              cameo: "057"
              patterns:
                - verb: [sign, ink]
                  if: {obj: [$agreement]}
                  actor: [subj]
                  recipient: [with, obj.with]
                  reciprocal: true
                - noun: [signing]
                  if: {of: $agreement}
                  actor: [subj, by]
              examples:
                - "2024-05-01 France signed a treaty with Chad. => SUPPORT FRA -> TCD"
            - id: sign-anything
              event: AGREE
              patterns:
                - verb: [sign, sign_up]
                  actor: [subj]
                - noun: [air-strike, gun attack]
                  actor: [subj, nobody]
              examples: ["2024-05-01 France signed. => none"]
            - id: agree-to
              event: AGREE
              patterns:
                - verb: agree
                  if: {comp: [event, EVENT:AID], subj: actor}
                  not: {word: [ballot], obj: none}
                  actor: [subj]
                  recipient: [inner.recipient]
              examples: ["2024-05-01 France agreed. => none"]
            """);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_frame_is_read_with_its_place()
    {
        FrameList frames = _folder.Load().Frames;

        Assert.True(frames.TryGet("sign-agreement", out Frame? frame));

        Assert.Equal((PloverType.Support, "057", "lexicon/frames/some.yaml:1"), (frame.Type, frame.Cameo, frame.Place));
        Assert.Equal(["diplomatic"], frame.Contexts);
        FramePattern pattern = frame.Patterns[0];
        Assert.Same(frame, pattern.Frame);
        Assert.Equal("lexicon/frames/some.yaml:6", pattern.Place);
        Assert.True(pattern.Reciprocal);
        Assert.Equal(["with", "obj.with"], pattern.Recipient.Select(slot => slot.Text));
        Assert.Equal([new(SlotKind.Obj, null), new SlotStep(SlotKind.Preposition, "with")], pattern.Recipient[1].Steps);
        Assert.Equal("lexicon/frames/some.yaml:15", Assert.Single(frame.Examples).Place);
    }

    [Fact]
    public void Classes_are_expanded_within_classes_too()
    {
        FrameList frames = _folder.Load().Frames;

        Condition condition = frames[0].Patterns[0].Conditions[0];

        Assert.Equal(["agreement", "pact", "peace_deal", "treaty"], condition.Lemmas!.Lemmas);
        Assert.True(condition.Lemmas.HasCompounds);
        Assert.Same(condition.Lemmas, frames[0].Patterns[1].Conditions[0].Lemmas);
    }

    [Fact]
    public void Patterns_of_a_lemma_come_most_specific_first()
    {
        FrameList frames = _folder.Load().Frames;

        Assert.Equal(
            ["sign-agreement sign", "sign-anything sign_up", "sign-anything sign"],
            frames.PatternsForVerb("sign").Select(found => $"{found.Pattern.Frame.Id} {found.Trigger.Text}"));
        Assert.Empty(frames.PatternsForNoun("sign"));
        Assert.Empty(frames.PatternsForVerb("unheard"));
    }

    [Fact]
    public void A_noun_of_two_words_is_found_by_its_head()
    {
        TriggeredPattern found = Assert.Single(_folder.Load().Frames.PatternsForNoun("strike"));

        Assert.Equal(("strike", "air_strike"), (found.Trigger.Head, found.Trigger.Text));
        Assert.Equal(["air"], found.Trigger.Modifiers);
        Assert.Equal(SlotKind.Nobody, found.Pattern.Actor[^1].Steps[0].Kind);
    }

    [Fact]
    public void Special_values_of_conditions_are_told_from_lemmas()
    {
        FramePattern pattern = Assert.Single(_folder.Load().Frames.PatternsForVerb("agree")).Pattern;

        Assert.Equal(ConditionValues.Event | ConditionValues.EventOfCategory, pattern.Conditions[0].Values);
        Assert.Equal([PloverType.Aid], pattern.Conditions[0].Categories);
        Assert.Null(pattern.Conditions[0].Lemmas);
        Assert.Equal(ConditionValues.Actor, pattern.Conditions[1].Values);
        Assert.Equal(ConditionValues.Absent, pattern.Not[1].Values);
        Assert.True(pattern.IsEmbedding);
        Assert.Equal([SlotKind.Inner, SlotKind.Recipient], pattern.Recipient[0].Steps.Select(step => step.Kind));
    }

    [Fact]
    public void Contexts_are_read()
    {
        _folder.Write("contexts.yaml", "military: [army, $agreement, air strike]\n");

        ContextWords context = Assert.Single(_folder.Load().Contexts.All);

        Assert.Equal("military", context.Context);
        Assert.True(context.Words.Contains("air_strike") && context.Words.Contains("treaty"));
    }

    [Theory]
    [InlineData("subj", true)]
    [InlineData("obj.of", true)]
    [InlineData("inner.recipient", true)]
    [InlineData("comp.subj", true)]
    [InlineData("ahead_of", true)]
    [InlineData("", false)]
    [InlineData("obj.", false)]
    [InlineData("Obj", false)]
    [InlineData("inner", false)]
    [InlineData("actor", false)]
    [InlineData("obj.nobody", false)]
    public void A_slot_is_read_or_refused(string text, bool expected) =>
        Assert.Equal(expected, SlotPath.TryParse(text, out _));

    [Theory]
    [InlineData("LEX011", "id: Sign Agreement", "id: sign")]
    [InlineData("LEX022", "event: SUPPORTS", "event: SUPPORT")]
    [InlineData("LEX023", "mode: [arrest]", "mode: []")]
    [InlineData("LEX024", "context: [war]", "context: [military]")]
    [InlineData("LEX025", "cameo: \"999\"", "cameo: \"057\"")]
    [InlineData("LEX026", "cameo: \"173\"", "cameo: \"057\"")]
    [InlineData("LEX021", "frequency: often", "mode: []")]
    public void A_frame_that_says_what_the_ontology_does_not_know_is_refused(string code, string bad, string good)
    {
        string id = bad.StartsWith("id", StringComparison.Ordinal) ? "" : "id: x\n  ";
        string type = bad.StartsWith("event", StringComparison.Ordinal) ? "" : "event: SUPPORT\n  ";
        const string Rest = "\n  patterns: [{verb: praise, actor: [subj]}]\n  examples: [\"2024-05-01 France praised Chad. => SUPPORT FRA -> TCD\"]\n";
        string frame = $"- {id}{type}{bad}{Rest}";

        using SmallLexicon folder = Some(frame);

        Entente.Records.Diagnostic problem = folder.CheckOne();
        Assert.Equal(code, problem.Code);
        Assert.EndsWith("frames/x.yaml", problem.File, StringComparison.Ordinal);
        Assert.InRange(problem.Line, 1, 3);
        Assert.NotNull(problem.Help);
        Assert.Empty(WorldLexicon.Load(folder.Folder).Frames);
        using SmallLexicon mended = Some($"- {id}{type}{good}{Rest}");
        Assert.Single(mended.Load().Frames);
    }

    [Theory]
    [InlineData("LEX027", "patterns: [{verb: praise, if: {obj: [$unknown]}, actor: [subj]}]")]
    [InlineData("LEX030", "patterns: [{verb: praise, actor: [Subj]}]")]
    [InlineData("LEX030", "patterns: [{verb: praise}]")]
    [InlineData("LEX031", "patterns: [{actor: [subj]}]")]
    [InlineData("LEX031", "patterns: [{verb: praise, noun: praise, actor: [subj]}]")]
    [InlineData("LEX031", "patterns: []")]
    [InlineData("LEX021", "patterns: [{verb: praise, actor: [subj], reciprocal: maybe}]")]
    [InlineData("LEX021", "patterns: [{verb: praise, if: {obj: []}, actor: [subj]}]")]
    [InlineData("LEX022", "patterns: [{verb: praise, if: {comp: EVENT:HELP}, actor: [subj]}]")]
    public void A_pattern_that_cannot_be_read_is_refused(string code, string patterns)
    {
        using SmallLexicon folder = Some($"- id: x\n  event: SUPPORT\n  {patterns}\n  examples: [\"2024-05-01 France praised Chad. => none\"]\n");

        // A pattern without a slot for its actor is reported besides a slot that cannot be read.
        Assert.Contains(code, Compiling.Codes.Of(folder));
        Assert.Empty(WorldLexicon.Load(folder.Folder).Frames);
    }

    [Theory]
    [InlineData("LEX028", "examples: []")]
    [InlineData("LEX032", "examples: [\"France praised Chad.\"]")]
    [InlineData("LEX032", "examples: [\"2024-13-01 France praised Chad. => none\"]")]
    public void A_frame_needs_an_example_that_can_be_run(string code, string examples)
    {
        using SmallLexicon folder = Some($"- id: x\n  event: SUPPORT\n  patterns: [{{verb: praise, actor: [subj]}}]\n  {examples}\n");

        Assert.Equal(code, folder.CheckOne().Code);
    }

    [Fact]
    public void A_ceasefire_may_be_coded_as_said_or_as_done()
    {
        using SmallLexicon folder = Some("- id: x\n  event: CONCEDE\n  cameo: \"087\"\n  patterns: [{verb: yield, actor: [subj]}]\n  examples: [\"2024-05-01 Chad yielded. => CONCEDE TCD\"]\n");

        Assert.Single(folder.Load().Frames);
    }

    [Fact]
    public void Aid_without_a_slot_for_its_recipient_is_refused()
    {
        using SmallLexicon folder = Some("- id: x\n  event: AID\n  patterns: [{verb: aid, actor: [subj]}]\n  examples: [\"2024-05-01 Chad aided. => none\"]\n");

        Assert.Equal("LEX034", folder.CheckOne().Code);
    }

    [Fact]
    public void Two_frames_that_ask_for_the_same_are_reported()
    {
        const string Frame = "\n  event: SUPPORT\n  patterns: [{verb: [praise, laud], actor: [subj]}]\n  examples: [\"2024-05-01 Chad praised. => none\"]\n";
        using SmallLexicon folder = Some($"- id: x{Frame}- id: y{Frame}");

        Assert.Equal(["LEX035", "LEX035"], Compiling.Codes.Of(folder));
        Assert.Equal(2, folder.Load().Frames.Count);
    }

    [Fact]
    public void An_id_stands_once_and_the_other_frames_stay()
    {
        const string Frame = "- id: x\n  event: SUPPORT\n  patterns: [{verb: V, actor: [subj]}]\n  examples: [\"2024-05-01 Chad praised. => none\"]\n";
        using SmallLexicon folder = Some(Frame + Frame.Replace("V", "w", StringComparison.Ordinal) + Frame.Replace("id: x", "id: z", StringComparison.Ordinal).Replace("V", "u", StringComparison.Ordinal));

        Assert.Equal("LEX029", folder.CheckOne().Code);
        Assert.Equal(["x", "z"], WorldLexicon.Load(folder.Folder).Frames.Select(frame => frame.Id));
    }

    [Theory]
    [InlineData("a: [$b]\nb: [$a]\n", "LEX033")]
    [InlineData("a: [x, $nothing]\n", "LEX027")]
    [InlineData("- a\n", "LEX021")]
    [InlineData("a: [x\n", "LEX020")]
    public void A_class_that_is_none_is_reported(string classes, string code)
    {
        using SmallLexicon folder = Some("- id: x\n  event: SUPPORT\n  patterns: [{verb: praise, if: {obj: [$a]}, actor: [subj]}]\n  examples: [\"2024-05-01 Chad praised. => none\"]\n");
        folder.Write("frames/classes-x.yaml", classes);

        Assert.Contains(code, Compiling.Codes.Of(folder));
    }

    private static SmallLexicon Some(string frames) => new SmallLexicon()
        .Table("cameo.tsv", "code event mode context goldstein label", "057;SUPPORT;;diplomatic;8;sign an agreement", "173;COERCE;arrest;legal;-5;arrest", "087;RETREAT;disarm;military;9;scale down")
        .Write("frames/x.yaml", frames);
}
