using Entente.Coding.Clauses;
using Entente.Coding.Resolution;
using Entente.Language.Arcs;
using Entente.Language.Tags;
using Entente.Lexicon.Frames;
using Entente.Lexicon.Ties;
using Entente.Records;

namespace Entente.Coding.Ties;

/// <summary>Finds the standing relations that sentences assert, by the tie frames of the lexicon.</summary>
internal sealed class TieReader(DocumentReading reading)
{
    private readonly Tree _tree = reading.Tree;
    private readonly Words _words = reading.Words;
    private bool _disguised;

    /// <summary>The ties of a sentence, in text order.</summary>
    public IReadOnlyList<Tie> In(int sentence)
    {
        var ties = new List<Tie>();
        for (int token = _tree.Source.Sentences.First(sentence); token < _tree.Source.Sentences.End(sentence); token++)
        {
            foreach (TriggeredTie candidate in PatternsAt(token))
            {
                if (_words.Stands(token, candidate.Trigger) && Read(token, candidate, sentence) is { Count: > 0 } found)
                {
                    foreach (Tie tie in found)
                    {
                        if (!ties.Exists(known => IsSame(known, tie)))
                        {
                            ties.Add(tie);
                        }
                    }

                    break;
                }
            }
        }

        return ties;
    }

    private static bool IsSame(Tie left, Tie right) =>
        left.Kind == right.Kind && Equals(left.Theme?.Kind, right.Theme?.Kind) && Names(left.Holder) == Names(right.Holder) && (Names(left.Other) == Names(right.Other) || right.Other.Count == 0);

    private static string Names(IReadOnlyList<Entity> entities) =>
        string.Join('+', entities.Select(entity => entity.Code?.Text ?? entity.Quote.Text).Order(StringComparer.Ordinal));

    private IReadOnlyList<TriggeredTie> PatternsAt(int token)
    {
        string lemma = _words.Lower(token);
        TieFrameList ties = reading.Lexicon.Ties;
        switch (_tree.Pos(token))
        {
            case Upos.Verb:
                if (_tree.Relation(token) is Deprel.Amod or Deprel.Compound)
                {
                    return ties.PatternsFor(TriggerKind.Adjective, _tree.Word(token).ToString().ToLowerInvariant());
                }

                IReadOnlyList<TriggeredTie> verbal = ties.PatternsFor(TriggerKind.Verb, lemma);
                return verbal.Count > 0 ? verbal : ties.PatternsFor(TriggerKind.Adjective, _tree.Word(token).ToString().ToLowerInvariant());
            case Upos.Noun or Upos.Propn:
                return IsVerbInDisguise(token) && ties.PatternsFor(TriggerKind.Verb, lemma) is { Count: > 0 } asVerb ? asVerb : ties.PatternsFor(TriggerKind.Noun, lemma);
            case Upos.Adj:
                IReadOnlyList<TriggeredTie> adjective = ties.PatternsFor(TriggerKind.Adjective, lemma);
                return adjective.Count > 0 ? adjective : ties.PatternsFor(TriggerKind.Adjective, _tree.Word(token).ToString().ToLowerInvariant());
            default:
                return [];
        }
    }

    /// <summary>"Turkey controls territory": a verb that was taken for a plural noun between its subject and its object.</summary>
    private bool IsVerbInDisguise(int token) =>
        _tree.Pos(token) == Upos.Noun && _tree.Xpos(token) is Xpos.Nns or Xpos.Vbz && SubjectInDisguise(token) >= 0 && ObjectInDisguise(token) >= 0;

    private int SubjectInDisguise(int token)
    {
        int subject = _tree.Child(token, Deprel.Nsubj);
        subject = subject >= 0 ? subject : _tree.Child(token, Deprel.Compound);
        return subject >= 0 && subject == token - 1 && _tree.Pos(subject) == Upos.Propn ? subject : -1;
    }

    private int ObjectInDisguise(int token)
    {
        int held = _tree.Child(token, Deprel.Obj);
        return held >= 0 ? held : _tree.Relation(token) == Deprel.Compound && _tree.Head(token) > token ? _tree.Head(token) : -1;
    }

