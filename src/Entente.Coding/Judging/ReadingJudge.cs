using System.Globalization;
using Entente.Coding.Learning;
using Entente.Coding.Clauses;
using Entente.Coding.Roles;
using Entente.Coding.Rules;
using Entente.Coding.Tracing;
using Entente.Records;

namespace Entente.Coding.Judging;

/// <summary>Chooses among a sentence's possible readings: who plays which role in each, which are acts of the text, how likely each record is right.</summary>
/// <remarks>One for a document.</remarks>
internal sealed class ReadingJudge
{
    /// <summary>Readings whose log-odds are lower than this before their parties are known are given up: parties never make good so much.</summary>
    private const double Hopeless = -0.75;

    /// <summary>The same before the words about them are looked at.</summary>
    private const double Unpromising = -1.0;

    private readonly DocumentReading _reading;
    private readonly ContextIndex _domains;
    private readonly JudgementModel _model;
    private readonly RoleFiller _roles;
    private readonly JudgementFeatures _features = new();
    private readonly Trace? _trace;

    /// <param name="reading">The document.</param>
    /// <param name="domains">Which words show which fields of life.</param>
    /// <param name="model">What was learnt.</param>
    /// <param name="trace">Receives what was weighed; null where nobody asks.</param>
    public ReadingJudge(DocumentReading reading, ContextIndex domains, JudgementModel model, Trace? trace)
    {
        (_reading, _domains, _model, _trace) = (reading, domains, model, trace);
        _roles = new(model.Roles, reading.RoleFeatures);
        if (trace is not null)
        {
            _features.Names = [];
        }
    }

    /// <summary>The acts of a sentence, in text order.</summary>
    public List<CodedEvent> Choose(int sentence)
    {
        List<Judged> judged = Judge(sentence, null);
        judged.Sort((a, b) => a.Act != b.Act ? b.Act.CompareTo(a.Act) : a.Draft.Reading.Trigger.CompareTo(b.Draft.Reading.Trigger));
        var chosen = new List<Judged>();
        foreach (Judged candidate in judged)
        {
            if (WhyNot(candidate, chosen) is { } why)
            {
                _trace?.Add(new DroppedStep(candidate.Rule, _reading.TriggerOf(candidate.Draft.Reading), why));
                continue;
            }

            chosen.Add(candidate);
        }

        var events = new List<CodedEvent>(chosen.Count);
        foreach (Judged candidate in chosen.OrderBy(c => c.Draft.Reading.Trigger))
        {
            events.Add(_reading.Record(candidate.Draft, sentence) with { Confidence = candidate.Joint });
            _trace?.Add(new CodedStep(events[^1]));
        }

        return events;
    }

    /// <summary>All readings of a sentence that make a record, with what the judgement says of them.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="seen">Receives the features of each, for training; null where nobody asks.</param>
    public List<Judged> Judge(int sentence, List<KeyValuePair<ulong, float>[]>? seen)
    {
        var judged = new List<Judged>();
        List<Candidate> candidates = _reading.Candidates(sentence, out IReadOnlyList<Match> found);
        if (candidates.Count == 0)
        {
            return judged;
        }

        Tree tree = _reading.Tree;
        _features.SetSentence(tree.Source.Sentences, sentence, token => _domains.Of(_reading.Words, token), _domains.Names);
        var parties = SentenceParties.Of(sentence, tree, _reading.Parties, found);
        _features.Tagged = _model.Tagger?.Read(sentence, tree, candidates, parties);
        _reading.RoleFeatures.Tagged = _features.Tagged;
        List<Weighed> promising = Promising(candidates, sentence, found, all: seen is not null);
        Span<long> sums = stackalloc long[2];
        foreach (Weighed weighed in promising)
        {
            Candidate candidate = weighed.Candidate;
            Draft draft = _reading.DraftOf(candidate.Reading);
            (long act, long joint) = (weighed.Act + weighed.FrameAct, weighed.Joint + weighed.FrameJoint);
            if (draft.Type != candidate.Reading.Frame.Type)
            {
                _model.Acts.Sums(_features.OfFrame(tree, candidate, draft.Type), sums);
                (act, joint) = (weighed.Act + sums[0], weighed.Joint + sums[1]);
            }

            _model.Acts.Sums(_features.OfReading(tree, candidate, draft), sums);
            (act, joint) = (act + sums[0], joint + sums[1]);
            if (seen is null && LogLinearModel.Odds(act) < Hopeless)
            {
                GiveUp(candidate.Reading);
                continue;
            }

            candidate.Roles = _roles.Fill(candidate.Reading, parties);
            if (DocumentReading.WhyNot(draft) is not null)
            {
                continue;
            }

            _model.Acts.Sums(_features.OfParties(tree, candidate, draft), sums);
            var judgement = new Judged(draft, candidate.IsKept, _model.Acts.Probability(0, act + sums[0]), _model.Acts.Probability(1, joint + sums[1]));
            judged.Add(judgement);
            if (seen is not null || _trace is not null)
            {
                List<KeyValuePair<ulong, float>> features = _features.Gather(tree, sentence, candidate, draft, found.Count);
                seen?.Add([.. features]);
                _trace?.Add(JudgedStep.Of(draft.Reading.Frame.Id, _reading.TriggerOf(draft.Reading), judgement.Act, features, _model.Acts, _features.Names!));
            }
        }

        return judged;
    }

