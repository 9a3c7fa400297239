namespace Entente.Briefing.Sections;

/// <summary>A part of the brief that lists what was read: the one shape that HTML, Markdown and JSON lay out alike.</summary>
/// <param name="Id">Its id within the brief, lasting across versions: <c>agreements</c>.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Lead">What the reader finds in it and how it is to be read.</param>
/// <param name="Key">What is marked in the quoted sentences.</param>
/// <param name="Groups">Never empty; a section that has nothing to list is not made.</param>
public sealed record BriefSection(string Id, string Title, string Lead, SectionKey Key, IReadOnlyList<SectionGroup> Groups)
{
    /// <summary>The article that everything in the section was read in; null where there are several, and each line names its own.</summary>
    public Citation? Source { get; init; }

    /// <summary>Charts, before the groups.</summary>
    public IReadOnlyList<SectionFigure> Figures { get; init; } = [];
}

/// <summary>What marks in quoted sentences mean in a section; null for a mark that it does not use.</summary>
/// <param name="Actor">What is marked as <see cref="EvidenceRole.Actor"/>.</param>
/// <param name="Trigger">What is marked as <see cref="EvidenceRole.Trigger"/>.</param>
/// <param name="Recipient">What is marked as <see cref="EvidenceRole.Recipient"/>.</param>
public sealed record SectionKey(string? Actor, string? Trigger, string? Recipient);

/// <summary>Items under one heading.</summary>
/// <param name="Title">The heading; null where the section has only this group.</param>
/// <param name="Items">In the order to be read.</param>
/// <param name="Unlisted">Items left out to keep the brief readable.</param>
public sealed record SectionGroup(string? Title, IReadOnlyList<SectionItem> Items, int Unlisted);

/// <summary>One line of a section, with the words behind it.</summary>
public sealed record SectionItem
{
    /// <summary>Its id within the brief.</summary>
    public required string Anchor { get; init; }

    /// <summary>The sentence, in stretches.</summary>
    public required IReadOnlyList<Phrase> Statement { get; init; }

    /// <summary>What else is known, a few words each, in this order.</summary>
    public required IReadOnlyList<string> Facts { get; init; }

    /// <summary>The same for programs: codes by name, in this order; a name without values is left out.</summary>
    public required IReadOnlyList<KeyValuePair<string, IReadOnlyList<string>>> Codes { get; init; }

    /// <summary>Ids of the records behind it.</summary>
    public required IReadOnlyList<string> Records { get; init; }

    /// <summary>The sentences it was read in, the best first; not all where it was told often.</summary>
    public required IReadOnlyList<SectionQuote> Quotes { get; init; }

    /// <summary>Parts of the brief behind it, where that is no single sentence: a table, the list of articles.</summary>
    public IReadOnlyList<SectionLink> Links { get; init; } = [];

    /// <summary>The sentence as plain words.</summary>
    public string Text => string.Concat(Statement.Select(phrase => phrase.Text));
}

/// <summary>A part of the brief that a line rests on.</summary>
/// <param name="Target">Its id.</param>
/// <param name="Text">What it is called: "the articles".</param>
public sealed record SectionLink(string Target, string Text);

/// <summary>A stretch of a statement.</summary>
/// <param name="Text">The words, with the blanks around them.</param>
/// <param name="IsParty">Whether they name a party, and are set off.</param>
public sealed record Phrase(string Text, bool IsParty = false);

/// <summary>A sentence and where it was read.</summary>
/// <param name="Evidence">The sentence; null where text is left out or the document was not given.</param>
/// <param name="Source">The article; null where it was not given.</param>
public sealed record SectionQuote(Evidence? Evidence, Citation? Source);
