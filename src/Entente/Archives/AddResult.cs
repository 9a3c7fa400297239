namespace Entente.Archives;

/// <summary>How adding ended.</summary>
/// <param name="Added">Documents that are new.</param>
/// <param name="Known">Documents that were there already.</param>
/// <param name="Revised">Of the new ones, those that take the place of an earlier text at the same URL, or are that earlier text.</param>
/// <param name="Records">Records coded in the new ones.</param>
/// <param name="Complete">Whether all of the input was read; false after an interrupt.</param>
public sealed record AddResult(long Added, long Known, long Revised, long Records, bool Complete);
