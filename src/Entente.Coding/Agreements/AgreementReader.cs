using Entente.Coding.Clauses;
using Entente.Coding.Resolution;
using Entente.Language.Arcs;
using Entente.Language.Tags;
using Entente.Lexicon.Agreements;
using Entente.Lexicon.Frames;
using Entente.Records;

namespace Entente.Coding.Agreements;

/// <summary>Finds agreements and the stage that a sentence tells of them; within a document the same agreement is recognised when it comes up again.</summary>
internal sealed class AgreementReader(DocumentReading reading)
{
    private readonly Tree _tree = reading.Tree;
    private readonly Words _words = reading.Words;
    private readonly RecordVocabulary _vocabulary = RecordVocabulary.Of(reading.Lexicon);
    private readonly List<(Agreement Record, string Noun, int Sentence)> _before = [];

    /// <summary>The agreements of a sentence, in text order; sentences are to be asked for in order.</summary>
    public IReadOnlyList<Agreement> In(int sentence)
    {
        var found = new List<Agreement>();
        for (int token = _tree.Source.Sentences.First(sentence); token < _tree.Source.Sentences.End(sentence); token++)
        {
            Mention? mention = Named(token) ?? Pronoun(token, sentence);
            if (mention is null || StageOf(token) is not { } stage)
            {
                continue;
            }

            Agreement record = Record(mention, stage, sentence);
            if (found.Exists(known => known.Stage == record.Stage && (known.Id == record.SameAs || known.SameAs == record.SameAs && known.SameAs is not null)))
            {
                continue;
            }

            found.Add(record);
            _before.Add((record, mention.Noun, sentence));
        }

        return found;
    }

    /// <summary>An agreement's noun, or null.</summary>
    private Mention? Named(int token)
    {
        // "suspended the migration deal": the noun may have been taken for a verb.
        bool noun = _tree.Pos(token) is Upos.Noun or Upos.Propn || (_tree.Pos(token) == Upos.Verb && _tree.Xpos(token) is Xpos.Nn or Xpos.Nns && _tree.Relation(token) is Deprel.Obj or Deprel.Nsubj or Deprel.NsubjPass or Deprel.Obl or Deprel.Nmod);
        if (!noun)
        {
            return null;
        }

        AgreementWords? name = null;
        foreach (AgreementWords entry in _vocabulary.AgreementsAt(_words.Lower(token)))
        {
            if (entry.Role == AgreementWordRole.Name && _words.Fits(token, entry.Words))
            {
                name = entry;
                break;
            }
        }

        if (name is null)
        {
            return null;
        }

        // "peace talks", "deal maker": an agreement's noun before another noun names no agreement, but for "treaty signing".
        int head = _tree.Head(token);
        if (_tree.Relation(token) is Deprel.Compound or Deprel.NmodDesc && head > token && StageNoun(head) is null)
        {
            return null;
        }

        var kinds = new List<string>();
        var domains = new List<string>();
        if (name.Kind is { } own)
        {
            kinds.Add(own);
        }

        domains.AddRange(name.Domains);
        Gather(token, kinds, domains, 0);
        if (kinds.Count == 0 && domains.Count == 0 && head >= 0 && _tree.Pos(head) == Upos.Verb)
        {
            // "agreed to a deal with South Korea for …": what it is about may hang on the verb.
            foreach (int child in _tree.Of(head))
            {
                if (child > token && ((_tree.Relation(child) is Deprel.Advcl or Deprel.Xcomp && Status.Modality.HasTo(_tree, child) && child <= token + 3) || _tree.Relation(child) == Deprel.Obl && (Prepositions.Opens(_tree, child, "on") || Prepositions.Opens(_tree, child, "for") || Prepositions.Opens(_tree, child, "over"))))
                {
                    AddAbout(child, kinds, domains);
                    Gather(child, kinds, domains, 1);
                }
            }
        }

        if (!name.IsFirm && kinds.Count == 0 && domains.Count == 0)
        {
            return null;
        }

        Settle(kinds, domains);
        return new(token, _words.Lower(token), kinds, domains, IsDefinite(token));
    }

