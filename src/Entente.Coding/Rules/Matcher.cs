using Entente.Coding.Clauses;
using Entente.Coding.Resolution;
using Entente.Coding.Tracing;
using Entente.Language.Arcs;
using Entente.Language.Tags;
using Entente.Lexicon.Frames;
using Entente.Records;

namespace Entente.Coding.Rules;

/// <summary>Runs the frames' patterns at triggers: most specific first, the first that holds counts.</summary>
internal sealed class Matcher(FrameList frames, Tree tree, Words words, Slots slots, NounArguments nouns, PartyResolver parties, NamesInText inText, Trace? trace)
{
    /// <summary>Readings whose patterns fit worse are hardly ever acts: of one failed condition or one exclusion, not of more.</summary>
    private const int FarthestMisfit = 3;

    /// <summary>A pattern that was not tried, and one all of whose conditions hold; else the number of the first that does not.</summary>
    private const byte Untried = 255, Held = 254;

    private readonly Dictionary<int, Match?> _known = [];
    private readonly HashSet<int> _underWay = [];
    private readonly List<(SlotPath Path, Fillers Fillers)>?[] _read = new List<(SlotPath, Fillers)>?[tree.Source.Count];
    private readonly IReadOnlyList<TriggeredPattern>?[] _patterns = new IReadOnlyList<TriggeredPattern>?[tree.Source.Count];
    private readonly byte[]?[] _outcomes = new byte[]?[tree.Source.Count];
    private readonly List<int> _named = [];
    private readonly Dictionary<LemmaSet, List<int>> _inSentence = [];
    private int _sentence = -1;

    /// <summary>The act that a word tells, with or without parties; null for none. Remembered.</summary>
    public Match? At(int token)
    {
        if (_known.TryGetValue(token, out Match? known))
        {
            return known;
        }

        if (!_underWay.Add(token))
        {
            return null;
        }

        Match? found = Find(token);
        _underWay.Remove(token);
        _known[token] = found;
        return found;
    }

    /// <summary>The act that a clause tells: at its head, or beneath verbs that add none of their own ("begin to", "be ready to", "hold talks").</summary>
    public Match? In(int clause, IReadOnlyList<PloverType> categories, int depth = 0)
    {
        if (clause < 0 || depth > 3)
        {
            return null;
        }

        if (Fitting(clause, categories) is { } own)
        {
            return own;
        }

        foreach (int child in tree.Of(clause))
        {
            Match? found = tree.Relation(child) switch
            {
                Deprel.Xcomp or Deprel.Ccomp => In(child, categories, depth + 1),
                Deprel.Conj when tree.IsPredicate(child) => In(child, categories, depth + 1),
                Deprel.Obj or Deprel.NsubjPass => Fitting(child, categories),
                Deprel.Obl when LightVerbs.Carries(tree.Lemma(clause)) => Fitting(child, categories),
                _ => null,
            };
            if (found is not null)
            {
                return found;
            }
        }

        return null;
    }

    private Match? Fitting(int token, IReadOnlyList<PloverType> categories) =>
        At(token) is { } match && (categories.Count == 0 || categories.Contains(match.Frame.Type)) ? match : null;

