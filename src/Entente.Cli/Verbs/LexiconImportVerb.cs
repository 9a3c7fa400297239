using System.CommandLine;
using Entente.Cli.Help;
using Entente.Cli.Streams;
using Entente.Lexicon.Importing;
using Entente.Records;

namespace Entente.Cli.Verbs;

/// <summary><c>entente lexicon import -o FOLDER [--actors FILE...] [--agents FILE...] [--verbs FILE...]</c></summary>
internal static class LexiconImportVerb
{
    public static Verb Create(Services services)
    {
        Option<string[]> actors = Files("--actors", "actor dictionaries");
        Option<string[]> agents = Files("--agents", "agent dictionaries");
        Option<string[]> verbs = Files("--verbs", "verb dictionaries");
        Option<int> pivot = Shared.Whole("--pivot", "years of two digits above it are 19YY (default: 30)", 30, 0, "YY");
        Option<string> output = new("--output", "-o") { HelpName = "FOLDER", Description = "the pack; in lexicon/packs/ it is in force", Required = true };
        var verb = new Verb("import", "TABARI or PETRARCH dictionaries to a lexicon pack")
        {
            Details = "Packs in lexicon/packs/ are laid upon the lexicon in the order of their names, and the later wins: its actors, role nouns, frames and classes replace those of the same id, noun or name. What has no counterpart is reported and passed over.",
            Examples = ["entente lexicon import --actors mine.actors.txt --verbs mine.verbs.txt -o lexicon/packs/mine"],
        };
        foreach (Option option in (Option[])[actors, agents, verbs, pivot, output])
        {
            verb.Add(option);
        }

        verb.SetAction(result => new LexiconImportCommand(services).Run(
            result.GetValue(actors) ?? [], result.GetValue(agents) ?? [], result.GetValue(verbs) ?? [], result.GetValue(pivot), result.GetRequiredValue(output)));
        return verb;
    }

    private static Option<string[]> Files(string name, string what) =>
        new(name) { HelpName = "FILE", Description = what, Arity = ArgumentArity.OneOrMore, AllowMultipleArgumentsPerToken = true };
}

/// <summary>Makes a pack of dictionaries.</summary>
internal sealed class LexiconImportCommand(Services services)
{
    /// <returns>0 = done; 1 = lines were passed over, and the rest was done all the same.</returns>
    public int Run(string[] actors, string[] agents, string[] verbs, int pivot, string folder)
    {
        string[] all = [.. actors, .. agents, .. verbs];
        if (all.Length == 0)
        {
            throw new UsageException("nothing to import; name files after --actors, --agents or --verbs");
        }

        if (all.FirstOrDefault(file => !File.Exists(file)) is { } missing)
        {
            throw new UsageException(FileTalk.Unreadable(missing));
        }

        if (pivot > 99)
        {
            throw new UsageException($"--pivot is {pivot}; expected two digits, such as 30");
        }

        ImportedPack pack = new DictionaryImport(new EntenteEngine(services.Home).Lexicon, pivot).Write(actors, agents, verbs, folder);
        foreach (Diagnostic problem in pack.Problems)
        {
            services.Report(problem);
        }

        services.Errors.Write($"{Progress.Number(pack.Actors)} actors, {Progress.Number(pack.Agents)} role nouns, {Progress.Number(pack.Patterns)} patterns; {Progress.Number(pack.Problems.Count)} lines or codes passed over\n");
        return pack.Problems.Count > 0 ? 1 : 0;
    }
}
