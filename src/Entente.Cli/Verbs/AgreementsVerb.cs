using System.CommandLine;
using System.Globalization;
using Entente.Analysis.Agreements;
using Entente.Archive.Querying;
using Entente.Archives;
using Entente.Cli.Help;
using Entente.Cli.Tables;
using Entente.Records;

namespace Entente.Cli.Verbs;

/// <summary><c>entente agreements [--pair A B] ...</c></summary>
internal static class AgreementsVerb
{
    public static Verb Create(Services services)
    {
        var selection = new SelectionOptions(period: null) { OfTwo = true };
        Option<int> days = Shared.Whole("--days", "how long before and after an agreement is looked at (default: 90)", 90, 1);
        Option<string[]> kind = new("--kind") { HelpName = "KIND", Description = "only agreements of this kind: framework, procurement-maintenance, border ...; may be repeated", AllowMultipleArgumentsPerToken = false };
        Option<string?> show = Sections.Show("agreements", "steps", "settings", "periods");
        Option<string?> period = SelectionOptions.Steps("also how many moved to which stage in each period");
        var verb = new Verb("agreements", "agreements, each once: parties, kind, how they moved through their life, what they followed and what followed them")
        {
            Details = "Records of several articles are one agreement where parties, kinds, names, dates and the order of stages agree; what fits several is joined to none, and says which ones under mayBe. What a data set lists ('entente import dcad') stands beside what articles tell: source says which it is, and --source chooses.",
            Examples = ["entente agreements --archive region.db --pair RUS AFG", "entente agreements --region central-asia --kind procurement-maintenance --csv"],
        };
        selection.AddTo(verb);
        verb.Add(kind);
        verb.Add(days);
        verb.Add(period);
        verb.Add(show);
        verb.SetAction(result =>
        {
            using IEventStore store = selection.Open(result, services);
            string[] kinds = result.GetValue(kind) ?? [];
            if (kinds.FirstOrDefault(k => !AgreementTerms.Kinds.Contains(k)) is { } unknown)
            {
                throw new UsageException($"--kind takes one of {string.Join(", ", AgreementTerms.Kinds)}, not '{unknown}'");
            }

            return new AgreementsCommand(services, store, selection.Of(result, services))
                .Run(kinds, result.GetValue(days), SelectionOptions.StepsOf(result.GetValue(period), result.GetValue(show)), selection.FormOf(result), result.GetValue(show));
        });
        return verb;
    }
}

/// <summary>Lists agreements.</summary>
internal sealed class AgreementsCommand(Services services, IEventStore store, Selection selection)
{
    /// <returns>0.</returns>
    public int Run(string[] kinds, int days, PeriodKind? period, TableForm form, string? show)
    {
        // A record that denies a stage, or tells of one to come, is part of an agreement's life.
        var register = AgreementRegister.Of(store.Agreements(selection with { Statuses = Enum.GetValues<EventStatus>(), From = null, Until = null }));
        KnownAgreement[] found =
        [
            .. register.Agreements.Where(a => (kinds.Length == 0 || a.Kinds.Any(kinds.Contains)) && (a.Day is { } day ? selection.Includes(day) : selection is { From: null, Until: null })),
        ];
        var sections = new Sections();
        sections.Add("agreements", string.Create(CultureInfo.InvariantCulture, $"Agreements: {found.Length}"), Agreements(found));
        sections.Add("steps", "How they moved", Steps(found));
        sections.Add("settings", string.Create(CultureInfo.InvariantCulture, $"What passed between the parties in the {days} days before and after"), Settings(found, register, days));
        if (period is { } length)
        {
            sections.Add("periods", "By period and stage", Periods(found, length));
        }

        sections.Write(services, form, show);
        if (register.WithoutPair > 0)
        {
            services.Errors.Write(string.Create(CultureInfo.InvariantCulture, $"{register.WithoutPair} records name fewer than two parties with a country or body, and are left out\n"));
        }

        return 0;
    }

    private static Table Agreements(KnownAgreement[] found)
    {
        var table = new Table("id", "day", "parties", "stage", "kinds", "domains", "name", "source", "documents", "publishers", "denials", "mayBe", "printings");
        foreach (KnownAgreement agreement in found)
        {
            table.Add(
                agreement.Id, agreement.Day, agreement.Parties, agreement.Stage?.Code(), agreement.Kinds, agreement.Domains, agreement.Name,
                agreement.Sources, agreement.Documents, agreement.Publishers, agreement.Denials, agreement.MayBe, agreement.Mentions.Sum(mention => mention.Printings));
        }

        return table;
    }

    /// <summary>A step is of the day it took place, else of the day it was first reported; one without either is in no period.</summary>
    private Table Periods(KnownAgreement[] found, PeriodKind length)
    {
        var table = new Table("period", "stage", "count", "agreements");
        foreach (var group in found.SelectMany(agreement => agreement.Steps.Select(step => (Agreement: agreement, step.Stage, Day: step.Date?.Start ?? step.Reported)))
            .Where(item => item.Day is { } day && selection.Includes(day)).GroupBy(item => (Period: Period.Of(item.Day!.Value, length), item.Stage)).OrderBy(group => group.Key.Period).ThenBy(group => group.Key.Stage))
        {
            string[] ids = [.. group.Select(item => item.Agreement.Id).Distinct(StringComparer.Ordinal)];
            table.Add(group.Key.Period.ToString(), group.Key.Stage.Code(), ids.Length, ids);
        }

        return table;
    }

    private static Table Steps(KnownAgreement[] found)
    {
        var table = new Table("agreement", "stage", "from", "to", "reported", "records");
        foreach (KnownAgreement agreement in found)
        {
            foreach (AgreementStep step in agreement.Steps)
            {
                table.Add(agreement.Id, step.Stage.Code(), step.Date?.Start, step.Date?.End.AddDays(-1), step.Reported, step.Mentions.Select(m => m.Record.Id).ToArray());
            }
        }

        return table;
    }

    private Table Settings(KnownAgreement[] found, AgreementRegister register, int days)
    {
        Selection around = selection with { From = Windows.Shift(selection.From, -days), Until = Windows.Shift(selection.Until, days) };
        ILookup<Relation, DyadicEvent> events = store.Events(around).ToLookup(row => row.Dyad.Relation);
        IReadOnlyList<(Period, int)> documents = store.Coverage(around, PeriodKind.Day);
        var table = new Table(
            "agreement", "side", "from", "to", "verbalCooperation", "materialCooperation", "verbalConflict", "materialConflict", "scoreSum", "documents", "strongest", "agreements");
        foreach (KnownAgreement agreement in found)
        {
            IEnumerable<DyadicEvent> between = agreement.Parties.SelectMany((one, at) => agreement.Parties.Skip(at + 1).SelectMany(other => events[Relation.Of(one, other)]));
            if (AgreementSetting.Of(agreement, register, between, documents, days) is not { } setting)
            {
                continue;
            }

            foreach ((string name, AgreementSide side) in new[] { ("before", setting.Before), ("after", setting.After) })
            {
                table.Add(
                    agreement.Id, name, side.Span.Start, side.Span.End.AddDays(-1), side.Counts[0], side.Counts[1], side.Counts[2], side.Counts[3], side.ScoreSum, side.Documents,
                    side.Strongest.Select(e => $"{e.When.Start:yyyy-MM-dd} {e.Type.Code()} {e.EventId}").ToArray(), side.Agreements);
            }
        }

        return table;
    }
}
