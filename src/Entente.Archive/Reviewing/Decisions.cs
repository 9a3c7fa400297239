using Entente.Archive.Sqlite;
using Entente.Records;

namespace Entente.Archive.Reviewing;

/// <summary>What was decided about an act of a document, whichever coding told it: known by sentence, trigger and category.</summary>
internal sealed class Decisions : IDisposable
{
    private readonly Statement _last;

    public Decisions(Database database) =>
        _last = database.Prepare("SELECT verdict FROM review WHERE document = ? AND sentence = ? AND trigger_first = ? AND type = ? ORDER BY id DESC LIMIT 1");

    /// <summary>Whether the last decision about the act says that what is coded does not count: it was rejected, or another record stands in its place.</summary>
    public bool Replaces(long document, CodedEvent coded) =>
        _last.Bind(document).Bind((long)coded.Sentence).Bind((long)coded.Trigger.Span.Start).Bind((long)coded.Type).Number() is (long)Verdict.Corrected or (long)Verdict.Rejected;

    /// <inheritdoc/>
    public void Dispose() => _last.Dispose();
}
