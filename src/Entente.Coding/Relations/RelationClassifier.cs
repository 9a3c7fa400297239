using Entente.Language;
using Entente.Lexicon;
using Entente.Lexicon.Frames;
using Entente.Records;

namespace Entente.Coding.Relations;

/// <summary>Says what relation a text puts between two parties; every item is answered. Thread-safe.</summary>
/// <param name="lexicon">Frames and names.</param>
/// <param name="coder">Its events are evidence.</param>
/// <param name="model">The trained weights.</param>
public sealed class RelationClassifier(WorldLexicon lexicon, EventCoder coder, RelationModel model)
{
    /// <summary>
    /// What the older table that the model learnt from calls otherwise than PLOVER of 2021 does: where a frame joins the two parties with the
    /// first and the model says the second, the frame's word holds (ontology: sanctions were COERCE, blockades ASSAULT, convictions ACCUSE,
    /// apologies SUPPORT, promised concessions AGREE).
    /// </summary>
    private static readonly (PloverType Frame, string Older)[] Renamed =
    [
        (PloverType.Sanction, "COERCE"), (PloverType.Sanction, "ACCUSE"), (PloverType.Coerce, "ASSAULT"), (PloverType.Coerce, "ACCUSE"),
        (PloverType.Concede, "SUPPORT"), (PloverType.Concede, "AGREE"),
    ];

    /// <summary>Answers one item.</summary>
    /// <param name="item">The question.</param>
    /// <param name="text">Its text, analyzed.</param>
    /// <param name="labels">In whose manner.</param>
    public RelationAnswer Answer(RelationItem item, AnalyzedText text, RelationLabels labels)
    {
        IReadOnlyList<CodedEvent> events = Events(coder, item, text);
        double[] classes = model.Score(new RelationFeatures(lexicon).Gather(item, text, events));
        int best = Array.IndexOf(classes, classes.Max());
        CodedEvent? joining = events.FirstOrDefault(e => Joins(e, item) && RelationClasses.Of(e.Type) == best)
            ?? events.FirstOrDefault(e => Joins(e, item) && Array.Exists(Renamed, r => r.Frame == e.Type && r.Older == RelationClasses.Name(best)));
        if (labels == RelationLabels.Plv)
        {
            bool agrees = joining is not null && RelationClasses.Of(joining.Type) == best;
            return new(item.Id, RelationClasses.Name(best), RelationClasses.Quad(best), Math.Round(classes[best], 3),
                [.. Enumerable.Range(0, RelationClasses.Count).Select(c => KeyValuePair.Create(RelationClasses.Name(c), classes[c]))],
                agrees ? joining!.Rule : null, agrees ? joining!.Cameo : null);
        }

        bool carriedOut = joining?.Type is PloverType.Retreat
            || (joining is null && !events.Any(e => e.Type == PloverType.Concede) && CarriedOut(text));
        double[] scores = new double[PloverTypes.Count];
        for (int c = 0; c < RelationClasses.Count; c++)
        {
            scores[(int)RelationClasses.ToType(c, carriedOut)] += classes[c];
        }

        PloverType type = RelationClasses.ToType(best, carriedOut);
        if (joining is not null && joining.Type != type)
        {
            (scores[(int)joining.Type], scores[(int)type]) = (scores[(int)type], scores[(int)joining.Type]);
            type = joining.Type;
        }

        return new(item.Id, type.Code(), type.Quad(), Math.Round(scores[(int)type], 3),
            [.. Enumerable.Range(0, PloverTypes.Count).Select(t => KeyValuePair.Create(((PloverType)t).Code(), scores[t]))],
            joining?.Rule, joining?.Cameo);
    }

    /// <summary>The features that spoke most for the answer, strongest first: names and weights, for <c>explain</c>.</summary>
    public IReadOnlyList<(string Feature, double Weight)> Explain(RelationItem item, AnalyzedText text, int count = 12)
    {
        var features = new RelationFeatures(lexicon) { Names = [] };
        Dictionary<ulong, float> values = features.Gather(item, text, Events(coder, item, text));
        double[] classes = model.Score(values);
        int best = Array.IndexOf(classes, classes.Max());
        return [.. model.Explain(values, best)
            .OrderByDescending(f => Math.Abs(f.Weight)).ThenBy(f => f.Key).Take(count)
            .Select(f => (features.Names[f.Key], f.Weight))];
    }

    /// <summary>The features of an item, for training.</summary>
    internal static KeyValuePair<ulong, float>[] Features(WorldLexicon lexicon, EventCoder coder, RelationItem item, AnalyzedText text) =>
        [.. new RelationFeatures(lexicon).Gather(item, text, Events(coder, item, text))];

    private static IReadOnlyList<CodedEvent> Events(EventCoder coder, RelationItem item, AnalyzedText text) =>
        coder.Code(new Document(item.Id, item.Date, item.Text), text);

    private static bool Joins(CodedEvent coded, RelationItem item) =>
        (item.Source.Count == 0 || RelationFeatures.Agrees(coded.Actor, item.Source))
        && (item.Target.Count == 0 || RelationFeatures.Agrees(coded.Recipient, item.Target) || RelationFeatures.Agrees(coded.Actor, item.Target));

    /// <summary>Whether the words lean to a concession carried out rather than announced: by the frames that they open.</summary>
    private bool CarriedOut(AnalyzedText text)
    {
        int carriedOut = 0, announced = 0;
        for (int i = 0; i < text.Count; i++)
        {
            foreach (TriggeredPattern pattern in lexicon.Frames.PatternsForVerb(text.Lemmas.Lemmas[i]))
            {
                carriedOut += pattern.Pattern.Frame.Type == PloverType.Retreat ? 1 : 0;
                announced += pattern.Pattern.Frame.Type == PloverType.Concede ? 1 : 0;
            }
        }

        return carriedOut >= announced;
    }
}
