using System.CommandLine;
using Entente.Analysis.Concerns;
using Entente.Archive.Querying;
using Entente.Archives;
using Entente.Cli.Help;
using Entente.Cli.Tables;
using Entente.Records;

namespace Entente.Cli.Verbs;

/// <summary><c>entente concerns [--region PRESET] ...</c></summary>
internal static class ConcernsVerb
{
    public static Verb Create(Services services)
    {
        var selection = new SelectionOptions { OfTwo = true };
        Option<string?> show = Sections.Show("concerns", "paths", "series");
        var verb = new Verb("concerns", "who names which threat from where, how often, since when; and how threats pass over borders")
        {
            Details = "Counts what articles say of who is threatened by whom or what ('code --records ties' writes it). A spill-over path runs over shared borders (lexicon/borders.tsv), each state naming the one before it, or the first, as where the threat comes from.",
            Examples = ["entente concerns --archive region.db --actors TJK,AFG", "entente concerns --region central-asia --from 2026 --show paths --json"],
        };
        selection.AddTo(verb);
        verb.Add(show);
        verb.SetAction(result =>
        {
            using IEventStore store = selection.Open(result, services);
            return new ConcernsCommand(services, store, selection.Of(result, services)).Run(selection.PeriodOf(result), selection.FormOf(result), result.GetValue(show));
        });
        return verb;
    }
}

/// <summary>Lists concerns.</summary>
internal sealed class ConcernsCommand(Services services, IEventStore store, Selection selection)
{
    /// <returns>0.</returns>
    public int Run(PeriodKind grain, TableForm form, string? show)
    {
        using var engine = new EntenteEngine(services.Home);
        EventStatus[] standing = [EventStatus.Reported, EventStatus.Historical, EventStatus.Unknown];
        ConcernReport report = ConcernAnalysis.Of(
            store.Ties(Asked() with { Statuses = standing, WithClaimed = true }), engine.Lexicon.Borders.All.Select(border => Relation.Of(border.A, border.B)), grain);
        Concern[] concerns = [.. report.Concerns.Where(IsAsked)];
        var sections = new Sections();
        sections.Add("concerns", $"Concerns: {concerns.Length}", Concerns(concerns));
        sections.Add("paths", "Over borders", Paths(report));
        sections.Add("series", "By period", Series(concerns));
        sections.Write(services, form, show);
        if (report.WithoutHolder > 0)
        {
            services.Errors.Write($"{report.WithoutHolder} records do not say which country or body is threatened, and are left out\n");
        }

        return 0;
    }

    /// <summary>A threat need name nobody it comes from: with several parties chosen, those of its holder count.</summary>
    private Selection Asked() => selection with { Actors = [], Pair = null };

    private bool IsAsked(Concern concern) =>
        selection.Pair is { } pair ? concern.From is { } from && Relation.Of(from, concern.Holder) == pair : selection.Actors.Count == 0 || selection.Actors.Contains(concern.Holder);

    private static Table Concerns(Concern[] concerns)
    {
        var table = new Table("holder", "from", "kind", "count", "claimed", "documents", "publishers", "first", "last", "places", "borders", "ties", "printings");
        foreach (Concern concern in concerns)
        {
            table.Add(
                concern.Holder, concern.From, concern.Kind, concern.Ties, concern.Claimed, concern.Documents, concern.Publishers, concern.First, concern.Last,
                concern.Places, concern.Steps, concern.TieIds, concern.Printings);
        }

        return table;
    }

    private Table Paths(ConcernReport report)
    {
        var table = new Table("kind", "states", "count");
        foreach (SpilloverPath path in report.Paths.Where(p => selection.Actors.Count == 0 || p.States.Any(selection.Actors.Contains)))
        {
            table.Add(path.Kind, path.States, path.Ties);
        }

        return table;
    }

    private static Table Series(Concern[] concerns)
    {
        var table = new Table("holder", "from", "kind", "period", "count");
        foreach (Concern concern in concerns)
        {
            foreach ((Period period, int ties) in concern.ByPeriod)
            {
                table.Add(concern.Holder, concern.From, concern.Kind, period.ToString(), ties);
            }
        }

        return table;
    }
}
