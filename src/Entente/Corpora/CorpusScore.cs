using System.Globalization;
using System.Text;
using Entente.Evaluation;
using Entente.Records;

namespace Entente.Corpora;

/// <summary>An act of the corpus and the record that meets it.</summary>
/// <param name="Act">The act.</param>
/// <param name="Coded">The record of the same category.</param>
/// <param name="IsJoint">Whether the parties agree too.</param>
public sealed record CorpusMatch(CorpusAct Act, CodedEvent Coded, bool IsJoint);

/// <summary>What the coder made of one block.</summary>
/// <param name="Block">The block.</param>
/// <param name="Coded">All its records.</param>
/// <param name="Matches">Acts met by records of their category, one to one.</param>
/// <param name="Actor">Actor spans.</param>
/// <param name="Recipient">Recipient spans.</param>
public sealed record BlockScore(CorpusBlock Block, IReadOnlyList<CodedEvent> Coded, IReadOnlyList<CorpusMatch> Matches, Tally Actor, Tally Recipient)
{
    /// <summary>Acts by category.</summary>
    public Tally Category => new(Matches.Count, Coded.Count - Matches.Count, Block.Acts.Count - Matches.Count);

    /// <summary>Acts by category and parties.</summary>
    public Tally Joint
    {
        get
        {
            int right = Matches.Count(m => m.IsJoint);
            return new(right, Coded.Count - right, Block.Acts.Count - right);
        }
    }
}

/// <summary>Scores records against the corpus, where every act of a sentence is annotated, so that an extra record is an error.</summary>
public static class CorpusScore
{
    /// <summary>Scores one block: acts and records of one category are paired, those whose parties agree first.</summary>
    public static BlockScore Of(CorpusBlock block, IReadOnlyList<CodedEvent> coded)
    {
        var words = new SpanMatching(block.Text);
        var candidates = new List<(int Rank, int Act, int Record)>();
        for (int i = 0; i < block.Acts.Count; i++)
        {
            for (int j = 0; j < coded.Count; j++)
            {
                if (block.Acts[i].Type == coded[j].Type)
                {
                    bool trigger = words.Covered(block.Acts[i].Trigger.Span).Overlaps(words.Covered(coded[j].Trigger.Span));
                    candidates.Add(((PartiesAgree(block.Acts[i], coded[j], words) ? 0 : 2) + (trigger ? 0 : 1), i, j));
                }
            }
        }

        candidates.Sort();
        var matches = new List<CorpusMatch>();
        var usedActs = new HashSet<int>();
        var usedRecords = new HashSet<int>();
        foreach ((int rank, int i, int j) in candidates)
        {
            if (!usedActs.Contains(i) && !usedRecords.Contains(j))
            {
                usedActs.Add(i);
                usedRecords.Add(j);
                matches.Add(new(block.Acts[i], coded[j], rank < 2));
            }
        }

        return new(
            block,
            coded,
            matches,
            Roles(a => a.Actor, e => e.Actor),
            Roles(a => a.Recipient, e => e.Recipient));

        Tally Roles(Func<CorpusAct, IReadOnlyList<CorpusParty>> ofAct, Func<CodedEvent, IReadOnlyList<Entity>> ofRecord) => SpanMatching.Pair(
            [.. block.Acts.SelectMany(ofAct).Select(p => p.Quote.Span).Distinct().Order()],
            [.. coded.SelectMany(ofRecord).Select(e => e.Quote.Span).Distinct().Order()],
            words.Agree);
    }

