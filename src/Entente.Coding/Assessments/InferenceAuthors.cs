using Entente.Coding.Clauses;
using Entente.Coding.Resolution;
using Entente.Language.Arcs;
using Entente.Language.Tags;
using Entente.Lexicon.Hedges;
using Entente.Records;

namespace Entente.Coding.Assessments;

/// <summary>Tells who infers: the article, those whose business it is, or a party.</summary>
internal sealed class InferenceAuthors(DocumentReading reading, RecordVocabulary vocabulary)
{
    private readonly Tree _tree = reading.Tree;

    /// <summary>Whether the word names no party: what a thing "signals", somebody infers.</summary>
    public bool IsThing(int token)
    {
        if (_tree.Pos(token) == Upos.Pron)
        {
            return _tree.Word(token) is "This" or "this" or "That" or "that" or "It" or "it" or "which" or "These" or "these" or "what" or "What" or "all" or "All" or "Nothing" or "nothing" or "Little" or "little";
        }

        foreach (Party party in reading.Parties.One(token))
        {
            if (party.Kind != PartyKind.Thing)
            {
                return false;
            }
        }

        return _tree.Pos(token) is Upos.Noun or Upos.Det or Upos.Verb or Upos.Adj or Upos.Num && !IsAuthor(token) && _tree.Lemma(token) is not ("figure" or "poll" or "survey" or "record" or "footage" or "photo" or "image" or "map" or "chart" or "datum" or "data" or "document" or "letter" or "media" or "newspaper" or "agency" or "broadcaster");
    }

    public bool IsAuthor(int token)
    {
        foreach (Hedge entry in vocabulary.HedgesAt(reading.Words.Lower(token)))
        {
            if (entry.Form == HedgeForm.Author && Fits(token, entry))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"according to analysts", "analysts believe": whose inference; -1 for the article's.</summary>
    public int AuthorOf(int token, HedgeForm form)
    {
        int source = reading.SourceOf(token);
        if (source >= 0 && IsAuthor(source))
        {
            return source;
        }

        if (form != HedgeForm.Reading)
        {
            return -1;
        }

        int subject = reading.Arguments.Subject(token);
        return subject >= 0 && IsAuthor(subject) ? subject : -1;
    }

    public bool Fits(int token, Hedge entry)
    {
        if (entry.Words.Contains(reading.Words.Lower(token)))
        {
            return true;
        }

        string pair = reading.Words.Compound(token);
        return (pair.Length > 0 && entry.Words.Contains(pair)) || (pair.Length == 0 && token > 0 && entry.Words.Contains(string.Concat(reading.Words.Lower(token - 1), "_", reading.Words.Lower(token))));
    }
}
