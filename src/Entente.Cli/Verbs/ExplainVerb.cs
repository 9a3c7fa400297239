using System.CommandLine;
using System.Text;
using System.Text.Json;
using Entente.Archive.Formats;
using Entente.Cli.Help;
using Entente.Language;
using Entente.Language.Arcs;
using Entente.Language.Tags;
using Entente.Records;
using Entente.Running;

namespace Entente.Cli.Verbs;

/// <summary><c>entente explain "TEXT" [--date DAY]</c></summary>
internal static class ExplainVerb
{
    public static Verb Create(Services services)
    {
        Argument<string[]> words = new("text") { HelpName = "TEXT", Description = "the text, - for standard input; or an event's id, as 'events' prints it", Arity = ArgumentArity.OneOrMore };
        Option<DateOnly?> date = Shared.Date("the day of the text (default: today): who somebody is depends on it");
        Option<bool> json = Shared.Json("the events and the steps");
        Option<string?> archive = new("--archive") { HelpName = "FILE", Description = $"TEXT is the id of an event in this archive (default for an id: {SelectionOptions.DefaultArchive})" };
        var verb = new Verb("explain", "why a text is coded as it is: the parse, who is who, the rules tried and fired")
        {
            Examples = ["entente explain \"Lavrov met Muttaqi in Moscow on Wednesday.\" --date 2024-10-04", "entente explain e011722a61bf5d12 --archive region.db"],
        };
        verb.Add(words);
        verb.Add(date);
        verb.Add(json);
        verb.Add(archive);
        verb.SetAction(result =>
        {
            string[] asked = result.GetRequiredValue(words);
            string? path = result.GetValue(archive);
            return path is not null || (asked is [{ } id] && IsId(id))
                ? new ExplainEvent(services).Run(path ?? SelectionOptions.DefaultArchive, asked[0])
                : new ExplainCommand(services, TimeProvider.System).Run(string.Join(' ', asked), result.GetValue(date), result.GetValue(json));
        });
        return verb;
    }

    /// <summary>Whether a word is the id of an event that this program coded: sixteen hexadecimal digits, and a reviewer's mark.</summary>
    private static bool IsId(string word) => word.Split("/r")[0] is { Length: 16 } digits && digits.All(char.IsAsciiHexDigitLower);
}

/// <summary>Explains one text.</summary>
internal sealed class ExplainCommand(Services services, TimeProvider clock)
{
    /// <returns>0.</returns>
    public int Run(string text, DateOnly? date, bool json)
    {
        if (text == "-")
        {
            using var reader = new StreamReader(services.Input, Encoding.UTF8);
            text = reader.ReadToEnd();
        }

        var document = new Document("text", date ?? DateOnly.FromDateTime(clock.GetLocalNow().Date), text);
        var engine = new EntenteEngine(services.Home);
        using var scratch = new AnalysisScratch();
        Explanation explanation = Explanation.Of(engine, document, scratch);
        using Stream output = services.Open(null);
        if (json)
        {
            WriteJson(output, explanation, engine.Stamp);
        }
        else
        {
            output.Write(Encoding.UTF8.GetBytes(Tree(explanation.Analysis) + "\n" + explanation.Trace));
        }

        output.Flush();
        return 0;
    }

    /// <summary>A line for each word: its number, the word, its tag and lemma, its relation and head.</summary>
    private static string Tree(AnalyzedText text)
    {
        var lines = new StringBuilder();
        for (int sentence = 0; sentence < text.Sentences.Count; sentence++)
        {
            Sentence words = text.Sentence(sentence);
            for (int i = 0; i < words.Count; i++)
            {
                Token word = words[i];
                string head = word.HeadIndex < 0 ? "" : "<- " + new Token?(text[word.HeadIndex]);
                lines.Append($"  {word.Index,3}  {word.ToString(),-20} {word.Pos.Code(),-6} {word.Lemma,-18} {word.Relation.Code(),-12} {head}".TrimEnd()).Append('\n');
            }
        }

        return lines.ToString();
    }

    private static void WriteJson(Stream output, Explanation explanation, RecordStamp stamp)
    {
        using (var json = new Utf8JsonWriter(output, JsonText.Indented))
        {
            json.WriteStartObject();
            json.WriteStartArray("steps"u8);
            foreach (string line in explanation.Trace.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries))
            {
                json.WriteStringValue(line);
            }

            json.WriteEndArray();
            json.WriteStartArray("events"u8);
            foreach (CodedEvent coded in explanation.Events)
            {
                EventJson.Write(json, coded, stamp);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        output.Write("\n"u8);
    }
}
