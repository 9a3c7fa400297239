namespace Entente.Archive.Reviewing;

/// <summary>One decision, as it is kept for ever.</summary>
/// <param name="Number">In the order decided.</param>
/// <param name="EventId">The event that was looked at.</param>
/// <param name="Verdict">What was decided.</param>
/// <param name="CorrectionId">The id of the event that stands in its place; null unless corrected.</param>
/// <param name="Reviewer">By whom.</param>
/// <param name="Note">Why; null where nothing was said.</param>
/// <param name="Decided">When.</param>
public sealed record Decision(long Number, string EventId, Verdict Verdict, string? CorrectionId, string Reviewer, string? Note, DateTimeOffset Decided);
