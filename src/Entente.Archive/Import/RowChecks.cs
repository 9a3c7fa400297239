using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using Entente.Archive.Import.Delimited;
using Entente.Archive.Import.Tables;

namespace Entente.Archive.Import;

/// <summary>Complaints that readers of tables share, in one wording.</summary>
internal static class RowChecks
{
    /// <summary>The rows of a table that can be read at all; the others are refused.</summary>
    /// <param name="rows">Stands at the first row to read.</param>
    /// <param name="log">Receives complaints.</param>
    /// <param name="widths">How many cells a row has; several where the format has versions.</param>
    /// <param name="anyEncoding">Whether rows that are no UTF-8 are read as Latin-1.</param>
    /// <param name="surplus">Whether empty cells past the last are passed over.</param>
    /// <returns>Once for each such row; <paramref name="rows"/> then stands on it.</returns>
    public static IEnumerable<bool> Readable(RowReader rows, ImportLog log, int[] widths, bool anyEncoding = false, bool surplus = false)
    {
        while (rows.Read() is var state && state != RowState.End)
        {
            log.Rows++;
            log.Line = rows.Line;
            bool patient = true;
            if (state == RowState.Broken)
            {
                patient = log.Refuse(rows.Line, "IMP010", "a quote is opened and not closed where the cell ends, or the row is longer than 4 MiB", "close the quote, or double quotes within a cell");
            }
            else if (!widths.Contains(rows.Count) && !(surplus && OnlyEmptyPast(rows, widths.Max())))
            {
                int width = rows.Count;
                rows.KeepFirstLineOnly();
                patient = log.Refuse(rows.Line, "IMP003", string.Create(CultureInfo.InvariantCulture, $"{width} columns; expected {string.Join(" or ", widths)}"), "a row cut short ends the file often: fetch it again");
            }
            else if (rows.Row.Contains((byte)0))
            {
                patient = log.Refuse(rows.Line, "IMP004", "the row holds a null byte: this is no text", "UTF-16 has to be converted to UTF-8, for example with iconv");
            }
            else if (!anyEncoding && !rows.IsUtf8)
            {
                patient = log.Refuse(rows.Line, "IMP004", "the row is not UTF-8", "convert the file, for example with iconv");
            }
            else
            {
                yield return true;
            }

            if (!patient)
            {
                yield break;
            }
        }

        if (!rows.Any)
        {
            log.RefuseFile("IMP001", "the file is empty", "was it fetched completely?");
        }
    }

    /// <summary>Refuses a row for a cell.</summary>
    public static bool Refuse(this ImportLog log, RowReader rows, string code, string column, ReadOnlySpan<byte> cell, string expected, string? help = null) =>
        log.Refuse(rows.Line, code, $"{column} is '{Cells.Show(cell)}'; expected {expected}", help);

    /// <summary>A Goldstein score, or nothing; refuses the row for what is neither.</summary>
    public static bool TryGoldstein(this ImportLog log, RowReader row, string column, ReadOnlySpan<byte> cell, out double? score)
    {
        score = null;
        if (cell.IsEmpty)
        {
            return true;
        }

        if (!Cells.TryNumber(cell, out double number) || Math.Abs(number) > 10)
        {
            return log.Refuse(row, "IMP008", column, cell, "a number from -10 to 10, or nothing") && false;
        }

        score = number;
        return true;
    }

    /// <summary>What a CAMEO code means; refuses the row for what is none.</summary>
    public static bool TryCameo(this ImportLog log, RowReader row, string column, string code, [NotNullWhen(true)] out CameoMeaning? meaning) =>
        CameoTable.Default.TryGet(code, out meaning) || log.RefuseCode(row, column, Encoding.UTF8.GetBytes(code));

    /// <summary>Refuses a row for its CAMEO code; false.</summary>
    public static bool RefuseCode(this ImportLog log, RowReader row, string column, ReadOnlySpan<byte> code) =>
        log.Refuse(row, "IMP007", column, code, "a CAMEO code of lexicon/cameo.tsv", "programs that take codes for numbers drop the 0 before 10") && false;

    /// <summary>Coordinates of a cell each: both or none.</summary>
    /// <returns>False where one is no number or out of bounds, or stands without the other.</returns>
    public static bool TryCoordinates(ReadOnlySpan<byte> latitude, ReadOnlySpan<byte> longitude, out double? lat, out double? lon)
    {
        lat = lon = null;
        if (latitude.IsEmpty && longitude.IsEmpty)
        {
            return true;
        }

        if (!Cells.TryNumber(latitude, out double north) || !Cells.TryNumber(longitude, out double east) || Math.Abs(north) > 90 || Math.Abs(east) > 180)
        {
            return false;
        }

        (lat, lon) = (north, east);
        return true;
    }

    private static bool OnlyEmptyPast(RowReader rows, int width)
    {
        for (int cell = width; cell < rows.Count; cell++)
        {
            if (!rows[cell].IsEmpty)
            {
                return false;
            }
        }

        return rows.Count > width;
    }
}
