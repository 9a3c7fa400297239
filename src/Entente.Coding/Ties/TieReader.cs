using Entente.Coding.Attribution;
using Entente.Coding.Clauses;
using Entente.Coding.Resolution;
using Entente.Language.Arcs;
using Entente.Language.Tags;
using Entente.Lexicon.Frames;
using Entente.Lexicon.Ties;
using Entente.Records;

namespace Entente.Coding.Ties;

/// <summary>Finds the standing relations that sentences assert, by the tie frames of the lexicon.</summary>
internal sealed class TieReader
{
    private readonly DocumentReading _reading;
    private readonly Tree _tree;
    private readonly Words _words;
    private readonly TieSlots _slots;
    private readonly TieTriggers _triggers;
    private readonly TieParties _parties;
    private readonly TieThemes _themes;
    private readonly TieSeries _series;

    public TieReader(DocumentReading reading)
    {
        _reading = reading;
        _tree = reading.Tree;
        _words = reading.Words;
        _slots = new(reading);
        _triggers = new(reading, _slots);
        _parties = new(reading, _slots);
        _themes = new(reading, _slots);
        _series = new(reading);
    }

    /// <summary>The ties of a sentence, in text order.</summary>
    public IReadOnlyList<Tie> In(int sentence)
    {
        var ties = new List<Tie>();
        for (int token = _tree.Source.Sentences.First(sentence); token < _tree.Source.Sentences.End(sentence); token++)
        {
            // One word may tell two ties if they run opposite ways: who relies on another for its defence is protected by it.
            var here = new List<Tie>();
            foreach (TriggeredTie candidate in _triggers.At(token))
            {
                if (IsTold(token, candidate) && Read(token, candidate, sentence) is { Count: > 0 } found && !found.Exists(tie => here.Exists(known => known.Kind == tie.Kind || SameWay(known, tie))))
                {
                    here.AddRange(found);
                    ties.AddRange(found.Where(tie => !ties.Exists(known => IsSame(known, tie))));
                }
            }
        }

        return ties;
    }

    private bool IsTold(int token, TriggeredTie candidate)
    {
        bool verb = candidate.Trigger.Kind == TriggerKind.Verb && _tree.Pos(token) == Upos.Verb;
        if (verb && candidate.Trigger.Particle is null && _words.Particle(token) >= 0)
        {
            return false; // "ruled out", "held back"
        }

        return _words.Stands(token, candidate.Trigger) && (!candidate.Pattern.IsPresent || !verb || IsPresent(token));
    }

    /// <summary>"supplies", "is supplied", "supplied by Russia": what stands, not what was done once.</summary>
    private bool IsPresent(int verb)
    {
        if (_tree.Xpos(verb) is Xpos.Vbz or Xpos.Vbp || _slots.Bearers.Accusation(verb) >= 0 || _slots.Bearers.BeforeHyphen(verb) >= 0)
        {
            return true;
        }

        foreach (int child in _tree.Of(verb))
        {
            if (_tree.Relation(child) is Deprel.Aux or Deprel.AuxPass)
            {
                return _tree.Xpos(child) is Xpos.Vbz or Xpos.Vbp && (_tree.Xpos(verb) == Xpos.Vbg || _tree.Lemma(child) == "be");
            }
        }

        return _tree.Xpos(verb) == Xpos.Vbn && _tree.Relation(verb) == Deprel.Acl;
    }

    private static bool SameWay(Tie left, Tie right) => Names(left.Holder) == Names(right.Holder);

    private static bool IsSame(Tie left, Tie right) =>
        left.Kind == right.Kind && (Equals(left.Theme?.Kind, right.Theme?.Kind) || (left.Kind != TieKind.IsThreatenedBy && (left.Theme is null || right.Theme is null))) && Names(left.Holder) == Names(right.Holder) && (Names(left.Other) == Names(right.Other) || right.Other.Count == 0);

    /// <summary>The parties by code; "its waters" and their owner's government are one.</summary>
    private static string Names(IReadOnlyList<Entity> entities) =>
        string.Join('+', entities.Select(entity => entity.Code is not { } code ? entity.Quote.Text : code.Sectors.Count == 0 && code.Country is { } country ? country + " GOV" : code.Text).Order(StringComparer.Ordinal));

