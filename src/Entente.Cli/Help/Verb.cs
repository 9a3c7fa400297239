using System.CommandLine;

namespace Entente.Cli.Help;

/// <summary>A verb of the command with all that its help says.</summary>
/// <param name="name">As typed.</param>
/// <param name="summary">What it does, in a line.</param>
internal sealed class Verb(string name, string summary) : Command(name, summary)
{
    /// <summary>What a line cannot say; null where the summary says it all.</summary>
    public string? Details { get; init; }

    /// <summary>Command lines that work as they stand; at least one for a verb without subverbs.</summary>
    public IReadOnlyList<string> Examples { get; init; } = [];
}