    /// <summary>"It was signed in Moscow", after a sentence that tells of an agreement.</summary>
    private Mention? Pronoun(int token, int sentence)
    {
        if (_tree.Pos(token) != Upos.Pron || !(_tree.Is(token, "it") || _tree.Is(token, "which")) || _before.Count == 0 || sentence - _before[^1].Sentence > 1 || (_tree.Is(token, "it") && sentence == _before[^1].Sentence))
        {
            return null;
        }

        int head = _tree.Head(token);
        bool bound = head >= 0 && _tree.Pos(head) == Upos.Verb && _tree.Relation(token) is Deprel.NsubjPass or Deprel.Obj && _tree.Lemma(head) is "sign" or "ratify" or "initial" or "ink" or "renew" or "denounce" or "terminate" or "implement";
        return bound && _tree.Is(token, "it") ? new(token, "it", [], [], true) : null;
    }

    private void Gather(int token, List<string> kinds, List<string> domains, int depth)
    {
        foreach (int child in _tree.Of(token))
        {
            Deprel relation = _tree.Relation(child);
            bool within = child < token
                ? relation is Deprel.Amod or Deprel.Compound or Deprel.Nmod or Deprel.NmodDesc or Deprel.NmodUnmarked or Deprel.NmodPoss or Deprel.Conj or Deprel.Flat
                : relation is Deprel.Nmod or Deprel.Acl or Deprel.Conj or Deprel.Obj or Deprel.Obl or Deprel.Xcomp && (relation != Deprel.Nmod || !Prepositions.Opens(_tree, child, "with") && !Prepositions.Opens(_tree, child, "between") && !Prepositions.Opens(_tree, child, "in") && !Prepositions.Opens(_tree, child, "by"))
                  && (relation != Deprel.Acl || _tree.Has(child, Deprel.Mark) || _tree.Xpos(child) == Xpos.Vbg) && (relation is not (Deprel.Conj or Deprel.Obj or Deprel.Obl or Deprel.Xcomp) || depth > 0);
            if (!within)
            {
                continue;
            }

            AddAbout(child, kinds, domains);

            if (depth < 4)
            {
                Gather(child, kinds, domains, depth + 1);
            }
        }

        // "military-technical" and the like, where the parser hangs the parts apart.
        for (int at = token - 1; depth == 0 && at >= _tree.Source.Sentences.First(_tree.Source.Sentences.Of(token)) && at > token - 6 && _tree.Pos(at) is Upos.Adj or Upos.Noun or Upos.Propn or Upos.Punct or Upos.Cconj && _tree.Word(at) is not ("," or ";" or ":" or "."); at--)
        {
            AddAbout(at, kinds, domains);
        }
    }

    private void AddAbout(int token, List<string> kinds, List<string> domains)
    {
        foreach (AgreementWords entry in _vocabulary.AgreementsAt(_words.Lower(token)))
        {
            if (entry.Role == AgreementWordRole.About && _words.Fits(token, entry.Words))
            {
                Add(kinds, entry.Kind);
                foreach (string domain in entry.Domains)
                {
                    Add(domains, domain);
                }
            }
        }
    }

    private static void Add(List<string> list, string? value)
    {
        if (value is not null && !list.Contains(value))
        {
            list.Add(value);
        }
    }

    /// <summary>A kind that says what it is about beats that of a framework; what says nothing is "other".</summary>
    private static void Settle(List<string> kinds, List<string> domains)
    {
        if (kinds.Count > 1)
        {
            kinds.Remove("framework");
        }

        if (domains.Count > 1)
        {
            domains.Remove("diplomatic");
        }

        if (domains.Contains("military"))
        {
            domains.Remove("technology");
        }

        if (kinds.Count == 0)
        {
            kinds.Add(domains switch
            {
                ["military", ..] => "framework",
                ["economic", ..] => "trade",
                ["energy", ..] => "energy",
                ["security", ..] => "security",
                ["border", ..] => "border",
                ["migration", ..] => "migration",
                ["culture", ..] => "culture",
                _ => "other",
            });
        }
    }

    private Told? StageOf(int token)
    {
        // "the signing of the treaty", "talks on a deal", "treaty signing"
        int head = _tree.Head(token);
        if (head >= 0 && _tree.Relation(token) is Deprel.Nmod or Deprel.Compound && StageNoun(head) is { } byNoun && (_tree.Relation(token) == Deprel.Compound || OpensContent(token)))
        {
            // "negotiate an extension of the treaty": not yet what the noun tells.
            return ByVerb(head) is { Stage: AgreementStage.Proposed } proposed ? proposed : new(byNoun, head, head);
        }

        // "signed a deal", "the pact took effect", "the accord signed in May"
        if (ByVerb(token) is { } byVerb)
        {
            return byVerb;
        }

        foreach (int child in _tree.Of(token))
        {
            if (_tree.Relation(child) is Deprel.Amod or Deprel.Compound && child < token)
            {
                foreach (AgreementWords entry in _vocabulary.AgreementsAt(_words.Lower(child)))
                {
                    if (entry.Role == AgreementWordRole.Adjective && _words.Fits(child, entry.Words))
                    {
                        return new(entry.Stage!.Value, child, token);
                    }
                }

                string form = _tree.Word(child).ToString().ToLowerInvariant();
                foreach (AgreementWords entry in _vocabulary.AgreementsAt(form))
                {
                    if (entry.Role == AgreementWordRole.Adjective && entry.Words.Contains(form))
                    {
                        return new(entry.Stage!.Value, child, token);
                    }
                }
            }
        }

        return ByPreposition(token);
    }

