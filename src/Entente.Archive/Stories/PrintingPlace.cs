namespace Entente.Archive.Stories;

/// <summary>Where a document stands among printings: by day, then address, then words. It does not depend on when it came in.</summary>
/// <param name="Day">Day number of publication.</param>
/// <param name="Identity">Its canonical address, else the id it was given.</param>
/// <param name="Hash">Of its words, in hexadecimal digits.</param>
/// <param name="Document">Its number.</param>
internal sealed record PrintingPlace(int Day, string Identity, string Hash, long Document) : IComparable<PrintingPlace>
{
    public int CompareTo(PrintingPlace? other)
    {
        if (other is null)
        {
            return 1;
        }

        int by = Day.CompareTo(other.Day);
        by = by != 0 ? by : string.CompareOrdinal(Identity, other.Identity);
        return by != 0 ? by : string.CompareOrdinal(Hash, other.Hash);
    }
}
