namespace Entente.Records;

/// <summary>A stretch of a text, in UTF-16 code units: <c>[Start, End)</c>.</summary>
/// <remarks>Half-open, so <c>Length == End - Start</c>, an empty span is legal, and neighbours share a border.</remarks>
public readonly record struct TextSpan : IComparable<TextSpan>
{
    /// <param name="start">First code unit, from 0.</param>
    /// <param name="end">The code unit after the last; never before <paramref name="start"/>.</param>
    public TextSpan(int start, int end)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfLessThan(end, start);
        Start = start;
        End = end;
    }

    /// <summary>First code unit of the stretch.</summary>
    public int Start { get; }

    /// <summary>The code unit after the last of the stretch.</summary>
    public int End { get; }

    /// <summary>Number of code units.</summary>
    public int Length => End - Start;

    /// <summary>Whether both share at least one code unit.</summary>
    public bool Overlaps(TextSpan other) => Start < other.End && other.Start < End;

    /// <summary>Whether <paramref name="other"/> lies within this span, borders included.</summary>
    public bool Contains(TextSpan other) => Start <= other.Start && other.End <= End;

    /// <summary>The words of the stretch.</summary>
    public string In(string text) => text[Start..End];

    /// <summary>By start, then by end.</summary>
    public int CompareTo(TextSpan other)
    {
        int byStart = Start.CompareTo(other.Start);
        return byStart != 0 ? byStart : End.CompareTo(other.End);
    }

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"[{Start}, {End})");

    /// <summary>By start, then by end.</summary>
    public static bool operator <(TextSpan left, TextSpan right) => left.CompareTo(right) < 0;

    /// <summary>By start, then by end.</summary>
    public static bool operator <=(TextSpan left, TextSpan right) => left.CompareTo(right) <= 0;

    /// <summary>By start, then by end.</summary>
    public static bool operator >(TextSpan left, TextSpan right) => left.CompareTo(right) > 0;

    /// <summary>By start, then by end.</summary>
    public static bool operator >=(TextSpan left, TextSpan right) => left.CompareTo(right) >= 0;
}
