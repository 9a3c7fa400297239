using Entente.Coding;
using Entente.Coding.Attribution;
using Entente.Coding.Learning;
using Entente.Coding.Clauses;
using Entente.Coding.Resolution;
using Entente.Coding.Rules;
using Entente.Coding.Standing;
using Entente.Coding.Status;
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
    public const float Penalty = 4f;

    /// <summary>How much a claim counts against what is not claimed, and a source against none: both are rare.</summary>
    private const float ClaimWeight = 2.5f, SourceWeight = 1.2f;

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

    /// <summary>How well each fold's choices are made by a model of the other folds: each status, the source, the claim; choices whose right answer is not among the options are not counted.</summary>
    public static IReadOnlyList<(string Question, Tally Tally)> CrossValidate(IReadOnlyList<Choice> choices)
    {
        var tallies = new SortedDictionary<int, Tally>();
        foreach (IGrouping<int, Choice> fold in choices.GroupBy(choice => choice.Fold).OrderBy(group => group.Key))
        {
            ChoiceModel unseen = ChoiceTrainer.Train([.. choices.Where(choice => choice.Fold != fold.Key)], Penalty);
            foreach (Choice choice in fold)
            {
                int given = -1, score = 0;
                for (int i = 0; i < choice.Options.Count; i++)
                {
                    int of = unseen.Score(choice.Options[i].Features, choice.Options[i].Outcome);
                    (given, score) = of > score ? (i, of) : (given, score);
                }

                if (given >= 0)
                {
                    Count(choice.Options[given].Outcome, given == choice.Right ? new(1, 0, 0) : new(0, 1, 0));
                }

                if (choice.Right >= 0 && choice.Right != given)
                {
                    Count(choice.Options[choice.Right].Outcome, new(0, 0, 1));
                }
            }
        }

        return [.. tallies.Select(tally => (tally.Key switch { StandingOutcome.Source => "source", StandingOutcome.Claim => "claimed", _ => ((EventStatus)tally.Key).Code() }, tally.Value))];

        void Count(int outcome, Tally tally) => tallies[outcome] = tallies.GetValueOrDefault(outcome) + tally;
    }

    private static void Add(WorldLexicon lexicon, DocumentReading reading, AnalyzedText text, SpanMatching words, CorpusAct act, int fold, List<Choice> choices)
    {
        int trigger = TriggerOf(reading.Tree, text, act.Trigger.Span);
        if (trigger < 0)
        {
            return;
        }

        AddStatuses(lexicon, reading, text.Lemmas.Lemmas[trigger], trigger, act, fold, choices);
        var told = new AttributedAct(trigger, act.Type, act.Status, Parties(reading, text, act.Actor), Parties(reading, text, act.Recipient));
        Choice? source = reading.Standing.SourceChoice(told, act.Attribution is { } by ? span => words.Agree(by.Span, span) : null, act.Attribution is null ? 1 : SourceWeight, fold, out SourceCandidate? chosen);
        if (source is not null)
        {
            choices.Add(source);
        }

        choices.Add(reading.Standing.ClaimChoice(told, chosen, act.Claimed, act.Claimed ? ClaimWeight : 1, fold));
    }

    /// <summary>Acts that are not simply reported are rare, and each status matters alike.</summary>
    private static float StatusWeight(EventStatus status) => status switch
    {
        EventStatus.Reported => 1,
        EventStatus.Historical => 4,
        EventStatus.Future => 2,
        EventStatus.Hypothetical => 4,
        _ => 5,
    };

    /// <summary>The status of the act under its own category, and under the one that its words code where the codebook changes that for what is to come.</summary>
    private static void AddStatuses(WorldLexicon lexicon, DocumentReading reading, string lemma, int trigger, CorpusAct act, int fold, List<Choice> choices)
    {
        StatusFinding rule = reading.Standing.RuleOf(trigger);
        PloverType[] types = [.. lexicon.Frames.PatternsForVerb(lemma).Concat(lexicon.Frames.PatternsForNoun(lemma)).Select(p => p.Pattern.Frame.Type).Distinct().Order()];
        string? cameo = null;
        bool isToCome = act.Status == EventStatus.Reported && act.Type is PloverType.Agree or PloverType.Concede && rule.Status is EventStatus.Future or EventStatus.Hypothetical;
        PloverType[] words = [.. types.Where(type => isToCome && type != act.Type && Categories.Recode(type, EventStatus.Future, false, ref cameo) == act.Type)];
        bool isRefused = act.Type == PloverType.Reject && (rule.IsRefusal || (rule.Status == EventStatus.Negated && !types.Contains(PloverType.Reject)));
        if (words.Length > 0)
        {
            Add(words[0], EventStatus.Future);
        }

        if (!isRefused && (words.Length == 0 || types.Contains(act.Type)))
        {
            Add(act.Type, act.Status);
        }

        void Add(PloverType type, EventStatus status) =>
            choices.Add(reading.Standing.StatusChoice(trigger, reading.CarrierOf(trigger), type, reading.Inferences.Covers(trigger), status, StatusWeight(status), fold));
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
