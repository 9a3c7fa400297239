using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Entente.Archive;
using Entente.Archive.Querying;
using Entente.Archives;
using Entente.Cli.Help;
using Entente.Cli.Tables;
using Entente.Lexicon;
using Entente.Lexicon.Actors;
using Entente.Records;

namespace Entente.Cli.Verbs;

/// <summary>The options by which every verb over an archive is told what to look at: the same everywhere.</summary>
/// <remarks>
/// A verb makes one, adds it with <see cref="AddTo"/>, and in its action calls <see cref="Open"/> for the rows, <see cref="Of"/> for what is asked for,
/// <see cref="PeriodOf"/> and <see cref="FormOf"/>.
/// </remarks>
internal sealed class SelectionOptions
{
    /// <summary>The archive that verbs use where none is named.</summary>
    public const string DefaultArchive = "entente.db";

    private readonly Option<string> _archive = Archive();
    private readonly Option<string[]> _events = new("--events") { HelpName = "FILE", Description = "in place of an archive, records as 'code' writes them or PLOVER JSON; may be repeated; - is standard input", AllowMultipleArgumentsPerToken = false };
    private readonly Option<string[]> _pair = new("--pair") { HelpName = "A B", Description = "only between these two, in both directions: codes (RUS AFG, 'AFG REB') or names of states", Arity = new ArgumentArity(2, 2), AllowMultipleArgumentsPerToken = true };
    private readonly Option<string?> _actors = new("--actors") { HelpName = "A,B,C", Description = "only among these; with a single one, all that it takes part in" };
    private readonly Option<string?> _region = new("--region") { HelpName = "PRESET", Description = "only among the states of a region (lexicon/regions.tsv) and their armed groups: central-asia, middle-east ..." };
    private readonly Option<Bound?> _from = Day("--from", "first day: YYYY-MM-DD, or a month or year");
    private readonly Option<Bound?> _to = Day("--to", "last day, itself included: YYYY-MM-DD, or a month or year");
    private readonly Option<string> _period = new("--period") { HelpName = "day|week|month|quarter|year", Description = "length of the steps", DefaultValueFactory = _ => "month" };
    private readonly Option<string[]> _source = new("--source") { HelpName = "NAME", Description = "who coded it: entente, gdelt, icews ...; may be repeated (default: all)", AllowMultipleArgumentsPerToken = false };
    private readonly Option<bool> _claimed = new("--count-claimed") { Description = "count acts that only an interested party asserts, as if reported" };
    private readonly Option<bool> _json = Shared.Json("the rows");
    private readonly Option<bool> _csv = new("--csv") { Description = "print the rows as CSV" };
    private readonly bool _withPeriod;
    private readonly bool _withForm;

    /// <param name="period">The length of steps where none is asked for; null for a verb without steps.</param>
    /// <param name="form">Whether the verb prints rows, as a table, JSON or CSV.</param>
    public SelectionOptions(string? period = "month", bool form = true)
    {
        _withForm = form;
        _withPeriod = period is not null;
        if (period is not null)
        {
            _period.DefaultValueFactory = _ => period;
            _period.Description += $" (default: {period})";
            _period.AcceptOnlyFromAmong("day", "week", "month", "quarter", "year");
        }
    }

    /// <summary>Whether a pair must be two different parties: what happens within one has no ladder, network or signal.</summary>
    public bool OfTwo { get; init; }

    /// <summary>Adds only what says who and when is meant: for a verb that reads articles, not rows.</summary>
    public void AddPartiesTo(Verb verb)
    {
        foreach (Option option in (Option[])[_pair, _actors, _region, _from, _to])
        {
            verb.Add(option);
        }
    }

    /// <summary>The option by which a verb that looks at the whole window also tells of it period by period.</summary>
    /// <param name="what">What it adds.</param>
    public static Option<string?> Steps(string what)
    {
        var option = new Option<string?>("--period") { HelpName = "day|week|month|quarter|year", Description = what };
        option.AcceptOnlyFromAmong("day", "week", "month", "quarter", "year");
        return option;
    }

