using System.Collections;
using System.Diagnostics.CodeAnalysis;
using Entente.Lexicon.Compiling;

namespace Entente.Lexicon.Actors;

/// <summary>All states and territories, in file order.</summary>
public sealed class StateList : IReadOnlyList<State>
{
    private readonly RecordList<State> _records;
    private readonly Lazy<Dictionary<string, int>> _byCode;

    internal StateList(LexiconImage image)
    {
        _records = new RecordList<State>(image, Section.States, ImageRecords.ReadState);
        _byCode = new(() => _records.GroupBy(state => state.Code).ToDictionary(same => same.Key, same => same.First().Index, StringComparer.Ordinal));
    }

    /// <inheritdoc/>
    public int Count => _records.Count;

    /// <inheritdoc/>
    public State this[int index] => _records[index];

    /// <summary>The state of a code; where a code has several rows (a state that changed its name), the first.</summary>
    public bool TryGet(string code, [NotNullWhen(true)] out State? state)
    {
        state = _byCode.Value.TryGetValue(code, out int index) ? _records[index] : null;
        return state is not null;
    }

    /// <inheritdoc/>
    public IEnumerator<State> GetEnumerator() => _records.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
