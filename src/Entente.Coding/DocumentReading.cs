using Entente.Coding.Attribution;
using Entente.Coding.Learning;
using Entente.Coding.Clauses;
using Entente.Coding.Judging;
using Entente.Coding.Locations;
using Entente.Coding.Resolution;
using Entente.Coding.Roles;
using Entente.Coding.Rules;
using Entente.Coding.Standing;
using Entente.Coding.Status;
using Entente.Coding.Times;
using Entente.Coding.Tracing;
using Entente.Language;
using Entente.Language.Arcs;
using Entente.Language.Tags;
using Entente.Lexicon;
using Entente.Lexicon.Cameo;
using Entente.Lexicon.Frames;
using Entente.Records;

namespace Entente.Coding;

/// <summary>One document while it is being coded: its trees, what its names mean, what its frames have found.</summary>
internal sealed partial class DocumentReading
{
    private readonly WorldLexicon _lexicon;
    private readonly Document _document;
    private readonly AnalyzedText _text;
    private readonly Trace? _trace;
    private readonly Tree _tree;
    private readonly Arguments _arguments;
    private readonly NounArguments _nouns;
    private readonly Matcher _matcher;
    private readonly Selection _selection;
    private readonly StandingReader _standing;
    private readonly EventTimes _times;
    private readonly LocationReader _locations;
    private readonly Sizes _sizes;
    private readonly ContextReader _contexts;
    private readonly List<Match> _matches = [];

    public DocumentReading(WorldLexicon lexicon, ContextIndex contexts, Document document, AnalyzedText text, ChoiceModel? standing, Trace? trace)
    {
        _lexicon = lexicon;
        _document = document;
        _text = text;
        _trace = trace;
        _tree = new(text);
        var arguments = new Arguments(_tree);
        _arguments = arguments;
        RoleFeatures = new(_tree, arguments);
        var nouns = new NounArguments(_tree, arguments);
        _nouns = nouns;
        var words = new Words(_tree);
        Words = words;
        var slots = new Slots(_tree, arguments, nouns);
        var names = new NamesInText(lexicon, text);
        (Slots, Names) = (slots, names);
        Parties = new(lexicon, _tree, words, slots, arguments, names, document.Date);
        _matcher = new(lexicon.Frames, _tree, words, slots, nouns, Parties, names, trace);
        _selection = new(_tree, arguments, trace);
        _times = new(_tree, document.Date);
        _standing = new(_tree, arguments, nouns, _times, Parties, document.Date, standing, trace);
        _locations = new(lexicon, _tree, names, document.Date);
        _sizes = new(_tree, arguments, slots);
        _contexts = new(contexts, _tree, words);
    }

    /// <summary>The trees.</summary>
    public Tree Tree => _tree;

    /// <summary>What the choice of roles sees.</summary>
    public RoleFeatures RoleFeatures { get; }

    /// <summary>Who the mentions name.</summary>
    public PartyResolver Parties { get; }

    /// <summary>All acts that a sentence's words tell, in text order; the list is used again for the next sentence.</summary>
    public List<Match> Matches(int sentence)
    {
        _matches.Clear();
        for (int token = _text.Sentences.First(sentence); token < _text.Sentences.End(sentence); token++)
        {
            if (_text.Tags.Upos[token] is Upos.Verb or Upos.Noun or Upos.Adj && _matcher.At(token) is { IsWhole: true } match)
            {
                _matches.Add(match);
            }
        }

        return _matches;
    }

    /// <summary>Everything that the words of a sentence might tell, for the judgement to decide; each is still to be <see cref="Complete">completed</see>.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="found">The acts that the frames find for certain, in text order.</param>
    public List<Candidate> Candidates(int sentence, out IReadOnlyList<Match> found)
    {
        List<Match> kept = Matches(sentence);
        Select(kept);
        found = [.. kept];
        var candidates = new List<Candidate>();
        for (int token = _text.Sentences.First(sentence); token < _text.Sentences.End(sentence); token++)
        {
            if (_text.Tags.Upos[token] is not (Upos.Verb or Upos.Noun or Upos.Adj))
            {
                continue;
            }

            IReadOnlyList<Match> readings = _matcher.Readings(token, out int patterns);
            foreach (Match reading in readings)
            {
                candidates.Add(new(reading, kept.Contains(reading))
                {
                    Rivals = readings.Count - 1,
                    IsFound = ReferenceEquals(reading, _matcher.At(token)),
                    IsCertainBeside = readings[0].Misfit == 0,
                    Share = (double)reading.Patterns / patterns,
                });
            }
        }

        return candidates;
    }