    private Match? Find(int token)
    {
        IReadOnlyList<TriggeredPattern> patterns = PatternsAt(token);
        if (patterns.Count == 0)
        {
            return null;
        }

        trace?.Add(new PredicateStep(QuoteOf(token), tree.Lemma(token), token, tree.Source.Sentences.Of(token)));
        bool taken = IsTakenByParticle(token, patterns);
        Match? partial = null, whole = null;
        byte[] outcomes = new byte[patterns.Count];
        outcomes.AsSpan().Fill(Untried);
        _outcomes[token] = outcomes;
        for (int i = 0; i < patterns.Count; i++)
        {
            TriggeredPattern candidate = patterns[i];
            if (!Opens(token, candidate, taken))
            {
                continue;
            }

            if (whole is not null && candidate.Specificity < whole.By.Specificity)
            {
                break;
            }

            if (Try(token, candidate, ref outcomes[i]) is not { } match)
            {
                continue;
            }

            if (match.IsWhole)
            {
                if (whole is null || (whole.By.Specificity == candidate.Specificity && whole.Recipients.Count == 0 && match.Recipients.Count > 0))
                {
                    whole = match;
                }

                if (whole.Recipients.Count > 0 || whole.Pattern.Recipient.Count == 0)
                {
                    break;
                }

                continue;
            }

            trace?.Add(new RefusedStep(match.Frame.Id, match.Pattern.Place, $"no actor in {string.Join(", ", match.Pattern.Actor.Select(path => path.Text))}"));
            partial ??= match;
        }

        if (whole is null && partial is not null && MayLackActor(partial))
        {
            partial.IsAgentless = true;
            whole = partial;
        }

        if (whole is not null)
        {
            Fire(whole);
        }

        return whole ?? partial;
    }

    /// <summary>A passive tells a deed whose doer the text leaves open, where it names who suffers it: "the journalist was jailed".</summary>
    /// <remarks>Not where a noun that the verb only carries names the doer itself: "Iran's embargo was extended".</remarks>
    private bool MayLackActor(Match match) =>
        match.Recipients.Count > 0 && tree.Pos(match.Trigger) == Upos.Verb && match.Frame.Type is PloverType.Sanction or PloverType.Coerce or PloverType.Assault or PloverType.Accuse or PloverType.Mobilize or PloverType.Aid
        && Voice.IsPassive(tree, match.Trigger) && !match.Named.Any(noun => At(noun) is { Actors.Count: > 0 });

    /// <summary>
    /// All that a word might tell: for each category of the frames it opens the pattern that fits best, where one comes near. The first is what
    /// <see cref="At"/> finds, where that holds; the slots of the others are still to be filled.
    /// </summary>
    /// <param name="token">The word.</param>
    /// <param name="count">How many patterns it opens.</param>
    public IReadOnlyList<Match> Readings(int token, out int count)
    {
        Match? whole = At(token) is { IsWhole: true } found ? found : null;
        IReadOnlyList<TriggeredPattern> patterns = PatternsAt(token);
        byte[]? outcomes = _outcomes[token];
        if (patterns.Count == 0)
        {
            (patterns, outcomes) = (PatternsOf(token), null);
        }

        count = patterns.Count;
        if (count == 0)
        {
            return [];
        }

        bool taken = IsTakenByParticle(token, patterns);
        var readings = new List<Match>(4);
        if (whole is not null)
        {
            readings.Add(whole);
        }

        for (int i = 0; i < patterns.Count; i++)
        {
            TriggeredPattern candidate = patterns[i];
            PloverType type = candidate.Pattern.Frame.Type;
            int known = 0;
            while (known < readings.Count && readings[known].Frame.Type != type)
            {
                known++;
            }

            int nearer = known < readings.Count ? readings[known].Misfit : FarthestMisfit + 1;
            if (nearer == 0 || !Opens(token, candidate, taken) || Loosely(token, candidate, nearer, outcomes is null ? Untried : outcomes[i]) is not { } closer)
            {
                continue;
            }

            if (known < readings.Count)
            {
                readings[known] = closer;
            }
            else
            {
                readings.Add(closer);
            }
        }

        foreach (Match reading in readings)
        {
            reading.Patterns = CountOf(patterns, reading.Frame.Type);
        }

        return readings;
    }

    private static int CountOf(IReadOnlyList<TriggeredPattern> patterns, PloverType type)
    {
        int count = 0;
        foreach (TriggeredPattern pattern in patterns)
        {
            count += pattern.Pattern.Frame.Type == type ? 1 : 0;
        }

        return count;
    }

    /// <summary>Whether the words that a pattern's trigger asks for stand with the word.</summary>
    /// <param name="taken">Whether the word has a particle that another pattern asks for.</param>
    private bool Opens(int token, TriggeredPattern candidate, bool taken) =>
        candidate.IsPlain ? !taken : words.Stands(token, candidate.Trigger) && !(taken && candidate.Trigger.Particle is null);

