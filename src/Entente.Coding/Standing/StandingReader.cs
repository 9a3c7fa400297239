using Entente.Coding.Attribution;
using Entente.Coding.Learning;
using Entente.Coding.Clauses;
using Entente.Coding.Resolution;
using Entente.Coding.Rules;
using Entente.Coding.Status;
using Entente.Coding.Times;
using Entente.Coding.Tracing;
using Entente.Records;

namespace Entente.Coding.Standing;

/// <summary>How the text stands to an act: whether it took place, whose report it is, whether that is a mere claim.</summary>
/// <remarks>Rules find; where a model is given, it chooses, with what the rules find among its features.</remarks>
internal sealed class StandingReader
{
    private const int LongAgo = 180;

    private readonly Tree _tree;
    private readonly DateOnly _published;
    private readonly EventTimes _times;
    private readonly PartyResolver _parties;
    private readonly ChoiceModel? _model;
    private readonly Trace? _trace;
    private readonly StatusReader _status;
    private readonly AttributionReader _attribution;
    private readonly SourceCandidates _candidates;
    private readonly StatusFeatures _statusFeatures;
    private readonly SourceFeatures _sourceFeatures;
    private readonly ClaimFeatures _claimFeatures;
    private readonly FeatureList _features = new();
    private readonly int[] _wordScores = new int[(int)StandingOutcome.LastStatus + 1];
    private (int Trigger, int Carrier, StatusFinding Rule)? _word;

    public StandingReader(Tree tree, Arguments arguments, NounArguments nouns, EventTimes times, PartyResolver parties, DateOnly published, ChoiceModel? model, Trace? trace)
    {
        (_tree, _times, _parties, _published, _model, _trace) = (tree, times, parties, published, model, trace);
        _status = new(tree, nouns);
        _attribution = new(tree, arguments);
        _candidates = new(tree, arguments);
        _statusFeatures = new(tree, published);
        _sourceFeatures = new(tree, parties);
        _claimFeatures = new(tree, parties, _sourceFeatures);
        _features.Names = trace is null ? null : [];
    }

    /// <summary>What the rules find, time apart.</summary>
    public StatusFinding RuleOf(int trigger) => _status.Of(trigger);

    /// <summary>What the rules find, with what is long ago.</summary>
    /// <param name="trigger">The word that tells the act.</param>
    /// <param name="time">When it was; null where the text does not say.</param>
    /// <param name="isInferred">Whether it is told only as what the author infers.</param>
    public StatusFinding RuleOf(int trigger, TimeExpression? time, bool isInferred)
    {
        StatusFinding finding = _status.Of(trigger);
        if (finding.Status == EventStatus.Reported && time is { Precision: not DatePrecision.Publication } given && given.Span.End.AddDays(LongAgo) <= _published)
        {
            return new(EventStatus.Historical, -1);
        }

        return finding.Status == EventStatus.Reported && isInferred ? new(EventStatus.Hypothetical, -1) : finding;
    }

    /// <summary>Whether an act took place.</summary>
    /// <param name="match">The act.</param>
    /// <param name="isInferred">Whether it is told only as what the author infers.</param>
    public StatusFinding StatusOf(Match match, bool isInferred)
    {
        TimeExpression? time = _times.Of(match.Trigger, match.Carrier);
        StatusFinding rule = RuleOf(match.Trigger, time, isInferred);
        bool onlyInferred = isInferred && rule is { Status: EventStatus.Hypothetical, Cause: < 0 };
        bool onlySuggested = rule is { Status: EventStatus.Hypothetical, Cause: >= 0 } && Modality.Doubt(_tree.Lemma(rule.Cause));
        if (_model is null || onlyInferred || onlySuggested || (rule.IsRefusal && match.Frame.Type <= PloverType.Retreat))
        {
            return rule;
        }

        if (_word != (match.Trigger, match.Carrier, rule))
        {
            _word = (match.Trigger, match.Carrier, rule);
            _features.Clear();
            _statusFeatures.AddWord(match.Trigger, match.Carrier, rule, time, _features);
            _model.Score(_features, _wordScores);
        }

        Span<int> scores = stackalloc int[_wordScores.Length];
        _features.Clear();
        _statusFeatures.AddType(match.Trigger, match.Carrier, match.Frame.Type, rule, _features);
        _model.Score(_features, scores);
        EventStatus best = EventStatus.Reported;
        int score = 0;
        for (EventStatus status = StandingOutcome.FirstStatus; status <= StandingOutcome.LastStatus; status++)
        {
            int of = _wordScores[(int)status] + scores[(int)status];
            if (of > score)
            {
                (best, score) = (status, of);
            }
        }

        if (_trace is not null)
        {
            GatherStatus(match.Trigger, match.Carrier, match.Frame.Type, rule, time);
        }

        _trace?.Add(ChosenStep.Of("status", best.Code(), _features, _model, (int)(best == EventStatus.Reported && rule.Status != EventStatus.Reported ? rule.Status : best)));
        return best == rule.Status ? rule : new(best, -1);
    }

