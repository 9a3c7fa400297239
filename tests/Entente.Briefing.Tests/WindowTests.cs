using Entente.Briefing.Sections;
using Entente.Records;
using Entente.Testing;

namespace Entente.Briefing.Tests;

/// <summary>A brief of some days still knows what went before.</summary>
public sealed class WindowTests
{
    private static readonly Document[] Documents =
    [
        .. Enumerable.Range(0, 36).Select(month => SomeEvents.Document($"d{month:00}", $"{2021 + (month / 12)}-{(month % 12) + 1:00}-10", "Agency", $"Actor acted towards Recipient in month {month}, as told by nobody else.")),
    ];

    /// <summary>A meeting a month for two years, then attacks.</summary>
    private static readonly CodedEvent[] Events =
    [
        .. Enumerable.Range(0, 36).SelectMany(month => Enumerable.Range(0, month < 24 ? 1 : 4).Select(n => SomeEvents.Event(
            $"e{month:00}-{n}", $"{2021 + (month / 12)}-{(month % 12) + 1:00}-{10 - n:00}", month < 24 ? PloverType.Consult : PloverType.Assault, "RUS GOV", "AFG GOV", docId: $"d{month:00}"))),
    ];

    private static readonly BriefWindow Window = new(new(2023, 1, 1), new(2023, 7, 1));

    [Fact]
    public void The_ladder_of_a_window_starts_where_the_history_left_the_pair()
    {
        Brief brief = Build(withHistory: true);
        SectionGroup engagement = Shift(brief).Groups.Single(group => group.Title == "Engagement");

        Assert.Matches(@"on rung [1-3] [a-z ]+ throughout, since 2021-\d\d$", engagement.Items[0].Text);
        Assert.DoesNotContain(Shift(Build(withHistory: false)).Groups, group => group.Title == "Engagement");
        Assert.Contains("Only the days asked for are shown", Shift(brief).Lead, StringComparison.Ordinal);
        Assert.Contains("Told is what happened from 2023-01-01 to 2023-06-30", brief.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public void A_change_point_is_told_where_it_lies_in_the_window_and_needs_the_time_before_it()
    {
        SectionItem shift = Shift(Build(withHistory: true)).Groups.Single(group => group.Title == "Change points in the rate of events").Items.Single(item => item.Text.Contains("material conflict", StringComparison.Ordinal));

        Assert.Contains("rose from", shift.Text, StringComparison.Ordinal);
        Assert.EndsWith("in 2023-01", shift.Text, StringComparison.Ordinal);
        Assert.All(shift.Quotes, quote => Assert.NotNull(quote.Source!.Target));
    }

    [Fact]
    public void Nothing_after_the_last_day_moves_the_pair()
    {
        Brief before = BriefBuilder.Build(Documents, Within(new(null, new(2023, 1, 1))), Options(new(null, new(2023, 1, 1)), Within(new(null, new(2023, 1, 1)))));

        Assert.DoesNotContain(Shift(before).Groups, group => group.Title == "Hostility");
    }

    private static BriefSection Shift(Brief brief) => brief.Sections.Single(section => section.Id == "shift");

    private static Brief Build(bool withHistory) => BriefBuilder.Build(Documents, Within(Window), Options(Window, withHistory ? Within(Window with { From = null }) : null));

    private static BriefOptions Options(BriefWindow window, BriefRecords? history) => SomeBrief.Options with { Window = window, History = history, Pair = Relation.Of("AFG", "RUS") };

    private static BriefRecords Within(BriefWindow window) => new() { Events = [.. Events.Where(e => window.Includes(e.EventDate.Start))] };
}