    /// <summary>Fills a reading's slots and looks for what speaks against it.</summary>
    /// <param name="candidate">As <see cref="Candidates"/> gave it.</param>
    /// <param name="found">The acts that the frames find for certain in the sentence.</param>
    public void Complete(Candidate candidate, IReadOnlyList<Match> found)
    {
        if (!candidate.IsFound)
        {
            _matcher.FillLoosely(candidate.Reading);
        }

        candidate.Overlap = _selection.WhyNot(candidate.Reading, found);
    }

    /// <summary>Leaves one match for each act.</summary>
    public void Select(List<Match> matches) => _selection.Reduce(matches);

    /// <summary>Looks further for the other side of an act that the frames find for certain, where its slots name nobody.</summary>
    public void AddMissing(Match match, int sentence)
    {
        if (match.Recipients.Count == 0)
        {
            AddHost(match);
        }

        if (Categories.NeedsRecipient(match.Frame.Type) && match.Recipients.Count == 0 && match.Actors.Count == 1 && match.By.Trigger.Kind == TriggerKind.Verb)
        {
            AddOther(match, sentence);
        }
    }

    /// <summary>The record of an act; null where the codebook does not let it stand.</summary>
    public CodedEvent? Record(Match match, int sentence)
    {
        Draft draft = DraftOf(match);
        return WhyNot(draft) is { } why ? Drop(match, why) : Record(draft, sentence);
    }

    /// <summary>The category and status of a reading, after the codebook's rules.</summary>
    public Draft DraftOf(Match match)
    {
        StatusFinding finding = _standing.StatusOf(match, Inferences.Covers(match.Trigger));
        EventStatus status = finding.Status;
        if (status != EventStatus.Reported)
        {
            _trace?.Add(new StatusStep(status, finding.Cause < 0 ? null : QuoteOf(finding.Cause)));
        }

        string? cameo = match.Frame.Cameo;
        PloverType type = Categories.Recode(match.Frame.Type, status, finding.IsRefusal, ref cameo);
        bool isForsworn = _standing.IsForsworn(match);
        if (isForsworn)
        {
            (type, cameo) = (PloverType.Agree, "030");
        }

        if (type != match.Frame.Type)
        {
            _trace?.Add(new RecodedStep(match.Frame.Type, type, isForsworn ? "a promise not to" : finding.IsRefusal ? "told as what one will not do" : "told as to come"));
            status = EventStatus.Reported;
        }

        return new(match, type, cameo, status);
    }

    /// <summary>Why the codebook does not let an act stand with the parties it has; null where it does.</summary>
    public static string? WhyNot(Draft draft)
    {
        (Match match, PloverType type) = (draft.Reading, draft.Type);
        if (Categories.NeedsRecipient(type) && match.Recipients.Count == 0 && match.Actors.Count < 2)
        {
            return $"{type.Code()} needs a recipient";
        }

        return match.Actors.Count == 0 && match.Recipients.Count == 0 ? "neither actor nor recipient" : null;
    }

    /// <summary>The whole record.</summary>
    public CodedEvent Record(Draft draft, int sentence)
    {
        (Match match, PloverType type, EventStatus status) = (draft.Reading, draft.Type, draft.Status);
        Quote trigger = QuoteOf(match.Trigger);
        Entity[] actors = Entities(match.Actors), recipients = Entities(match.Recipients);
        TimeExpression? time = _times.Of(match.Trigger, match.Carrier);
        var act = new AttributedAct(match.Trigger, type, status, match.Actors, match.Recipients);
        SourceCandidate? source = _standing.SourceOf(act);
        return new CodedEvent
        {
            Id = EventId.Of(_document.Id, sentence, trigger.Span, type, actors.Length > 0 ? actors[0].Quote.Span : null, EventCoder.Version, _lexicon.Version),
            DocId = _document.Id,
            Date = _document.Date,
            Sentence = sentence,
            Type = type,
            Mode = draft.IsRecoded ? [] : match.Frame.Modes,
            Context = _contexts.Of(match),
            Cameo = draft.Cameo,
            Goldstein = draft.Cameo is not null && _lexicon.Cameo.TryGet(draft.Cameo, out CameoCode? entry) ? entry.Goldstein : null,
            Status = status,
            Claimed = _standing.IsClaimed(act, source),
            Confidence = Confidence.Of(match, status, _text.Sentences.End(sentence) - _text.Sentences.First(sentence)),
            Actor = actors,
            Recipient = recipients,
            Trigger = trigger,
            Location = _locations.Of(match.Trigger, match.Carrier, Countries(match)),
            EventDate = time?.Span ?? DateSpan.OfDay(_document.Date),
            DatePrecision = time?.Precision ?? DatePrecision.Publication,
            Size = type is PloverType.Assault or PloverType.Coerce ? _sizes.Of(match.Trigger, match.Carrier) : null,
            Attribution = _standing.QuoteOf(source),
            Rule = match.Frame.Id,
        };
    }

