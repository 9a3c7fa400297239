using Entente.Coding.Clauses;
using Entente.Coding.Resolution;
using Entente.Language.Arcs;
using Entente.Language.Tags;
using Entente.Lexicon.Frames;
using Entente.Lexicon.Ties;
using Entente.Records;

namespace Entente.Coding.Ties;

/// <summary>Finds who holds a tie, and towards whom.</summary>
internal sealed class TieParties(DocumentReading reading, TieSlots slots)
{
    private readonly Tree _tree = reading.Tree;

    public void Fill(int token, IReadOnlyList<SlotPath> paths, List<Party> into, List<Party> without)
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
        slots.Slot(token, path, ref fillers);
        bool modifier = path.Steps[^1].Kind == SlotKind.Mod;
        for (int i = 0; i < fillers.Count; i++)
        {
            int filler = slots.Whole(fillers[i]);
            if (filler == token)
            {
                continue;
            }

            if (modifier)
            {
                int before = into.Count;
                reading.Parties.AddModifier(filler, into);
                if (into.Count == before && (_tree.Pos(filler) == Upos.Propn || reading.Parties.One(filler) is [{ IsCoded: true, Kind: PartyKind.Group }]))
                {
                    reading.Parties.AddAll(filler, into); // "M23 control", "rebel-held": a group's name
                }
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

    /// <summary>"systems of Russian make", "parts historically tied to Russian systems": whose the things are.</summary>
    public void AddMaker(int theme, List<Party> holder, List<Party> other)
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
}
