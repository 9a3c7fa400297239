using Entente.Analysis.Dyads;
using Entente.Briefing.Sections;
using Entente.Records;

namespace Entente.Briefing;

/// <summary>A brief as data: what <see cref="HtmlWriter"/>, <see cref="MarkdownWriter"/> and <see cref="JsonWriter"/> lay out.</summary>
/// <remarks>Wording is fixed by the input: same documents, events and options, same brief.</remarks>
public sealed record Brief
{
    /// <summary>The headline.</summary>
    public required string Title { get; init; }

    /// <summary>What it rests on, in one sentence.</summary>
    public required string Summary { get; init; }

    /// <summary>What stands out, most important first.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>Counted events by relation, most told first, then by month.</summary>
    public required IReadOnlyList<EventGroup> Happened { get; init; }

    /// <summary>What is no event: agreements, standing relations, bargains, inferences; a section each, in order, those with something to list.</summary>
    public required IReadOnlyList<BriefSection> Sections { get; init; }

    /// <summary>What was looked for and not found, in words: "bargains"; empty where those records were not asked for.</summary>
    public required IReadOnlyList<string> NotFound { get; init; }

    /// <summary>Events that do not count: claimed, planned, possible, denied, earlier; a group each.</summary>
    public required IReadOnlyList<EventGroup> Apart { get; init; }

    /// <summary>Events left out of the lists to keep the brief readable; all tables count them.</summary>
    public required int Unlisted { get; init; }

    /// <summary>Events by standing, in fixed order, each with what it means.</summary>
    public required IReadOnlyList<StandingLine> Standings { get; init; }

    /// <summary>Ordered pairs, most counted events first.</summary>
    public required IReadOnlyList<DyadLine> Dyads { get; init; }

    /// <summary>Pairs with counted or other events that are not in <see cref="Dyads"/>.</summary>
    public required int UnlistedDyads { get; init; }

    /// <summary>Events that yield no pair.</summary>
    public required int WithoutPair { get; init; }

    /// <summary>The principal relations, for the chart of who with whom.</summary>
    public required IReadOnlyList<RelationLine> Relations { get; init; }

    /// <summary>A series for each of the most told relations.</summary>
    public required IReadOnlyList<Timeline> Timelines { get; init; }

    /// <summary>First half against second half; null where the window cannot be halved.</summary>
    public required ChangeTable? Changes { get; init; }

    /// <summary>What was read.</summary>
    public required CoverageSection Coverage { get; init; }

    /// <summary>What coded the events; null where unknown.</summary>
    public required BriefRun? Run { get; init; }

    /// <summary>Inputs that could not be used.</summary>
    public required IReadOnlyList<Diagnostic> Problems { get; init; }

    /// <summary>The articles, by date.</summary>
    public required IReadOnlyList<BriefArticle> Articles { get; init; }

    /// <summary>Documents that are not among <see cref="Articles"/>.</summary>
    public required int UnlistedArticles { get; init; }

    /// <summary>Whether the articles' text is given.</summary>
    public required bool WithText { get; init; }

    /// <summary>Whether claimed acts count.</summary>
    public required bool CountClaimed { get; init; }

    /// <summary>How many events of a pair stand apart from those that count: planned, possible, denied or earlier, and claimed where such do not count.</summary>
    public int ApartOf(DyadLine line) => line.Row.Apart.Values.Sum() + (CountClaimed ? 0 : line.Row.Claimed);
}

/// <summary>One sentence of what stands out.</summary>
/// <param name="Text">The sentence.</param>
/// <param name="Target">The id of the part of the brief that shows it.</param>
public sealed record Finding(string Text, string Target);

/// <summary>Events that belong together.</summary>
/// <param name="Id">Its id within the brief.</param>
/// <param name="Title">Its heading, such as two countries' names.</param>
/// <param name="Count">Its events, listed or not.</param>
/// <param name="Months">Its events by month, first month first.</param>
public sealed record EventGroup(string Id, string Title, int Count, IReadOnlyList<MonthGroup> Months);