    /// <summary>The length that <see cref="Steps"/> was given; null where it was not.</summary>
    /// <param name="given">The option's value.</param>
    /// <param name="show">The table asked for; null for all.</param>
    /// <exception cref="UsageException">The table of periods is asked for without a length.</exception>
    public static PeriodKind? StepsOf(string? given, string? show) => given is null
        ? show == "periods" ? throw new UsageException("--show periods takes their length: --period month") : null
        : Enum.Parse<PeriodKind>(given, ignoreCase: true);

    /// <summary>The option that names the archive.</summary>
    public static Option<string> Archive() => new("--archive") { HelpName = "FILE", Description = $"the archive (default: {DefaultArchive})", DefaultValueFactory = _ => DefaultArchive };

    /// <summary>Adds the options to a verb.</summary>
    public void AddTo(Verb verb)
    {
        foreach (Option option in (Option[])[_archive, _events, _pair, _actors, _region, _from, _to])
        {
            verb.Add(option);
        }

        if (_withPeriod)
        {
            verb.Add(_period);
        }

        foreach (Option option in _withForm ? (Option[])[_source, _claimed, _json, _csv] : [_source, _claimed])
        {
            verb.Add(option);
        }
    }

    /// <summary>The rows to look at; the caller disposes them.</summary>
    /// <exception cref="UsageException">There is no such archive or file.</exception>
    public IEventStore Open(ParseResult result, Services services)
    {
        string[] files = result.GetValue(_events) ?? [];
        if (files.Length == 0)
        {
            return OpenArchive(result.GetValue(_archive)!);
        }

        var store = new RecordFileStore(problem =>
        {
            services.Faults.Any = true;
            services.Report(problem);
        });
        foreach (string file in files)
        {
            using Stream input = services.OpenInput(file);
            store.Add(input, file);
        }

        return store;
    }

    /// <summary>Whether the command line names an archive or files of records.</summary>
    public bool IsNamed(ParseResult result) => result.GetResult(_archive) is { Implicit: false } || (result.GetValue(_events) ?? []).Length > 0;

    /// <summary>The files of records that are asked for; empty for an archive.</summary>
    public string[] FilesOf(ParseResult result) => result.GetValue(_events) ?? [];

    /// <summary>The path of the archive that is asked for.</summary>
    public string ArchiveOf(ParseResult result) => result.GetValue(_archive)!;

    /// <summary>Opens an archive for reading.</summary>
    /// <exception cref="ArchiveException">There is none, or it cannot be read.</exception>
    public static ArchiveStore OpenArchive(string path) => new(path);

