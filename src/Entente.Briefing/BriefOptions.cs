using Entente.Briefing.Sections;
using Entente.Records;

namespace Entente.Briefing;

/// <summary>What coded the events: what the section on method states.</summary>
public sealed record BriefRun
{
    /// <summary>Program and version: <c>entente 0.1.0</c>.</summary>
    public required string Coder { get; init; }

    /// <summary>The lexicon's version or hash; null where unknown.</summary>
    public string? Lexicon { get; init; }

    /// <summary>Models and their versions or hashes, in the order to be listed.</summary>
    public IReadOnlyList<(string Name, string Version)> Models { get; init; } = [];

    /// <summary>Sentences read; null where not counted.</summary>
    public long? Sentences { get; init; }

    /// <summary>Why candidates were not coded, and how many of each.</summary>
    public IReadOnlyDictionary<string, int> Refusals { get; init; } = new Dictionary<string, int>();
}

/// <summary>The days that a brief tells of.</summary>
/// <param name="From">The first; null for no limit.</param>
/// <param name="Until">The day after the last; null for no limit.</param>
public sealed record BriefWindow(DateOnly? From, DateOnly? Until)
{
    /// <summary>Whether a day is in it.</summary>
    public bool Includes(DateOnly day) => (From is not { } from || day >= from) && (Until is not { } until || day < until);
}

/// <summary>How a brief is made.</summary>
public sealed record BriefOptions
{
    /// <summary>The headline; null for one made from the principal relation and the period.</summary>
    public string? Title { get; init; }

    /// <summary>The name of a country code in words ("RUS": "Russia"); null where it knows none. Without it codes stand for names.</summary>
    public Func<string, string?>? NameOf { get; init; }

    /// <summary>The sentences of a document, rising and without overlap; null for a plain splitter at full stops and line ends.</summary>
    public Func<Document, IReadOnlyList<TextSpan>>? SentencesOf { get; init; }

    /// <summary>What coded the events; null where unknown.</summary>
    public BriefRun? Run { get; init; }

    /// <summary>What could not be read: inputs or lines that the brief does not rest on.</summary>
    public IReadOnlyList<Diagnostic> Problems { get; init; } = [];

    /// <summary>Whether articles and the sentences behind events are quoted; without, each event keeps its trigger's words and its source.</summary>
    public bool WithText { get; init; } = true;

    /// <summary>Whether acts that only an interested party asserts count as reported. Shown apart by default.</summary>
    public bool CountClaimed { get; init; }

    /// <summary>How many events are listed at most; the brief states how many are left out. Tables and charts count all.</summary>
    public int MaxEvents { get; init; } = 600;

    /// <summary>The two parties whose ladders are told; null for the relation with most counted events.</summary>
    public Relation? Pair { get; init; }

    /// <summary>The days whose records the brief tells; null for all.</summary>
    public BriefWindow? Window { get; init; }

    /// <summary>All records of the parties up to the end of <see cref="Window"/>, whatever its start: what went before decides where a pair stands. Null where the brief's own records are all.</summary>
    public BriefRecords? History { get; init; }

    /// <summary>Pairs of states that share a border: how threats would pass. Empty where nobody gives them, and no way is told.</summary>
    public IReadOnlyList<Relation> Borders { get; init; } = [];

    /// <summary>Rows of tables of transfers, for the shares of suppliers; empty for none.</summary>
    public IReadOnlyList<Transfer> Transfers { get; init; } = [];

    /// <summary>Categories of the user's own with what they mean, in order: a section lists the events that bear each. Empty for none.</summary>
    public IReadOnlyList<(string Label, string Description)> Labels { get; init; } = [];

    /// <summary>UTF-16 units of article text up to which articles are given in full; beyond, only sentences with listed events and their neighbours.</summary>
    public int MaxTextLength { get; init; } = 1_000_000;
}
