using System.Runtime.CompilerServices;
using Entente.Archive.Exchange;

namespace Entente.Archive.Writing;

/// <summary>The sides of imported events as JSON, kept once each: names and codes repeat millions of times.</summary>
internal sealed class ImportedSides(Terms terms)
{
    private const int Places = 1 << 15, MostParties = 200_000;

    // By reference: importers give out one list for all rows of the same party. Each list has one place, and the newer takes it from the older.
    private readonly (IReadOnlyList<ExchangeParty>? Side, long Number)[] _known = new (IReadOnlyList<ExchangeParty>?, long)[Places];

    // By what they say, for the many sides of one party whose list is another: saves writing their JSON to look it up.
    private readonly Dictionary<ExchangeParty, long> _single = [];

    /// <summary>The number of a side; null for an empty one.</summary>
    public long? Of(IReadOnlyList<ExchangeParty> side)
    {
        if (side.Count == 0)
        {
            return null;
        }

        ref (IReadOnlyList<ExchangeParty>? Side, long Number) place = ref _known[RuntimeHelpers.GetHashCode(side) & (Places - 1)];
        if (!ReferenceEquals(place.Side, side))
        {
            place = (side, side.Count == 1 ? OfSingle(side) : terms.NumberOf(SideJson.Write(side)));
        }

        return place.Number;
    }

    /// <summary>Forgets what it knows, after a transaction was undone.</summary>
    public void Forget()
    {
        Array.Clear(_known);
        _single.Clear();
    }

    private long OfSingle(IReadOnlyList<ExchangeParty> side)
    {
        if (!_single.TryGetValue(side[0], out long number))
        {
            if (_single.Count >= MostParties)
            {
                _single.Clear();
            }

            number = terms.NumberOf(SideJson.Write(side));
            _single.Add(side[0], number);
        }

        return number;
    }
}