    /// <summary>A pattern's match, conditions that fail counted; null where it fits no nearer than <paramref name="nearer"/>.</summary>
    /// <param name="outcome">What is known of its conditions.</param>
    private Match? Loosely(int token, TriggeredPattern candidate, int nearer, byte outcome)
    {
        FramePattern pattern = candidate.Pattern;
        int failed = outcome < Held ? outcome : -1;
        if (failed >= 0 && nearer <= 2)
        {
            return null;
        }

        for (int i = failed + 1; outcome != Held && i < pattern.Conditions.Length; i++)
        {
            if (!Holds(token, pattern.Conditions[i], names: false))
            {
                if (failed >= 0 || nearer <= 2)
                {
                    return null;
                }

                failed = i;
            }
        }

        bool excluded = false;
        foreach (Condition condition in pattern.Not)
        {
            excluded |= Holds(token, condition, names: false);
        }

        if ((failed < 0 ? 0 : 2) + (excluded ? 3 : 0) >= nearer)
        {
            return null;
        }

        var match = new Match(token, candidate) { Carrier = CarrierOf(token), IsExcluded = excluded };
        for (int i = 0; i < pattern.Conditions.Length; i++)
        {
            if (i == failed)
            {
                match.Fail(pattern.Conditions[i]);
            }
            else
            {
                TakeNames(token, pattern.Conditions[i], match);
            }
        }

        return match;
    }

    /// <summary>Hands a match the words that a condition which holds names.</summary>
    private void TakeNames(int token, Condition condition, Match match)
    {
        int before = _named.Count;
        Holds(token, condition, names: true);
        TakeNames(before, match);
    }

    private void TakeNames(int from, Match match)
    {
        for (int i = from; i < _named.Count; i++)
        {
            match.Name(_named[i]);
        }

        _named.RemoveRange(from, _named.Count - from);
    }

    private int CarrierOf(int token) => tree.Pos(token) == Upos.Noun && nouns.CarrierOf(token) is { } carried ? carried.Verb : -1;

    /// <summary>Fills the slots of a reading that <see cref="At"/> did not find.</summary>
    public void FillLoosely(Match match)
    {
        match.ActorSlot = Fill(match.Trigger, match.Pattern.Actor, match.Actors, match, loose: false);
        match.RecipientSlot = Fill(match.Trigger, match.Pattern.Recipient, match.Recipients, match, loose: false)
            ?? Fill(match.Trigger, match.Pattern.Recipient, match.Recipients, match, loose: true);
    }

    /// <summary>Patterns that the word opens wherever it stands and whatever the tagger takes it for: "tanks advance", "their advance".</summary>
    private IReadOnlyList<TriggeredPattern> PatternsOf(int token)
    {
        string lemma = words.Lower(token);
        IReadOnlyList<TriggeredPattern> verbal = frames.PatternsForVerb(lemma), nominal = frames.PatternsForNoun(lemma);
        bool verb = tree.Pos(token) == Upos.Verb;
        return (verb ? verbal : nominal) is { Count: > 0 } own ? own : verb ? nominal : verbal;
    }

    private IReadOnlyList<TriggeredPattern> PatternsAt(int token) => _patterns[token] ??= FindPatterns(token);

    private IReadOnlyList<TriggeredPattern> FindPatterns(int token)
    {
        switch (tree.Pos(token))
        {
            case Upos.Verb:
                if (tree.Relation(token) is Deprel.Amod or Deprel.Compound or Deprel.Case)
                {
                    return [];
                }

                IReadOnlyList<TriggeredPattern> verbal = frames.PatternsForVerb(words.Lower(token));
                if (verbal.Count == 0 && tree.Lemma(token) is [.., 'e'] guessed && tree.Word(token).EndsWith("ed", StringComparison.Ordinal))
                {
                    verbal = frames.PatternsForVerb(guessed[..^1]); // "severed" is of "sever", whatever the lemmatizer guessed
                }

                return verbal.Count == 0 && tree.Xpos(token) == Xpos.Vbn ? frames.PatternsForAdjective(tree.Word(token).ToString()) : verbal;
            case Upos.Noun:
                return tree.Relation(token) is Deprel.Compound or Deprel.NmodDesc ? [] : frames.PatternsForNoun(words.Lower(token));
            case Upos.Adj:
                return frames.PatternsForAdjective(words.Lower(token));
            default:
                return [];
        }
    }