    /// <summary>Whether a threat is the contrary of one: "promised not to use force".</summary>
    public bool IsForsworn(Match match) => match.Frame.Type == PloverType.Threaten && _status.ForswearsComplement(match.Trigger);

    /// <summary>The source whose report an act is; null where the text itself vouches.</summary>
    public SourceCandidate? SourceOf(AttributedAct act)
    {
        if (_model is null)
        {
            int head = _attribution.SourceOf(act.Trigger);
            return head < 0 ? null : new(head, head, SourceKind.Speaker);
        }

        SourceCandidate? best = null;
        int score = 0;
        List<SourceCandidate> all = _candidates.Of(_tree.Source.Sentences.Of(act.Trigger));
        foreach (SourceCandidate candidate in all)
        {
            _features.Clear();
            _sourceFeatures.Gather(act, candidate, all, _features);
            int of = _model.Score(_features.Keys, StandingOutcome.Source);
            _trace?.Add(ChosenStep.Of("source", _tree.Word(candidate.Head).ToString(), _features, _model, StandingOutcome.Source));
            if (of > score)
            {
                (best, score) = (candidate, of);
            }
        }

        return best;
    }

    /// <summary>The source by the rules alone, for what is no act; -1 where the text itself vouches.</summary>
    public int SourceOf(int word) => _attribution.SourceOf(word);

    /// <summary>The words of a source; null for none.</summary>
    public Quote? QuoteOf(SourceCandidate? source) => source is { } given ? Quote.Of(_tree.Source.Text, _candidates.SpanOf(given.Head)) : null;

    /// <summary>Whether an interested party asserts what others may dispute.</summary>
    public bool IsClaimed(AttributedAct act, SourceCandidate? source)
    {
        if (_model is null)
        {
            return source is { } given && IsOfCountry(given.Head, act.Actors.Concat(act.Recipients));
        }

        GatherClaim(act, source);
        int score = _model.Score(_features.Keys, StandingOutcome.Claim);
        _trace?.Add(ChosenStep.Of("claimed", score > 0 ? "yes" : "no", _features, _model, StandingOutcome.Claim));
        return score > 0;
    }

    /// <summary>Whether somebody is of a country among the parties'.</summary>
    public bool IsOfCountry(int speaker, IEnumerable<Party> parties)
    {
        foreach (Party one in _parties.One(speaker))
        {
            if (one.Country is { } country && parties.Any(party => party.Country == country))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The choice of a status, for training.</summary>
    public Choice StatusChoice(int trigger, int carrier, PloverType type, bool isInferred, EventStatus right, float weight, int fold)
    {
        TimeExpression? time = _times.Of(trigger, carrier);
        GatherStatus(trigger, carrier, type, RuleOf(trigger, time, isInferred), time);
        ulong[] features = [.. _features.Keys];
        var options = new List<ChoiceOption>();
        for (EventStatus status = StandingOutcome.FirstStatus; status <= StandingOutcome.LastStatus; status++)
        {
            options.Add(new((int)status, features));
        }

        return new(options, (int)right - (int)StandingOutcome.FirstStatus, weight, fold);
    }

    /// <summary>The choice of a source, for training; null where the source annotated is none of those found.</summary>
    public Choice? SourceChoice(AttributedAct act, Func<TextSpan, bool>? isRight, float weight, int fold, out SourceCandidate? chosen)
    {
        List<SourceCandidate> all = _candidates.Of(_tree.Source.Sentences.Of(act.Trigger));
        int right = -1;
        var options = new List<ChoiceOption>();
        foreach (SourceCandidate candidate in all)
        {
            _features.Clear();
            _sourceFeatures.Gather(act, candidate, all, _features);
            if (isRight is not null && isRight(_candidates.SpanOf(candidate.Head)) && (right < 0 || Distance(candidate, act) < Distance(all[right], act)))
            {
                right = options.Count;
            }

            options.Add(new(StandingOutcome.Source, [.. _features.Keys]));
        }

        chosen = right < 0 ? null : all[right];
        return isRight is not null && right < 0 ? null : new(options, right, weight, fold);
    }

    /// <summary>The choice whether an act is claimed, for training.</summary>
    public Choice ClaimChoice(AttributedAct act, SourceCandidate? source, bool right, float weight, int fold)
    {
        GatherClaim(act, source);
        return new([new(StandingOutcome.Claim, [.. _features.Keys])], right ? 0 : -1, weight, fold);
    }

    private static int Distance(SourceCandidate candidate, AttributedAct act) => Math.Abs(candidate.Word - act.Trigger);

    private void GatherStatus(int trigger, int carrier, PloverType type, StatusFinding rule, TimeExpression? time)
    {
        _features.Clear();
        _statusFeatures.AddWord(trigger, carrier, rule, time, _features);
        _statusFeatures.AddType(trigger, carrier, type, rule, _features);
    }

    private void GatherClaim(AttributedAct act, SourceCandidate? source)
    {
        _features.Clear();
        _claimFeatures.Gather(act, source, _candidates.Of(_tree.Source.Sentences.Of(act.Trigger)), _features);
    }
}
