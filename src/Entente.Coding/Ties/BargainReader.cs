using Entente.Coding.Clauses;
using Entente.Coding.Resolution;
using Entente.Language.Arcs;
using Entente.Language.Tags;
using Entente.Lexicon.Ties;
using Entente.Records;

namespace Entente.Coding.Ties;

/// <summary>Finds bargains: "X in exchange for Y", "trade X for Y".</summary>
internal sealed class BargainReader(DocumentReading reading)
{
    private readonly Tree _tree = reading.Tree;

    /// <summary>The bargains of a sentence, in text order.</summary>
    public IEnumerable<Bargain> In(int sentence)
    {
        int end = _tree.Source.Sentences.End(sentence);
        for (int token = _tree.Source.Sentences.First(sentence); token < end; token++)
        {
            if ((ByPhrase(token, end) ?? ByReturn(token, end) ?? ByCondition(token) ?? ByVerb(token, end)) is { } bargain)
            {
                yield return bargain;
            }
        }
    }

    /// <summary>"… in exchange for …", "… in return for …".</summary>
    private Bargain? ByPhrase(int token, int end)
    {
        if (token + 2 >= end || token == 0 || !_tree.Is(token + 1, "for") || !(_tree.Is(token - 1, "in") || _tree.Is(token - 1, "as")) || !Fits(token, "phrase"))
        {
            return null;
        }

        int got = _tree.Head(token + 1);
        if (got < token + 1)
        {
            return null;
        }

        int at = _tree.Head(token);
        if (at == got || at < 0)
        {
            at = _tree.Head(got) == token ? _tree.Head(token) : _tree.Head(got);
        }

        int host = HostOf(at);
        return host < 0 ? null : Make(token, host, got);
    }

    /// <summary>"agreed to open its sites, and Paris promised it technology in return": the first gives the one, and gets the other.</summary>
    private Bargain? ByReturn(int token, int end)
    {
        if (token == 0 || !_tree.Is(token - 1, "in") || !(_tree.Is(token, "return") || _tree.Is(token, "exchange")) || (token + 1 < end && _tree.Is(token + 1, "for")))
        {
            return null;
        }

        int second = _tree.Head(token);
        int first = second >= 0 && _tree.Pos(second) == Upos.Verb && _tree.Relation(second) is Deprel.Conj or Deprel.Parataxis ? _tree.Head(second) : -1;
        if (first < 0 || _tree.Pos(first) != Upos.Verb)
        {
            return null;
        }

        int promised = reading.Arguments.Complement(second);
        int got = promised >= 0 ? promised : reading.Arguments.Object(second);
        return got < 0 || reading.Arguments.Subject(first) < 0 || reading.Arguments.Subject(second) == reading.Arguments.Subject(first) ? null : Make(token, first, got);
    }

    /// <summary>"opened the base on condition that Washington protect it", "will withdraw provided the rebels disarm": the first is given, the second got.</summary>
    private Bargain? ByCondition(int token)
    {
        bool condition = _tree.Is(token, "condition") && token > 0 && _tree.Is(token - 1, "on");
        if (!condition && !(_tree.Is(token, "provided") || _tree.Is(token, "providing")))
        {
            return null;
        }

        int got = -1;
        if (condition)
        {
            foreach (int child in _tree.Of(token))
            {
                got = child > token && _tree.Relation(child) is Deprel.Acl or Deprel.AclRelcl or Deprel.Ccomp ? child : got;
            }
        }
        else if (_tree.Relation(token) == Deprel.Mark)
        {
            got = _tree.Head(token);
        }
        else if (_tree.Relation(token) is Deprel.Advcl or Deprel.Acl)
        {
            got = _tree.Child(token, Deprel.Ccomp);
        }

        int host = got < 0 ? -1 : condition || _tree.Relation(token) != Deprel.Mark ? _tree.Head(token) : _tree.Head(got);
        return got < token || host < 0 || host > token || _tree.Pos(host) != Upos.Verb ? null : Make(token, host, got);
    }

    /// <summary>"swapped grain for arms".</summary>
    private Bargain? ByVerb(int token, int end)
    {
        if (_tree.Pos(token) != Upos.Verb || token + 2 >= end || !Fits(token, "verb"))
        {
            return null;
        }

        int given = reading.Arguments.Object(token);
        Fillers got = default;
        Prepositions.Add(_tree, reading.Arguments, token, "for", ref got);
        if (got.Count == 0 && given >= 0)
        {
            Prepositions.Add(_tree, reading.Arguments, given, "for", ref got);
        }

        return given < 0 || got.Count == 0 || given == got[0] || Times.CalendarWords.IsUnit(_tree.Lemma(got[0])) ? null : Make(token, token, got[0]);
    }