    /// <summary>Whether both parties agree: one span of each role does, and at least half of those given; a role that gold leaves empty asks for nothing.</summary>
    internal static bool PartiesAgree(CorpusAct act, CodedEvent coded, SpanMatching words)
    {
        TextSpan[] actor = [.. coded.Actor.Select(e => e.Quote.Span)], recipient = [.. coded.Recipient.Select(e => e.Quote.Span)];
        TextSpan[] goldActor = [.. act.Actor.Select(p => p.Quote.Span)], goldRecipient = [.. act.Recipient.Select(p => p.Quote.Span)];
        if (Fits(goldActor, actor) && Fits(goldRecipient, recipient))
        {
            return true;
        }

        if (!act.Reciprocal)
        {
            return false;
        }

        TextSpan[] both = [.. goldActor, .. goldRecipient], given = [.. actor.Concat(recipient).Distinct()];
        return both.Distinct().Count(g => given.Any(a => words.Agree(g, a))) >= Math.Min(2, both.Distinct().Count())
            && 2 * given.Count(a => words.AnyAgree(both, [a])) >= given.Length;

        bool Fits(TextSpan[] golden, TextSpan[] answers) =>
            golden.Length == 0 || (words.AnyAgree(golden, answers) && 2 * answers.Count(a => words.AnyAgree(golden, [a])) >= answers.Length);
    }

    /// <summary>Acts by category over all blocks.</summary>
    public static Tally Category(IEnumerable<BlockScore> scores) => Sum(scores, s => s.Category);

    /// <summary>Acts by category and parties over all blocks.</summary>
    public static Tally Joint(IEnumerable<BlockScore> scores) => Sum(scores, s => s.Joint);

    /// <summary>Actor spans over all blocks.</summary>
    public static Tally Actor(IEnumerable<BlockScore> scores) => Sum(scores, s => s.Actor);

    /// <summary>Recipient spans over all blocks.</summary>
    public static Tally Recipient(IEnumerable<BlockScore> scores) => Sum(scores, s => s.Recipient);

    /// <summary>Wrong records for each hundred right ones, by category.</summary>
    public static double ExtraPerHundred(IEnumerable<BlockScore> scores)
    {
        Tally tally = Category(scores);
        return 100.0 * tally.Wrong / Math.Max(1, tally.Right);
    }

    /// <summary>Records told as having happened, in blocks that hold nothing to code.</summary>
    public static int FalseAlarms(IEnumerable<BlockScore> scores) =>
        scores.Where(s => s.Block.Acts.Count == 0 && s.Block.Notes.Count == 0).Sum(s => s.Coded.Count(e => e.Status == EventStatus.Reported));

    /// <summary>F1 of each status over matched acts, averaged over the statuses that gold has.</summary>
    public static double StatusMacroF1(IEnumerable<BlockScore> scores)
    {
        CorpusMatch[] matches = [.. scores.SelectMany(s => s.Matches)];
        double sum = 0;
        int statuses = 0;
        for (EventStatus status = EventStatus.Reported; status <= EventStatus.Historical; status++)
        {
            Tally tally = Binary(matches, m => m.Act.Status == status, m => m.Coded.Status == status);
            if (tally.Right + tally.Missed > 0)
            {
                sum += tally.F1;
                statuses++;
            }
        }

        return statuses == 0 ? 0 : sum / statuses;
    }

    /// <summary>Whether an interested party claims it, over matched acts.</summary>
    public static Tally Claimed(IEnumerable<BlockScore> scores) =>
        Binary([.. scores.SelectMany(s => s.Matches)], m => m.Act.Claimed, m => m.Coded.Claimed);

    /// <summary>Whose report it is, over matched acts: right where the spans' words agree.</summary>
    public static Tally Attribution(IEnumerable<BlockScore> scores)
    {
        int right = 0, wrong = 0, missed = 0;
        foreach (BlockScore score in scores)
        {
            var words = new SpanMatching(score.Block.Text);
            foreach (CorpusMatch match in score.Matches)
            {
                bool agree = match.Act.Attribution is { } gold && match.Coded.Attribution is { } given && words.Agree(gold.Span, given.Span);
                right += agree ? 1 : 0;
                wrong += match.Coded.Attribution is not null && !agree ? 1 : 0;
                missed += match.Act.Attribution is not null && !agree ? 1 : 0;
            }
        }

        return new(right, wrong, missed);
    }

