using System.Runtime.CompilerServices;
using Entente.Archive.Exchange;

namespace Entente.Archive.Writing;

/// <summary>The sides of imported events as JSON, kept once each: names and codes repeat millions of times.</summary>
internal sealed class ImportedSides(Terms terms)
{
    // By reference: importers give out one list for all rows of the same party.
    private readonly ConditionalWeakTable<IReadOnlyList<ExchangeParty>, object> _known = [];

    /// <summary>The number of a side; null for an empty one.</summary>
    public long? Of(IReadOnlyList<ExchangeParty> side)
    {
        if (side.Count == 0)
        {
            return null;
        }

        if (_known.TryGetValue(side, out object? known))
        {
            return (long)known;
        }

        long number = terms.NumberOf(SideJson.Write(side));
        _known.Add(side, number);
        return number;
    }

    /// <summary>Forgets what it knows, after a transaction was undone.</summary>
    public void Forget() => _known.Clear();
}