    private bool Fits(int token, string form)
    {
        foreach (KindWords words in reading.Lexicon.Ties.Bargains)
        {
            if (words.Name == form && reading.Words.Fits(token, words.Words))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The verb that is done for it; else the noun.</summary>
    private int HostOf(int at)
    {
        for (int up = at, steps = 0; up >= 0 && steps < 4; up = _tree.Head(up), steps++)
        {
            if (_tree.IsPredicate(up))
            {
                return up;
            }

            if (_tree.IsNominal(up) && _tree.Relation(up) is Deprel.Root or Deprel.Nsubj or Deprel.NsubjPass)
            {
                return up;
            }
        }

        return at;
    }

    private Bargain? Make(int trigger, int host, int got)
    {
        Party? giver = null;
        int given = host, taker = -1;
        bool verbal = _tree.Pos(host) == Upos.Verb;
        if (verbal)
        {
            int subject = reading.Arguments.Subject(host);
            giver = subject < 0 ? null : First(subject);
            given = reading.Arguments.Object(host);
            int indirect = reading.Arguments.IndirectObject(host);
            taker = indirect >= 0 ? indirect : Prepositions.First(_tree, host, "to", "to", "to");
        }
        else
        {
            var named = new List<Party>();
            int owner = _tree.Child(host, Deprel.NmodPoss);
            if (owner >= 0)
            {
                reading.Parties.AddAll(owner, named);
            }

            giver = named.Count > 0 ? named[0] : null;
        }

        int complement = verbal && given < 0 ? reading.Arguments.Complement(host) : -1;
        complement = complement > trigger ? -1 : complement;
        if (verbal && given < 0 && complement < 0 && giver is null)
        {
            return null;
        }

        int triggerFirst = trigger > 0 && _tree.Is(trigger - 1, "in") ? trigger - 1 : trigger;
        TextSpan gives = GivenSpan(host, given, complement, triggerFirst);
        TextSpan gets = reading.Extent(got);
        if (gives.Overlaps(gets))
        {
            return null;
        }

        EventStatus status = reading.StatusOf(verbal ? host : trigger);
        if (status == EventStatus.Reported && reading.Inferences.Covers(host))
        {
            status = EventStatus.Hypothetical;
        }

        int sentence = _tree.Source.Sentences.Of(trigger);
        int source = reading.SourceOf(host);
        Party? other = taker >= 0 && !_tree.IsWithin(taker, got) ? First(taker) : null;
        var sides = new List<Party>();
        if (giver is not null)
        {
            sides.Add(giver);
        }

        if (other is not null)
        {
            sides.Add(other);
        }

        TextSpan words = _tree.Source.Tokens.Span(trigger);
        return new Bargain
        {
            Id = RecordId.Of("bargain", reading.Document.Id, sentence, words, gets, reading.Lexicon.Version),
            DocId = reading.Document.Id,
            Sentence = sentence,
            Gives = [new(giver?.Entity, reading.QuoteAt(gives))],
            Gets = [new(giver?.Entity, reading.QuoteAt(gets))],
            Status = status,
            Claimed = reading.IsInterested(source, sides),
            Attribution = reading.QuoteOfSource(source),
            Confidence = Math.Round(0.6 + (giver is { IsCoded: true } ? 0.15 : 0) + (status == EventStatus.Reported ? 0.05 : 0), 3),
            Evidence = reading.QuoteAt(Around(reading.Extent(reading.ClauseOf(host)), words, gives, gets)),
        };
    }

    private static TextSpan Around(params ReadOnlySpan<TextSpan> spans)
    {
        TextSpan all = spans[0];
        foreach (TextSpan span in spans)
        {
            all = new(Math.Min(all.Start, span.Start), Math.Max(all.End, span.End));
        }

        return all;
    }

    /// <summary>What is given: the object of a verb of giving; of other verbs the deed, "supports its army"; else the clause.</summary>
    private TextSpan GivenSpan(int host, int given, int complement, int before)
    {
        TextSpan span;
        if (complement >= 0)
        {
            span = reading.Extent(complement);
        }
        else if (given < 0 || given == host)
        {
            span = _tree.IsNominal(host) ? reading.PhraseWithOthers(host) : new(_tree.Source.Tokens.Starts[host], _tree.Source.Tokens.Ends[Math.Max(host, before - 1)]);
        }
        else
        {
            span = reading.PhraseWithOthers(given);
            if (_tree.Pos(host) == Upos.Verb && host < given && !Clauses.LightVerbs.Carries(_tree.Lemma(host)) && !Fits(host, "verb") && !IsGiving(_tree.Lemma(host)))
            {
                span = new(_tree.Source.Tokens.Starts[host], span.End);
            }
        }

        int limit = _tree.Source.Tokens.Starts[before];
        return span.Start < limit && span.End > limit ? new(span.Start, _tree.Source.Tokens.Ends[before - 1]) : span;
    }

    private static bool IsGiving(string lemma) =>
        lemma is "give" or "offer" or "provide" or "supply" or "send" or "deliver" or "grant" or "hand" or "sell" or "transfer" or "extend" or "pay" or "promise" or "pledge" or "receive" or "get" or "ship" or "export" or "lend" or "donate";

    private Party? First(int head)
    {
        var named = new List<Party>();
        reading.Parties.AddAll(head, named);
        return named.Count > 0 ? named[0] : null;
    }
}
