using Entente.Records;

namespace Entente.Coding.Times;

/// <summary>A run of words that tells when.</summary>
/// <param name="First">Its first word, counted in the text.</param>
/// <param name="End">The word after its last.</param>
/// <param name="Span">The days meant, relative to the document's date.</param>
/// <param name="Precision">How exactly.</param>
/// <param name="IsFuture">Whether its words look ahead: "next Monday", "tomorrow".</param>
internal readonly record struct TimeExpression(int First, int End, DateSpan Span, DatePrecision Precision, bool IsFuture);