    private void SlotInDisguise(int token, SlotPath path, ref Fillers into)
    {
        int start = path.Steps[0].Kind switch { SlotKind.Subj => SubjectInDisguise(token), SlotKind.Obj => ObjectInDisguise(token), _ => -1 };
        if (start < 0)
        {
            if (path.Steps[0].Kind == SlotKind.Preposition)
            {
                reading.Slots.Read(ObjectInDisguise(token), path.Steps, ref into);
            }
        }
        else if (path.Steps.Count == 1)
        {
            into.Add(start);
        }
        else
        {
            reading.Slots.Read(start, [.. path.Steps.Skip(1)], ref into);
        }
    }

    private List<Tie>? Read(int token, TriggeredTie candidate, int sentence)
    {
        TiePattern pattern = candidate.Pattern;
        _disguised = candidate.Trigger.Kind == TriggerKind.Verb && _tree.Pos(token) == Upos.Noun;
        foreach (Condition condition in pattern.Conditions)
        {
            if (!Holds(token, condition))
            {
                return null;
            }
        }

        foreach (Condition condition in pattern.Not)
        {
            if (Holds(token, condition))
            {
                return null;
            }
        }

        var holder = new List<Party>();
        Fill(token, pattern.Holder, holder, []);
        if (holder.Count == 0)
        {
            return null;
        }

        var other = new List<Party>();
        Fill(token, pattern.Other, other, holder);
        Fillers themes = default;
        foreach (SlotPath path in pattern.Theme)
        {
            Slot(token, path, ref themes);
            if (themes.Count > 0)
            {
                break;
            }
        }

        TieKind kind = pattern.Frame.Tie;
        if (kind.IsMutual() && other.Count == 0 && holder.Count > 1)
        {
            other.AddRange(holder.Skip(1));
            holder.RemoveRange(1, holder.Count - 1);
        }

        if (kind == TieKind.DependsOn)
        {
            other.RemoveAll(party => party.Country is null && KindOfWord(party.Head, reading.Lexicon.Ties.Themes) is not null);
        }

        if (kind == TieKind.DependsOn && other.Count == 0 && themes.Count > 0)
        {
            AddMaker(themes[0], holder, other);
        }

        List<TieTheme> about = kind == TieKind.IsThreatenedBy ? Threats(token, themes, other) : Themes(themes, holder, other);
        if ((pattern.Frame.NeedsOther && other.Count == 0 && !(pattern.Frame.NeedsTheme && about.Count > 0))
            || (pattern.Frame.NeedsTheme && !pattern.Frame.NeedsOther && about.Count == 0))
        {
            return null;
        }

        return Records(token, pattern, kind, holder, other, about, sentence);
    }

    private List<Tie> Records(int token, TiePattern pattern, TieKind kind, List<Party> holder, List<Party> other, List<TieTheme> about, int sentence)
    {
        EventStatus status = reading.StatusOf(token);
        if (status == EventStatus.Historical && _tree.Xpos(token) is Xpos.Vbz or Xpos.Vbp)
        {
            status = EventStatus.Reported; // "requires": it stands, whatever else the sentence dates
        }

        if (status == EventStatus.Reported && reading.Inferences.Covers(token))
        {
            status = EventStatus.Hypothetical;
        }

        int source = Accused(token) >= 0 ? reading.Arguments.Subject(Accusation(token)) : reading.SourceOf(token);
        Quote? where = Where(token, pattern, about);
        TextSpan trigger = _tree.Source.Tokens.Span(token);
        var records = new List<Tie>();
        for (int i = 0; i < Math.Max(1, about.Count); i++)
        {
            TieTheme? theme = i < about.Count ? about[i] : null;
            records.Add(new Tie
            {
                Id = RecordId.Of("tie/" + kind.Code(), reading.Document.Id, sentence, trigger, theme?.Quote.Span, reading.Lexicon.Version),
                DocId = reading.Document.Id,
                Sentence = sentence,
                Kind = kind,
                Holder = [.. holder.Select(party => party.Entity)],
                Other = [.. other.Select(party => party.Entity)],
                Theme = theme,
                Where = where,
                Status = status,
                Claimed = Accused(token) >= 0 || reading.IsInterested(source, holder.Concat(other)),
                Attribution = reading.QuoteOfSource(source),
                Confidence = Confidence(holder, other, theme, status),
                Evidence = reading.QuoteAt(reading.Extent(reading.ClauseOf(token))),
                Rule = pattern.Frame.Id,
            });
        }

        return records;
    }

