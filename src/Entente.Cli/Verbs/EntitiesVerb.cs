using System.CommandLine;
using Entente.Cli.Help;
using Entente.Cli.Streams;
using Entente.Running;

namespace Entente.Cli.Verbs;

/// <summary><c>entente entities [IN] [-o FILE]</c></summary>
internal static class EntitiesVerb
{
    public static Verb Create(Services services)
    {
        Argument<string> input = Shared.Input("JSON Lines with \"id\", \"text\" and, for codes, \"date\"");
        Option<string?> output = Shared.Output("a JSON record for each text");
        Option<DateOnly?> date = Shared.Date("the day of texts that bear none; without a day mentions bear no code");
        Option<string> offsets = Shared.Offsets();
        Option<int> threads = Shared.Threads();
        var verb = new Verb("entities", "people, organisations, places, nationalities and groups that a text names")
        {
            Details = "Writes {\"id\",\"entities\":[{\"text\",\"start\",\"end\",\"type\",\"code\"}]}: type is PER, ORG, GPE, LOC, NORP or EVENT; code is who the lexicon says that is on the text's day.",
            Examples = ["entente entities articles.jsonl -o mentions.jsonl"],
        };
        verb.Add(input);
        verb.Add(output);
        verb.Add(date);
        verb.Add(offsets);
        verb.Add(threads);
        verb.SetAction(result => new EntitiesCommand(services).Run(result.GetValue(input)!, result.GetValue(output), result.GetValue(date), result.GetValue(offsets) == "codepoint", result.GetValue(threads)));
        return verb;
    }
}

/// <summary>Finds mentions in a stream of texts.</summary>
internal sealed class EntitiesCommand(Services services)
{
    /// <returns>0 = done; 1 = some texts were bad, and the good ones were done all the same; 130 = interrupted.</returns>
    public int Run(string input, string? output, DateOnly? date, bool codepointOffsets, int threads)
    {
        using Stream from = services.OpenInput(input);
        using Stream to = services.Open(output, input);
        RunOutcome outcome = new MentionRun(new EntenteEngine(services.Home), threads, services.Report).Run(from, input, date, codepointOffsets, to, services.Stop);
        to.Flush();
        return !outcome.Complete ? Interrupt.ExitCode : outcome.Refused > 0 ? 1 : 0;
    }
}
