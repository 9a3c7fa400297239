using Entente.Records;

namespace Entente.Corpora;

/// <summary>
/// Sentences of the development part annotated once more, from the text alone, by somebody who had seen none of the corpus: how far two careful
/// readers agree bounds what any coder can reach.
/// </summary>
internal static class SecondAnnotation
{
    /// <summary>The files' ending: their sentences stand in the development part already, so that whoever reads the corpus passes them over.</summary>
    public const string Ending = "*.again";

    /// <summary>The second reading in a corpus' folder; empty where there is none.</summary>
    public static IReadOnlyList<CorpusBlock> Read(CorpusReader reader, string corpus)
    {
        string folder = Path.Combine(corpus, "second");
        return !Directory.Exists(folder)
            ? []
            : [.. Directory.EnumerateFiles(folder, Ending).Order(StringComparer.Ordinal).SelectMany(file => reader.Read(File.ReadAllLines(file), file))];
    }

    /// <summary>Scores the second reading as if a coder had made it.</summary>
    /// <param name="first">The development part.</param>
    /// <param name="second">The same sentences, or some of them, under the same ids.</param>
    /// <exception cref="InvalidDataException">A sentence of the second reading is not in the first.</exception>
    public static BlockScore[] Compare(IReadOnlyList<CorpusBlock> first, IReadOnlyList<CorpusBlock> second)
    {
        var byId = first.ToDictionary(block => block.Id, StringComparer.Ordinal);
        return [.. second.Select(again =>
            byId.TryGetValue(again.Id, out CorpusBlock? block) && block.Text == again.Text
                ? CorpusScore.Of(block, AsRecords(again))
                : throw new InvalidDataException($"{again.File}:{again.Line}: '{again.Id}' with this text is no sentence of the development part; copy head and text from there"))];
    }

    /// <summary>The acts of a block as a coder would write them.</summary>
    private static CodedEvent[] AsRecords(CorpusBlock block) =>
        [.. block.Acts.Select((act, i) => new CodedEvent
        {
            Id = $"{block.Id}-{i}",
            DocId = block.Id,
            Date = block.Date,
            Sentence = 0,
            Type = act.Type,
            Mode = act.Modes,
            Context = act.Contexts,
            Cameo = act.Cameo,
            Status = act.Status,
            Claimed = act.Claimed,
            Confidence = 1,
            Actor = [.. act.Actor.Select(AsEntity)],
            Recipient = [.. act.Recipient.Select(AsEntity)],
            Trigger = act.Trigger,
            EventDate = DateSpan.OfDay(block.Date),
            Attribution = act.Attribution,
            Rule = "annotator",
        })];

    private static Entity AsEntity(CorpusParty party) => new(party.Quote, party.Code);
}
