using System.Text.Json;
using Entente.Records;

namespace Entente.Language.Entities;

/// <summary>A text with its mentions, as people marked them.</summary>
/// <param name="Id">Its id in the file.</param>
/// <param name="Text">The text.</param>
/// <param name="Mentions">Its mentions of known types; others are left out. They may be nested.</param>
public sealed record EntityGold(string Id, string Text, IReadOnlyList<GoldMention> Mentions)
{
    /// <summary>Reads JSON Lines: <c>{"id","text","gold":{"entities":[{"start","end","type"}]}}</c>, spans in UTF-16 code units.</summary>
    /// <param name="input">The file's text; the caller owns and disposes it.</param>
    /// <param name="fileName">The file as the user named it, for messages.</param>
    /// <exception cref="InvalidDataException">While enumerating: a line is no such record; the message names it.</exception>
    public static IEnumerable<EntityGold> Read(TextReader input, string fileName)
    {
        int number = 0;
        while (input.ReadLine() is { } line)
        {
            number++;
            if (!string.IsNullOrWhiteSpace(line))
            {
                yield return Parse(line, fileName, number);
            }
        }
    }

    private static EntityGold Parse(string line, string fileName, int number)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            string text = json.RootElement.GetProperty("text").GetString() ?? throw new FormatException("text is null");
            var mentions = new List<GoldMention>();
            foreach (JsonElement entity in json.RootElement.GetProperty("gold").GetProperty("entities").EnumerateArray())
            {
                var span = new TextSpan(entity.GetProperty("start").GetInt32(), entity.GetProperty("end").GetInt32());
                if (span.End > text.Length || span.Length == 0)
                {
                    throw new FormatException($"the span {span} lies outside the text");
                }

                EntityType? type = entity.GetProperty("type").GetString() switch
                {
                    "PER" => EntityType.Per,
                    "ORG" => EntityType.Org,
                    "GPE" => EntityType.Gpe,
                    "LOC" => EntityType.Loc,
                    "NORP" => EntityType.Norp,
                    _ => null,
                };
                if (type is { } known)
                {
                    mentions.Add(new(span, known));
                }
            }

            return new(json.RootElement.GetProperty("id").GetString() ?? "", text, mentions);
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException)
        {
            var problem = new Diagnostic(fileName, number, "ENT001", $"no text with mentions: {error.Message}", "write {\"id\",\"text\",\"gold\":{\"entities\":[{\"start\",\"end\",\"type\"}]}}");
            throw new InvalidDataException(problem.ToString(), error);
        }
    }
}

/// <summary>A mention as people marked it.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Type">What it is.</param>
public readonly record struct GoldMention(TextSpan Span, EntityType Type);

/// <summary>A marked text, analysed, to learn from.</summary>
/// <param name="Text">The analysis; it must not live in room that is used again.</param>
/// <param name="Mentions">Its mentions.</param>
/// <param name="IsBackground">
/// Whether it is marked by other rules than those wanted, such as a treebank's mentions of everything: what both ways of marking
/// share is learnt from it, what is peculiar to it is not.
/// </param>
public sealed record EntityExample(AnalyzedText Text, IReadOnlyList<GoldMention> Mentions, bool IsBackground)
{
    /// <summary>Reads marked texts as <see cref="EntityGold.Read"/> does, and analyses them.</summary>
    /// <param name="input">The file's text; the caller owns and disposes it.</param>
    /// <param name="fileName">The file as the user named it, for messages.</param>
    /// <param name="pipeline">Analyses the texts, as it will those that the recogniser is used on.</param>
    /// <param name="isBackground">Whether the file is marked by other rules than those wanted.</param>
    /// <exception cref="InvalidDataException">While enumerating: a line is no such record; the message names it.</exception>
    public static IEnumerable<EntityExample> Read(TextReader input, string fileName, LanguagePipeline pipeline, bool isBackground)
    {
        foreach (EntityGold gold in EntityGold.Read(input, fileName))
        {
            yield return new(pipeline.Analyze(gold.Text), gold.Mentions, isBackground);
        }
    }
}