    private List<Tie>? Read(int token, TriggeredTie candidate, int sentence)
    {
        TiePattern pattern = candidate.Pattern;
        _slots.IsDisguised = candidate.Trigger.Kind == TriggerKind.Verb && _tree.Pos(token) != Upos.Verb;
        _slots.IsState = candidate.Trigger.Kind == TriggerKind.Adjective && _tree.Pos(token) == Upos.Verb;
        foreach (Condition condition in pattern.Conditions)
        {
            if (!_slots.Holds(token, condition))
            {
                return null;
            }
        }

        foreach (Condition condition in pattern.Not)
        {
            if (_slots.Holds(token, condition))
            {
                return null;
            }
        }

        var holder = new List<Party>();
        _parties.Fill(token, pattern.Holder, holder, []);
        if (holder.Count == 0 || holder[0] is { IsCoded: false, Kind: PartyKind.Thing })
        {
            return null; // nobody, or no party: "nostalgia occupies the town"
        }

        var other = new List<Party>();
        _parties.Fill(token, pattern.Other, other, holder);
        Fillers themes = default;
        foreach (SlotPath path in pattern.Theme)
        {
            _slots.Slot(token, path, ref themes);
            if (themes.Count > 0)
            {
                break;
            }
        }

        TieKind kind = pattern.Frame.Tie;
        if (IsDomestic(kind, holder, other) || (kind == TieKind.Guarantees && (holder[0].Country is null || (other.Count > 0 && other[0].Country is null))))
        {
            return null;
        }

        if (kind.IsMutual() && other.Count == 0 && holder.Count > 1)
        {
            other.AddRange(holder.Skip(1));
            holder.RemoveRange(1, holder.Count - 1);
        }

        if (kind == TieKind.DependsOn)
        {
            other.RemoveAll(party => party.Country is null && _themes.KindOfWord(party.Head, _reading.Lexicon.Ties.Themes) is not null);
        }

        if (kind == TieKind.DependsOn && other.Count == 0 && themes.Count > 0)
        {
            _parties.AddMaker(themes[0], holder, other);
        }

        List<TieTheme> about = kind == TieKind.IsThreatenedBy ? _themes.Threats(token, themes, other) : _themes.Themes(themes, holder, other);
        if ((pattern.Frame.NeedsOther && other.Count == 0 && !(pattern.Frame.NeedsTheme && about.Count > 0))
            || (pattern.Frame.NeedsTheme && !pattern.Frame.NeedsOther && about.Count == 0))
        {
            return null;
        }

        if (kind is not (TieKind.DependsOn or TieKind.IsThreatenedBy) && other.RemoveAll(party => !party.IsCoded && (party.Kind == PartyKind.Thing || kind == TieKind.HasLeverageOver)) > 0 && other.Count == 0)
        {
            return null; // "a state that neither of them governs"
        }

        if (kind == TieKind.DependsOn && about.TrueForAll(theme => theme.Kind is null) && other.TrueForAll(party => !party.IsCoded))
        {
            return null; // "holidaymakers depend on cheap flights": neither a party nor goods that states trade in
        }

        List<(int Thing, Party Source)> series = SeriesAfter(pattern, kind, holder, other);
        List<Tie> records = Records(token, pattern, kind, holder, other, about, sentence);
        List<Party> owner = kind == TieKind.Supplies ? other : holder;
        foreach ((int thing, Party source) in series)
        {
            // Arms that are had from somebody are supplied, as the frames have it; of what is consumed who has it depends.
            if (_themes.ThemeOf(thing) is { Kind: { } goods } theme)
            {
                records.AddRange(goods == "equipment" ? Records(token, pattern, TieKind.Supplies, [source], owner, [theme], sentence) : Records(token, pattern, TieKind.DependsOn, owner, [source], [theme], sentence));
            }
        }

        return records;
    }

    /// <summary>"its gas from Russia, its missiles from China": the goods after the first with their sources; what the parser joined to the first source is taken from it.</summary>
    private List<(int Thing, Party Source)> SeriesAfter(TiePattern pattern, TieKind kind, List<Party> holder, List<Party> other)
    {
        List<Party> sources = kind == TieKind.Supplies ? holder : other;
        if (kind is not (TieKind.DependsOn or TieKind.Supplies) || sources.Count == 0 || !(kind == TieKind.Supplies ? pattern.Holder : pattern.Other).Any(path => path.Steps is [{ Preposition: "from" }]))
        {
            return [];
        }

        List<(int Thing, Party Source)> series = _series.After(sources[0].Head);
        if (series.Count > 0)
        {
            int first = NounPhrase.Of(_tree, sources[0].Head).End;
            sources.RemoveAll(party => party.Head >= first);
        }

        return series;
    }

