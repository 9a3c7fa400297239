using Entente.Coding.Clauses;
using Entente.Coding.Times;
using Entente.Records;

namespace Entente.Coding.Tests.Times;

public class TimeReaderTests
{
    // 2024-05-15 is a Wednesday.
    [Theory]
    [InlineData("today", "2024-05-15/2024-05-16", DatePrecision.Day)]
    [InlineData("yesterday", "2024-05-14/2024-05-15", DatePrecision.Day)]
    [InlineData("tomorrow", "2024-05-16/2024-05-17", DatePrecision.Day)]
    [InlineData("on Wednesday", "2024-05-15/2024-05-16", DatePrecision.Day)]
    [InlineData("on Tuesday", "2024-05-14/2024-05-15", DatePrecision.Day)]
    [InlineData("on Thursday", "2024-05-09/2024-05-10", DatePrecision.Day)]
    [InlineData("last Wednesday", "2024-05-08/2024-05-09", DatePrecision.Day)]
    [InlineData("next Monday", "2024-05-20/2024-05-21", DatePrecision.Day)]
    [InlineData("last week", "2024-05-06/2024-05-13", DatePrecision.Week)]
    [InlineData("this week", "2024-05-13/2024-05-20", DatePrecision.Week)]
    [InlineData("next week", "2024-05-20/2024-05-27", DatePrecision.Week)]
    [InlineData("last weekend", "2024-05-11/2024-05-13", DatePrecision.Week)]
    [InlineData("last month", "2024-04-01/2024-05-01", DatePrecision.Month)]
    [InlineData("earlier this month", "2024-05-01/2024-05-16", DatePrecision.Month)]
    [InlineData("later this month", "2024-05-16/2024-06-01", DatePrecision.Month)]
    [InlineData("last year", "2023-01-01/2024-01-01", DatePrecision.Year)]
    [InlineData("late last year", "2023-09-01/2024-01-01", DatePrecision.Season)]
    [InlineData("last summer", "2023-06-01/2023-09-01", DatePrecision.Season)]
    [InlineData("last quarter", "2024-01-01/2024-04-01", DatePrecision.Season)]
    [InlineData("in June", "2023-06-01/2023-07-01", DatePrecision.Month)]
    [InlineData("in May", "2024-05-01/2024-06-01", DatePrecision.Month)]
    [InlineData("in June 2020", "2020-06-01/2020-07-01", DatePrecision.Month)]
    [InlineData("on 5 May", "2024-05-05/2024-05-06", DatePrecision.Day)]
    [InlineData("on May 5 , 2021", "2021-05-05/2021-05-06", DatePrecision.Day)]
    [InlineData("on 29 February 2020", "2020-02-29/2020-03-01", DatePrecision.Day)]
    [InlineData("on Dec. 31", "2023-12-31/2024-01-01", DatePrecision.Day)]
    [InlineData("in 2014", "2014-01-01/2015-01-01", DatePrecision.Year)]
    [InlineData("since 2014", "2014-01-01/2024-05-16", DatePrecision.Year)]
    [InlineData("the 1990s", "1990-01-01/2000-01-01", DatePrecision.Decade)]
    [InlineData("spring of 2022", "2022-03-01/2022-06-01", DatePrecision.Season)]
    [InlineData("two days ago", "2024-05-13/2024-05-14", DatePrecision.Day)]
    [InlineData("3 weeks ago", "2024-04-22/2024-04-29", DatePrecision.Week)]
    [InlineData("a month ago", "2024-04-01/2024-05-01", DatePrecision.Month)]
    [InlineData("ten years ago", "2014-01-01/2015-01-01", DatePrecision.Year)]
    [InlineData("the past three days", "2024-05-12/2024-05-16", DatePrecision.Week)]
    [InlineData("next two weeks", "2024-05-15/2024-05-30", DatePrecision.Week)]
    [InlineData("2024-05-01", "2024-05-01/2024-05-02", DatePrecision.Day)]
    public void A_time_expression_means_days_seen_from_the_day_of_publication(string words, string span, DatePrecision precision)
    {
        TimeExpression found = Assert.Single(Read(words));

        Assert.Equal(span, found.Span.ToString());
        Assert.Equal(precision, found.Precision);
    }

    [Theory]
    [InlineData("they may march")]
    [InlineData("2014 soldiers")]
    [InlineData("the second battalion")]
    [InlineData("30 villages")]
    [InlineData("300 decades ago")]
    [InlineData("9999-12-31")]
    [InlineData("0001-01-01")]
    [InlineData("this plan")]
    public void Words_that_are_no_time_are_left_alone(string words) => Assert.Empty(Read(words));

    [Theory]
    [InlineData("1000-01-01")]
    [InlineData("2999-12-31")]
    public void At_either_end_of_the_days_taken_every_expression_still_means_days(string published)
    {
        DateOnly day = DateOnly.ParseExact(published, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        string[] expressions = ["yesterday", "tomorrow", "999 years ago", "99 decades ago", "999 months ago", "the past 99 years", "next 99 years", "last decade", "next decade", "last winter", "next winter", "in December", "last weekend", "next quarter"];

        foreach (string words in expressions)
        {
            Assert.True(Read(words, day).Count == 1, words);
        }
    }

    [Fact]
    public void A_month_after_a_plan_is_the_next_one()
    {
        // "Chad will leave in March": published in May, the March meant is next year's.
        var tree = new Tree(SomeText.Tree("Chad/PROPN/NNP/Chad/3/nsubj will/AUX/MD/will/3/aux leave/VERB/VB/leave/0/root in/ADP/IN/in/5/case March/PROPN/NNP/March/3/obl"));
        var found = new List<TimeExpression>();

        new TimeReader(tree, new DateOnly(2024, 5, 15)).Read(0, 5, found);

        Assert.Equal("2025-03-01/2025-04-01", Assert.Single(found).Span.ToString());
        Assert.True(found[0].IsFuture);
    }

    private static List<TimeExpression> Read(string words) => Read(words, new(2024, 5, 15));

    private static List<TimeExpression> Read(string words, DateOnly published)
    {
        var tree = new Tree(SomeText.Words(words));
        var found = new List<TimeExpression>();
        new TimeReader(tree, published).Read(0, tree.Source.Count, found);
        return found;
    }
}
