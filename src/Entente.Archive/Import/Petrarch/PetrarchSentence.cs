using System.Globalization;
using Entente.Records;

namespace Entente.Archive.Import.Petrarch;

/// <summary>One sentence or article of PETRARCH's input.</summary>
/// <param name="Line">Where its element starts.</param>
/// <param name="Id">As the attribute has it.</param>
/// <param name="Date">As the attribute has it; empty where there is none.</param>
/// <param name="Source">The outlet; null where not stated.</param>
internal sealed record PetrarchSentence(long Line, string Id, string Date, string? Source)
{
    /// <summary>The day; only of a sentence without a complaint.</summary>
    public DateOnly Day { get; private init; }

    /// <summary>The words.</summary>
    public string Text { get; private init; } = "";

    /// <summary>What is wrong with it; null where nothing is.</summary>
    public (string Code, string Message, string? Help)? Complaint { get; init; }

    /// <summary>The id without its last number: the story's.</summary>
    public string Story => Id.LastIndexOf('_') is > 0 and int at && at + 1 < Id.Length && Id.AsSpan(at + 1).IndexOfAnyExceptInRange('0', '9') < 0 ? Id[..at] : Id;

    /// <summary>The sentence with its words, or with a complaint where it lacks something.</summary>
    public PetrarchSentence WithText(string raw, ImportLog log)
    {
        string text = string.Join(' ', PetrarchTags.Unescape(raw, Line, log).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (Id.Length == 0)
        {
            return this with { Complaint = ("IMP009", "the sentence has no id", "id=\"story_1\"") };
        }

        if (!TryDay(Date, out DateOnly day))
        {
            return this with { Complaint = ("IMP006", $"date is '{Date}'; expected a day, YYYYMMDD", "who somebody is depends on the day: it cannot be left out") };
        }

        return text.Length == 0 ? this with { Complaint = ("IMP009", "the sentence has no words", null) } : this with { Text = text, Day = day };
    }

    /// <summary>A day as <c>20180601</c>, <c>2018-06-01</c> or <c>180601</c>; two digits of a year before 70 are of this century.</summary>
    /// <returns>False where it is no day, or none of <see cref="Document.Days"/>.</returns>
    public static bool TryDay(string text, out DateOnly day)
    {
        if (DateOnly.TryParseExact(text, ["yyyyMMdd", "yyyy-MM-dd"], CultureInfo.InvariantCulture, DateTimeStyles.None, out day))
        {
            return Document.Days.Contains(day);
        }

        return text.Length == 6 && text.All(char.IsAsciiDigit)
            && DateOnly.TryParseExact((string.CompareOrdinal(text, "70") < 0 ? "20" : "19") + text, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
    }
}
