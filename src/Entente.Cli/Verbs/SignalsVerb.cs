using System.CommandLine;
using Entente.Analysis.Signals;
using Entente.Archive.Querying;
using Entente.Archives;
using Entente.Cli.Help;
using Entente.Cli.Tables;
using Entente.Records;

namespace Entente.Cli.Verbs;

/// <summary><c>entente signals [--pair A B] [--about C] ...</c></summary>
internal static class SignalsVerb
{
    public static Verb Create(Services services)
    {
        var selection = new SelectionOptions(period: null) { OfTwo = true };
        Option<int> answer = Shared.Whole("--answer-days", "days within which an act of the addressee counts as the answer (default: 30)", 30, 1);
        Option<int> follow = Shared.Whole("--follow-days", "days within which a material act of the speaker makes a signal costly (default: 30)", 30, 1);
        Option<string?> about = new("--about") { HelpName = "C", Description = "only signals about this third party" };
        Option<bool> bilateral = new("--bilateral") { Description = "also signals that are about no third party" };
        Option<string?> show = Sections.Show("signals", "summary", "periods");
        Option<string?> period = SelectionOptions.Steps("also the summary of each period");
        var verb = new Verb("signals", "words aimed past the table: who demands, offers or threatens what towards whom, about whom, at what cost, and how it was answered")
        {
            Details = "A signal is an act of speech towards an addressee about a third party: one named with them in the same sentence, or met on the occasion that the same article tells of. --pair and --actors choose speaker and addressee.",
            Examples = ["entente signals --archive region.db --actors RUS --about AFG --from 2026", "entente signals --pair RUS USA --show summary --csv"],
        };
        selection.AddTo(verb);
        verb.Add(about);
        verb.Add(answer);
        verb.Add(follow);
        verb.Add(bilateral);
        verb.Add(period);
        verb.Add(show);
        verb.SetAction(result =>
        {
            using IEventStore store = selection.Open(result, services);
            var options = new SignalOptions { AnswerDays = result.GetValue(answer), FollowDays = result.GetValue(follow), Bilateral = result.GetValue(bilateral) };
            string? third = result.GetValue(about) is { } named ? SelectionOptions.PartyOf(named, new(() => new EntenteEngine(services.Home).Lexicon)) : null;
            return new SignalsCommand(services, store, selection.Of(result, services))
                .Run(options, third, SelectionOptions.StepsOf(result.GetValue(period), result.GetValue(show)), selection.FormOf(result), result.GetValue(show));
        });
        return verb;
    }
}

/// <summary>Lists signals.</summary>
internal sealed class SignalsCommand(Services services, IEventStore store, Selection selection)
{
    /// <summary>How long before the window events are read that articles of the window may tell of.</summary>
    private const int OccasionDays = 92;

    /// <returns>0.</returns>
    public int Run(SignalOptions options, string? about, PeriodKind? period, TableForm form, string? show)
    {
        // Third parties stand in rows that the selection of speaker and addressee leaves out, occasions may be dated before its first day, and answers come after its last.
        Selection all = selection with
        {
            Pair = null,
            Actors = [],
            From = Windows.Shift(selection.From, -OccasionDays),
            Until = Windows.Shift(selection.Until, Math.Max(options.AnswerDays, options.FollowDays) + 1),
        };
        IReadOnlyList<(Period Period, int Documents)> covered = store.Coverage(all with { From = null, Until = null }, PeriodKind.Day);
        options = options with { Until = covered.Count > 0 ? covered[^1].Period.End : null };
        Signal[] found =
        [
            .. SignalAnalysis.Of(store.Events(all), options)
                .Where(s => selection.Includes(s.Event.Dyad) && selection.Includes(s.Event.When.Start) && (about is null || s.About.Any(subject => subject.Party == about))),
        ];
        var sections = new Sections();
        sections.Add("signals", $"Signals: {found.Length}", Signals(found));
        sections.Add("summary", "By speaker, addressee and kind", Summary(SignalAnalysis.Summarise(found)));
        if (period is { } length)
        {
            sections.Add("periods", "By period, speaker, addressee and kind", Periods(found, length));
        }

        sections.Write(services, form, show);
        return 0;
    }

    private static Table Periods(Signal[] found, PeriodKind length)
    {
        var table = new Table("period", "speaker", "addressee", "kind", "count", "costly", "met", "refused", "unanswered", "about");
        foreach (IGrouping<Period, Signal> period in found.GroupBy(signal => Period.Of(signal.Event.When.Start, length)).OrderBy(group => group.Key))
        {
            foreach (SignalSummary row in SignalAnalysis.Summarise([.. period]))
            {
                table.Add(period.Key.ToString(), row.Speaker, row.Addressee, row.Kind.Code(), row.Count, row.Costly, row.Met, row.Refused, row.Unanswered, row.About);
            }
        }

        return table;
    }

    private static Table Signals(Signal[] found)
    {
        var table = new Table("date", "speaker", "addressee", "kind", "about", "links", "cost", "followUp", "answer", "answeredBy", "event", "docId", "sentence", "printings");
        foreach (Signal signal in found)
        {
            table.Add(
                signal.Event.When.Start, signal.Speaker, signal.Addressee, signal.Kind.Code(), signal.About.Select(a => a.Party).ToArray(), signal.About.Select(a => a.Link.Code()).ToArray(),
                signal.Cost.Code(), signal.FollowUp?.EventId, signal.Answer.Code(), signal.AnsweredBy?.EventId, signal.Event.EventId, signal.Event.DocId, signal.Event.Sentence, signal.Event.Printings);
        }

        return table;
    }

    private static Table Summary(IReadOnlyList<SignalSummary> summaries)
    {
        var table = new Table("speaker", "addressee", "kind", "count", "costly", "met", "refused", "unanswered", "about");
        foreach (SignalSummary row in summaries)
        {
            table.Add(row.Speaker, row.Addressee, row.Kind.Code(), row.Count, row.Costly, row.Met, row.Refused, row.Unanswered, row.About);
        }

        return table;
    }
}
