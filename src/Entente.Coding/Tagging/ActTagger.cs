using Entente.Coding.Clauses;
using Entente.Coding.Judging;
using Entente.Coding.Roles;
using Entente.Language.Neural;
using Entente.Records;

namespace Entente.Coding.Tagging;

/// <summary>Says of each word of a sentence which category of act it tells, if any, from the whole sentence; the judgement weighs what it says beside the frames.</summary>
internal sealed class ActTagger(LabelModel model) : IDisposable
{
    /// <summary>Labels of a word: none, then the categories.</summary>
    public const int Labels = 1 + PloverTypes.Count;

    /// <summary>Labels of a party beside an act: neither, actor, recipient, both.</summary>
    public const int Roles = 4;

    /// <summary>The label of an actor; that of both is the sum.</summary>
    public const int Actor = 1;

    /// <summary>The label of a recipient.</summary>
    public const int Recipient = 2;

    private readonly ThreadLocal<(LabelScratch Scratch, ActWordFeatures Features)> _rooms = new(() => (new(), new()), trackAllValues: true);

    /// <summary>The network.</summary>
    public LabelModel Model { get; } = model;

    /// <summary>The label of a category.</summary>
    public static int LabelOf(PloverType type) => 1 + (int)type;

    /// <summary>Reads a sentence; what it says of roles can be asked until this thread reads the next.</summary>
    /// <param name="sentence">Its number.</param>
    /// <param name="tree">The document's trees.</param>
    /// <param name="candidates">What frames know of its words, in text order.</param>
    /// <param name="parties">Its parties.</param>
    public TaggedActs Read(int sentence, Tree tree, IReadOnlyList<Candidate> candidates, SentenceParties parties)
    {
        (LabelScratch scratch, ActWordFeatures features) = _rooms.Value;
        features.Gather(sentence, tree, candidates, parties.Mentions);
        return new(Model, scratch, tree, parties, tree.Source.Sentences.First(sentence), Model.Score(features.Features, features.Ends, scratch).ToArray());
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach ((LabelScratch scratch, _) in _rooms.Values)
        {
            scratch.Dispose();
        }

        _rooms.Dispose();
    }
}
