namespace Entente.Exchanging;

/// <summary>What an import did.</summary>
/// <param name="Rows">Rows read.</param>
/// <param name="Kept">Rows that gave a record.</param>
/// <param name="Bad">Rows refused.</param>
/// <param name="Refused">Files that were refused as a whole, or are damaged.</param>
/// <param name="Complete">Whether all was read; false after an interrupt.</param>
public sealed record ImportOutcome(long Rows, long Kept, long Bad, int Refused, bool Complete)
{
    /// <summary>What was kept, but not wholly understood: what, which value, file and line of the first, how many.</summary>
    public IReadOnlyList<(string Kind, string Value, string File, long Line, long Count)> Notes { get; init; } = [];

    /// <summary>Whether anything was refused.</summary>
    public bool HasProblems => Bad > 0 || Refused > 0;
}
