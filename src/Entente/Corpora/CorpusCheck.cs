using System.Text.Json;
using Entente.Lexicon;
using Entente.Records;

namespace Entente.Corpora;

/// <summary>Holds the whole corpus to its rules: sound blocks, no sentence twice, none from the gold sets.</summary>
public static class CorpusCheck
{
    /// <summary>Checks a corpus.</summary>
    /// <param name="folder">The corpus' folder.</param>
    /// <param name="gold">The folder of the gold sets (JSON Lines with <c>text</c>); null to leave that check out.</param>
    /// <param name="lexicon">For CAMEO codes.</param>
    /// <param name="blocks">Receives the sound blocks.</param>
    public static IReadOnlyList<Diagnostic> Run(string folder, string? gold, WorldLexicon lexicon, out IReadOnlyList<CorpusBlock> blocks)
    {
        var problems = new List<Diagnostic>();
        blocks = new CorpusReader(lexicon, problems).ReadFolder(folder);
        var seen = new Dictionary<string, CorpusBlock>(StringComparer.Ordinal);
        foreach (CorpusBlock block in blocks)
        {
            if (!seen.TryAdd(Letters(block.Text), block))
            {
                CorpusBlock first = seen[Letters(block.Text)];
                problems.Add(new(block.File, block.Line, "COR030", $"the sentence of '{first.Id}' ({first.File}:{first.Line}) again", "write another sentence"));
            }
        }

        var known = blocks.ToDictionary(block => block.Id, block => block.Text, StringComparer.Ordinal);
        foreach (CorpusBlock again in SecondAnnotation.Read(new CorpusReader(lexicon, problems), folder))
        {
            if (!known.TryGetValue(again.Id, out string? text) || text != again.Text)
            {
                problems.Add(new(again.File, again.Line, "COR032", $"'{again.Id}' with this text is no sentence of the corpus", "copy head and text from the development part"));
            }
        }

        if (gold is not null)
        {
            foreach (string file in Directory.EnumerateFiles(gold, "*.jsonl").Order(StringComparer.Ordinal))
            {
                foreach (string line in File.ReadLines(file))
                {
                    using JsonDocument json = JsonDocument.Parse(line);
                    if (json.RootElement.TryGetProperty("text", out JsonElement text) && seen.TryGetValue(Letters(text.GetString()!), out CorpusBlock? block))
                    {
                        problems.Add(new(block.File, block.Line, "COR031", $"'{block.Id}' is a sentence of {Path.GetFileName(file)}", "take it out: it is not ours, and it is test material"));
                    }
                }
            }
        }

        return problems;
    }

    /// <summary>Letters and digits in lower case: what two copies of a sentence share.</summary>
    private static string Letters(string text) =>
        string.Create(text.Count(char.IsLetterOrDigit), text, (span, source) =>
        {
            int at = 0;
            foreach (char c in source)
            {
                if (char.IsLetterOrDigit(c))
                {
                    span[at++] = char.ToLowerInvariant(c);
                }
            }
        });
}