    /// <summary>Share of the parties of joint matches whose country or body is gold's, where gold has one.</summary>
    public static double CountryAccuracy(IEnumerable<BlockScore> scores)
    {
        int right = 0, all = 0;
        foreach (CorpusMatch match in scores.SelectMany(s => s.Matches).Where(m => m.IsJoint))
        {
            Count(match.Act.Actor, match.Coded.Actor);
            Count(match.Act.Recipient, match.Coded.Recipient);
        }

        return all == 0 ? 0 : (double)right / all;

        void Count(IReadOnlyList<CorpusParty> gold, IReadOnlyList<Entity> given)
        {
            string[] wanted = [.. gold.Select(p => p.Code?.Country).OfType<string>().Distinct(StringComparer.Ordinal)];
            if (wanted.Length == 0 || given.Count == 0)
            {
                return;
            }

            all += wanted.Length;
            right += wanted.Count(country => given.Any(e => e.Code?.Country == country));
        }
    }

    /// <summary>Whether each record is right (category and parties), beside its confidence.</summary>
    public static IEnumerable<(double Confidence, bool IsRight)> Judged(IEnumerable<BlockScore> scores) =>
        scores.SelectMany(s => s.Coded.Select(e => (e.Confidence, s.Matches.Any(m => m.IsJoint && ReferenceEquals(m.Coded, e)))));

    private static Tally Binary(CorpusMatch[] matches, Func<CorpusMatch, bool> gold, Func<CorpusMatch, bool> given)
    {
        int right = matches.Count(m => gold(m) && given(m));
        return new(right, matches.Count(given) - right, matches.Count(gold) - right);
    }

    private static Tally Sum(IEnumerable<BlockScore> scores, Func<BlockScore, Tally> of)
    {
        Tally sum = default;
        foreach (BlockScore score in scores)
        {
            sum += of(score);
        }

        return sum;
    }
}

/// <summary>How far probabilities keep their word.</summary>
public static class Calibration
{
    /// <summary>Bins of a reliability diagram.</summary>
    public const int Bins = 10;

    /// <summary>Bin by bin: how many records, their mean confidence, the share that is right.</summary>
    public static IReadOnlyList<(int Count, double Confidence, double Right)> Reliability(IEnumerable<(double Confidence, bool IsRight)> records)
    {
        var bins = new (int Count, double Confidence, double Right)[Bins];
        foreach ((double confidence, bool isRight) in records)
        {
            ref (int Count, double Confidence, double Right) bin = ref bins[Math.Min(Bins - 1, (int)(confidence * Bins))];
            bin = (bin.Count + 1, bin.Confidence + confidence, bin.Right + (isRight ? 1 : 0));
        }

        return [.. bins.Select(b => b.Count == 0 ? b : (b.Count, b.Confidence / b.Count, b.Right / b.Count))];
    }

    /// <summary>The bins as a table in Markdown.</summary>
    public static string ToMarkdown(IEnumerable<(double Confidence, bool IsRight)> records)
    {
        var table = new StringBuilder("| confidence | records | mean confidence | share right |\n| --- | ---: | ---: | ---: |\n");
        int number = 0;
        foreach ((int count, double confidence, double right) in Reliability(records))
        {
            table.Append(CultureInfo.InvariantCulture, $"| {(double)number++ / Bins:F1} to {(double)number / Bins:F1} | {count} |");
            table.Append(count == 0 ? "  |  |\n" : string.Create(CultureInfo.InvariantCulture, $" {confidence:F2} | {right:F2} |\n"));
        }

        return table.ToString();
    }

    /// <summary>Expected calibration error: mean distance of confidence and share right, weighted by records (Naeini et al. 2015).</summary>
    public static double Error(IEnumerable<(double Confidence, bool IsRight)> records)
    {
        IReadOnlyList<(int Count, double Confidence, double Right)> bins = Reliability(records);
        int all = bins.Sum(b => b.Count);
        return all == 0 ? 0 : bins.Sum(b => b.Count * Math.Abs(b.Confidence - b.Right)) / all;
    }
}
