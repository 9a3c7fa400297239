namespace Entente.Running;

/// <summary>How a run ended.</summary>
/// <param name="Read">Records read and worked on.</param>
/// <param name="Written">Records written.</param>
/// <param name="Refused">Records that were bad and were passed over.</param>
/// <param name="Complete">Whether all of the input was read; false after an interrupt.</param>
public sealed record RunOutcome(long Read, long Written, long Refused, bool Complete);
