using System.Collections.Concurrent;
using Entente.Language.Neural;

namespace Entente.Coding.Tagging;

/// <summary>Taggers that have not seen a fold of the texts, each trained when first asked for.</summary>
internal sealed class FoldTaggers(IReadOnlyList<(int Fold, LabelledSentence Sentence)> sentences)
{
    private const int None = -1;

    private readonly ConcurrentDictionary<int, Lazy<ActTagger>> _taggers = [];

    /// <summary>The tagger trained on all sentences but those of a fold; null where there are none to learn from.</summary>
    public ActTagger? Without(int fold)
    {
        if (sentences.All(sentence => sentence.Fold == fold))
        {
            return null;
        }

        // A fold that has no sentence leaves nothing out.
        int key = sentences.Any(sentence => sentence.Fold == fold) ? fold : None;
        return _taggers.GetOrAdd(key, key => new(() => ActTagging.Train([.. sentences.Where(sentence => sentence.Fold != key).Select(sentence => sentence.Sentence)]))).Value;
    }
}
