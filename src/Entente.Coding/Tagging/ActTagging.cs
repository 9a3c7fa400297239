using Entente.Coding.Clauses;
using Entente.Coding.Judging;
using Entente.Coding.Roles;
using Entente.Coding.Rules;
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
            List<Candidate> candidates = reading.Candidates(sentence, out IReadOnlyList<Match> found);
            var parties = SentenceParties.Of(sentence, reading.Tree, reading.Parties, found);
            features.Gather(sentence, reading.Tree, candidates, parties.Mentions);
            (int first, int end) = (analysis.Sentences.First(sentence), analysis.Sentences.End(sentence));
            ulong[][] words = new ulong[end - first][];
            for (int i = 0; i < words.Length; i++)
            {
                words[i] = features.Features[(i == 0 ? 0 : features.Ends[i - 1])..features.Ends[i]].ToArray();
            }

            int[] labels = new int[words.Length];
            var pairs = new List<LabelledPair>();
            foreach (AnnotatedAct act in text.Acts)
            {
                if (HeadOf(act.Trigger, first, end, reading.Tree, analysis) is >= 0 and int head)
                {
                    labels[head - first] = ActTagger.LabelOf(act.Type);
                    AddPairs(act, head, first, parties, reading.Tree, pairs);
                }
            }

            yield return new(words, labels, pairs);
        }
    }

    /// <summary>What each party of the sentence is to an act.</summary>
    private static void AddPairs(AnnotatedAct act, int trigger, int first, SentenceParties parties, Tree tree, List<LabelledPair> pairs)
    {
        for (int i = 0; i < parties.Mentions.Count; i++)
        {
            Mention mention = parties.Mentions[i];
            int role = (act.IsActor(mention.Span) ? ActTagger.Actor : 0) + (act.IsRecipient(mention.Span) ? ActTagger.Recipient : 0);
            pairs.Add(new(trigger - first, mention.Head - first, RoleWordFeatures.Of(tree, parties, trigger, i, act.Type), role));
        }
    }

    /// <summary>Trains a tagger.</summary>
    public static ActTagger Train(IReadOnlyList<LabelledSentence> sentences) => new(LabelTrainer.Train(sentences, ActTagger.Labels, ActTagger.Roles, new()));

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