    private bool OpensContent(int token) =>
        Prepositions.Opens(_tree, token, "of") || Prepositions.Opens(_tree, token, "on") || Prepositions.Opens(_tree, token, "for") || Prepositions.Opens(_tree, token, "from") || Prepositions.Opens(_tree, token, "over") || Prepositions.Opens(_tree, token, "about") || Prepositions.Opens(_tree, token, "to");

    private Told? ByVerb(int token)
    {
        int head = _tree.Head(token);
        if (head >= 0 && _tree.Relation(token) == Deprel.Conj && _tree.IsNominal(head))
        {
            return ByVerb(head);
        }

        if (head >= 0 && _tree.Pos(head) == Upos.Verb && _tree.Relation(token) is Deprel.Obj or Deprel.NsubjPass or Deprel.Nsubj or Deprel.Obl or Deprel.Xcomp or Deprel.Iobj && StageVerb(head, token) is { } stage)
        {
            return new(stage, head, head);
        }

        foreach (int child in _tree.Of(token))
        {
            if (child > token && _tree.Relation(child) is Deprel.Acl or Deprel.AclRelcl && _tree.Pos(child) == Upos.Verb && StageVerb(child, token) is { } told)
            {
                return new(told, child, child);
            }
        }

        return null;
    }

    /// <summary>The stage a verb tells of an agreement that is its object, its subject, or the phrase it asks for; null for none.</summary>
    private AgreementStage? StageVerb(int verb, int token)
    {
        Deprel relation = _tree.Head(token) == verb ? _tree.Relation(token) : Deprel.Obj;
        bool passive = Voice.IsPassive(_tree, verb);
        if (_tree.Lemma(verb) == "leave" && _tree.Has(verb, Deprel.Xcomp))
        {
            return null; // "left the deal unsigned"
        }

        if (_tree.Lemma(verb) == "denounce" && _words.Lower(token) is not ("treaty" or "convention" or "protocol" or "pact" or "it"))
        {
            return null; // in common words a rebuke
        }

        foreach (AgreementWords entry in _vocabulary.AgreementsAt(_words.Lower(verb)))
        {
            if (entry.Role == AgreementWordRole.Verb && entry.Words.Contains(_words.Lower(verb)) && (relation is Deprel.Obj or Deprel.NsubjPass || (relation == Deprel.Nsubj && passive) || (relation == Deprel.Obl && OpensAsked(verb, token))))
            {
                return entry.Stage;
            }
        }

        foreach (AgreementWords entry in _vocabulary.AgreementsAt(_words.Lower(verb)).Length > 0 || relation is Deprel.Nsubj or Deprel.Obl or Deprel.Obj or Deprel.NsubjPass ? Phrases(verb) : [])
        {
            return entry.Stage;
        }

        return relation == Deprel.Nsubj && !passive
            ? _tree.Lemma(verb) switch { "expire" or "lapse" or "collapse" or "end" => AgreementStage.Ended, _ => null }
            : null;
    }

    /// <summary>"entered into force", "took effect", "pulled out of", "put on hold": verbs with a word after them.</summary>
    private IEnumerable<AgreementWords> Phrases(int verb)
    {
        foreach (int child in _tree.Of(verb))
        {
            if (child > verb)
            {
                string pair = string.Concat(_words.Lower(verb), "_", _words.Lower(child));
                foreach (AgreementWords entry in _vocabulary.AgreementsAt(_words.Lower(child)))
                {
                    if (entry.Role == AgreementWordRole.Verb && entry.Words.Contains(pair))
                    {
                        yield return entry;
                    }
                }
            }
        }
    }