    /// <summary>Whether the verb has a particle that another of its patterns asks for: "call off" is no "call".</summary>
    private bool IsTakenByParticle(int token, IReadOnlyList<TriggeredPattern> patterns)
    {
        int particle = tree.Pos(token) == Upos.Verb ? words.Particle(token) : -1;
        if (particle < 0)
        {
            return false;
        }

        foreach (TriggeredPattern pattern in patterns)
        {
            if (pattern.Trigger.Particle is { } asked && tree.Is(particle, asked))
            {
                return true;
            }
        }

        return false;
    }

    /// <param name="outcome">Receives what is known of its conditions.</param>
    private Match? Try(int token, TriggeredPattern candidate, ref byte outcome)
    {
        FramePattern pattern = candidate.Pattern;
        int named = _named.Count;
        for (int i = 0; i < pattern.Conditions.Length; i++)
        {
            if (!Holds(token, pattern.Conditions[i], names: true))
            {
                trace?.Add(new RefusedStep(pattern.Frame.Id, pattern.Place, $"not so: {Text(pattern.Conditions[i])}"));
                _named.RemoveRange(named, _named.Count - named);
                outcome = (byte)i;
                return null;
            }
        }

        outcome = Held;
        var match = new Match(token, candidate) { Carrier = CarrierOf(token) };
        TakeNames(named, match);
        foreach (Condition condition in pattern.Not)
        {
            if (Holds(token, condition, names: false))
            {
                trace?.Add(new RefusedStep(pattern.Frame.Id, pattern.Place, $"excluded: {Text(condition)}"));
                return null;
            }
        }

        if (pattern.Frame.Type == PloverType.Request && tree.Lemma(token) == "tell" && tree.Child(token, Deprel.Ccomp) is >= 0 and int told && tree.Has(told, Deprel.Nsubj))
        {
            trace?.Add(new RefusedStep(pattern.Frame.Id, pattern.Place, "tells that, not to"));
            return null;
        }

        match.ActorSlot = Fill(token, pattern.Actor, match.Actors, match, loose: false);
        match.RecipientSlot = Fill(token, pattern.Recipient, match.Recipients, match, loose: false)
            ?? Fill(token, pattern.Recipient, match.Recipients, match, loose: true);
        if (match.Recipients.Count == 0 && match.Actors.Count > 0 && SpeaksOfItself(token, pattern, match))
        {
            trace?.Add(new RefusedStep(pattern.Frame.Id, pattern.Place, "the actor speaks of itself"));
            return null;
        }

        return match;
    }

    /// <summary>"claimed that they had attacked": where the recipient is who does what is told, the actor must be somebody else.</summary>
    private bool SpeaksOfItself(int token, FramePattern pattern, Match match)
    {
        foreach (SlotPath path in pattern.Recipient)
        {
            if (path.Steps[0].Kind == SlotKind.Inner && path.Steps[1].Kind == SlotKind.Actor)
            {
                var inner = new List<Party>();
                AddInner(token, path, inner);
                return inner.Exists(party => match.Actors.Exists(actor => actor.Head == party.Head));
            }

            if (path.Steps is [{ Kind: SlotKind.Comp }, { Kind: SlotKind.Subj }])
            {
                Fillers clause = default, subject = default;
                slots.Read(token, Complement, ref clause);
                if (clause.Count > 0)
                {
                    slots.Read(clause[0], Subject, ref subject);
                }

                return subject.Count > 0 && parties.One(subject[0]) is [{ } told, ..] && match.Actors.Exists(actor => actor.Head == told.Head);
            }
        }

        return false;
    }

