using Entente.Language.Arcs;
using Entente.Language.Entities;
using Entente.Language.Sentences;
using Entente.Language.Tags;
using Entente.Language.Tests.Tokens;
using Entente.Language.Tokens;
using Entente.Records;

namespace Entente.Language.Tests.Entities;

public sealed class EntityTests
{
    private static readonly string[] Marked =
    [
        "[PER Ban Ki-moon] visited [LOC Geneva] .", "[ORG The rebels] attacked [LOC the town of Homs] .", "[PER Kofi Annan] met [ORG the government] in [LOC Cairo] .",
        "[ORG NATO] and [ORG the rebels] signed a treaty in [LOC Paris] .", "Talks began on Monday .", "The treaty failed .", "[PER Annan] left [LOC Paris] .", "[ORG The government] attacked [ORG the rebels] .",
    ];

    private static readonly byte[] Model = Train(1, null);

    private static readonly EntityRecognizer Small = EntityRecognizer.Load(new MemoryStream(Model));

    [Fact]
    public void Mentions_are_found_as_they_were_marked()
    {
        string[] found = [.. Marked.Select(m => Find(Small, Example(m).Text))];

        Assert.Equal(Marked, found);
    }

    [Fact]
    public void Mentions_of_unseen_sentences_are_found()
    {
        Assert.Equal("[ORG The rebels] left [LOC Geneva] .", Find(Small, Example("The rebels left Geneva .").Text));
    }

    [Fact]
    public void A_place_that_is_known_as_a_state_or_city_is_one()
    {
        var names = new Names(("Geneva", EntityType.Gpe), ("Paris", EntityType.Loc));

        EntityLayer layer = Recognize(EntityRecognizer.Load(new MemoryStream(Train(1, names))), Example("[PER Ban Ki-moon] left [LOC Geneva] .").Text, names);

        Assert.Contains(layer.Mentions, m => m.Type == EntityType.Gpe && m is { First: 5, End: 6 });
    }

    [Fact]
    public void The_same_seed_gives_the_same_model()
    {
        Assert.Equal(Model, Train(1, null));
        Assert.NotEqual(Model, Train(2, null));
    }

    [Fact]
    public void Background_alone_teaches_no_manner_of_marking()
    {
        EntityExample[] background = [Example(Marked[0]) with { IsBackground = true }];

        Assert.Throws<ArgumentException>(() => EntityRecognizer.Train(background, null, Stream.Null, 1, TextWriter.Null));
    }

    [Fact]
    public void A_damaged_model_is_refused()
    {
        Assert.Throws<InvalidDataException>(() => EntityRecognizer.Load(new MemoryStream(Model[..(Model.Length / 2)])));
        Assert.Throws<InvalidDataException>(() => EntityRecognizer.Load(new MemoryStream("no model at all"u8.ToArray())));
    }

    [Fact]
    public void Mentions_of_any_text_rise_never_overlap_and_stay_within_their_sentence()
    {
        var random = new Random(23);
        int mentions = 0;
        for (int round = 0; round < 500; round++)
        {
            AnalyzedText text = RandomAnalysis(random);

            EntityLayer layer = Recognize(Small, text, null);

            mentions += layer.Mentions.Count;
            int at = 0;
            foreach (EntityMention mention in layer.Mentions)
            {
                Assert.True(mention.First >= at && mention.End > mention.First && mention.End <= text.Count, $"seed 23, round {round}");
                Assert.True(text.Sentences.Of(mention.First) == text.Sentences.Of(mention.End - 1), $"seed 23, round {round} crosses a sentence");
                at = mention.End;
            }
        }

        Assert.True(mentions > 100, $"only {mentions} mentions in 500 texts");
    }

