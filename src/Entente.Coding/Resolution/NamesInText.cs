using System.Collections.Frozen;
using Entente.Language;
using Entente.Language.Entities;
using Entente.Language.Tags;
using Entente.Lexicon;
using Entente.Lexicon.Actors;
using Entente.Lexicon.Names;

namespace Entente.Coding.Resolution;

/// <summary>A lexicon name where it stands in a text: words <c>[First, End)</c>.</summary>
internal readonly record struct NameMention(int First, int End, NameHit Hit)
{
    /// <summary>Whether the word is part of the name.</summary>
    public bool Covers(int token) => First <= token && token < End;
}

/// <summary>The lexicon's names in a text: longest first, from the left, without overlap; sentence by sentence as asked for.</summary>
internal sealed class NamesInText
{
    private static readonly FrozenSet<string> TreatyNouns = FrozenSet.ToFrozenSet(
        ["agreement", "accord", "convention", "statute", "protocol", "declaration", "treaty", "pact", "deal", "process", "charter", "consensus", "formula", "communiqué", "communique", "conventions", "accords", "agreements", "protocols"], StringComparer.Ordinal);

    private readonly WorldLexicon _lexicon;
    private readonly AnalyzedText _text;
    private readonly List<NameMention> _mentions = [];
    private readonly int[] _at;
    private readonly bool[] _read;

    public NamesInText(WorldLexicon lexicon, AnalyzedText text)
    {
        _lexicon = lexicon;
        _text = text;
        _at = new int[text.Count];
        _read = new bool[text.Sentences.Count];
    }

    /// <summary>The name that a word is part of.</summary>
    public bool TryGet(int token, out NameMention mention)
    {
        int sentence = _text.Sentences.Of(token);
        if (!_read[sentence])
        {
            Read(sentence);
        }

        int at = _at[token];
        mention = at > 0 ? _mentions[at - 1] : default;
        return at > 0;
    }

    /// <summary>The name that the first word of a longer one is by itself: of "Afghan army" the adjective.</summary>
    public bool TryFirstWord(in NameMention mention, out NameMention first)
    {
        bool found = _lexicon.TryMatchName(_text.Text, _text.Tokens, mention.First, mention.First + 1, out NameHit hit) && mention.End > mention.First + 1;
        first = found ? new(mention.First, mention.First + 1, hit) : default;
        return found;
    }

    private void Read(int sentence)
    {
        _read[sentence] = true;
        int end = _text.Sentences.End(sentence);
        for (int token = _text.Sentences.First(sentence); token < end;)
        {
            int next = token + 1;
            if (MayBegin(token) && _lexicon.TryMatchName(_text.Text, _text.Tokens, token, end, out NameHit hit) && IsTrusted(token, hit) && !IsLabel(token + hit.Length, end))
            {
                next = token + hit.Length;
                _mentions.Add(new(token, next, hit));
                for (int i = token; i < next; i++)
                {
                    _at[i] = _mentions.Count;
                }
            }

            token = next;
        }
    }

    private bool MayBegin(int token)
    {
        ReadOnlySpan<char> word = _text[token].Text;
        return word.Length > 0 && (char.IsUpper(word[0]) || word[0] > 127 || char.IsDigit(word[0]) || char.IsLower(word[0]))
            && _text.Tags.Upos[token] is not (Upos.Det or Upos.Punct or Upos.Adp or Upos.Cconj or Upos.Aux or Upos.Part) | (char.IsUpper(word[0]) && word.Length > 1);
    }

    private bool IsTrusted(int token, NameHit hit)
    {
        NameSense sense = hit.Senses[0];
        if (hit.Length > 1)
        {
            return true;
        }

        if (NamesTreaty(token, hit))
        {
            return false;
        }

        Upos pos = _text.Tags.Upos[token];
        bool opens = token == _text.Sentences.First(_text.Sentences.Of(token));
        if (sense.IsCommonWord && pos != Upos.Propn && !IsAcronym(token) && (opens || !char.IsUpper(_text[token].Text[0]) || pos is not (Upos.Adj or Upos.Noun)))
        {
            return false;
        }

        // "An NGO": a role noun in capitals is no family name (Ngô).
        if (sense.Kind == SenseKind.FamilyName && IsAcronym(token) && _lexicon.Agents.TryMatch(_text.Lemmas.Lemmas.AsSpan(token, 1), out _, out _))
        {
            return false;
        }

        // "Ho Chi Minh": part of a person's name is no town.
        if (sense.Kind == SenseKind.Place && PersonAround(token) is not null)
        {
            return false;
        }

        // "Jordan Smith", "Paris Hilton": the first word of a person's name is no state; "Alex Saab": nor is its last one a company.
        if (sense.IsState && pos == Upos.Propn && sense.Kind is SenseKind.StateName or SenseKind.Capital)
        {
            return PersonAround(token) is not { } person || person.First != token || OpensOffice(token, person);
        }

        return !IsBody(sense) || pos != Upos.Propn || PersonAround(token) is not { } bearer || bearer.First == token;
    }

