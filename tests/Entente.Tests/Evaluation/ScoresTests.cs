using Entente.Evaluation;
using Entente.Records;

namespace Entente.Tests.Evaluation;

public class ScoresTests
{
    private const string Text = "The Iranian government's envoy met Chad's president and the leaders of Niger in Paris.";

    [Fact]
    public void Spans_agree_by_half_of_their_words_articles_and_possessives_apart()
    {
        var words = new SpanMatching(Text);

        Assert.True(words.Agree(Span("The Iranian government"), Span("Iranian government's")));
        Assert.True(words.Agree(Span("The Iranian government's envoy"), Span("Iranian")));
        Assert.False(words.Agree(Span("the leaders of Niger"), Span("The")));
        Assert.False(words.Agree(Span("Chad's president"), Span("the leaders of Niger")));
        Assert.True(words.Agree(Span("the leaders of Niger"), Span("leaders")), "one of three words: 2 >= 0.5 * 4");
    }

    [Fact]
    public void An_event_with_the_right_category_and_parties_is_joint_and_others_are_extra()
    {
        GoldDocument gold = Gold(new GoldEvent(["CONSULT"], "verbal-cooperation", [Span("The Iranian government")], [Span("Chad's president")], false, true));

        EventTallies tallies = EventScore.Of(gold,
        [
            Event(PloverType.Consult, [Span("Iranian government")], [Span("president")]),
            Event(PloverType.Assault, [Span("Niger")], []),
        ]);

        Assert.Equal(new(1, 1, 0), tallies.Event);
        Assert.Equal(new(1, 1, 0), tallies.Quad);
        Assert.Equal(new(1, 1, 0), tallies.Joint);
        Assert.Equal(new(1, 1, 0), tallies.Actor);
        Assert.Equal(new(1, 0, 0), tallies.Recipient);
    }

    [Fact]
    public void Naming_everybody_does_not_pay_and_swapped_roles_count_only_for_what_is_reciprocal()
    {
        GoldEvent one = new(["CONSULT"], null, [Span("The Iranian government")], [Span("Chad's president")], false, true);
        CodedEvent everybody = Event(PloverType.Consult, [Span("Iranian government"), Span("Niger"), Span("Paris")], [Span("president")]);
        CodedEvent swapped = Event(PloverType.Consult, [Span("president")], [Span("Iranian government")]);

        Assert.Equal(0, EventScore.Of(Gold(one), [everybody]).Joint.Right);
        Assert.Equal(0, EventScore.Of(Gold(one), [swapped]).Joint.Right);
        Assert.Equal(1, EventScore.Of(Gold(one with { Reciprocal = true }), [swapped]).Joint.Right);
    }

    [Fact]
    public void Where_only_the_quad_is_known_its_accepted_categories_count()
    {
        GoldDocument gold = Gold(new GoldEvent(["COOPERATE", "AID", "RETREAT", "CONCEDE"], "material-cooperation", [], [], false, false));

        Assert.Equal(1, EventScore.Of(gold, [Event(PloverType.Concede, [Span("Niger")], [])]).Quad.Right);
        Assert.Equal(0, EventScore.Of(gold, [Event(PloverType.Support, [Span("Niger")], [])]).Quad.Right);
    }

    [Fact]
    public void A_document_of_unknown_class_is_not_scored_and_a_request_in_a_statement_is_neither_right_nor_wrong()
    {
        CodedEvent request = Event(PloverType.Request, [Span("Niger")], []), consult = Event(PloverType.Consult, [Span("Niger")], []);
        GoldDocument statement = Gold() with { IsStatement = true };

        Assert.Equal(EventTallies.None, EventScore.Of(Gold() with { IsUnknown = true }, [consult]));
        Assert.Equal(new(0, 1, 0), EventScore.Of(statement, [request, consult]).Event);
    }

    [Fact]
    public void Macro_F1_is_the_mean_over_the_classes_of_the_gold()
    {
        LabelledRelation[] answers = [new("AID", "AID"), new("AID", "REJECT"), new("REJECT", "REJECT"), new("REJECT", "AGREE")];

        // AID: p 1, r 1/2, F1 2/3; REJECT: p 1/2, r 1/2, F1 1/2; AGREE is in no gold.
        Assert.Equal((2.0 / 3 + 0.5) / 2, RelationScore.MacroF1(answers), 12);
        Assert.Equal(0.5, RelationScore.Accuracy(answers));
        Assert.Equal("material-cooperation", RelationScore.PlvQuad("YIELD"));
    }

    [Fact]
    public void Entities_count_once_by_offsets_and_type_and_GPE_is_LOC()
    {
        Tally tally = EntityScore.Of(
            [new(new(0, 4), "LOC"), new(new(5, 9), "ORG"), new(new(5, 9), "ORG"), new(new(10, 12), "DATE")],
            [new(new(0, 4), "GPE"), new(new(5, 9), "PER"), new(new(20, 22), "EVENT")]);

        Assert.Equal(new(1, 1, 1), tally);
    }

    [Fact]
    public void An_interval_is_the_same_each_time_and_holds_the_value()
    {
        int[] items = [.. Enumerable.Range(0, 200).Select(i => i % 3 == 0 ? 1 : 0)];

        Measure first = Bootstrap.Of(items, sample => sample.Average()), second = Bootstrap.Of(items, sample => sample.Average());

        Assert.Equal(first, second);
        Assert.InRange(first.Value, first.Low, first.High);
        Assert.InRange(first.High - first.Low, 0.08, 0.18);
    }

    private static TextSpan Span(string words)
    {
        int at = Text.IndexOf(words, StringComparison.Ordinal);
        return new(at, at + words.Length);
    }

    private static GoldDocument Gold(params GoldEvent[] events) => new("d", Text, events, 0, false, false);

    private static CodedEvent Event(PloverType type, TextSpan[] actor, TextSpan[] recipient) => new()
    {
        Id = "e",
        DocId = "d",
        Date = new(2024, 1, 1),
        Sentence = 0,
        Type = type,
        Actor = [.. actor.Select(span => new Entity(Quote.Of(Text, span), null))],
        Recipient = [.. recipient.Select(span => new Entity(Quote.Of(Text, span), null))],
        Trigger = Quote.Of(Text, Span("met")),
        EventDate = DateSpan.OfDay(new(2024, 1, 1)),
        Rule = "test",
    };
}
