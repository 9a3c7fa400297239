namespace Entente.Archive.Exchange;

/// <summary>One report that mentions an event which another system coded.</summary>
/// <param name="Source">Who coded it: <c>gdelt</c>.</param>
/// <param name="EventId">The event's id in its source.</param>
/// <param name="EventTime">When the source recorded the event first, UTC.</param>
/// <param name="Time">When it recorded this mention, UTC.</param>
/// <param name="Identifier">The report's address, or a citation.</param>
public sealed record ExchangeMention(string Source, string EventId, DateTime EventTime, DateTime Time, string Identifier)
{
    /// <summary>What the identifier is: 1 a web address, 2 a citation, 3 CORE, 4 DTIC, 5 JSTOR, 6 text alone; null where not stated.</summary>
    public int? Kind { get; init; }

    /// <summary>The outlet; null where not stated.</summary>
    public string? Publisher { get; init; }

    /// <summary>The sentence, from 0; null where not stated.</summary>
    public int? Sentence { get; init; }

    /// <summary>The source's confidence, 0 to 1.</summary>
    public double Confidence { get; init; }

    /// <summary>Length of the report in characters of its English text; null where not stated.</summary>
    public int? DocumentLength { get; init; }

    /// <summary>The source's measure of tone; null where not stated.</summary>
    public double? Tone { get; init; }

    /// <summary>The line of the file, from 1.</summary>
    public long Line { get; init; }
}
