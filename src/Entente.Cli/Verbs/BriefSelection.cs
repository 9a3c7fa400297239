using Entente.Archive.Querying;
using Entente.Briefing.Sections;
using Entente.Records;

namespace Entente.Cli.Verbs;

/// <summary>Keeps of what was coded the records that are asked for.</summary>
internal static class BriefSelection
{
    /// <summary>What decides where the parties stand: the same records, also those from before the first day asked for, none from after the last.</summary>
    /// <param name="records">All that was coded.</param>
    /// <param name="selection">Pair or parties, and days.</param>
    /// <param name="told">The day each document was published.</param>
    public static BriefRecords HistoryOf(BriefRecords records, Selection selection, IReadOnlyDictionary<string, DateOnly> told) => Of(records, selection with { From = null }, told);

    /// <summary>Records between the parties, or of the parties, and within the days that <paramref name="selection"/> names; all where it names none.</summary>
    /// <param name="records">All that was coded.</param>
    /// <param name="selection">Pair or parties, and days.</param>
    /// <param name="told">The day each document was published: records without a day of their own are of that day.</param>
    public static BriefRecords Of(BriefRecords records, Selection selection, IReadOnlyDictionary<string, DateOnly> told)
    {
        bool everybody = selection.Pair is null && selection.Actors.Count == 0;
        bool Among(IEnumerable<Entity> entities) => everybody || selection.IncludesParties(DyadExpansion.Parties([.. entities]));
        bool When(string docId) => selection.Includes(told[docId]);
        return new()
        {
            Events = [.. records.Events.Where(e => selection.Includes(e.EventDate.Start) && (everybody || DyadExpansion.Of(e).Any(selection.Includes)))],
            Agreements = [.. records.Agreements.Where(a => selection.Includes(a.Date?.Start ?? told[a.DocId]) && Among([.. a.Parties, .. a.Signers]))],
            Ties = [.. records.Ties.Where(t => When(t.DocId) && Among([.. t.Holder, .. t.Other]))],
            Bargains = [.. records.Bargains.Where(b => When(b.DocId) && Among(b.Gives.Concat(b.Gets).Select(side => side.Party).OfType<Entity>()))],
            Assessments = [.. records.Assessments.Where(a => When(a.DocId) && Among(a.About))],
        };
    }
}