    private List<Tie> Records(int token, TiePattern pattern, TieKind kind, List<Party> holder, List<Party> other, List<TieTheme> about, int sentence)
    {
        EventStatus status = StatusOf(token, pattern);
        if (status == EventStatus.Historical && _tree.Xpos(token) is Xpos.Vbz or Xpos.Vbp)
        {
            status = EventStatus.Reported; // "requires": it stands, whatever else the sentence dates
        }

        int source = _slots.Bearers.Accused(token) >= 0 ? _reading.Arguments.Subject(_slots.Bearers.Accusation(token)) : SourceOf(token, kind, status, holder, other);
        Quote? where = _themes.Where(token, pattern, about);
        TextSpan trigger = _tree.Source.Tokens.Span(token);
        var records = new List<Tie>();
        for (int i = 0; i < Math.Max(1, about.Count); i++)
        {
            TieTheme? theme = i < about.Count ? about[i] : null;
            records.Add(new Tie
            {
                Id = RecordId.Of("tie/" + kind.Code(), _reading.Document.Id, sentence, trigger, theme?.Quote.Span, _reading.Lexicon.Version),
                DocId = _reading.Document.Id,
                Sentence = sentence,
                Kind = kind,
                Holder = [.. holder.Select(party => party.Entity)],
                Other = [.. other.Select(party => party.Entity)],
                Theme = theme,
                Where = where,
                Status = status,
                Claimed = _slots.Bearers.Accused(token) >= 0 || _reading.IsInterested(source, holder.Concat(other)),
                Attribution = _reading.QuoteOfSource(source),
                Confidence = Confidence(holder, other, theme, status),
                Evidence = _reading.QuoteAt(_reading.Extent(_reading.ClauseOf(token))),
                Rule = pattern.Frame.Id,
            });
        }

        return records;
    }

    /// <summary>"Has little leverage", "has scant influence"; "a little" is some.</summary>
    private bool IsScant(int token)
    {
        int noun = _tree.Pos(token) == Upos.Verb ? _tree.Child(token, Deprel.Obj) : token;
        int first = _tree.Source.Sentences.First(_tree.Source.Sentences.Of(token));
        return noun > first && _tree.Lemma(noun - 1) is "little" or "scant" or "minimal" && !(noun - 1 > first && _tree.Is(noun - 2, "a"));
    }

    /// <summary>"Ended its dependence on", "lost its leverage over", "was ending its partnership with": what stood before.</summary>
    private bool IsEnded(int token) =>
        _tree.Relation(token) == Deprel.Obj && _tree.Pos(token) == Upos.Noun && _tree.Lemma(_tree.Head(token)) is "end" or "terminate" or "sever" or "lose" or "abandon" or "renounce" or "dissolve" or "break_off";

    /// <summary>Whose report it is: whom the rules find, else whom the reader that attributes acts finds; -1 for the text's own.</summary>
    /// <remarks>That reader has learnt of acts alone: to it a supply is told as aid is, any other tie as an act of cooperation.</remarks>
    private int SourceOf(int token, TieKind kind, EventStatus status, List<Party> holder, List<Party> other) =>
        _reading.SourceOf(token) is >= 0 and int found
            ? found
            : _reading.Standing.SourceOf(new AttributedAct(token, kind == TieKind.Supplies ? PloverType.Aid : PloverType.Cooperate, status, holder, other))?.Head ?? -1;

    /// <summary>Whether the tie stands. Where its pattern asks for "can" or "could", the word makes the tie: "could not fight without", "can cut off".</summary>
    private EventStatus StatusOf(int token, TiePattern pattern)
    {
        (EventStatus status, int cause) = _reading.FindingOf(token) is var finding ? (finding.Status, finding.Cause) : default;
        if (status == EventStatus.Negated && cause >= 0 && _tree.Relation(token) == Deprel.Conj && _tree.Xpos(token) is Xpos.Vbz or Xpos.Vbp or Xpos.Vbd && !_tree.IsWithin(cause, token))
        {
            status = EventStatus.Reported; // "has no port and depends on Djibouti"
        }

        if (status is EventStatus.Reported && (IsScant(token) || IsEnded(token)))
        {
            return EventStatus.Negated;
        }

        if (pattern.Conditions.Any(condition => condition.Path.Steps[0].Kind == SlotKind.Word && condition.Lemmas?.Contains("can") == true))
        {
            return status == EventStatus.Historical ? status : EventStatus.Reported;
        }

        return status == EventStatus.Reported && _reading.Inferences.Covers(token) ? EventStatus.Hypothetical : status;
    }

    /// <summary>"Spain's far-left partners": alliances, rivalries, guarantees, shelter and supplies within one state are its politics, unless rebels stand in them.</summary>
    private static bool IsDomestic(TieKind kind, List<Party> holder, List<Party> other) =>
        kind is TieKind.Allied or TieKind.Rivals or TieKind.Guarantees or TieKind.Supplies or TieKind.HasLeverageOver or TieKind.Shelters
        && holder.Count == 1 && other.Count > 0 && holder[0].Country is { } country && other.TrueForAll(party => party.Country == country)
        && !holder.Concat(other).Any(party => party.Entity.Code is { } code && code.Sectors.Any(sector => sector is "REB" or "PRE" or "SEP"));

    private static double Confidence(List<Party> holder, List<Party> other, TieTheme? theme, EventStatus status)
    {
        double score = 0.55 + (holder[0].IsCoded ? 0.12 : 0) + (other.Count == 0 ? 0 : other[0].IsCoded ? 0.12 : 0.04) + (theme?.Kind is null ? 0 : 0.08);
        return Math.Round(status is EventStatus.Reported or EventStatus.Historical ? score : score - 0.08, 3);
    }
}