    /// <summary>What is asked for.</summary>
    /// <exception cref="UsageException">A party or region is unknown, or two options contradict each other.</exception>
    public Selection Of(ParseResult result, Services services)
    {
        string[] pair = result.GetValue(_pair) ?? [];
        string? actors = result.GetValue(_actors), region = result.GetValue(_region);
        if ((pair.Length > 0 ? 1 : 0) + (actors is null ? 0 : 1) + (region is null ? 0 : 1) > 1)
        {
            throw new UsageException("--pair, --actors and --region each say who is meant: give one of them");
        }

        if (pair.Length > 0 && pair.Length != 2)
        {
            throw new UsageException("--pair takes two parties, once: --pair RUS AFG");
        }

        DateOnly? from = result.GetValue(_from)?.First, until = result.GetValue(_to)?.Past;
        if (from >= until)
        {
            throw new UsageException("--to lies before --from");
        }

        var lexicon = new Lazy<WorldLexicon>(() => new EntenteEngine(services.Home).Lexicon);
        if (OfTwo && pair.Length == 2 && PartyOf(pair[0], lexicon) == PartyOf(pair[1], lexicon))
        {
            throw new UsageException($"--pair takes two different parties, not '{pair[0]}' and '{pair[1]}'; what happens within one is told by 'entente dyads' and 'entente events'");
        }

        return new()
        {
            Pair = pair.Length == 2 ? Relation.Of(PartyOf(pair[0], lexicon), PartyOf(pair[1], lexicon)) : null,
            Actors = region is not null ? PartiesOf(region, lexicon.Value) : [.. (actors ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(actor => PartyOf(actor, lexicon))],
            From = from,
            Until = until,
            Sources = result.GetValue(_source) ?? [],
            WithClaimed = result.GetValue(_claimed),
        };
    }

    /// <summary>What is asked for, of one source: sums over sources that coded the same acts would count them twice.</summary>
    /// <exception cref="UsageException">The rows are of several sources, and none was chosen; or as <see cref="Of"/>.</exception>
    public Selection OfOneSource(ParseResult result, Services services, IEventStore store)
    {
        Selection selection = Of(result, services);
        RequireOne(selection, store.Sources);
        return selection;
    }

    /// <summary>Sums over sources that coded the same acts would count them twice.</summary>
    /// <exception cref="UsageException">There are several sources, and none was chosen.</exception>
    public static void RequireOne(Selection selection, IReadOnlyCollection<string> sources)
    {
        if (selection.Sources.Count == 0 && sources.Count > 1)
        {
            throw new UsageException($"the archive holds what {string.Join(", ", sources)} coded: choose with --source, for an act that several coded would count more than once");
        }
    }

    /// <summary>The length of the steps.</summary>
    public PeriodKind PeriodOf(ParseResult result) => Enum.Parse<PeriodKind>(result.GetValue(_period)!, ignoreCase: true);

    /// <summary>How the rows are printed.</summary>
    /// <exception cref="UsageException">Both JSON and CSV are asked for.</exception>
    public TableForm FormOf(ParseResult result) => (result.GetValue(_json), result.GetValue(_csv)) switch
    {
        (true, true) => throw new UsageException("--json and --csv contradict each other"),
        (true, _) => TableForm.Json,
        (_, true) => TableForm.Csv,
        _ => TableForm.Table,
    };

    /// <summary>The party of a code or of a state's name.</summary>
    /// <exception cref="UsageException">It is neither.</exception>
    public static string PartyOf(string text, Lazy<WorldLexicon> lexicon)
    {
        if (ActorCode.TryParse(text, out ActorCode code) && DyadExpansion.PartyOf(code) is { } party)
        {
            return party;
        }

        State? named = lexicon.Value.States.FirstOrDefault(state =>
            state.Name.Equals(text, StringComparison.OrdinalIgnoreCase) || state.Code.Equals(text, StringComparison.OrdinalIgnoreCase) || state.Aliases.Contains(text, StringComparer.OrdinalIgnoreCase));
        return named?.Code ?? throw new UsageException($"'{text}' is no party: give a code such as RUS or 'AFG REB', or the name of a state");
    }

    /// <summary>The states of a region and their armed groups.</summary>
    /// <exception cref="UsageException">There is no such region.</exception>
    private static string[] PartiesOf(string region, WorldLexicon lexicon)
    {
        string[] members = [.. lexicon.Regions.MembersOf(region)];
        return members.Length > 0
            ? [.. members, .. members.Select(member => member + " REB")]
            : throw new UsageException($"there is no region '{region}'; there are {string.Join(", ", lexicon.Regions.Names)}");
    }

    private static Option<Bound?> Day(string name, string what) => new(name)
    {
        HelpName = "DAY",
        Description = what,
        CustomParser = result =>
        {
            string value = result.Tokens[^1].Value;
            foreach ((string format, PeriodKind kind) in ((string, PeriodKind)[])[("yyyy-MM-dd", PeriodKind.Day), ("yyyy-MM", PeriodKind.Month), ("yyyy", PeriodKind.Year)])
            {
                if (DateOnly.TryParseExact(value, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day))
                {
                    var period = Period.Of(day, kind);
                    return new Bound(period.Start, period.End);
                }
            }

            result.AddError($"{name} takes a day such as 2026-05-27, a month such as 2026-05 or a year, not '{value}'");
            return null;
        },
    };

    /// <summary>A day, month or year as a bound.</summary>
    /// <param name="First">Its first day.</param>
    /// <param name="Past">The day after its last.</param>
    private sealed record Bound(DateOnly First, DateOnly Past);
}
