using Entente.Archive;
using Entente.Archive.Querying;
using Entente.Archive.Writing;
using Entente.Briefing.Sections;
using Entente.Language.Sentences;
using Entente.Language.Tokens;
using Entente.Records;

namespace Entente.Archives;

/// <summary>What a brief over an archive rests on.</summary>
/// <param name="Documents">All that count, by day and id; those that hold no record asked for are without their words, which a large archive would fill the memory with.</param>
/// <param name="Records">Of the parties asked for, of any standing, up to the last day asked for; each printing's own.</param>
/// <param name="Codings">What coded the documents, in order.</param>
/// <param name="Sentences">How many sentences were read.</param>
/// <param name="Transfers">The transfers of the archive where one table lists them; none where several do, since their values are of different units.</param>
public sealed record ArchiveMaterial(
    IReadOnlyList<Document> Documents, BriefRecords Records, IReadOnlyList<CodingVersion> Codings, long Sentences, IReadOnlyList<Transfer> Transfers)
{
    /// <summary>Reads an archive.</summary>
    /// <param name="path">The archive.</param>
    /// <param name="selection">Whose records, and up to when; its first day does not count, for what went before decides where a pair stands.</param>
    /// <exception cref="ArchiveException">It is not there, or cannot be read.</exception>
    public static ArchiveMaterial Of(string path, Selection selection)
    {
        ArgumentNullException.ThrowIfNull(selection);
        Selection all = selection with { From = null, Statuses = Enum.GetValues<EventStatus>(), WithClaimed = true, Sources = [CodingVersion.Own] };
        using ArchiveFile archive = StoryArchive.Open(path);
        using var finder = new EventFinder(archive);
        using var reader = new ArchiveReader(archive);
        using var documents = new DocumentReader(archive);
        var records = new BriefRecords
        {
            Events = [.. finder.Find(all, null, mentions: true).Select(stored => stored.Coded).OfType<CodedEvent>()],
            Agreements = OfDocuments(reader.Agreements(all)),
            Ties = OfDocuments(reader.Ties(all)),
            Bargains = OfDocuments(reader.Bargains(all)),
            Assessments = OfDocuments(reader.Assessments(all)),
        };
        HashSet<string> holding =
        [
            .. records.Events.Select(record => record.DocId), .. records.Agreements.Select(record => record.DocId), .. records.Ties.Select(record => record.DocId),
            .. records.Bargains.Select(record => record.DocId), .. records.Assessments.Select(record => record.DocId),
        ];
        IReadOnlyList<string> tables = reader.TransferSources();
        return new([.. documents.Counting(holding.Contains)], records, documents.Codings(), documents.Sentences(), tables.Count == 1 ? reader.Transfers([]) : []);
    }

    /// <summary>The sentences of a text, as coding cuts it.</summary>
    public static IReadOnlyList<TextSpan> SentencesOf(string text)
    {
        var tokens = new TokenLayer();
        var sentences = new SentenceLayer();
        Tokenizer.Tokenize(text, tokens);
        SentenceSplitter.Split(text, tokens, sentences);
        return [.. Enumerable.Range(0, sentences.Count).Select(i => new TextSpan(tokens.Starts[sentences.First(i)], tokens.Ends[sentences.End(i) - 1]))];
    }

    /// <summary>Records of articles; those that a data set lists have no words to be shown.</summary>
    private static T[] OfDocuments<T>(IReadOnlyList<Sourced<T>> records) => [.. records.Where(item => item.Date is not null).Select(item => item.Record)];
}