    private static double Confidence(List<Party> holder, List<Party> other, TieTheme? theme, EventStatus status)
    {
        double score = 0.55 + (holder[0].IsCoded ? 0.12 : 0) + (other.Count == 0 ? 0 : other[0].IsCoded ? 0.12 : 0.04) + (theme?.Kind is null ? 0 : 0.08);
        return Math.Round(status is EventStatus.Reported or EventStatus.Historical ? score : score - 0.08, 3);
    }

    private void Fill(int token, IReadOnlyList<SlotPath> paths, List<Party> into, List<Party> without)
    {
        foreach (bool loose in (ReadOnlySpan<bool>)[false, true])
        {
            foreach (SlotPath path in paths)
            {
                AddParties(token, path, into, loose);
                into.RemoveAll(party => without.Exists(held => held.Head == party.Head || (held.Country is { } country && country == party.Country && Equals(held.Entity.Code, party.Entity.Code))));
                if (into.Count > 0)
                {
                    return;
                }
            }
        }
    }

    private void AddParties(int token, SlotPath path, List<Party> into, bool loose)
    {
        Fillers fillers = default;
        Slot(token, path, ref fillers);
        bool modifier = path.Steps[^1].Kind == SlotKind.Mod;
        for (int i = 0; i < fillers.Count; i++)
        {
            int filler = Whole(fillers[i]);
            if (filler == token)
            {
                continue;
            }

            if (modifier)
            {
                reading.Parties.AddModifier(filler, into);
            }
            else if (loose)
            {
                reading.Parties.AddBelonging(filler, into);
            }
            else
            {
                reading.Parties.AddAll(filler, into);
            }
        }

        if (!modifier)
        {
            return;
        }

        if (into.Count == 0)
        {
            AddUncodedModifier(fillers, into);
        }
        else
        {
            reading.Parties.JoinModifiers(into, path.Steps.Count > 1 ? _tree.Head(fillers[0]) : -1);
        }
    }

    /// <summary>"much of Afghanistan's hardware": what is counted.</summary>
    private int Whole(int token)
    {
        if (_tree.Pos(token) is Upos.Adj or Upos.Num or Upos.Det or Upos.Pron)
        {
            foreach (int child in _tree.Of(token))
            {
                if (child > token && _tree.Relation(child) == Deprel.Nmod && Prepositions.Opens(_tree, child, "of"))
                {
                    return child;
                }
            }
        }

        return reading.Slots.Meant(token);
    }

    /// <summary>"Western leverage": a capitalised adjective that names nobody the lexicon codes.</summary>
    private void AddUncodedModifier(Fillers fillers, List<Party> into)
    {
        for (int i = 0; i < fillers.Count; i++)
        {
            if (_tree.Lemma(fillers[i]) is "Western" or "western" or "Arab" or "Kurdish" or "Islamist")
            {
                into.Add(reading.Parties.Make(new(fillers[i], fillers[i], fillers[i] + 1), null, PartyKind.Group, null, null, null, "a group of states or people the lexicon does not code"));
            }
        }
    }

    /// <summary>Slots that only ties have: <c>who</c>, the subject of "is a threat", the noun beside which "a rival of" stands; <c>is</c>, what the noun is said to be.</summary>
    private static bool IsOwnSlot(SlotPath path) => path.Steps[0].Preposition is "who" or "is";

    private void Slot(int token, SlotPath path, ref Fillers into)
    {
        if (_disguised)
        {
            SlotInDisguise(token, path, ref into);
            return;
        }

        if (path.Steps[0].Kind == SlotKind.Subj && Accused(token) is >= 0 and int accused)
        {
            if (path.Steps.Count == 1)
            {
                into.Add(accused);
            }
            else
            {
                reading.Slots.Read(accused, [.. path.Steps.Skip(1)], ref into);
            }

            return;
        }

        if (!IsOwnSlot(path))
        {
            reading.Slots.Read(token, path.Steps, ref into);
            if (into.Count == 0)
            {
                AddNext(token, path, ref into);
            }

            if (into.Count == 0 && path.Steps is [{ Kind: not SlotKind.Preposition }, { Kind: SlotKind.Preposition }, ..] && SlotPath.TryParse(path.Text[..path.Text.IndexOf('.', StringComparison.Ordinal)], out SlotPath first)
                && SlotPath.TryParse(path.Text[(path.Text.IndexOf('.', StringComparison.Ordinal) + 1)..], out SlotPath rest))
            {
                // "controls territory in Syria": what follows the object at once is its own, though it hang on the verb.
                Fillers starts = default;
                reading.Slots.Read(token, first.Steps, ref starts);
                if (starts.Count > 0)
                {
                    AddNext(starts[0], rest, ref into);
                }
            }

            if (into.Count == 1 && path.Steps is [{ Preposition: "between" }])
            {
                AddSecond(into[0], ref into);
            }

            return;
        }

        int start = path.Steps[0].Preposition == "who" ? Bearer(token) : Predicate(token);
        if (start < 0)
        {
            return;
        }

        if (path.Steps.Count == 1)
        {
            into.Add(start);
        }
        else
        {
            reading.Slots.Read(start, [.. path.Steps.Skip(1)], ref into);
        }
    }