    [Fact]
    public void No_word_costs_an_allocation_of_its_own()
    {
        AnalyzedText text = Example(string.Join(' ', Enumerable.Repeat("The treaty failed and talks began on Monday", 25)) + " .").Text;
        Recognize(Small, text, null);
        long before = GC.GetAllocatedBytesForCurrentThread();

        EntityLayer layer = Recognize(Small, text, null);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 200 + (layer.Mentions.Count * 64));
    }

    [Fact]
    public void Longest_mentions_win_over_nested_ones_up_to_a_length()
    {
        EntityExample example = Example("the town of Homs fell");
        GoldMention[] nested = [new(new TextSpan(0, 16), EntityType.Loc), new(new TextSpan(12, 16), EntityType.Gpe), new(new TextSpan(1, 5), EntityType.Org)];

        byte[] all = EntityTraining.Label(example.Text, nested, longest: 8);
        byte[] brief = EntityTraining.Label(example.Text, nested, longest: 3);

        int Loc(EntityLabels.Place place) => EntityLabels.Of(place, 2);
        Assert.Equal([Loc(EntityLabels.Place.Begin), Loc(EntityLabels.Place.Middle), Loc(EntityLabels.Place.Middle), Loc(EntityLabels.Place.Last), EntityLabels.Outside], all.Select(l => (int)l));
        Assert.Equal([16, 16, 16, Loc(EntityLabels.Place.Unit), 16], brief.Select(l => (int)l));
    }

    [Fact]
    public void Only_labels_that_make_mentions_may_follow_each_other()
    {
        int begin = EntityLabels.Of(EntityLabels.Place.Begin, 0), last = EntityLabels.Of(EntityLabels.Place.Last, 0), other = EntityLabels.Of(EntityLabels.Place.Last, 1);

        Assert.True(EntityLabels.MayFollow(begin, last));
        Assert.False(EntityLabels.MayFollow(begin, other));
        Assert.False(EntityLabels.MayFollow(begin, EntityLabels.Outside));
        Assert.False(EntityLabels.MayFollow(EntityLabels.Outside, last));
        Assert.True(EntityLabels.MayFollow(last, begin));
    }

    [Fact]
    public void Marked_texts_are_read_with_their_known_types()
    {
        const string Lines = "{\"id\":\"a\",\"text\":\"Iran spoke\",\"gold\":{\"entities\":[{\"start\":0,\"end\":4,\"type\":\"ORG\"},{\"start\":5,\"end\":10,\"type\":\"event\"}]}}\n\n";

        EntityGold gold = Assert.Single(EntityGold.Read(new StringReader(Lines), "gold.jsonl"));

        Assert.Equal(("a", "Iran spoke"), (gold.Id, gold.Text));
        Assert.Equal(new GoldMention(new TextSpan(0, 4), EntityType.Org), Assert.Single(gold.Mentions));
    }

    [Theory]
    [InlineData("{\"id\":\"a\"}")]
    [InlineData("{")]
    [InlineData("{\"id\":\"a\",\"text\":\"Iran\",\"gold\":{\"entities\":[{\"start\":0,\"end\":9,\"type\":\"ORG\"}]}}")]
    [InlineData("{\"id\":\"a\",\"text\":\"Iran\",\"gold\":{\"entities\":[{\"start\":3,\"end\":1,\"type\":\"ORG\"}]}}")]
    public void A_bad_line_is_named_by_its_number(string line)
    {
        var error = Assert.Throws<InvalidDataException>(() => EntityGold.Read(new StringReader("\n" + line), "gold.jsonl").Count());

        Assert.StartsWith("gold.jsonl:2: ENT001: ", error.Message, StringComparison.Ordinal);
    }

    private static byte[] Train(int seed, INameList? names)
    {
        EntityExample[] examples = [.. Enumerable.Repeat(Marked, 8).SelectMany(m => m).Select(Example), Example(Marked[0]) with { IsBackground = true }];
        using var output = new MemoryStream();
        EntityRecognizer.Train(examples, names, output, seed, TextWriter.Null);
        return output.ToArray();
    }

    private static EntityLayer Recognize(EntityRecognizer recognizer, AnalyzedText text, INameList? names) =>
        recognizer.Recognize(text.Text, text.Tokens, text.Sentences, text.Tags, text.Lemmas, text.Arcs, names);

    private static string Find(EntityRecognizer recognizer, AnalyzedText text)
    {
        string marked = text.Text;
        foreach (EntityMention mention in Recognize(recognizer, text, null).Mentions.Reverse())
        {
            marked = marked.Insert(text.Tokens.Ends[mention.End - 1], "]").Insert(text.Tokens.Starts[mention.First], $"[{mention.Type.Code()} ");
        }

        return marked;
    }

    /// <summary>A text whose mentions stand in brackets; each word hangs on the one after it, the last is the root.</summary>
    private static EntityExample Example(string marked)
    {
        var text = new System.Text.StringBuilder();
        var mentions = new List<GoldMention>();
        for (int i = 0; i < marked.Length; i++)
        {
            if (marked[i] == '[')
            {
                EntityType type = Enum.Parse<EntityType>(marked.AsSpan(i + 1, 3), ignoreCase: true);
                int start = text.Length;
                text.Append(marked.AsSpan((i + 5)..marked.IndexOf(']', i)));
                mentions.Add(new(new TextSpan(start, text.Length), type));
                i = marked.IndexOf(']', i);
            }
            else
            {
                text.Append(marked[i]);
            }
        }

        return new(Analysis(text.ToString(), (i, count) => i == count - 1 ? -1 : i + 1), mentions, IsBackground: false);
    }

    private static AnalyzedText RandomAnalysis(Random random)
    {
        AnalyzedText text = Analysis(RandomText.Next(random), (_, _) => -1);
        for (int i = 0; i < text.Count; i++)
        {
            // Also graphs that are no trees: a recogniser must not hang on them.
            text.Arcs.Heads[i] = random.Next(-1, text.Count);
            text.Arcs.Relations[i] = (Deprel)random.Next(DeprelNames.Count);
            text.Tags.Upos[i] = (Upos)random.Next(UposNames.Count);
            text.Tags.Xpos[i] = (Xpos)random.Next(XposNames.Count);
        }

        return text;
    }

    private static AnalyzedText Analysis(string text, Func<int, int, int> head)
    {
        var tokens = new TokenLayer();
        var sentences = new SentenceLayer();
        Tokenizer.Tokenize(text, tokens);
        SentenceSplitter.Split(text, tokens, sentences);
        string[] lemmas = [.. Enumerable.Range(0, tokens.Count).Select(i => text[tokens.Starts[i]..tokens.Ends[i]].ToLowerInvariant())];
        Upos[] upos = [.. Enumerable.Range(0, tokens.Count).Select(i => char.IsUpper(text[tokens.Starts[i]]) ? Upos.Propn : Upos.Noun)];
        int[] heads = [.. Enumerable.Range(0, tokens.Count).Select(i => head(i, tokens.Count))];
        return new(
            text, tokens, sentences, new(upos, new Xpos[tokens.Count]), new(lemmas), new(heads, [.. heads.Select(h => h < 0 ? Deprel.Root : Deprel.Dep)]), new EntityLayer([]));
    }

    private sealed class Names(params (string Name, EntityType Type)[] names) : INameList
    {
        public bool TryMatch(string text, TokenLayer tokens, int first, int limit, out NameMatch match)
        {
            foreach ((string name, EntityType type) in names)
            {
                if (text.AsSpan(tokens.Starts[first], tokens.Ends[first] - tokens.Starts[first]).SequenceEqual(name))
                {
                    match = new(1, type);
                    return true;
                }
            }

            match = default;
            return false;
        }
    }
}