    /// <summary>Where the text names nobody on the other side, the country in which one party acts abroad: "sent troops into Mali".</summary>
    private void AddHost(Match match)
    {
        if (match.Frame.Type is not (PloverType.Aid or PloverType.Mobilize or PloverType.Sanction or PloverType.Retreat or PloverType.Concede or PloverType.Agree or PloverType.Assault or PloverType.Coerce)
            || match.Actors.Count != 1 || match.Actors[0].Country is not { } home)
        {
            return;
        }

        Fillers places = default;
        foreach (string preposition in Abroad)
        {
            Prepositions.Add(_tree, _arguments, match.Carrier >= 0 ? match.Carrier : match.Trigger, preposition, ref places);
            Prepositions.AddDeep(_tree, match.Carrier >= 0 ? match.Carrier : match.Trigger, preposition, ref places);
        }

        for (int i = 0; i < places.Count && match.Recipients.Count == 0; i++)
        {
            foreach (Party party in Parties.One(places[i]))
            {
                if (party.Kind is PartyKind.State or PartyKind.Place && party.Country is { } country && country != home)
                {
                    match.Recipients.Add(party);
                }
            }
        }
    }

    /// <summary>Where an act asks for somebody on the other side and its own words name nobody: of the other countries in the sentence the nearest one before, doers first.</summary>
    /// <remarks>"Iran fired a missile over Iraq, and Baghdad recalled its ambassador": recalled from Iran.</remarks>
    private void AddOther(Match match, int sentence)
    {
        if (match.Actors[0].Country is not { } home)
        {
            return;
        }

        for (int pass = 0; pass < 2; pass++)
        {
            for (int token = match.Trigger - 1; token >= _text.Sentences.First(sentence); token--)
            {
                bool doer = _tree.Relation(token) is Deprel.Nsubj or Deprel.NsubjPass;
                if ((pass == 0 && !doer) || _tree.Pos(token) is not (Upos.Propn or Upos.Noun or Upos.Adj) || match.Names(token))
                {
                    continue;
                }

                foreach (Party party in Parties.One(token))
                {
                    if (party.Country is { Length: 3 } country && country != home && party.Kind != PartyKind.Place && match.Actors.TrueForAll(actor => actor.Head != party.Head))
                    {
                        match.Recipients.Add(party);
                        return;
                    }
                }
            }
        }
    }

    private static readonly string[] Abroad = ["in", "into", "to", "from", "across"];

    private CodedEvent? Drop(Match match, string why)
    {
        _trace?.Add(new DroppedStep(match.Frame.Id, QuoteOf(match.Trigger), why));
        return null;
    }

    private static List<string> Countries(Match match)
    {
        var countries = new List<string>(4);
        foreach (Party party in match.Recipients)
        {
            if (party.Country is { } country)
            {
                countries.Add(country);
            }
        }

        foreach (Party party in match.Actors)
        {
            if (party.Country is { } country)
            {
                countries.Add(country);
            }
        }

        return countries;
    }

    private static Entity[] Entities(List<Party> parties)
    {
        var entities = new Entity[parties.Count];
        for (int i = 0; i < entities.Length; i++)
        {
            entities[i] = parties[i].Entity;
        }

        return entities;
    }

    /// <summary>The word that tells a reading's act.</summary>
    public Quote TriggerOf(Match match) => QuoteOf(match.Trigger);

    private Quote QuoteOf(int token) => Quote.Of(_text.Text, _text.Tokens.Span(token));
}