    /// <summary>"between India and Pakistan", where the parser gave the second name to what follows.</summary>
    private void AddSecond(int first, ref Fillers into)
    {
        if (_tree.Has(first, Deprel.Conj) || first + 2 >= _tree.Source.Count || !_tree.Is(first + 1, "and"))
        {
            return;
        }

        int second = first + 2;
        while (second + 1 < _tree.Source.Count && _tree.Head(second) == second + 1 && _tree.Pos(second + 1) == Upos.Propn)
        {
            second++;
        }

        if (_tree.Pos(second) == Upos.Propn)
        {
            into.Add(second);
        }
    }

    /// <summary>The verb of "accused Kabul of harbouring", above the harbouring; -1 for none.</summary>
    private int Accusation(int token)
    {
        if (_tree.Pos(token) != Upos.Verb || _tree.Xpos(token) != Xpos.Vbg)
        {
            return -1;
        }

        for (int head = _tree.Head(token), steps = 0; head >= 0 && steps < 2; head = _tree.Head(head), steps++)
        {
            if (_tree.Pos(head) == Upos.Verb && _tree.Lemma(head) is "accuse" or "suspect" or "charge" or "blame" or "condemn" or "criticise" or "criticize")
            {
                return head;
            }
        }

        return -1;
    }

    /// <summary>Who is said to do it; -1 for none.</summary>
    private int Accused(int token) => Accusation(token) is >= 0 and int verb ? reading.Arguments.Object(verb) : -1;

    /// <summary>A phrase that follows at once, wherever the parser hung it: "relates to its reliance on Soviet systems".</summary>
    private void AddNext(int token, SlotPath path, ref Fillers into)
    {
        int next = token + 1;
        if (path.Steps[0].Preposition is not { } preposition || next >= _tree.Source.Count || !_tree.Is(next, preposition) || _tree.Head(next) <= next)
        {
            return;
        }

        if (path.Steps.Count == 1)
        {
            into.Add(_tree.Head(next));
        }
        else
        {
            reading.Slots.Read(_tree.Head(next), [.. path.Steps.Skip(1)], ref into);
        }
    }

    private int Bearer(int token)
    {
        int subject = _tree.Child(token, Deprel.Nsubj);
        if (subject >= 0)
        {
            return reading.Arguments.Antecedent(subject);
        }

        int head = _tree.Head(token);
        int name = _tree.Child(token, Deprel.Appos);
        if (name > token && _tree.Pos(name) == Upos.Propn && !_tree.Has(token, Deprel.Cop))
        {
            return name; // "its ally, Russia"
        }

        if (head < 0)
        {
            return -1;
        }

        switch (_tree.Relation(token))
        {
            case Deprel.Appos:
                return head;
            case Deprel.Xcomp or Deprel.Obj when _tree.Lemma(head) is "remain" or "become" or "be" or "stay" or "constitute" or "represent" or "pose":
                return reading.Arguments.Subject(head);
            case Deprel.Conj when _tree.Has(head, Deprel.Cop) || _tree.Relation(head) == Deprel.Appos:
                return Bearer(head);
            case Deprel.Obl or Deprel.Xcomp or Deprel.Nmod when Prepositions.Opens(_tree, token, "as") && _tree.Pos(head) == Upos.Verb:
                int held = reading.Arguments.Object(head);
                return held >= 0 ? held : reading.Arguments.Subject(head);
            default:
                // "long-time rival Pakistan": the name follows its description.
                return _tree.Relation(token) is Deprel.Compound or Deprel.NmodDesc && head > token && _tree.Pos(head) == Upos.Propn ? head : -1;
        }
    }

