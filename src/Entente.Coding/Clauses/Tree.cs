using System.Runtime.CompilerServices;
using Entente.Language;
using Entente.Language.Arcs;
using Entente.Language.Tags;

namespace Entente.Coding.Clauses;

/// <summary>The dependency trees of a text with the way down added: each word's dependents, in text order.</summary>
/// <remarks>Built once a document, in one pass. Words are counted in the text; -1 stands for none.</remarks>
internal sealed class Tree
{
    private readonly int[] _first;
    private readonly int[] _next;
    private readonly int[] _heads;
    private readonly Deprel[] _relations;
    private readonly Upos[] _upos;
    private readonly Xpos[] _xpos;
    private readonly string[] _lemmas;

    public Tree(AnalyzedText text)
    {
        Source = text;
        _heads = text.Arcs.Heads.AsSpan(0, text.Count).ToArray();
        _relations = text.Arcs.Relations.AsSpan(0, text.Count).ToArray();
        Repairs.Apply(text, _heads, _relations);
        _upos = text.Tags.Upos;
        _xpos = text.Tags.Xpos;
        _lemmas = text.Lemmas.Lemmas;
        _first = new int[text.Count];
        _next = new int[text.Count];
        _first.AsSpan().Fill(-1);
        for (int token = text.Count - 1; token >= 0; token--)
        {
            int head = _heads[token];
            _next[token] = -1;
            if (head >= 0)
            {
                _next[token] = _first[head];
                _first[head] = token;
            }
        }
    }

    /// <summary>The text the trees are of.</summary>
    public AnalyzedText Source { get; }

    public int Head(int token) => _heads[token];

    public Deprel Relation(int token) => _relations[token];

    public Upos Pos(int token) => _upos[token];

    public Xpos Xpos(int token) => _xpos[token];

    public string Lemma(int token) => _lemmas[token];

    public ReadOnlySpan<char> Word(int token) => Source[token].Text;

    /// <summary>Whether the word's characters are <paramref name="lower"/>, letter case aside.</summary>
    public bool Is(int token, ReadOnlySpan<char> lower) => Word(token).Equals(lower, StringComparison.OrdinalIgnoreCase);

    /// <summary>The dependents of a word, in text order.</summary>
    public Dependents Of(int head) => new(this, head);

    /// <summary>The first dependent with a relation; -1 for none.</summary>
    public int Child(int head, Deprel relation)
    {
        for (int child = _first[head]; child >= 0; child = _next[child])
        {
            if (_relations[child] == relation)
            {
                return child;
            }
        }

        return -1;
    }

    /// <summary>Whether a dependent has the relation.</summary>
    public bool Has(int head, Deprel relation) => Child(head, relation) >= 0;

    /// <summary>Whether <paramref name="token"/> is <paramref name="ancestor"/> or hangs below it.</summary>
    public bool IsWithin(int token, int ancestor)
    {
        for (int at = token; at >= 0; at = _heads[at])
        {
            if (at == ancestor)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the word is a verb, or stands where a predicate stands.</summary>
    public bool IsPredicate(int token) =>
        _upos[token] == Upos.Verb || (_upos[token] == Upos.Aux && !IsFunction(_relations[token])) || Has(token, Deprel.Cop);

    /// <summary>Whether the word names something: a noun, a name, a pronoun, a number, a bare adjective of nationality.</summary>
    public bool IsNominal(int token) => _upos[token] is Upos.Noun or Upos.Propn or Upos.Pron or Upos.Num or Upos.Det or Upos.Sym or Upos.X;

    /// <summary>Whether a relation ties a function word to its head.</summary>
    public static bool IsFunction(Deprel relation) =>
        relation is Deprel.Aux or Deprel.AuxPass or Deprel.Cop or Deprel.Case or Deprel.Mark or Deprel.Det or Deprel.Cc or Deprel.Punct;

    /// <summary>Enumerates dependents without allocating.</summary>
    internal struct Dependents(Tree tree, int head)
    {
        private int _next = tree._first[head];

        public int Current { get; private set; } = -1;

        public readonly Dependents GetEnumerator() => this;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public bool MoveNext()
        {
            if (_next < 0)
            {
                return false;
            }

            Current = _next;
            _next = tree._next[_next];
            return true;
        }
    }
}
