using System.CommandLine;
using Entente.Cli.Help;
using Entente.Cli.Streams;
using Entente.Parsing;
using Entente.Running;

namespace Entente.Cli.Verbs;

/// <summary><c>entente parse [IN] [-o FILE] [--pretokenized]</c></summary>
internal static class ParseVerb
{
    public static Verb Create(Services services)
    {
        Argument<string> input = Shared.Input("JSON Lines with \"id\" and \"text\", or CoNLL-U with --pretokenized");
        Option<string?> output = Shared.Output("CoNLL-U");
        Option<bool> pretokenized = new("--pretokenized") { Description = "the input is CoNLL-U: its words and sentences are kept, nothing else of it is looked at" };
        Option<int> threads = Shared.Threads();
        var verb = new Verb("parse", "words, sentences, tags, lemmas and dependency trees, as CoNLL-U")
        {
            Details = "Universal Dependencies v2 for English.",
            Examples = ["entente parse articles.jsonl -o articles.conllu", "entente parse --pretokenized treebank.conllu > parsed.conllu"],
        };
        verb.Add(input);
        verb.Add(output);
        verb.Add(pretokenized);
        verb.Add(threads);
        verb.SetAction(result => new ParseCommand(services).Run(result.GetValue(input)!, result.GetValue(output), result.GetValue(pretokenized), result.GetValue(threads)));
        return verb;
    }
}

/// <summary>Parses a stream.</summary>
internal sealed class ParseCommand(Services services)
{
    /// <returns>0 = done; 1 = some records were bad, and the good ones were done all the same; 130 = interrupted.</returns>
    public int Run(string input, string? output, bool pretokenized, int threads)
    {
        using Stream from = services.OpenInput(input);
        using Stream to = services.Open(output, input);
        var run = new ParseRun(new EntenteEngine(services.Home), threads, services.Report);
        RunOutcome outcome = pretokenized ? run.Sentences(from, input, to, services.Stop) : run.Texts(from, input, to, services.Stop);
        to.Flush();
        return !outcome.Complete ? Interrupt.ExitCode : outcome.Refused > 0 ? 1 : 0;
    }
}