    private bool OpensAsked(int verb, int token) => _tree.Lemma(verb) switch
    {
        "withdraw" or "exit" or "walk" or "back" => Prepositions.Opens(_tree, token, "from") || Prepositions.Opens(_tree, token, "of") || Prepositions.Opens(_tree, token, "out"),
        "agree" or "negotiate" or "work" => Prepositions.Opens(_tree, token, "on") || Prepositions.Opens(_tree, token, "to") || Prepositions.Opens(_tree, token, "upon"),
        "accede" or "adhere" => Prepositions.Opens(_tree, token, "to"),
        "call" or "push" or "press" => Prepositions.Opens(_tree, token, "for"),
        _ => false,
    };

    private AgreementStage? StageNoun(int noun)
    {
        foreach (AgreementWords entry in _vocabulary.AgreementsAt(_words.Lower(noun)))
        {
            if (entry.Role == AgreementWordRole.Noun && _words.Fits(noun, entry.Words))
            {
                return entry.Stage;
            }
        }

        return null;
    }

    /// <summary>"under the deal, Russia delivered …": what is done under an agreement carries it out.</summary>
    private Told? ByPreposition(int token)
    {
        int verb = _tree.Head(token);
        if (verb < 0 || _tree.Pos(verb) != Upos.Verb || _tree.Relation(token) is not (Deprel.Obl or Deprel.Nmod) || _tree.Xpos(verb) is Xpos.Vbz or Xpos.Vbp)
        {
            return null;
        }

        foreach (int child in _tree.Of(token))
        {
            if (_tree.Relation(child) != Deprel.Case)
            {
                continue;
            }

            foreach (AgreementWords entry in _vocabulary.AgreementsAt(_words.Lower(child)))
            {
                if (entry.Role == AgreementWordRole.Preposition && _words.Fits(child, entry.Words) && reading.StatusOf(verb) == EventStatus.Reported)
                {
                    return new(entry.Stage!.Value, verb, verb);
                }
            }
        }

        return null;
    }

    private Agreement Record(Mention mention, Told told, int sentence)
    {
        int token = mention.Token;
        var signers = new List<Party>();
        var parties = new List<Party>();
        AddParties(token, told, parties, signers);
        Agreement? same = SameAs(mention, parties);
        string name = mention.Noun == "it" && same is not null ? same.Name : NameOf(token);
        IReadOnlyList<Entity> bound = Bound(parties, signers);
        if (bound.Count == 0 && same is not null)
        {
            bound = same.Parties;
        }

        bool bare = mention.Kinds is ["other"] or [] && mention.Domains.Count == 0;
        TextSpan span = _tree.Source.Tokens.Span(token);
        EventStatus status = reading.StatusOf(told.Word);
        if (told.Word != told.Clause && status == EventStatus.Reported && _tree.Pos(told.Word) is Upos.Noun)
        {
            status = reading.StatusOf(told.Clause);
        }

        // What is offered or discussed is proposed by that: the proposal itself took place.
        if (told.Stage == AgreementStage.Proposed && status == EventStatus.Hypothetical)
        {
            status = EventStatus.Reported;
        }

        if (status == EventStatus.Reported && reading.Inferences.Covers(token))
        {
            status = EventStatus.Hypothetical;
        }

        List<Party> all = [.. parties, .. signers];
        return new Agreement
        {
            Id = RecordId.Of("agreement/" + told.Stage.Code(), reading.Document.Id, sentence, span, _tree.Source.Tokens.Span(told.Word), reading.Lexicon.Version),
            DocId = reading.Document.Id,
            Sentence = sentence,
            Parties = bound,
            Signers = [.. signers.Select(party => party.Entity)],
            Kind = bare && same is not null ? same.Kind : mention.Kinds,
            Domain = bare && same is not null ? same.Domain : mention.Domains,
            Name = name,
            Stage = told.Stage,
            Date = reading.TimeOf(told.Word),
            Location = PlaceOf(token, told, all),
            Status = status,
            Confidence = Math.Round(0.55 + (bound.Count > 1 ? 0.2 : bound.Count * 0.1) + (bare ? 0 : 0.1) + (told.Stage == AgreementStage.Signed ? 0.05 : 0), 3),
            SameAs = same?.SameAs ?? same?.Id,
            Evidence = reading.QuoteAt(reading.Extent(reading.ClauseOf(told.Word))),
        };
    }

    private EventLocation? PlaceOf(int token, Told told, List<Party> parties)
    {
        EventLocation? place = reading.PlaceOf(told.Word, parties);
        if (place is not { Resolution: > 1 } && told.Word != token)
        {
            place = reading.PlaceOf(token, parties) is { Resolution: > 1 } beside ? beside : place;
        }

        return place ?? reading.PlaceOf(token, parties);
    }

