using Entente.Language.Entities;

namespace Entente.Language.Tests.Entities;

/// <summary>The models of the repository, together.</summary>
public sealed class ShippedModelTests
{
    [Theory]
    [InlineData("The Turkish government and NATO signed a treaty.", "ORG The Turkish government|ORG NATO")]
    [InlineData("Foreign Minister Sergei Lavrov flew to Damascus on Monday.", "PER Foreign Minister Sergei Lavrov|LOC Damascus")]
    public void The_shipped_models_find_who_and_where(string text, string expected)
    {
        using LanguagePipeline pipeline = LanguagePipeline.Load(Models());
        using FileStream input = File.OpenRead(Path.Combine(Models(), "entities.bin"));
        EntityRecognizer recognizer = EntityRecognizer.Load(input);
        AnalyzedText analyzed = pipeline.Analyze(text);

        EntityLayer layer = recognizer.Recognize(text, analyzed.Tokens, analyzed.Sentences, analyzed.Tags, analyzed.Lemmas, analyzed.Arcs, names: null);

        Assert.Equal(expected, string.Join('|', layer.Mentions.Select(m => $"{m.Type.Code()} {text[analyzed.Tokens.Starts[m.First]..analyzed.Tokens.Ends[m.End - 1]]}")));
    }

    [Fact]
    public void Marked_texts_are_analysed_to_learn_from()
    {
        using LanguagePipeline pipeline = LanguagePipeline.Load(Models());
        const string Line = "{\"id\":\"a\",\"text\":\"Iran spoke\",\"gold\":{\"entities\":[{\"start\":0,\"end\":4,\"type\":\"ORG\"}]}}";

        EntityExample example = Assert.Single(EntityExample.Read(new StringReader(Line), "gold.jsonl", pipeline, isBackground: true));

        Assert.True(example.IsBackground);
        Assert.Equal(2, example.Text.Count);
        Assert.Equal(EntityType.Org, Assert.Single(example.Mentions).Type);
    }

    private static string Models()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "models", "syntax.bin")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return Path.Combine(folder ?? throw new DirectoryNotFoundException("no folder models/ above the tests"), "models");
    }
}
