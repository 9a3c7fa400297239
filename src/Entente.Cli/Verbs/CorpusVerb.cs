using System.CommandLine;
using System.Globalization;
using Entente.Cli.Help;
using Entente.Cli.Streams;
using Entente.Corpora;
using Entente.Records;

namespace Entente.Cli.Verbs;

/// <summary><c>entente corpus check|build</c></summary>
internal static class CorpusVerb
{
    public static Verb Create(Services services)
    {
        var verb = new Verb("corpus", "the project's own annotated sentences: check them, turn them into JSON Lines");
        verb.Add(Check(services));
        verb.Add(Build(services));
        return verb;
    }

    private static Verb Check(Services services)
    {
        Argument<string> folder = Folder();
        Option<string?> gold = new("--gold") { HelpName = "FOLDER", Description = "gold files none of whose sentences may stand in the corpus" };
        var verb = new Verb("check", "spans, codes, doubles; exit code 1 where there is any fault")
        {
            Examples = ["entente corpus check", "entente corpus check --gold ../shared/gold"],
        };
        verb.Add(folder);
        verb.Add(gold);
        verb.SetAction(result =>
        {
            string path = Shared.Corpus(result.GetValue(folder)!);
            string? others = result.GetValue(gold) is { } named ? FileTalk.Folder(named) : null;
            IReadOnlyList<Diagnostic> problems = CorpusCheck.Run(path, others, new EntenteEngine(services.Home).Lexicon, out IReadOnlyList<CorpusBlock> blocks);
            using Stream output = services.Open(null);
            foreach (Diagnostic problem in problems)
            {
                output.Write(System.Text.Encoding.UTF8.GetBytes(problem + "\n"));
            }

            output.Flush();
            services.Errors.Write(string.Create(CultureInfo.InvariantCulture,
                $"{blocks.Count} sound blocks, {blocks.Sum(b => b.Acts.Count)} acts, {blocks.Sum(b => b.Notes.Count)} other records, {problems.Count} faults\n"));
            return problems.Count > 0 ? 1 : 0;
        });
        return verb;
    }

    private static Verb Build(Services services)
    {
        Argument<string> folder = Folder();
        Option<string?> output = new("--output", "-o") { HelpName = "FILE", Description = "where to (default: standard output)" };
        var verb = new Verb("build", "the corpus as JSON Lines with UTF-16 spans, in the shape of the gold sets")
        {
            Examples = ["entente corpus build corpus/train -o corpus.train.jsonl"],
        };
        verb.Add(folder);
        verb.Add(output);
        verb.SetAction(result =>
        {
            var problems = new List<Diagnostic>();
            IReadOnlyList<CorpusBlock> blocks = new CorpusReader(new EntenteEngine(services.Home).Lexicon, problems).ReadFolder(Shared.Corpus(result.GetValue(folder)!));
            using Stream to = services.Open(result.GetValue(output));
            foreach (CorpusBlock block in blocks)
            {
                CorpusJson.Write(to, block);
            }

            to.Flush();
            foreach (Diagnostic problem in problems)
            {
                services.Errors.Write($"{problem}\n");
            }

            return problems.Count > 0 ? 1 : 0;
        });
        return verb;
    }

    private static Argument<string> Folder() =>
        new("folder") { HelpName = "FOLDER", Description = "the corpus' folder (default: corpus)", DefaultValueFactory = _ => "corpus" };
}
