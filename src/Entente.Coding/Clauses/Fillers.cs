using System.Runtime.CompilerServices;

namespace Entente.Coding.Clauses;

/// <summary>The head words that fill a slot, in the order found; at most eight, without a word twice.</summary>
internal struct Fillers
{
    private const int Room = 8;
    private Words _words;

    /// <summary>How many.</summary>
    public int Count { get; private set; }

    public readonly int this[int index] => _words[index];

    /// <summary>Adds a word; -1, a ninth, and one that stands there already are passed over.</summary>
    public void Add(int token)
    {
        if (token < 0 || Count == Room || Contains(token))
        {
            return;
        }

        _words[Count++] = token;
    }

    /// <summary>Whether the word stands there.</summary>
    public readonly bool Contains(int token)
    {
        for (int i = 0; i < Count; i++)
        {
            if (_words[i] == token)
            {
                return true;
            }
        }

        return false;
    }

    [InlineArray(Room)]
    private struct Words
    {
        private int _word;
    }
}
