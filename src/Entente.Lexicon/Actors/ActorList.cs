using System.Collections;
using System.Diagnostics.CodeAnalysis;
using Entente.Lexicon.Compiling;

namespace Entente.Lexicon.Actors;

/// <summary>All actors, in order of their ids.</summary>
public sealed class ActorList : IReadOnlyList<Actor>
{
    private readonly RecordList<Actor> _records;

    internal ActorList(LexiconImage image) => _records = new RecordList<Actor>(image, Section.Actors, ImageRecords.ReadActor);

    /// <inheritdoc/>
    public int Count => _records.Count;

    /// <inheritdoc/>
    public Actor this[int index] => _records[index];

    /// <summary>What an actor is.</summary>
    public ActorKind KindOf(int index) => _records[index].Kind;

    /// <summary>The actor of an id.</summary>
    public bool TryGet(string id, [NotNullWhen(true)] out Actor? actor)
    {
        int low = 0, high = Count - 1;
        while (low <= high)
        {
            int middle = (low + high) >>> 1;
            int order = string.CompareOrdinal(_records[middle].Id, id);
            if (order == 0)
            {
                actor = _records[middle];
                return true;
            }

            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }

        actor = null;
        return false;
    }

    /// <inheritdoc/>
    public IEnumerator<Actor> GetEnumerator() => _records.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
