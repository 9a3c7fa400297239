using Entente.Coding.Clauses;
using Entente.Language.Arcs;
using Entente.Language.Tags;
using Entente.Lexicon.Frames;
using Entente.Lexicon.Ties;

namespace Entente.Coding.Ties;

/// <summary>Finds the patterns that a word opens, whatever the tagger and the lemmatizer made of it.</summary>
internal sealed class TieTriggers(DocumentReading reading, TieSlots slots)
{
    private readonly Tree _tree = reading.Tree;

    /// <summary>The patterns of ties that a word opens, most specific first; empty for none.</summary>
    public IReadOnlyList<TriggeredTie> At(int token)
    {
        switch (_tree.Pos(token))
        {
            case Upos.Verb when _tree.Relation(token) is Deprel.Amod or Deprel.Compound:
                return Of(TriggerKind.Adjective, token);
            case Upos.Verb:
                IReadOnlyList<TriggeredTie> verbal = Of(TriggerKind.Verb, token);
                if (verbal.Count == 0 || _tree.Xpos(token) == Xpos.Vbn)
                {
                    verbal = [.. verbal, .. Of(TriggerKind.Adjective, token)]; // "is worried about", "is armed by"
                }

                return verbal.Count > 0 || _tree.Xpos(token) != Xpos.Vbz ? verbal : Of(TriggerKind.Noun, token); // "allies in all but treaty"
            case Upos.Noun or Upos.Propn:
                return slots.Disguises.IsOne(token) && Of(TriggerKind.Verb, token) is { Count: > 0 } asVerb ? asVerb : Of(TriggerKind.Noun, token);
            case Upos.Adj:
                return slots.Disguises.IsOne(token) && Of(TriggerKind.Verb, token) is { Count: > 0 } taken ? taken : Of(TriggerKind.Adjective, token);
            case Upos.Adv or Upos.X:
                return Of(TriggerKind.Noun, token); // "Russia's closest ally", read as one with "closely"
            case Upos.Adp or Upos.Sconj:
                return Of(TriggerKind.Preposition, token);
            default:
                return [];
        }
    }

    private IReadOnlyList<TriggeredTie> Of(TriggerKind kind, int token)
    {
        TieFrameList ties = reading.Lexicon.Ties;
        string lemma = reading.Words.Lower(token);
        if (ties.PatternsFor(kind, lemma) is { Count: > 0 } found)
        {
            return found;
        }

        string word = _tree.Word(token).ToString().ToLowerInvariant();
        if (ties.PatternsFor(kind, word) is { Count: > 0 } asWritten)
        {
            return asWritten;
        }

        // "arch-foe", "arch-rivals": the word after the hyphen tells.
        if (lemma.LastIndexOf('-') is > 0 and int hyphen && ties.PatternsFor(kind, lemma[(hyphen + 1)..]) is { Count: > 0 } second)
        {
            return second;
        }

        // "hinges", "arms", "allies": the lemmatizer may take too much away, or nothing.
        return word switch
        {
            [.., 'i', 'e', 's'] => ties.PatternsFor(kind, word[..^3] + "y"),
            [.., 's'] => ties.PatternsFor(kind, word[..^1]),
            _ => [],
        };
    }
}
