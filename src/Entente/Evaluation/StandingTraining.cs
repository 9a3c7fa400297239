using Entente.Coding;
using Entente.Coding.Attribution;
using Entente.Coding.Choosing;
using Entente.Coding.Clauses;
using Entente.Coding.Resolution;
using Entente.Coding.Rules;
using Entente.Corpora;
using Entente.Language;
using Entente.Language.Tags;
using Entente.Lexicon;
using Entente.Records;

namespace Entente.Evaluation;

/// <summary>Makes what the model of standing learns from: for each annotated act of the corpus the choice of its status, of its source, and whether it is claimed.</summary>
/// <remarks>
/// The acts are those annotated, whether the coder finds them or not. Where the words of an act code another category that the codebook changes for
/// what is to come ("will visit" is AGREE), the status learnt is that of the words.
/// </remarks>
public static class StandingTraining
{
    /// <summary>Weight of the L2 penalty.</summary>
    public const float Penalty = 1f;

    /// <summary>How much an act counts that is not simply reported: such acts are rare, and each status matters alike.</summary>
    private const float RareWeight = 2f;

    /// <summary>The choices of all acts; five folds in turn by block.</summary>
    /// <param name="lexicon">The lexicon.</param>
    /// <param name="analyze">Analyzes a text.</param>
    /// <param name="blocks">Annotated blocks.</param>
    public static IReadOnlyList<Choice> Choices(WorldLexicon lexicon, Func<string, AnalyzedText> analyze, IReadOnlyList<CorpusBlock> blocks)
    {
        var coder = new EventCoder(lexicon);
        var choices = new List<Choice>();
        for (int i = 0; i < blocks.Count; i++)
        {
            CorpusBlock block = blocks[i];
            if (block.Acts.Count > 0)
            {
                AnalyzedText text = analyze(block.Text);
                DocumentReading reading = coder.Read(new Document(block.Id, block.Date, block.Text), text, null);
                var words = new SpanMatching(block.Text);
                foreach (CorpusAct act in block.Acts)
                {
                    Add(lexicon, reading, text, words, act, i % 5, choices);
                }
            }
        }

        return choices;
    }

    private static void Add(WorldLexicon lexicon, DocumentReading reading, AnalyzedText text, SpanMatching words, CorpusAct act, int fold, List<Choice> choices)
    {
        int trigger = TriggerOf(reading.Tree, text, act.Trigger.Span);
        if (trigger < 0)
        {
            return;
        }

        (PloverType type, EventStatus status) = WordsOf(lexicon, text.Lemmas.Lemmas[trigger], act);
        bool isRefusal = act.Type == PloverType.Reject && reading.Standing.RuleOf(trigger).IsRefusal;
        if (!isRefusal)
        {
            choices.Add(reading.Standing.StatusChoice(trigger, reading.CarrierOf(trigger), type, reading.Inferences.Covers(trigger), status, status == EventStatus.Reported ? 1 : RareWeight, fold));
        }

        var told = new AttributedAct(trigger, act.Type, act.Status, Parties(reading, text, act.Actor), Parties(reading, text, act.Recipient));
        Choice? source = reading.Standing.SourceChoice(told, act.Attribution is { } by ? span => words.Agree(by.Span, span) : null, 1, fold, out SourceCandidate? chosen);
        if (source is not null)
        {
            choices.Add(source);
        }

        choices.Add(reading.Standing.ClaimChoice(told, chosen, act.Claimed, 1, fold));
    }

    /// <summary>The category that the words themselves code, and the status that goes with it.</summary>
    private static (PloverType Type, EventStatus Status) WordsOf(WorldLexicon lexicon, string lemma, CorpusAct act)
    {
        if (act.Status != EventStatus.Reported || act.Type is not (PloverType.Agree or PloverType.Concede))
        {
            return (act.Type, act.Status);
        }

        PloverType[] types = [.. lexicon.Frames.PatternsForVerb(lemma).Concat(lexicon.Frames.PatternsForNoun(lemma)).Select(p => p.Pattern.Frame.Type).Distinct()];
        string? cameo = null;
        foreach (PloverType type in types)
        {
            if (!types.Contains(act.Type) && Categories.Recode(type, EventStatus.Future, false, ref cameo) == act.Type)
            {
                return (type, EventStatus.Future);
            }
        }

        return (act.Type, act.Status);
    }

    /// <summary>The word of the trigger that governs its others.</summary>
    private static int TriggerOf(Tree tree, AnalyzedText text, TextSpan span)
    {
        int found = -1;
        for (int token = 0; token < text.Count; token++)
        {
            if (!text.Tokens.Span(token).Overlaps(span) || !(text.Tags.Upos[token] is Upos.Verb or Upos.Noun or Upos.Adj or Upos.Propn || tree.IsPredicate(token)))
            {
                continue;
            }

            int head = tree.Head(token);
            if (head < 0 || !text.Tokens.Span(head).Overlaps(span))
            {
                return token;
            }

            found = found < 0 ? token : found;
        }

        return found;
    }

    private static List<Party> Parties(DocumentReading reading, AnalyzedText text, IReadOnlyList<CorpusParty> annotated)
    {
        var parties = new List<Party>();
        foreach (CorpusParty party in annotated)
        {
            for (int token = 0; token < text.Count; token++)
            {
                int head = reading.Tree.Head(token);
                if (text.Tokens.Span(token).Overlaps(party.Quote.Span) && text.Tags.Upos[token] is Upos.Noun or Upos.Propn or Upos.Pron or Upos.Adj
                    && (head < 0 || !text.Tokens.Span(head).Overlaps(party.Quote.Span)))
                {
                    parties.AddRange(reading.Parties.One(token));
                }
            }
        }

        return parties;
    }
}
