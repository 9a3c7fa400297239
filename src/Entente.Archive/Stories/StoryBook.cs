using Entente.Archive.Sqlite;
using Entente.Archive.Writing;

namespace Entente.Archive.Stories;

/// <summary>Keeps stories and acts in step with what a transaction writes: told what changed, it settles all before the end of the transaction.</summary>
internal sealed class StoryBook : IDisposable
{
    private readonly PrintingRows _printings;
    private readonly ActRows _acts;
    private readonly Statement _storyOf;

    /// <param name="database">The archive.</param>
    /// <param name="rule">Says what is alike.</param>
    /// <param name="tally">Receives what counts.</param>
    /// <param name="events">Counts events.</param>
    /// <param name="source">Gives the number of the source of documents.</param>
    public StoryBook(Database database, IStoryRule rule, TallyBatch tally, EventRows events, Func<long> source)
    {
        _printings = new(database, rule, (day, sign) => tally.CountVolume(source(), day, sign, 0));
        _acts = new(database, rule, tally, events);
        _storyOf = database.Prepare("SELECT story FROM document WHERE id = ?");
    }

    /// <summary>A document is new, or its story was never looked for.</summary>
    public void Add(long document) => _printings.Add(document);

    /// <summary>What a document tells changed, not its words.</summary>
    public void Touch(long document)
    {
        if (_storyOf.Bind(document).Number() is > 0 and { } story)
        {
            _printings.Changed.Add(story);
        }
    }

    /// <summary>A document no longer counts.</summary>
    /// <returns>Whether it counted as a text of its day.</returns>
    public bool Remove(long document, int day) => _printings.Remove(document, day);

    /// <summary>Puts all in order.</summary>
    public void Settle()
    {
        _printings.Settle();
        if (_printings.Changed.Count > 0)
        {
            _acts.Join(_printings.Changed);
            _printings.Changed.Clear();
        }
    }

    /// <summary>Forgets what is to be done, after a transaction was undone.</summary>
    public void Forget() => _printings.Forget();

    /// <inheritdoc/>
    public void Dispose()
    {
        _printings.Dispose();
        _acts.Dispose();
        _storyOf.Dispose();
    }
}