    /// <summary>Fills a role from the first path that names a party.</summary>
    /// <param name="loose">Whether a thing stands for the party it belongs to: "gave money to Nigeria's farm sector".</param>
    private SlotPath? Fill(int token, IReadOnlyList<SlotPath> paths, List<Party> into, Match match, bool loose)
    {
        foreach (SlotPath path in paths)
        {
            if (path.First == SlotKind.Nobody)
            {
                return path;
            }

            if (path.First == SlotKind.Inner)
            {
                AddInner(token, path, into);
            }
            else
            {
                AddFillers(token, path, into, loose);
            }

            if (ReferenceEquals(into, match.Recipients))
            {
                if (loose && match.Actors.Count > 0)
                {
                    // What belongs to the actor is nobody else's.
                    into.RemoveAll(party => match.Actors.Exists(actor => actor.Country == party.Country));
                }

                RemoveActors(into, match.Actors);
            }

            if (into.Count > 0)
            {
                return path;
            }
        }

        return null;
    }

    /// <summary>Adds the parties that a slot names.</summary>
    internal void AddFillers(int token, SlotPath path, List<Party> into, bool loose)
    {
        Fillers fillers = Read(token, path);
        bool modifier = path.Last == SlotKind.Mod;
        for (int i = 0; i < fillers.Count; i++)
        {
            if (fillers[i] == token)
            {
                continue;
            }

            if (modifier)
            {
                parties.AddModifier(fillers[i], into);
            }
            else if (loose)
            {
                parties.AddBelonging(fillers[i], into);
            }
            else
            {
                parties.AddAll(fillers[i], into);
            }
        }

        if (modifier && into.Count > 0)
        {
            parties.JoinModifiers(into, path.Steps.Count > 1 ? tree.Head(fillers[0]) : -1);
        }
    }

    /// <summary>What fills a path; patterns of one trigger ask for the same few paths again and again.</summary>
    private Fillers Read(int token, SlotPath path)
    {
        List<(SlotPath Path, Fillers Fillers)> known = _read[token] ??= new(8);
        foreach ((SlotPath other, Fillers found) in known)
        {
            if (ReferenceEquals(other, path))
            {
                return found;
            }
        }

        Fillers fillers = default;
        slots.Read(token, path.Steps, ref fillers);
        known.Add((path, fillers));
        return fillers;
    }

    private void AddInner(int token, SlotPath path, List<Party> into)
    {
        Fillers clause = default;
        slots.Read(token, Complement, ref clause);
        if (clause.Count > 0 && In(clause[0], []) is { } inner)
        {
            foreach (Party party in path.Steps[1].Kind == SlotKind.Actor ? inner.Actors : inner.Recipients)
            {
                into.Add(party);
            }
        }
    }

    private static readonly SlotStep[] Subject = [new(SlotKind.Subj, null)];

    private static readonly SlotStep[] Complement = [new(SlotKind.Comp, null)];

    private static void RemoveActors(List<Party> recipients, List<Party> actors)
    {
        for (int i = recipients.Count - 1; i >= 0; i--)
        {
            foreach (Party actor in actors)
            {
                bool same = Equals(actor.Entity.Code, recipients[i].Entity.Code);
                if (same && (actor.Head == recipients[i].Head || (actor.IsCoded && recipients[i].Kind is PartyKind.State)))
                {
                    recipients.RemoveAt(i);
                    break;
                }
            }
        }
    }

