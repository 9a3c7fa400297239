using Entente.Coding.Clauses;
using Entente.Coding.Resolution;
using Entente.Coding.Tracing;
using Entente.Language.Arcs;
using Entente.Language.Tags;
using Entente.Lexicon.Frames;
using Entente.Records;

namespace Entente.Coding.Rules;

/// <summary>Runs the frames' patterns at triggers: most specific first, the first that holds counts.</summary>
internal sealed class Matcher(FrameList frames, Tree tree, Words words, Slots slots, NounArguments nouns, PartyResolver parties, Trace? trace)
{
    /// <summary>Readings whose patterns fit worse are hardly ever acts: of one failed condition or one exclusion, not of more.</summary>
    private const int FarthestMisfit = 3;

    private readonly Dictionary<int, Match?> _known = [];
    private readonly HashSet<int> _underWay = [];
    private readonly Dictionary<(int Token, SlotPath Path), Fillers> _read = [];

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
        foreach (TriggeredPattern candidate in patterns)
        {
            if (!words.Stands(token, candidate.Trigger) || (taken && candidate.Trigger.Particle is null))
            {
                continue;
            }

            if (whole is not null && candidate.Specificity < whole.By.Specificity)
            {
                break;
            }

            if (Try(token, candidate) is not { } match)
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
    /// All that a word might tell: for each category of the frames it opens the pattern that fits best, where one comes near, with what fills its slots. The first is what
    /// <see cref="At"/> finds, where that holds.
    /// </summary>
    /// <param name="token">The word.</param>
    /// <param name="count">How many patterns it opens.</param>
    public IReadOnlyList<Match> Readings(int token, out int count)
    {
        IReadOnlyList<TriggeredPattern> patterns = PatternsAt(token);
        if (patterns.Count == 0)
        {
            patterns = PatternsOf(token);
        }

        count = patterns.Count;
        if (count == 0)
        {
            return [];
        }

        bool taken = IsTakenByParticle(token, patterns);
        Match? whole = At(token) is { IsWhole: true } found ? found : null;
        var readings = new List<Match>(4);
        if (whole is not null)
        {
            readings.Add(whole);
        }

        foreach (TriggeredPattern candidate in patterns)
        {
            PloverType type = candidate.Pattern.Frame.Type;
            if (whole?.Frame.Type == type || !words.Stands(token, candidate.Trigger) || (taken && candidate.Trigger.Particle is null))
            {
                continue;
            }

            int known = 0;
            while (known < readings.Count && readings[known].Frame.Type != type)
            {
                known++;
            }

            int nearer = known < readings.Count ? readings[known].Misfit : FarthestMisfit + 1;
            if (nearer == 0 || Loosely(token, candidate, nearer) is not { } closer)
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
            if (!ReferenceEquals(reading, whole))
            {
                FillLoosely(reading);
            }
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

    /// <summary>A pattern's match, conditions that fail counted; null where it fits no nearer than <paramref name="nearer"/>.</summary>
    private Match? Loosely(int token, TriggeredPattern candidate, int nearer)
    {
        FramePattern pattern = candidate.Pattern;
        int carrier = tree.Pos(token) == Upos.Noun && nouns.CarrierOf(token) is { } carried ? carried.Verb : -1;
        var match = new Match(token, candidate) { Carrier = carrier };
        foreach (Condition condition in pattern.Conditions)
        {
            if (!Holds(token, condition, match))
            {
                match.Fail(condition);
                if (match.Misfit >= nearer)
                {
                    return null;
                }
            }
        }

        foreach (Condition condition in pattern.Not)
        {
            match.IsExcluded |= Holds(token, condition, null);
        }

        return match.Misfit < nearer ? match : null;
    }

    private void FillLoosely(Match match)
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

    private IReadOnlyList<TriggeredPattern> PatternsAt(int token)
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

    private Match? Try(int token, TriggeredPattern candidate)
    {
        FramePattern pattern = candidate.Pattern;
        int carrier = tree.Pos(token) == Upos.Noun && nouns.CarrierOf(token) is { } carried ? carried.Verb : -1;
        var match = new Match(token, candidate) { Carrier = carrier };
        foreach (Condition condition in pattern.Conditions)
        {
            if (!Holds(token, condition, match))
            {
                trace?.Add(new RefusedStep(pattern.Frame.Id, pattern.Place, $"not so: {Text(condition)}"));
                return null;
            }
        }

        foreach (Condition condition in pattern.Not)
        {
            if (Holds(token, condition, null))
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
            if (path.Steps[0].Kind == SlotKind.Nobody)
            {
                return path;
            }

            if (path.Steps[0].Kind == SlotKind.Inner)
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
        bool modifier = path.Steps[^1].Kind == SlotKind.Mod;
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
        if (!_read.TryGetValue((token, path), out Fillers fillers))
        {
            slots.Read(token, path.Steps, ref fillers);
            _read[(token, path)] = fillers;
        }

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
    /// <param name="match">Receives the words that a condition names; null where nobody asks.</param>
    internal bool Holds(int token, Condition condition, Match? match)
    {
        if (condition.Path.Steps[0].Kind == SlotKind.Word)
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
            if (condition.Lemmas is { } set && Fits(filler, set, match))
            {
                return true;
            }

            if ((condition.Values & ConditionValues.Actor) != 0 && parties.IsParty(filler))
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

    private bool Fits(int filler, LemmaSet set, Match? match)
    {
        if (words.Fits(filler, set))
        {
            match?.Name(filler);
            return true;
        }

        int meant = slots.Meant(filler);
        if (meant != filler && words.Fits(meant, set))
        {
            match?.Name(meant);
            return true;
        }

        foreach (int child in tree.Of(filler))
        {
            if (tree.Relation(child) == Deprel.Conj && words.Fits(child, set))
            {
                match?.Name(child);
                return true;
            }
        }

        return false;
    }

    private bool IsInClause(int token, LemmaSet set)
    {
        int clause = token;
        while (tree.Head(clause) >= 0 && !tree.IsPredicate(clause))
        {
            clause = tree.Head(clause);
        }

        int sentence = tree.Source.Sentences.Of(token);
        for (int at = tree.Source.Sentences.First(sentence); at < tree.Source.Sentences.End(sentence); at++)
        {
            if (words.Fits(at, set) && IsOfClause(at, clause))
            {
                return true;
            }
        }

        return false;
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
