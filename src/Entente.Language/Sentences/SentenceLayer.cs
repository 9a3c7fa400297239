namespace Entente.Language.Sentences;

/// <summary>Sentences as runs of words: sentence <c>i</c> holds words <c>[First(i), End(i))</c>; every word is in exactly one.</summary>
public sealed class SentenceLayer
{
    private int[] _ends = [];

    /// <summary>Number of sentences.</summary>
    public int Count { get; private set; }

    /// <summary>First word of a sentence.</summary>
    public int First(int sentence) => sentence == 0 ? 0 : _ends[sentence - 1];

    /// <summary>The word after a sentence's last.</summary>
    public int End(int sentence) => _ends[sentence];

    /// <summary>The sentence that holds a word.</summary>
    public int Of(int token)
    {
        int at = Array.BinarySearch(_ends, 0, Count, token + 1);
        return at >= 0 ? at : ~at;
    }

    internal void Clear() => Count = 0;

    internal void Add(int end)
    {
        if (Count == _ends.Length)
        {
            Array.Resize(ref _ends, Math.Max(16, Count * 2));
        }

        _ends[Count++] = end;
    }
}