    /// <summary>Whether a demand on a slot holds at a word.</summary>
    /// <param name="names">Whether the words that it names are kept.</param>
    internal bool Holds(int token, Condition condition, bool names)
    {
        if (condition.Path.First == SlotKind.Word)
        {
            return condition.Lemmas is { } anywhere && IsInClause(token, anywhere);
        }

        Fillers fillers = Read(token, condition.Path);
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
            int filler = fillers[i];
            if (condition.Lemmas is { } set && Fits(filler, set, names))
            {
                return true;
            }

            if ((condition.Values & ConditionValues.Actor) != 0 && parties.IsParty(filler))
            {
                return true;
            }

            if ((condition.Values & ConditionValues.Place) != 0 && inText.IsPlace(filler))
            {
                return true;
            }

            if ((condition.Values & ConditionValues.Event) != 0 && In(filler, []) is not null)
            {
                return true;
            }

            if ((condition.Values & ConditionValues.EventOfCategory) != 0 && In(filler, condition.Categories) is not null)
            {
                return true;
            }
        }

        return false;
    }

    private bool Fits(int filler, LemmaSet set, bool names)
    {
        int named = Fitting(filler, set);
        if (named >= 0 && names)
        {
            _named.Add(named);
        }

        return named >= 0;
    }

    /// <summary>The word of a filler that is in the set: itself, what it counts, one coordinated with it; -1 for none.</summary>
    private int Fitting(int filler, LemmaSet set)
    {
        if (words.Fits(filler, set))
        {
            return filler;
        }

        int meant = slots.Meant(filler);
        if (meant != filler && words.Fits(meant, set))
        {
            return meant;
        }

        foreach (int child in tree.Of(filler))
        {
            if (tree.Relation(child) == Deprel.Conj && words.Fits(child, set))
            {
                return child;
            }
        }

        return -1;
    }

    private bool IsInClause(int token, LemmaSet set)
    {
        List<int> standing = InSentence(tree.Source.Sentences.Of(token), set);
        if (standing.Count == 0)
        {
            return false;
        }

        int clause = token;
        while (tree.Head(clause) >= 0 && !tree.IsPredicate(clause))
        {
            clause = tree.Head(clause);
        }

        foreach (int at in standing)
        {
            if (IsOfClause(at, clause))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The words of a sentence that are in a set; patterns ask for the same sets again and again.</summary>
    private List<int> InSentence(int sentence, LemmaSet set)
    {
        if (sentence != _sentence)
        {
            _inSentence.Clear();
            _sentence = sentence;
        }

        if (!_inSentence.TryGetValue(set, out List<int>? standing))
        {
            _inSentence[set] = standing = [];
            for (int at = tree.Source.Sentences.First(sentence); at < tree.Source.Sentences.End(sentence); at++)
            {
                if (words.Fits(at, set))
                {
                    standing.Add(at);
                }
            }
        }

        return standing;
    }

    /// <summary>Whether the word hangs below the clause without a relative clause or an inserted sentence between.</summary>
    private bool IsOfClause(int token, int clause)
    {
        for (int at = token; at >= 0; at = tree.Head(at))
        {
            if (at == clause)
            {
                return true;
            }

            if (tree.Relation(at) is Deprel.AclRelcl or Deprel.Parataxis)
            {
                return false;
            }
        }

        return false;
    }

    private void Fire(Match match)
    {
        if (trace is null)
        {
            return;
        }

        trace.Add(new FiredStep(match.Frame.Id, match.Pattern.Place, match.Frame.Type));
        foreach (Party party in match.Actors)
        {
            trace.Add(new PartyStep(match.ActorSlot?.Text ?? "", true, party.Entity));
        }

        foreach (Party party in match.Recipients)
        {
            trace.Add(new PartyStep(match.RecipientSlot?.Text ?? "", false, party.Entity));
        }
    }

    private Quote QuoteOf(int token) => Quote.Of(tree.Source.Text, tree.Source.Tokens.Span(token));

    private static string Text(Condition condition)
    {
        string lemmas = condition.Lemmas is null ? "" : string.Join(", ", condition.Lemmas.Lemmas.Take(6)) + (condition.Lemmas.Count > 6 ? ", …" : "");
        string values = condition.Values == ConditionValues.None ? "" : condition.Values.ToString().ToLowerInvariant();
        return $"{condition.Path.Text} is {lemmas}{(lemmas.Length > 0 && values.Length > 0 ? " or " : "")}{values}";
    }
}
