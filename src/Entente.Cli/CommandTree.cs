using System.CommandLine;
using Entente.Cli.Help;
using Entente.Cli.Verbs;

namespace Entente.Cli;

/// <summary>The one place that maps the parsing library onto the verbs.</summary>
internal static class CommandTree
{
    private static readonly (string Name, Func<Services, Verb> Create)[] Verbs =
    [
        ("brief", BriefVerb.Create),
        ("code", CodeVerb.Create),
        ("add", AddVerb.Create),
        ("watch", WatchVerb.Create),
        ("recode", RecodeVerb.Create),
        ("events", EventsVerb.Create),
        ("review", ReviewVerb.Create),
        ("dyads", DyadsVerb.Create),
        ("shifts", ShiftsVerb.Create),
        ("agreements", AgreementsVerb.Create),
        ("network", NetworkVerb.Create),
        ("dependence", DependenceVerb.Create),
        ("signals", SignalsVerb.Create),
        ("concerns", ConcernsVerb.Create),
        ("compare", CompareVerb.Create),
        ("relate", RelateVerb.Create),
        ("explain", ExplainVerb.Create),
        ("entities", EntitiesVerb.Create),
        ("parse", ParseVerb.Create),
        ("import", ImportVerb.Create),
        ("export", ExportVerb.Create),
        ("lexicon", LexiconVerb.Create),
        ("corpus", CorpusVerb.Create),
        ("train", TrainVerb.Create),
        ("evaluate", EvaluateVerb.Create),
        ("install", InstallVerb.Create),
    ];

    /// <summary>The command with its verbs.</summary>
    /// <param name="services">What the verbs work with.</param>
    /// <param name="only">Makes this verb alone where there is one of that name; null for all.</param>
    public static Verb Build(Services services, string? only = null)
    {
        var root = new Verb("entente", "who did what to whom, read from the news")
        {
            Details = "Every verb has --help. Data goes to standard output, talk to standard error; - is standard input or output.\nExit codes: 0 done; 1 some input was bad and the rest was done; 2 wrong usage; 130 interrupted.",
            Examples = ["entente brief samples/moscow-kabul", "entente code articles.jsonl -o events.jsonl"],
        };
        bool known = Array.Exists(Verbs, verb => verb.Name == only);
        foreach ((string name, Func<Services, Verb> create) in Verbs)
        {
            if (!known || name == only)
            {
                root.Add(create(services));
            }
        }

        return root;
    }
}