    private void AddParties(int token, Told told, List<Party> parties, List<Party> signers)
    {
        var named = new List<Party>();
        Between(token, named);
        if (named.Count == 0 && told.Word != token)
        {
            Between(told.Word, named);
        }

        int owner = _tree.Child(token, Deprel.NmodPoss);
        if (owner >= 0)
        {
            reading.Parties.AddAll(owner, named);
        }

        Fillers modifiers = default;
        reading.Slots.Read(token, ModifierSlot, ref modifiers);
        var before = new List<Party>();
        for (int i = 0; i < modifiers.Count; i++)
        {
            reading.Parties.AddModifier(modifiers[i], before);
        }

        named.AddRange(before.Where(party => party.Country is not null));

        Phrase(token, "with", named);
        if (_tree.Pos(told.Word) == Upos.Verb)
        {
            int subject = reading.Arguments.Subject(told.Word);
            if (subject >= 0 && subject != token && !_tree.IsWithin(token, subject))
            {
                reading.Parties.AddAll(subject, named);
            }

            Phrase(told.Word, "with", named);
            if (told.Stage == AgreementStage.Proposed)
            {
                Phrase(told.Word, "to", named);
                int asked = reading.Arguments.IndirectObject(told.Word);
                if (asked >= 0)
                {
                    reading.Parties.AddAll(asked, named);
                }
            }
        }
        else if (_tree.Pos(told.Word) is Upos.Noun or Upos.Propn && told.Word != token)
        {
            Phrase(told.Word, "by", named);
            Phrase(told.Word, "with", named);
            int actor = _tree.Child(told.Word, Deprel.NmodPoss);
            if (actor >= 0)
            {
                reading.Parties.AddAll(actor, named);
            }
        }
        else
        {
            Phrase(token, "by", named);
        }

        named.Sort((left, right) => left.Head.CompareTo(right.Head));
        bool signs = told.Stage is AgreementStage.Signed or AgreementStage.Drafted;
        foreach (Party party in named)
        {
            if (party.Kind is PartyKind.Thing)
            {
                continue;
            }

            if (signs && party.Kind == PartyKind.Person)
            {
                signers.Add(party);
            }
            else if (party.IsCoded || party.Kind is PartyKind.Organisation or PartyKind.Group or PartyKind.Place or PartyKind.Person)
            {
                parties.Add(party);
            }
        }
    }

    private void Phrase(int token, string preposition, List<Party> into)
    {
        Fillers fillers = default;
        Prepositions.Add(_tree, reading.Arguments, token, preposition, ref fillers);
        for (int i = 0; i < fillers.Count; i++)
        {
            reading.Parties.AddAll(fillers[i], into);
        }
    }

    /// <summary>"between A, the head of X, and B, Y's minister": names in what "between" opens, where the parser has lost the order too.</summary>
    private void Between(int token, List<Party> into)
    {
        foreach (int child in _tree.Of(token))
        {
            if (_tree.Relation(child) is not (Deprel.Nmod or Deprel.Obl) || !(Prepositions.Opens(_tree, child, "between") || Prepositions.Opens(_tree, child, "among")))
            {
                continue;
            }

            var found = new List<Party>();
            reading.Parties.AddAll(child, found);
            found.RemoveAll(party => party.Kind is PartyKind.Organisation && found.Exists(other => other.Kind == PartyKind.Person && other.Country == party.Country));
            int sentence = _tree.Source.Sentences.Of(token);
            for (int at = child; at < _tree.Source.Sentences.End(sentence) && found.Select(party => party.Country).Distinct(StringComparer.Ordinal).Count() < 2; at++)
            {
                if (_tree.Pos(at) == Upos.Propn && _tree.IsWithin(at, child) && reading.Names.TryGet(at, out NameMention mention) && mention.First == at && mention.Hit.Senses[0].IsActor)
                {
                    found.AddRange(reading.Parties.One(at).Where(party => party.Kind == PartyKind.Person && party.IsCoded && !found.Exists(known => known.Country == party.Country)));
                }
            }

            // Titles that stand beside a name are the same person.
            for (int i = found.Count - 1; i > 0; i--)
            {
                if (found.Take(i).Any(known => known.IsCoded && found[i].IsCoded && known.Kind == PartyKind.Person && known.Country == found[i].Country))
                {
                    found.RemoveAt(i);
                }
            }

            into.AddRange(found);
        }
    }

    private static readonly SlotStep[] ModifierSlot = [new(SlotKind.Mod, null)];

