namespace Entente.Records;

/// <summary>Whether the act took place, as the text has it. Whose word that is stands apart (<c>claimed</c>, attribution).</summary>
public enum EventStatus : byte
{
    /// <summary>Told as having happened or happening.</summary>
    Reported,

    /// <summary>Told as to come.</summary>
    Future,

    /// <summary>Told as possible, conditional, wished.</summary>
    Hypothetical,

    /// <summary>Told as not having happened.</summary>
    Negated,

    /// <summary>Told as having happened well before the article's date.</summary>
    Historical,

    /// <summary>Imported records, where nobody coded it.</summary>
    Unknown,
}

/// <summary>Names of the statuses in records.</summary>
public static class EventStatuses
{
    private static readonly string[] Names = ["reported", "future", "hypothetical", "negated", "historical", "unknown"];

    /// <summary>As records write it: <c>reported</c>.</summary>
    public static string Code(this EventStatus status) => Names[(int)status];

    /// <summary>Parses a record's word.</summary>
    public static bool TryParse(ReadOnlySpan<char> name, out EventStatus status)
    {
        for (int i = 0; i < Names.Length; i++)
        {
            if (name.SequenceEqual(Names[i]))
            {
                status = (EventStatus)i;
                return true;
            }
        }

        status = default;
        return false;
    }
}