    /// <summary>The readings that sentence, word and frame leave some hope, completed.</summary>
    private List<Weighed> Promising(List<Candidate> candidates, int sentence, IReadOnlyList<Match> found, bool all)
    {
        var promising = new List<Weighed>();
        Tree tree = _reading.Tree;
        Span<long> own = stackalloc long[2], word = stackalloc long[2], frame = stackalloc long[2];
        _model.Acts.Sums(_features.OfSentence(tree, sentence, found.Count), own);
        int trigger = -1;
        foreach (Candidate candidate in candidates)
        {
            Match reading = candidate.Reading;
            if (reading.Trigger != trigger)
            {
                trigger = reading.Trigger;
                _model.Acts.Sums(_features.OfWord(tree, trigger), word);
            }

            _model.Acts.Sums(_features.OfFrame(tree, candidate, reading.Frame.Type), frame);
            var weighed = new Weighed(candidate, own[0] + word[0], own[1] + word[1], frame[0], frame[1]);
            if (!all && LogLinearModel.Odds(weighed.Act + frame[0]) < Unpromising)
            {
                GiveUp(reading);
                continue;
            }

            _reading.Complete(candidate, found);
            promising.Add(weighed);
        }

        return promising;
    }

    /// <summary>A reading, what sentence and word add up to, and what its frame adds where it is read as an act of the frame's category.</summary>
    private readonly record struct Weighed(Candidate Candidate, long Act, long Joint, long FrameAct, long FrameJoint);

    private void GiveUp(Match reading) =>
        _trace?.Add(new DroppedStep(reading.Frame.Id, _reading.TriggerOf(reading), "no act, whoever the parties are"));

    private string? WhyNot(Judged candidate, List<Judged> chosen)
    {
        double asked = _model.Asked(!candidate.IsKept, _features.DomainWords);
        if (candidate.Act < asked)
        {
            return string.Create(CultureInfo.InvariantCulture, $"too unlikely ({candidate.Act} where {asked} is asked)");
        }

        if (candidate.Joint < JudgementModel.LeastConfidence)
        {
            return string.Create(CultureInfo.InvariantCulture, $"its parties are too unlikely ({candidate.Joint} where {JudgementModel.LeastConfidence} is asked)");
        }

        foreach (Judged other in chosen)
        {
            if (IsSameAct(candidate.Draft.Reading, other.Draft.Reading))
            {
                return $"the same act as '{_reading.Tree.Word(other.Draft.Reading.Trigger)}' ({other.Rule})";
            }
        }

        return null;
    }

    /// <summary>One word tells one act, and so do a verb and the noun it carries or names. Two acts of one category and the same parties are two: "shut the border and jailed the envoy's driver".</summary>
    private static bool IsSameAct(Match match, Match other) =>
        match.Trigger == other.Trigger
        || match.Carrier == other.Trigger || other.Carrier == match.Trigger
        || match.Names(other.Trigger) || other.Names(match.Trigger);
}

/// <summary>A reading that was judged.</summary>
/// <param name="Draft">The reading.</param>
/// <param name="IsKept">Whether the rules alone would code it.</param>
/// <param name="Act">Probability that the text tells an act of its category here.</param>
/// <param name="Joint">Probability that category and parties are right.</param>
internal sealed record Judged(Draft Draft, bool IsKept, double Act, double Joint)
{
    /// <summary>The frame's id.</summary>
    public string Rule => Draft.Reading.Frame.Id;
}
