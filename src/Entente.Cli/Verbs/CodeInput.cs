using Entente.Running;

namespace Entente.Cli.Verbs;

/// <summary>What <c>code</c> reads.</summary>
internal sealed record CodeInput
{
    /// <summary>Bytes of the input; null where nobody knows.</summary>
    public long? Length { get; init; }

    /// <summary>What may be bad in it: lines, articles.</summary>
    public required string Unit { get; init; }

    /// <summary>Codes all of it.</summary>
    public required Func<CodeRun, Stream, RunOutcome> Read { get; init; }

    /// <summary>SHA-256 of what was read, lower-case hexadecimal; asked for after all was read.</summary>
    public required Func<string> Hash { get; init; }
}
