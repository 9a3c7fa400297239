using System.CommandLine;
using System.Globalization;
using Entente.Archive;
using Entente.Archive.Querying;
using Entente.Archive.Reviewing;
using Entente.Archives;
using Entente.Cli.Help;
using Entente.Cli.Tables;
using Entente.Records;

namespace Entente.Cli.Verbs;

/// <summary><c>entente review accept|correct|reject EVENT-ID ...</c>, <c>entente review list</c></summary>
internal static class ReviewVerb
{
    public static Verb Create(Services services)
    {
        var verb = new Verb("review", "decide about coded events: accept, correct, reject")
        {
            Details = "Every decision is kept, with who took it and when; the last about an act counts. A correction or rejection holds for later codings of the same words too.",
        };
        verb.Add(Decide(services, "accept", Verdict.Accepted, "an event is right as coded", "entente review accept e011722a61bf5d12 --by analyst"));
        verb.Add(Decide(services, "reject", Verdict.Rejected, "an event did not happen so; it counts no more", "entente review reject e011722a61bf5d12 --note wish"));
        verb.Add(Correct(services));
        verb.Add(List(services));
        return verb;
    }

    private static Verb Decide(Services services, string name, Verdict verdict, string summary, string example)
    {
        Argument<string[]> ids = new("event-id") { HelpName = "EVENT-ID", Description = "as 'events' prints them", Arity = ArgumentArity.OneOrMore };
        var common = new ReviewOptions();
        var verb = new Verb(name, summary) { Examples = [example] };
        verb.Add(ids);
        common.AddTo(verb);
        verb.SetAction(result => new ReviewCommand(services, TimeProvider.System).Decide(common.Of(result), result.GetRequiredValue(ids), verdict, null));
        return verb;
    }

    private static Verb Correct(Services services)
    {
        Argument<string> id = new("event-id") { HelpName = "EVENT-ID", Description = "as 'events' prints it" };
        Option<string?> type = new("--type") { HelpName = "CATEGORY", Description = "PLOVER's category; modes of another category are dropped with it" };
        Option<string?> mode = new("--mode") { HelpName = "MODE", Description = "PLOVER's mode of the category" };
        Option<string?> cameo = new("--cameo") { HelpName = "CODE", Description = "CAMEO code" };
        Option<string[]> actor = new("--actor") { HelpName = "CODE", Description = "who did it, such as 'RUS GOV'; may be repeated", AllowMultipleArgumentsPerToken = false };
        Option<string[]> recipient = new("--recipient") { HelpName = "CODE", Description = "to whom; may be repeated", AllowMultipleArgumentsPerToken = false };
        Option<string?> status = new("--status") { HelpName = "STATUS", Description = "reported, future, hypothetical, negated or historical" };
        Option<DateOnly?> date = Shared.Date("the day it took place");
        var common = new ReviewOptions();
        var verb = new Verb("correct", "another record stands in an event's place: what is not named stays as coded")
        {
            Examples = ["entente review correct e011722a61bf5d12 --type CONSULT --note meeting"],
        };
        verb.Add(id);
        foreach (Option option in (Option[])[type, mode, cameo, actor, recipient, status, date])
        {
            verb.Add(option);
        }

        common.AddTo(verb);
        verb.SetAction(result => new ReviewCommand(services, TimeProvider.System).Decide(common.Of(result), [result.GetRequiredValue(id)], Verdict.Corrected, new()
        {
            Type = result.GetValue(type),
            Mode = result.GetValue(mode),
            Cameo = result.GetValue(cameo),
            Actor = result.GetValue(actor) ?? [],
            Recipient = result.GetValue(recipient) ?? [],
            Status = result.GetValue(status),
            Date = result.GetValue(date),
        }));
        return verb;
    }

    private static Verb List(Services services)
    {
        Option<string> archive = SelectionOptions.Archive();
        Option<bool> json = Shared.Json("the decisions");
        Option<bool> csv = new("--csv") { Description = "print the decisions as CSV" };
        var verb = new Verb("list", "all decisions, in the order taken") { Examples = ["entente review list --archive region.db"] };
        verb.Add(archive);
        verb.Add(json);
        verb.Add(csv);
        verb.SetAction(result => new ReviewCommand(services, TimeProvider.System).List(result.GetValue(archive)!, result.GetValue(json) ? TableForm.Json : result.GetValue(csv) ? TableForm.Csv : TableForm.Table));
        return verb;
    }
}

/// <summary>What all decisions are told.</summary>
/// <param name="Archive">The archive.</param>
/// <param name="Reviewer">Who decides.</param>
/// <param name="Note">Why; null for nothing.</param>
internal sealed record ReviewContext(string Archive, string Reviewer, string? Note);

/// <summary>The options of all decisions.</summary>
internal sealed class ReviewOptions
{
    private readonly Option<string> _archive = SelectionOptions.Archive();
    private readonly Option<string> _by = new("--by") { HelpName = "NAME", Description = "who decides (default: the name you are logged in with)", DefaultValueFactory = _ => Environment.UserName };
    private readonly Option<string?> _note = new("--note") { HelpName = "TEXT", Description = "why" };

    public void AddTo(Verb verb)
    {
        verb.Add(_archive);
        verb.Add(_by);
        verb.Add(_note);
    }

