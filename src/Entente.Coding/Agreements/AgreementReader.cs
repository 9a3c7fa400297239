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
    private readonly AgreementStages _stages = new(reading);
    private readonly AgreementNames _names = new(reading, new(reading));
    private readonly AgreementParties _parties = new(reading);
    private readonly List<(Agreement Record, string Noun, int Sentence)> _before = [];

    /// <summary>The agreements of a sentence, in text order; sentences are to be asked for in order.</summary>
    public IReadOnlyList<Agreement> In(int sentence)
    {
        var found = new List<Agreement>();
        for (int token = _tree.Source.Sentences.First(sentence); token < _tree.Source.Sentences.End(sentence); token++)
        {
            if (Read(token, sentence) is not { } read)
            {
                continue;
            }

            (AgreementMention mention, Agreement record) = read;
            if (found.Exists(known => known.Stage == record.Stage && (known.Id == record.SameAs || known.SameAs == record.SameAs && known.SameAs is not null)))
            {
                continue;
            }

            found.Add(record);
            _before.Add((record, mention.Noun, sentence));
        }

        return found;
    }

    private (AgreementMention Mention, Agreement Record)? Read(int token, int sentence)
    {
        if (_names.Consent(token) is { } consent)
        {
            return Record(consent, new(AgreementStage.Drafted, token, token), sentence) is { } agreed && CountriesOf(agreed) > 1 ? (consent, agreed) : null;
        }

        if ((_names.Named(token) ?? _names.Pronoun(token, sentence, _before.Count > 0 ? _before[^1].Sentence : -1)) is not { } mention)
        {
            return null;
        }

        if (_stages.StageOf(token) is { } stage)
        {
            Agreement told = Record(mention, stage, sentence);
            return mention.IsWeak && !(_stages.IsSigned(stage) && CountriesOf(told) > 1) ? null : (mention, told);
        }

        // "under their accord with France", "the Baghdad-Ankara pact": what two parties have between them is in force unless something else is told.
        if (mention.IsWeak || !_parties.NamesBoth(token))
        {
            return null;
        }

        Agreement standing = Record(mention, new(AgreementStage.InForce, token, token), sentence);
        return CountriesOf(standing) > 1 && standing.SameAs is null ? (mention, standing with { Confidence = 0.5 }) : null;
    }

    private static int CountriesOf(Agreement record) => record.Parties.Select(party => party.Code?.Text).OfType<string>().Distinct(StringComparer.Ordinal).Count();

    private Agreement Record(AgreementMention mention, ToldStage told, int sentence)
    {
        int token = mention.Token;
        var signers = new List<Party>();
        var parties = new List<Party>();
        _parties.AddParties(token, told, parties, signers);
        Agreement? same = SameAs(mention, parties);
        string name = mention.Noun == "it" && same is not null ? same.Name : mention.Name ?? _names.NameOf(token);
        IReadOnlyList<Entity> bound = _parties.Bound(parties, signers);
        if (same is not null && (bound.Count == 0 || (same.Parties.Count > 1 && _parties.OnlyTells(told.Word) && !bound.Any(one => same.Parties.Any(other => other.Code?.Country == one.Code?.Country)))))
        {
            bound = same.Parties; // "Trump announced the truce": of others
            signers.Clear();
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

    private EventLocation? PlaceOf(int token, ToldStage told, List<Party> parties)
    {
        EventLocation? place = reading.PlaceOf(told.Word, parties);
        if (place is not { Resolution: > 1 } && told.Word != token)
        {
            place = reading.PlaceOf(token, parties) is { Resolution: > 1 } beside ? beside : place;
        }

        return place ?? reading.PlaceOf(token, parties);
    }

    /// <summary>The name before the noun: of "the Simla agreement" the place; null for none.</summary>
    private string? OwnName(int token)
    {
        foreach (int child in _tree.Of(token))
        {
            if (child < token && _tree.Relation(child) == Deprel.Compound && _tree.Pos(child) == Upos.Propn)
            {
                return _tree.Word(child).ToString();
            }
        }

        return null;
    }

    private Agreement? SameAs(AgreementMention mention, List<Party> parties)
    {
        if (!mention.IsDefinite)
        {
            return null;
        }

        bool proper = _tree.Pos(mention.Token) == Upos.Propn && mention.Noun != "it";
        string name = proper ? _names.NameOf(mention.Token) : "";
        string? own = proper ? null : OwnName(mention.Token);

        bool named = own is not null && _before.Exists(item => item.Record.Name.Contains(own, StringComparison.Ordinal)); // "the Pretoria deal" is the Pretoria agreement
        for (int i = _before.Count - 1; i >= 0; i--)
        {
            Agreement known = _before[i].Record;
            if (named && !known.Name.Contains(own!, StringComparison.Ordinal))
            {
                continue;
            }

            bool kinds = mention.Kinds is ["other"] or [] || mention.Kinds.Intersect(known.Kind, StringComparer.Ordinal).Any() || (known.Kind is ["other"] && mention.Domains.Count == 0);
            bool domains = mention.Domains.Count == 0 || known.Domain.Count == 0 || mention.Domains.Intersect(known.Domain, StringComparer.Ordinal).Any();
            bool names = parties.TrueForAll(party => party.Country is not { } country || known.Parties.Count < 2 || known.Parties.Any(entity => entity.Code?.Country == country));
            if (kinds && domains && names && (own is null || known.Name.Contains(own, StringComparison.Ordinal) || (!known.Name.Any(char.IsUpper) && known.Evidence.Text.Contains(own, StringComparison.Ordinal))) && (!proper || known.Name.Contains(name, StringComparison.OrdinalIgnoreCase) || name.Contains(known.Name, StringComparison.OrdinalIgnoreCase)))
            {
                return known.SameAs is { } first ? _before.Find(item => item.Record.Id == first).Record ?? known : known;
            }
        }

        return null;
    }
}