/// <summary>Events of a month, or of a year where no month is known.</summary>
/// <param name="Title">"May 2024"; "2024, month not told".</param>
/// <param name="Events">Those listed, by date.</param>
/// <param name="Unlisted">Events of the month that are not listed.</param>
public sealed record MonthGroup(string Title, IReadOnlyList<BriefEvent> Events, int Unlisted);

/// <summary>One event in words.</summary>
public sealed record BriefEvent
{
    /// <summary>Its id within the brief.</summary>
    public required string Anchor { get; init; }

    /// <summary>The record.</summary>
    public required CodedEvent Record { get; init; }

    /// <summary>When: a day, a month, a year, "as of" the article's day.</summary>
    public required string When { get; init; }

    /// <summary>Who acts, in words.</summary>
    public required string Actor { get; init; }

    /// <summary>The act, up to the recipient: "signed an agreement with".</summary>
    public required string Act { get; init; }

    /// <summary>To whom, in words; null where nobody is named or both sides stand before the act.</summary>
    public required string? Recipient { get; init; }

    /// <summary>What follows the recipient: "for help"; null for nothing.</summary>
    public required string? Tail { get; init; }

    /// <summary>Categories of the user's own, contexts, place, victims, standing and source, in this order, those that are known.</summary>
    public required IReadOnlyList<string> Details { get; init; }

    /// <summary>The words behind it; null where text is left out, the document was not given, or holds no words there.</summary>
    public required Evidence? Evidence { get; init; }

    /// <summary>Where it was read; null where the document was not given.</summary>
    public required Citation? Source { get; init; }

    /// <summary>The sentence without date and details.</summary>
    public string Sentence => string.Join(' ', new[] { Actor, Act, Recipient, Tail }.Where(s => !string.IsNullOrEmpty(s)));
}

/// <summary>What a stretch of words is to an event.</summary>
public enum EvidenceRole
{
    /// <summary>Plain text.</summary>
    None,

    /// <summary>Names who acts.</summary>
    Actor,

    /// <summary>Tells the act.</summary>
    Trigger,

    /// <summary>Names to whom.</summary>
    Recipient,
}

/// <summary>A stretch of text of one role.</summary>
public sealed record Segment(string Text, EvidenceRole Role);

/// <summary>The sentence an event was read in.</summary>
/// <param name="Segments">The sentence's words, one after another.</param>
/// <param name="Start">Where it starts in the document's text, UTF-16 units.</param>
public sealed record Evidence(IReadOnlyList<Segment> Segments, int Start);

/// <summary>Where an event was read.</summary>
/// <param name="DocId">The document.</param>
/// <param name="Target">The id of the sentence, or of the article, in this brief; null where the article is not listed.</param>
/// <param name="Title">The headline, shortened.</param>
/// <param name="Publisher">The outlet; null where not stated, or where all articles have the same.</param>
/// <param name="Date">The day of publication.</param>
public sealed record Citation(string DocId, string? Target, string Title, string? Publisher, DateOnly Date);

/// <summary>How many events stand how.</summary>
public sealed record StandingLine(string Name, string Meaning, int Count, bool Counted, string? Target);

/// <summary>One ordered pair of the table.</summary>
public sealed record DyadLine(Dyad Dyad, string Actor, string Recipient, DyadRow Row, string Categories);

/// <summary>One bar of the chart of relations.</summary>
/// <param name="Relation">The pair.</param>
/// <param name="Name">The pair in words.</param>
/// <param name="Counted">Its counted events.</param>
/// <param name="Target">The id of its events' group; null where none is listed.</param>
public sealed record RelationLine(Relation Relation, string Name, EventTally Counted, string? Target);

/// <summary>The counted events of a relation over time.</summary>
/// <param name="Relation">The pair.</param>
/// <param name="Id">Its id within the brief.</param>
/// <param name="Kind">Length of the steps.</param>
/// <param name="Name">The relation in words.</param>
/// <param name="Steps">Every period of the window, in order, quiet ones included.</param>
/// <param name="Unplaced">Events whose date is coarser than the periods.</param>
/// <param name="Earlier">Counted events of periods before the first step, where the window is too long to draw.</param>
public sealed record Timeline(Relation Relation, string Id, string Name, PeriodKind Kind, IReadOnlyList<TimelineStep> Steps, int Unplaced, int Earlier);

