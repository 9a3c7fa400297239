using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Entente.Records;

namespace Entente.Archive.Import.Delimited;

/// <summary>Reads days and numbers from the bytes of a cell.</summary>
internal static class Cells
{
    /// <summary>A day written <c>20180601</c>.</summary>
    public static bool TryCompactDay(ReadOnlySpan<byte> text, out DateOnly day)
    {
        day = default;
        return text.Length == 8 && TryDigits(text, out int number) && TryDay(number / 10000, number / 100 % 100, number % 100, out day);
    }

    /// <summary>A day written <c>2018-06-01</c>, with or without a time of day after a blank or a T.</summary>
    public static bool TryIsoDay(ReadOnlySpan<byte> text, out DateOnly day)
    {
        day = default;
        return text.Length >= 10 && text[4] == '-' && text[7] == '-' && (text.Length == 10 || text[10] is (byte)' ' or (byte)'T')
            && TryDigits(text[..4], out int year) && TryDigits(text[5..7], out int month) && TryDigits(text[8..10], out int dayOfMonth)
            && TryDay(year, month, dayOfMonth, out day);
    }

    /// <summary>A whole number of digits alone.</summary>
    public static bool TryDigits(ReadOnlySpan<byte> text, out int number) =>
        Utf8Parser.TryParse(text, out number, out int used) && used == text.Length && text[0] is >= (byte)'0' and <= (byte)'9';

    /// <summary>A decimal number; false for what is no finite number.</summary>
    public static bool TryNumber(ReadOnlySpan<byte> text, out double number) =>
        double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out number)
        && double.IsFinite(number);

    /// <summary>A day of the calendar.</summary>
    public static bool TryDay(int year, int month, int day, out DateOnly date)
    {
        bool exists = year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);
        date = exists ? new(year, month, day) : default;
        return exists;
    }

    /// <summary>A cell for a message: not longer than a line, nothing in it that a terminal obeys.</summary>
    public static string Show(ReadOnlySpan<byte> cell)
    {
        string text = Encoding.UTF8.GetString(cell.Length > 60 ? cell[..60] : cell);
        return string.Concat(text.Select(c => char.IsControl(c) ? '\uFFFD' : c)) + (cell.Length > 60 ? "…" : "");
    }
}