    public ReviewContext Of(ParseResult result) => new(result.GetValue(_archive)!, result.GetValue(_by)!, result.GetValue(_note));
}

/// <summary>What a correction changes; null or empty for what stays.</summary>
internal sealed record Correction
{
    public string? Type { get; init; }

    public string? Mode { get; init; }

    public string? Cameo { get; init; }

    public IReadOnlyList<string> Actor { get; init; } = [];

    public IReadOnlyList<string> Recipient { get; init; } = [];

    public string? Status { get; init; }

    public DateOnly? Date { get; init; }

    /// <summary>The event with the changes.</summary>
    /// <exception cref="UsageException">A change is no category, mode, code or status.</exception>
    public CodedEvent Apply(CodedEvent coded)
    {
        PloverType type = Type is null ? coded.Type
            : PloverTypes.TryParse(Type.ToUpperInvariant(), out PloverType parsed) ? parsed : throw new UsageException($"--type takes one of PLOVER's categories, not '{Type}'");
        if (Mode is not null && !type.HasMode(Mode))
        {
            throw new UsageException($"'{Mode}' is no mode of {type.Code()}");
        }

        EventStatus status = Status is null ? coded.Status
            : EventStatuses.TryParse(Status, out EventStatus known) ? known : throw new UsageException($"--status takes reported, future, hypothetical, negated or historical, not '{Status}'");
        bool other = type != coded.Type;
        return coded with
        {
            Type = type,
            Mode = Mode is not null ? [Mode] : other ? [] : coded.Mode,
            Cameo = Cameo ?? (other ? null : coded.Cameo),
            Goldstein = Cameo is not null || other ? null : coded.Goldstein,
            Status = status,
            Claimed = status == EventStatus.Reported && coded.Claimed && Status is null,
            Confidence = 1,
            Actor = Actor.Count > 0 ? Side(Actor, coded.Actor, coded.Trigger) : coded.Actor,
            Recipient = Recipient.Count > 0 ? Side(Recipient, coded.Recipient, coded.Trigger) : coded.Recipient,
            EventDate = Date is { } day ? DateSpan.OfDay(day) : coded.EventDate,
            DatePrecision = Date is null ? coded.DatePrecision : DatePrecision.Day,
        };
    }

    /// <summary>Parties by code; the words of the party that stood at the same place, else those of the act.</summary>
    private static Entity[] Side(IReadOnlyList<string> codes, IReadOnlyList<Entity> before, Quote trigger) =>
    [
        .. codes.Select((text, at) => new Entity(
            at < before.Count ? before[at].Quote : trigger,
            ActorCode.TryParse(text, out ActorCode code) ? code : throw new UsageException($"'{text}' is no code of an actor, such as 'RUS GOV'"))),
    ];
}

/// <summary>Takes decisions and lists them.</summary>
internal sealed class ReviewCommand(Services services, TimeProvider clock)
{
    /// <returns>0 = decided; 1 = some events are not there, or cannot be decided about, and the others were.</returns>
    public int Decide(ReviewContext context, IReadOnlyList<string> ids, Verdict verdict, Correction? correction)
    {
        using ArchiveFile archive = StoryArchive.Open(context.Archive);
        using var finder = new EventFinder(archive);
        using var desk = new ReviewDesk(archive, clock, new StoryRule());
        int bad = 0;
        foreach (string id in ids)
        {
            bad += Decide(context, finder, desk, id, verdict, correction) ? 0 : 1;
        }

        return bad > 0 ? 1 : 0;
    }

    /// <returns>0.</returns>
    public int List(string path, TableForm form)
    {
        using ArchiveFile archive = StoryArchive.Open(path);
        using var desk = new ReviewDesk(archive, clock, new StoryRule());
        var table = new Table("number", "decided", "event", "verdict", "correction", "reviewer", "note");
        foreach (Decision decision in desk.All())
        {
            table.Add(decision.Number, Time(decision.Decided), decision.EventId, Word(decision.Verdict), decision.CorrectionId, decision.Reviewer, decision.Note);
        }

        table.Write(services, form);
        return 0;
    }

    private bool Decide(ReviewContext context, EventFinder finder, ReviewDesk desk, string id, Verdict verdict, Correction? correction)
    {
        if (finder.Get(id) is not [{ } stored, ..])
        {
            services.Errors.Write($"entente: there is no event '{id}' in {context.Archive}\n");
            return false;
        }

        if (correction is not null && stored.Coded is null)
        {
            services.Errors.Write($"entente: '{id}' was imported: it can be accepted or rejected, not corrected\n");
            return false;
        }

        try
        {
            Decision decision = desk.Decide(stored, verdict, correction?.Apply(stored.Coded!), context.Reviewer, context.Note);
            services.Errors.Write($"{id}: {Word(verdict)}{(decision.CorrectionId is { } other ? $"; {other} stands in its place" : "")}\n");
            return true;
        }
        catch (ArgumentException problem)
        {
            services.Errors.Write($"entente: '{id}': {problem.Message}\n");
            return false;
        }
    }

    private static string Word(Verdict verdict) => verdict switch
    {
        Verdict.Accepted => "accepted",
        Verdict.Corrected => "corrected",
        _ => "rejected",
    };

    private static string Time(DateTimeOffset time) => time.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
