using Entente.Coding.Learning;
using Xunit;

namespace Entente.Coding.Tests.Learning;

public class ChoiceModelTests
{
    private static readonly ulong[] Sunny = Of("sky", "sunny"), Rainy = Of("sky", "rainy"), Foggy = Of("sky", "foggy");

    [Fact]
    public void What_is_annotated_is_chosen_again_and_none_where_none_was()
    {
        ChoiceModel model = Trained();
        Assert.Equal(1, Chosen(model, Sunny));
        Assert.Equal(2, Chosen(model, Rainy));
        Assert.Equal(0, Chosen(model, Foggy));
    }

    [Fact]
    public void Features_never_seen_speak_for_nothing() => Assert.Equal(0, Chosen(Trained(), Of("sky", "green")));

    [Fact]
    public void Training_twice_gives_the_same_bytes() => Assert.Equal(Bytes(Trained()), Bytes(Trained()));

    [Fact]
    public void A_model_read_back_scores_alike()
    {
        ChoiceModel model = Trained(), copy = ChoiceModel.Load(new MemoryStream(Bytes(model)));
        Assert.Equal(model.FeatureCount, copy.FeatureCount);
        Assert.Equal(model.Score(Rainy, 2), copy.Score(Rainy, 2));
        Assert.True(model.Score(Rainy, 2) > 0);
    }

    [Fact]
    public void A_model_cut_short_is_refused()
    {
        using var packed = new MemoryStream();
        using (var brotli = new System.IO.Compression.BrotliStream(packed, System.IO.Compression.CompressionLevel.Fastest, leaveOpen: true))
        {
            brotli.Write("CHC1    too short"u8);
        }

        packed.Position = 0;
        InvalidDataException problem = Assert.Throws<InvalidDataException>(() => ChoiceModel.Load(packed));
        Assert.Contains("entente train standing", problem.Message, StringComparison.Ordinal);
    }

    private static ChoiceModel Trained()
    {
        var choices = new List<Choice>();
        for (int i = 0; i < 30; i++)
        {
            (ulong[] features, int right) = (i % 3) switch { 0 => (Sunny, 0), 1 => (Rainy, 1), _ => (Foggy, -1) };
            choices.Add(new([new(1, features), new(2, features)], right, 1, i % 5));
        }

        return ChoiceTrainer.Train(choices, 0.1f);
    }

    private static int Chosen(ChoiceModel model, ulong[] features)
    {
        int first = model.Score(features, 1), second = model.Score(features, 2);
        return Math.Max(first, second) <= 0 ? 0 : first >= second ? 1 : 2;
    }

    private static ulong[] Of(string template, string word)
    {
        var features = new FeatureList();
        features.Add("bias");
        features.Add(template, word);
        return [.. features.Keys];
    }

    private static byte[] Bytes(ChoiceModel model)
    {
        using var stream = new MemoryStream();
        model.Write(stream);
        return stream.ToArray();
    }
}
