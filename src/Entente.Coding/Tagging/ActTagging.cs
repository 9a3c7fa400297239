using Entente.Coding.Clauses;
using Entente.Coding.Judging;
using Entente.Coding.Roles;
using Entente.Language;
using Entente.Language.Neural;
using Entente.Records;

namespace Entente.Coding.Tagging;

/// <summary>Makes the tagger's examples of annotated texts, and trains it.</summary>
internal static class ActTagging
{
    /// <summary>The sentences of a text whose acts are all annotated.</summary>
    public static IEnumerable<LabelledSentence> Sentences(AnnotatedText text, DocumentReading reading, AnalyzedText analysis)
    {
        var features = new ActWordFeatures();
        for (int sentence = 0; sentence < analysis.Sentences.Count; sentence++)
        {
            List<Candidate> candidates = reading.Candidates(sentence, out _);
            features.Gather(sentence, reading.Tree, candidates, Mention.In(sentence, reading.Tree, reading.Parties));
            (int first, int end) = (analysis.Sentences.First(sentence), analysis.Sentences.End(sentence));
            ulong[][] words = new ulong[end - first][];
            for (int i = 0; i < words.Length; i++)
            {
                words[i] = features.Features[(i == 0 ? 0 : features.Ends[i - 1])..features.Ends[i]].ToArray();
            }

            int[] labels = new int[words.Length];
            foreach (AnnotatedAct act in text.Acts)
            {
                if (HeadOf(act.Trigger, first, end, reading.Tree, analysis) is >= 0 and int head)
                {
                    labels[head - first] = ActTagger.LabelOf(act.Type);
                }
            }

            yield return new(words, labels, 1f);
        }
    }

    /// <summary>Trains a tagger.</summary>
    public static ActTagger Train(IReadOnlyList<LabelledSentence> sentences) => new(LabelTrainer.Train(sentences, ActTagger.Labels, new()));

    /// <summary>The word of an act's words that stands above the others; -1 where none is in the sentence.</summary>
    private static int HeadOf(TextSpan trigger, int first, int end, Tree tree, AnalyzedText analysis)
    {
        for (int token = first; token < end; token++)
        {
            if (analysis.Tokens.Span(token).Overlaps(trigger) && (tree.Head(token) < 0 || !analysis.Tokens.Span(tree.Head(token)).Overlaps(trigger)))
            {
                return token;
            }
        }

        return -1;
    }
}