    /// <summary>"U.S. Secretary of State Antony Blinken", "Bangladesh Prime Minister Sheikh Hasina": the country before an office, where the whole is taken for a person's name.</summary>
    private bool OpensOffice(int token, EntityMention person)
    {
        if (_text[token].Text.Contains('.') || IsAcronym(token))
        {
            return true;
        }

        for (int at = token + 1; at < person.End - 1; at++)
        {
            if (_lexicon.Agents.TryMatch(_text.Lemmas.Lemmas.AsSpan(at, 1), out _, out _))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"The Pretoria agreement", "the Vienna Convention": the city where it was made, which is no party to it. "A Tehran-Washington deal" is theirs.</summary>
    private bool NamesTreaty(int token, NameHit hit)
    {
        if (token + 1 >= _text.Count || !TreatyNouns.Contains(_text.Lemmas.Lemmas[token + 1].ToLowerInvariant()) || (token > 0 && _text[token - 1].Text is "-" or "–" or "and"))
        {
            return false;
        }

        foreach (NameSense sense in hit.Senses)
        {
            if (sense.Kind is not (SenseKind.Capital or SenseKind.Place))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether the word tells where a thing was made or registered, and names nobody: the first of "Togo-flagged".</summary>
    public bool IsLabel(int token) => IsLabel(token + 1, _text.Sentences.End(_text.Sentences.Of(token)));

    /// <summary>"Togo-flagged", "Russian-speaking": the name tells where a thing was made or what it is like, and nobody who does something.</summary>
    private bool IsLabel(int after, int end)
    {
        if (after >= end || _text[after].Text is not [('-' or '–'), ..])
        {
            return false;
        }

        ReadOnlySpan<char> word = _text[after].Text.Length == 1 && after + 1 < end ? _text[after + 1].Text : _text[after].Text[1..];
        return word is "flagged" or "registered" or "bound" or "made" or "built" or "manufactured" or "produced" or "designed" or "speaking" or "style" or "friendly" or "leaning" or "educated" or "equipped" or "era";
    }

    private bool IsBody(NameSense sense) =>
        sense.Kind == SenseKind.ActorName && _lexicon.Actors[sense.Index].Kind is ActorKind.Company or ActorKind.Ngo or ActorKind.Media or ActorKind.Party or ActorKind.Union or ActorKind.Church;

    /// <summary>The person's name of several words that a word is part of; null for none.</summary>
    private EntityMention? PersonAround(int token)
    {
        foreach (EntityMention mention in _text.Entities.Mentions)
        {
            if (mention.First > token)
            {
                break;
            }

            if (mention.Type == EntityType.Per && mention.First <= token && token < mention.End && mention.End - mention.First > 1)
            {
                return mention;
            }
        }

        return null;
    }

    /// <summary>Capitals only, in a sentence that has others: "ICE".</summary>
    private bool IsAcronym(int token)
    {
        ReadOnlySpan<char> word = _text[token].Text;
        if (word.Length < 2 || word.ContainsAnyInRange('a', 'z'))
        {
            return false;
        }

        int next = token + 1 < _text.Count ? token + 1 : token - 1;
        return next >= 0 && _text[next].Text.ContainsAnyInRange('a', 'z');
    }

    /// <summary>Whether the word is of a name that means a place or a state before anything else.</summary>
    public bool IsPlace(int token) =>
        TryGet(token, out NameMention mention) && mention.Hit.Senses[0] is { Kind: SenseKind.Place or SenseKind.StateName or SenseKind.Capital };
}
