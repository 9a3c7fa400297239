using Entente.Coding.Clauses;
using Entente.Coding.Resolution;
using Entente.Language.Arcs;
using Entente.Language.Tags;
using Entente.Lexicon.Agreements;
using Entente.Lexicon.Frames;
using Entente.Records;

namespace Entente.Coding.Agreements;

/// <summary>Finds who is bound by an agreement and who puts a name to it.</summary>
internal sealed class AgreementParties(DocumentReading reading)
{
    private readonly Tree _tree = reading.Tree;

    public void AddParties(int token, ToldStage told, List<Party> parties, List<Party> signers)
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
            if (!IsBroker(modifiers[i]))
            {
                reading.Parties.AddModifier(modifiers[i], before);
            }
        }

        named.AddRange(before.Where(party => party.Country is not null));

        Phrase(token, "with", named);
        if (_tree.Pos(told.Word) == Upos.Verb)
        {
            int subject = reading.Arguments.Subject(told.Word);
            if (subject >= 0 && subject != token && !_tree.IsWithin(token, subject) && !(Brokers(told.Word) && NamesOthers(token, subject)))
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

        int opening = Datelines.EndOf(_tree.Source, _tree.Source.Sentences.Of(token));
        named.RemoveAll(party => party.Head < opening);
        named.Sort((left, right) => left.Head.CompareTo(right.Head));
        bool signs = told.Stage is AgreementStage.Signed or AgreementStage.Drafted;
        foreach (Party party in named)
        {
            if (party.Kind is PartyKind.Thing)
            {
                continue;
            }

            if (signs && (party.Kind == PartyKind.Person || IsOffice(party)))
            {
                signers.Add(party);
            }
            else if (party.IsCoded || party.Kind is PartyKind.Organisation or PartyKind.Group or PartyKind.Place or PartyKind.Person)
            {
                parties.Add(party);
            }
        }
    }

    /// <summary>"Russian-brokered": the name belongs to who helped it come about.</summary>
    private bool IsBroker(int modifier) => reading.Names.TryGet(modifier, out NameMention mention) && Owners.IsBacker(_tree, mention.End, _tree.Source.Count);

    /// <summary>Verbs whose subject helps or tells of an agreement between others.</summary>
    private bool Brokers(int verb) => _tree.Lemma(verb) is "broker" or "mediate" or "facilitate" or "arrange" or "secure" or "welcome" or "hail" or "announce" or "propose" or "urge" or "demand";

    /// <summary>Verbs that tell of an agreement without making one.</summary>
    public bool OnlyTells(int word) => _tree.Pos(word) == Upos.Verb && _tree.Lemma(word) is "announce" or "welcome" or "hail" or "broker" or "mediate" or "facilitate";

    private bool NamesOthers(int token, int subject)
    {
        var others = new List<Party>();
        Between(token, others);
        return others.Count > 1 || (_tree.Head(token) >= 0 && _tree.Lemma(_tree.Head(token)) is "broker" or "mediate" or "facilitate" && subject >= 0);
    }

    /// <summary>Whether the agreement's own words name two parties: "between A and B", "A's pact with B", "the A-B accord".</summary>
    public bool NamesBoth(int token)
    {
        var named = new List<Party>();
        Between(token, named);
        int owner = _tree.Child(token, Deprel.NmodPoss);
        if (owner >= 0)
        {
            reading.Parties.AddAll(owner, named);
        }

        Fillers modifiers = default;
        reading.Slots.Read(token, ModifierSlot, ref modifiers);
        for (int i = 0; i < modifiers.Count; i++)
        {
            reading.Parties.AddModifier(modifiers[i], named);
        }

        Phrase(token, "with", named);
        return named.Where(party => party.Kind != PartyKind.Thing).Select(party => party.Country).OfType<string>().Distinct(StringComparer.Ordinal).Count() > 1;
    }

    /// <summary>"the foreign ministers of Chad and Niger": several office-holders in one phrase.</summary>
    private bool IsOffice(Party party) => party.Kind == PartyKind.Group && _tree.Lemma(party.Head)
        is "president" or "minister" or "premier" or "chancellor" or "leader" or "envoy" or "ambassador" or "secretary" or "king" or "emir" or "commander" or "chief" or "diplomat" or "negotiator" or "representative" or "delegate" or "general" or "official";

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

    /// <summary>"The American and Russian presidents": of a phrase that stands for several countries, the word for the one; null where it has none.</summary>
    private Quote? OwnWords(Party party, string country)
    {
        TextSpan phrase = party.Entity.Quote.Span;
        int sentence = _tree.Source.Sentences.Of(party.Head);
        for (int at = _tree.Source.Sentences.First(sentence); at < _tree.Source.Sentences.End(sentence); at++)
        {
            if (phrase.Contains(_tree.Source.Tokens.Span(at)) && _tree.Relation(at) is Deprel.Amod or Deprel.Compound or Deprel.Conj && reading.Names.TryGet(at, out NameMention mention) && mention.First == at)
            {
                var named = new List<Party>();
                reading.Parties.AddModifier(at, named);
                if (named.Exists(one => one.Country == country))
                {
                    return reading.QuoteAt(_tree.Source.Tokens.Span(at));
                }
            }
        }

        return null;
    }

    /// <summary>Who is bound: the states and bodies named, and those for which persons signed; each country once.</summary>
    public List<Entity> Bound(List<Party> parties, List<Party> signers)
    {
        var bound = new List<Entity>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (Party party in parties.Concat(signers))
        {
            string key = party.Entity.Code is { } bears && bears.Sectors.Contains("REB") ? party.Entity.Id ?? bears.Text : party.Country ?? party.Entity.Code?.Text ?? party.Entity.Quote.Text;
            if (!seen.Add(key))
            {
                continue;
            }

            if (signers.Contains(party) && party.Entity.Code is { Country: { } country } code)
            {
                IEnumerable<string> kept = code.Sectors.Where(sector => sector is "GOV" or "REB" or "PRE" or "OPP" or "SEP");
                ActorCode stripped = ActorCode.TryParse(string.Join(' ', [country, .. kept]), out ActorCode parsed) ? parsed : code;
                string? name = reading.Lexicon.States.FirstOrDefault(state => state.Code == country)?.Name;
                bound.Add(new Entity(OwnWords(party, country) ?? party.Entity.Quote, stripped) { Name = name, Reason = $"bound by who signed: {party.Entity.Reason}" });
            }
            else if (party.IsCoded || party.Kind != PartyKind.Person)
            {
                bound.Add(party.Entity);
            }
        }

        return bound;
    }
}