    /// <summary>Who is bound: the states and bodies named, and those for which persons signed; each country once.</summary>
    private List<Entity> Bound(List<Party> parties, List<Party> signers)
    {
        var bound = new List<Entity>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (Party party in parties.Concat(signers))
        {
            string key = party.Country ?? party.Entity.Code?.Text ?? party.Entity.Quote.Text;
            if (!seen.Add(key))
            {
                continue;
            }

            if (party is { Kind: PartyKind.Person, Entity.Code: { } code } && code.Country is { } country)
            {
                IEnumerable<string> kept = code.Sectors.Where(sector => sector is "GOV" or "REB" or "PRE" or "OPP" or "SEP");
                ActorCode stripped = ActorCode.TryParse(string.Join(' ', [country, .. kept]), out ActorCode parsed) ? parsed : code;
                string? name = reading.Lexicon.States.FirstOrDefault(state => state.Code == country)?.Name;
                bound.Add(new Entity(party.Entity.Quote, stripped) { Name = name, Reason = $"bound by who signed: {party.Entity.Reason}" });
            }
            else if (party.IsCoded || party.Kind != PartyKind.Person)
            {
                bound.Add(party.Entity);
            }
        }

        return bound;
    }

    private Agreement? SameAs(Mention mention, List<Party> parties)
    {
        if (!mention.IsDefinite)
        {
            return null;
        }

        for (int i = _before.Count - 1; i >= 0; i--)
        {
            Agreement known = _before[i].Record;
            bool kinds = mention.Kinds is ["other"] or [] || mention.Kinds.Intersect(known.Kind, StringComparer.Ordinal).Any() || (known.Kind is ["other"] && mention.Domains.Count == 0);
            bool domains = mention.Domains.Count == 0 || known.Domain.Count == 0 || mention.Domains.Intersect(known.Domain, StringComparer.Ordinal).Any();
            bool names = parties.TrueForAll(party => party.Country is not { } country || known.Parties.Count < 2 || known.Parties.Any(entity => entity.Code?.Country == country));
            if (kinds && domains && names)
            {
                return known.SameAs is { } first ? _before.Find(item => item.Record.Id == first).Record ?? known : known;
            }
        }

        return null;
    }

    private bool IsDefinite(int token)
    {
        foreach (int child in _tree.Of(token))
        {
            if (_tree.Relation(child) == Deprel.Det)
            {
                return _tree.Lemma(child) is "the" or "this" or "that" or "both";
            }
        }

        return _tree.Pos(token) == Upos.Propn;
    }

    /// <summary>The phrase that names it, without article, stage and parties before it; "on …" after it where it follows at once.</summary>
    private string NameOf(int token)
    {
        NounPhrase phrase = NounPhrase.Of(_tree, token);
        int first = phrase.First, end = Math.Max(phrase.End, token + 1);
        while (first < token && (_tree.Pos(first) is Upos.Det or Upos.Adv or Upos.Punct or Upos.Num or Upos.Part or Upos.Pron || IsStageAdjective(first) || _tree.Relation(first) is Deprel.NmodPoss || _tree.Word(first) is "new" or "recent" or "last" or "historic" or "major" or "key"))
        {
            first++;
        }

        foreach (int child in _tree.Of(token))
        {
            if (child > token && child <= end + 4 && _tree.Relation(child) == Deprel.Nmod && (Prepositions.Opens(_tree, child, "on") || Prepositions.Opens(_tree, child, "of") || Prepositions.Opens(_tree, child, "for")))
            {
                NounPhrase about = NounPhrase.Of(_tree, child);
                if (about.First <= end + 1 && about.End > end)
                {
                    end = about.End;
                }
            }
        }

        return _tree.Source.Text[_tree.Source.Tokens.Starts[first].._tree.Source.Tokens.Ends[end - 1]];
    }

    private bool IsStageAdjective(int token)
    {
        string form = _tree.Word(token).ToString().ToLowerInvariant();
        foreach (AgreementWords entry in _vocabulary.AgreementsAt(form))
        {
            if (entry.Role == AgreementWordRole.Adjective && entry.Words.Contains(form))
            {
                return true;
            }
        }

        return false;
    }

    private sealed record Mention(int Token, string Noun, IReadOnlyList<string> Kinds, IReadOnlyList<string> Domains, bool IsDefinite);

    /// <summary>A stage, the word that tells it, and the head of its clause's words.</summary>
    private readonly record struct Told(AgreementStage Stage, int Word, int Clause);
}