/// <summary>One period of a timeline.</summary>
public sealed record TimelineStep(Period Period, int VerbalCooperation, int MaterialCooperation, int VerbalConflict, int MaterialConflict)
{
    /// <summary>Events of both cooperation quads.</summary>
    public int Cooperation => VerbalCooperation + MaterialCooperation;

    /// <summary>Events of both conflict quads.</summary>
    public int Conflict => VerbalConflict + MaterialConflict;
}

/// <summary>First half against second half.</summary>
/// <param name="Window">The days compared.</param>
/// <param name="Middle">First day of the second half.</param>
/// <param name="FirstDocuments">Documents published in the first half.</param>
/// <param name="SecondDocuments">Documents published in the second half.</param>
/// <param name="Lines">The relations compared, largest difference first.</param>
/// <param name="Firsts">For the most told relations, acts of the second half whose like was not told in the first.</param>
public sealed record ChangeTable(
    DateSpan Window, DateOnly Middle, int FirstDocuments, int SecondDocuments, IReadOnlyList<ChangeLine> Lines, IReadOnlyList<RelationFirsts> Firsts);

/// <summary>Acts of a relation that were told for the first time in the second half of the window.</summary>
/// <param name="Relation">The pair.</param>
/// <param name="Name">The pair in words.</param>
/// <param name="Events">The first of each kind, by date; kinds are those that have words of their own.</param>
/// <param name="Weightiest">Of these the one of largest absolute score, of equals that of largest absolute Goldstein score, then the earliest.</param>
public sealed record RelationFirsts(Relation Relation, string Name, IReadOnlyList<BriefEvent> Events, BriefEvent Weightiest);

/// <summary>One relation compared.</summary>
/// <param name="Name">The relation in words.</param>
/// <param name="Change">The counts and rates.</param>
/// <param name="New">Categories of the second half only, in words; empty for none.</param>
/// <param name="Gone">Categories of the first half only, in words; empty for none.</param>
public sealed record ChangeLine(string Name, RelationChange Change, string New, string Gone);

/// <summary>What was read.</summary>
public sealed record CoverageSection(
    int Documents,
    int DocumentsWithEvents,
    int Events,
    DateSpan? Published,
    IReadOnlyList<(string Name, int Documents, int Events)> Publishers,
    int UnlistedPublishers,
    IReadOnlyList<(Period Period, int Documents)> Periods,
    IReadOnlyList<(string Party, IReadOnlyList<int> Documents)> Parties,
    int UnlistedParties,
    int Items,
    int SingleSourced);

/// <summary>One article at the end of the brief.</summary>
/// <param name="Anchor">Its id within the brief.</param>
/// <param name="Document">The document.</param>
/// <param name="Title">Its headline, shortened where very long; the first line of its text where it has none.</param>
/// <param name="Excerpt">Whether only sentences with events and their neighbours are given.</param>
/// <param name="Paragraphs">Its text; empty where text is left out.</param>
/// <param name="Events">Number of events coded in it, listed or not.</param>
public sealed record BriefArticle(string Anchor, Document Document, string Title, bool Excerpt, IReadOnlyList<Paragraph> Paragraphs, int Events);

/// <summary>A paragraph of an article.</summary>
/// <param name="Passages">Its sentences, in order.</param>
/// <param name="Skipped">Whether text before it is left out.</param>
public sealed record Paragraph(IReadOnlyList<Passage> Passages, bool Skipped);

/// <summary>A sentence of an article.</summary>
/// <param name="Anchor">Its id within the brief where something listed was read in it; else null.</param>
/// <param name="Segments">Its words, with what they are to the events listed.</param>
public sealed record Passage(string? Anchor, IReadOnlyList<Segment> Segments);