    private int Predicate(int token)
    {
        int head = _tree.Head(token);
        if (head < 0 || _tree.Relation(token) != Deprel.Nsubj)
        {
            return -1;
        }

        if (_tree.Has(head, Deprel.Cop))
        {
            return head;
        }

        if (_tree.Pos(head) == Upos.Verb && _tree.Lemma(head) is "remain" or "be" or "become" or "include" or "stay" or "range")
        {
            int held = _tree.Child(head, Deprel.Obj);
            held = held >= 0 ? held : _tree.Child(head, Deprel.Xcomp);
            return held >= 0 ? held : reading.Arguments.Complement(head);
        }

        return -1;
    }

    private bool Holds(int token, Condition condition)
    {
        if (condition.Path.Steps[0].Kind is SlotKind.Word or SlotKind.Comp or SlotKind.Inner)
        {
            return reading.Matcher.Holds(token, condition, null);
        }

        Fillers fillers = default;
        Slot(token, condition.Path, ref fillers);
        if ((condition.Values & ConditionValues.Any) != 0 && fillers.Count > 0)
        {
            return true;
        }

        if ((condition.Values & ConditionValues.Absent) != 0 && fillers.Count == 0)
        {
            return true;
        }

        for (int i = 0; i < fillers.Count; i++)
        {
            if ((condition.Lemmas is { } set && (_words.Fits(fillers[i], set) || _words.Fits(Whole(fillers[i]), set) || OthersFit(fillers[i], set))) || ((condition.Values & ConditionValues.Actor) != 0 && reading.Parties.IsParty(Whole(fillers[i]))))
            {
                return true;
            }
        }

        return false;
    }

