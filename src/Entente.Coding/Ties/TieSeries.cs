using Entente.Coding.Clauses;
using Entente.Coding.Resolution;
using Entente.Language.Arcs;
using Entente.Language.Tags;

namespace Entente.Coding.Ties;

/// <summary>Reads what a series leaves out: "takes its gas from Russia, its missiles from China and its wheat from Ukraine".</summary>
internal sealed class TieSeries(DocumentReading reading)
{
    private const int LongestThing = 6;

    private readonly Tree _tree = reading.Tree;

    /// <summary>The goods that follow the first source, each with its own, in text order; empty where no series follows.</summary>
    /// <param name="source">The head of the first source ("Russia").</param>
    public List<(int Thing, Party Source)> After(int source)
    {
        var found = new List<(int, Party)>();
        int end = _tree.Source.Sentences.End(_tree.Source.Sentences.Of(source));
        for (int at = NounPhrase.Of(_tree, source).End; at < end;)
        {
            int start = at;
            while (at < end && (_tree.Word(at) is "," || _tree.Is(at, "and")))
            {
                at++;
            }

            int from = at == start ? -1 : FromAfter(at, end);
            if (from < 0)
            {
                return found;
            }

            int named = _tree.Relation(from) == Deprel.Case && _tree.Head(from) > from ? _tree.Head(from) : from + 1;
            if (reading.Parties.One(named) is [{ IsCoded: true } party, ..])
            {
                found.Add((from - 1, party));
            }

            at = Math.Max(from + 2, NounPhrase.Of(_tree, named).End);
        }

        return found;
    }

    /// <summary>The "from" after a short noun phrase that starts at a word; -1 for none.</summary>
    private int FromAfter(int at, int end)
    {
        for (int from = at; from < end - 1 && from <= at + LongestThing; from++)
        {
            if (_tree.Is(from, "from"))
            {
                return from > at && _tree.IsNominal(from - 1) ? from : -1;
            }

            if (_tree.Pos(from) is Upos.Aux or Upos.Punct or Upos.Adp or Upos.Sconj or Upos.Cconj || (_tree.Pos(from) == Upos.Verb && _tree.Xpos(from) is not (Xpos.Nn or Xpos.Nns or Xpos.Vbn or Xpos.Vbg)))
            {
                return -1;
            }
        }

        return -1;
    }
}
