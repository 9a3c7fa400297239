using Entente.Records;

namespace Entente.Language.Tokens;

/// <summary>The syntactic words of a text (UD), in text order.</summary>
/// <remarks>
/// A contraction such as "don't" is one surface token of two words: its words split its characters between them
/// ("do" + "n't"), so spans rise and never overlap. Arrays may be longer than <see cref="Count"/>: they are pooled.
/// </remarks>
public sealed class TokenLayer
{
    /// <summary>First code unit of each word.</summary>
    public int[] Starts { get; internal set; } = [];

    /// <summary>The code unit after the last of each word.</summary>
    public int[] Ends { get; internal set; } = [];

    /// <summary>Whether the word continues the surface token of the word before it (multiword tokens: don|'t, Russia|'s).</summary>
    public bool[] Continues { get; internal set; } = [];

    /// <summary>Number of words.</summary>
    public int Count { get; internal set; }

    /// <summary>Where word <paramref name="index"/> stands.</summary>
    public TextSpan Span(int index) => new(Starts[index], Ends[index]);

    /// <summary>Forgets all words and keeps the room.</summary>
    internal void Clear() => Count = 0;

    internal void Add(int start, int end, bool continues)
    {
        if (Count == Starts.Length)
        {
            int room = Math.Max(64, Count * 2);
            int[] starts = Starts, ends = Ends;
            bool[] runs = Continues;
            Array.Resize(ref starts, room);
            Array.Resize(ref ends, room);
            Array.Resize(ref runs, room);
            (Starts, Ends, Continues) = (starts, ends, runs);
        }

        Starts[Count] = start;
        Ends[Count] = end;
        Continues[Count++] = continues;
    }
}