    private bool OthersFit(int token, LemmaSet set)
    {
        foreach (int child in _tree.Of(token))
        {
            if (_tree.Relation(child) == Deprel.Conj && _words.Fits(child, set))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"systems of Russian make", "parts historically tied to Russian systems": whose the things are.</summary>
    private void AddMaker(int theme, List<Party> holder, List<Party> other)
    {
        int sentence = _tree.Source.Sentences.Of(theme);
        for (int at = _tree.Source.Sentences.First(sentence); at < _tree.Source.Sentences.End(sentence) && other.Count == 0; at++)
        {
            if (!_tree.IsWithin(at, theme) || !reading.Names.TryGet(at, out NameMention mention) || !mention.Hit.Senses[0].IsState)
            {
                continue;
            }

            var named = new List<Party>();
            reading.Parties.AddModifier(at, named);
            other.AddRange(named.Where(party => party.IsCoded && reading.Lexicon.States.FirstOrDefault(state => state.Code == party.Country)?.ExistsOn(reading.Document.Date) == true && !holder.Exists(held => held.Country == party.Country)).Take(1));
        }
    }

    private List<TieTheme> Themes(Fillers themes, List<Party> holder, List<Party> other)
    {
        var found = new List<TieTheme>();
        for (int i = 0; i < themes.Count && found.Count == 0; i++)
        {
            int theme = Whole(themes[i]);
            if (holder.Exists(party => party.Head == theme) || other.Exists(party => party.Head == theme && party.Kind != PartyKind.Thing) || !_tree.IsNominal(theme))
            {
                continue;
            }

            found.Add(new(reading.QuoteAt(reading.PhraseWithOthers(theme)), KindOf(theme, reading.Lexicon.Ties.Themes)));
        }

        return found;
    }

    /// <summary>The threats named in the themes' phrases, one for each kind; the other party's deed where it names one.</summary>
    private List<TieTheme> Threats(int token, Fillers themes, List<Party> other)
    {
        var found = new List<TieTheme>();
        for (int i = 0; i < themes.Count; i++)
        {
            if (themes[i] == token)
            {
                continue;
            }

            int sentence = _tree.Source.Sentences.Of(themes[i]);
            for (int at = _tree.Source.Sentences.First(sentence); at < _tree.Source.Sentences.End(sentence); at++)
            {
                if (at != token && _tree.IsWithin(at, themes[i]) && !IsInOwnClause(at, themes[i]) && KindOfWord(at, reading.Lexicon.Ties.Threats) is { } kind && !found.Exists(known => known.Kind == kind))
                {
                    found.Add(new(reading.QuoteAt(ThreatPhrase(at)), kind));
                }
            }
        }

        if (found.Count == 0 && themes.Count > 0 && !other.Exists(party => party.Head == themes[0]) && _tree.Pos(themes[0]) is Upos.Noun)
        {
            found.Add(new(reading.QuoteAt(NounPhrase.Of(_tree, themes[0]).Span(_tree)), "other"));
        }

        // "the spillover of terrorism": what is named exactly says more than the word that opens it.
        found.RemoveAll(theme => theme.Kind == "other" && found.Exists(named => named.Kind != "other" && theme.Quote.Span.Contains(named.Quote.Span)));
        found.Sort((left, right) => left.Quote.Span.CompareTo(right.Quote.Span));
        return found;
    }

    private bool IsInOwnClause(int at, int theme)
    {
        for (int up = at; up >= 0 && up != theme; up = _tree.Head(up))
        {
            if (_tree.Relation(up) is Deprel.AclRelcl or Deprel.Advcl or Deprel.Parataxis)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The phrase of a threat's word: with its adjectives, and the noun it stands before.</summary>
    private TextSpan ThreatPhrase(int at)
    {
        int head = _tree.Relation(at) is Deprel.Compound or Deprel.Amod && _tree.Head(at) > at && _tree.IsNominal(_tree.Head(at)) ? _tree.Head(at) : at;
        NounPhrase phrase = NounPhrase.Of(_tree, head);
        while (phrase.First < phrase.Head && _tree.Pos(phrase.First) is Upos.Adv or Upos.Punct)
        {
            phrase = phrase with { First = phrase.First + 1 };
        }

        TextSpan span = phrase.Span(_tree);
        foreach (int child in _tree.Of(head))
        {
            if (child > head && child <= phrase.End + 3 && _tree.Relation(child) == Deprel.Nmod && Prepositions.Opens(_tree, child, "of"))
            {
                span = new(span.Start, Math.Max(span.End, NounPhrase.Of(_tree, child).Span(_tree).End));
            }
        }

        int next = at + 1;
        if (head == at && next < _tree.Source.Count && _words.Lower(next) is "trafficking" or "smuggling" or "trade" or "fire" or "attack" && _tree.Source.Sentences.Of(next) == _tree.Source.Sentences.Of(at))
        {
            span = new(span.Start, Math.Max(span.End, _tree.Source.Tokens.Ends[next]));
        }

        return span;
    }

    private string? KindOf(int head, IReadOnlyList<KindWords> kinds)
    {
        NounPhrase phrase = NounPhrase.Of(_tree, head);
        for (int at = phrase.End - 1; at >= phrase.First; at--)
        {
            if (KindOfWord(at, kinds) is { } kind)
            {
                return kind;
            }
        }

        foreach (int child in _tree.Of(head))
        {
            if (child > head && _tree.Relation(child) is Deprel.Conj or Deprel.Nmod && _tree.IsNominal(child) && KindOfWord(child, kinds) is { } kind)
            {
                return kind;
            }
        }

        return null;
    }

    private string? KindOfWord(int token, IReadOnlyList<KindWords> kinds)
    {
        foreach (KindWords kind in kinds)
        {
            if (_words.Fits(token, kind.Words))
            {
                return kind.Name;
            }
        }

        return null;
    }

    /// <summary>The place that a threat spills over into: "into Central Asia", "across the border".</summary>
    private Quote? Where(int token, TiePattern pattern, List<TieTheme> about)
    {
        if (pattern.Frame.Tie != TieKind.IsThreatenedBy || about.Count == 0)
        {
            return null;
        }

        Fillers fillers = default;
        foreach (SlotPath path in pattern.Where)
        {
            Slot(token, path, ref fillers);
        }

        if (fillers.Count > 0)
        {
            return reading.QuoteAt(NounPhrase.Of(_tree, fillers[0]).Span(_tree));
        }

        int clause = reading.ClauseOf(token), sentence = _tree.Source.Sentences.Of(token);
        for (int at = _tree.Source.Sentences.First(sentence); at < _tree.Source.Sentences.End(sentence); at++)
        {
            if (_tree.IsWithin(at, clause) && _tree.Pos(at) is Upos.Noun or Upos.Propn
                && (Prepositions.Opens(_tree, at, "into") || Prepositions.Opens(_tree, at, "across") || Prepositions.Opens(_tree, at, "onto")))
            {
                return reading.QuoteAt(NounPhrase.Of(_tree, at).Span(_tree));
            }
        }

        return null;
    }
}
