using System.CommandLine;
using Entente.Cli.Help;
using Entente.Cli.Streams;
using Entente.Coding.Relations;
using Entente.Running;

namespace Entente.Cli.Verbs;

/// <summary><c>entente relate [IN] [-o FILE] [--labels plover|plv]</c></summary>
internal static class RelateVerb
{
    public static Verb Create(Services services)
    {
        Argument<string> input = Shared.Input("JSON Lines: {\"id\",\"text\",\"source\":{\"start\",\"end\"},\"target\":{\"start\",\"end\"}}; source and target may be lists, empty where the text does not name that party");
        Option<string?> output = Shared.Output("the answers, a JSON record a line,");
        Option<string> labels = new("--labels") { HelpName = "plover|plv", Description = "PLOVER's 16 categories (default), or PLV's 15 older classes, for comparison with the literature", DefaultValueFactory = _ => "plover" };
        Option<string> offsets = Shared.Offsets();
        Option<int> threads = Shared.Threads();
        var verb = new Verb("relate", "given a text and two marked parties: which category holds between them")
        {
            Details = "Every question is answered; \"confidence\" says how surely, and \"scores\" has all categories.",
            Examples = ["entente relate questions.jsonl -o answers.jsonl", "entente relate plv.dev.jsonl --labels plv -o answers.jsonl"],
        };
        labels.AcceptOnlyFromAmong("plover", "plv");
        verb.Add(input);
        verb.Add(output);
        verb.Add(labels);
        verb.Add(offsets);
        verb.Add(threads);
        verb.SetAction(result => new RelateCommand(services).Run(
            result.GetValue(input)!,
            result.GetValue(output),
            result.GetValue(labels) == "plv" ? RelationLabels.Plv : RelationLabels.Plover,
            result.GetValue(offsets) == "codepoint",
            result.GetValue(threads)));
        return verb;
    }
}

/// <summary>Answers a stream of questions.</summary>
internal sealed class RelateCommand(Services services)
{
    /// <returns>0 = done; 1 = some questions were bad, and the good ones were answered all the same; 130 = interrupted.</returns>
    public int Run(string input, string? output, RelationLabels labels, bool codepointOffsets, int threads)
    {
        using Stream from = services.OpenInput(input);
        using Stream to = services.Open(output, input);
        RunOutcome outcome = new RelateRun(new EntenteEngine(services.Home), threads, codepointOffsets, services.Report).Run(from, input, labels, to, services.Stop);
        to.Flush();
        return !outcome.Complete ? Interrupt.ExitCode : outcome.Refused > 0 ? 1 : 0;
    }
}
