using System.Diagnostics.CodeAnalysis;
using System.Text;
using Entente.Archive.Exchange;
using Entente.Archive.Import.Delimited;

namespace Entente.Archive.Import.Gdelt;

/// <summary>Reads GDELT 2.0's table of mentions: 16 columns apart by tabs, without a header.</summary>
public sealed class GdeltMentionReader : TableReader<ExchangeMention>
{
    private const int Width = 16, Event = 0, EventTime = 1, MentionTime = 2, Kind = 3, SourceName = 4, Identifier = 5, Sentence = 6, Confidence = 11, Length = 12, Tone = 13;

    private readonly Utf8Strings _strings = new();

    /// <summary>A reader of mentions.</summary>
    public GdeltMentionReader()
        : base('\t')
    {
    }

    private protected override int[] Begin(RowReader rows, ImportLog log) => [Width];

    private protected override bool TryRead(RowReader row, ImportLog log, [NotNullWhen(true)] out ExchangeMention? read)
    {
        read = null;
        if (row[Event].IsEmpty || row[Event].ContainsAnyExceptInRange((byte)'0', (byte)'9'))
        {
            return log.Refuse(row, "IMP009", "GLOBALEVENTID", row[Event], "digits") && false;
        }

        if (!TryTime(row[EventTime], out DateTime eventTime) || !TryTime(row[MentionTime], out DateTime mentioned))
        {
            return log.Refuse(row, "IMP006", "EventTimeDate, MentionTimeDate", row[MentionTime], "times, YYYYMMDDHHMMSS") && false;
        }

        if (row[Identifier].IsEmpty)
        {
            return log.Refuse(row, "IMP009", "MentionIdentifier", row[Identifier], "the address or citation of the report") && false;
        }

        if (!Cells.TryDigits(row[Confidence], out int confidence) || confidence > 100)
        {
            return log.Refuse(row, "IMP008", "Confidence", row[Confidence], "a whole number from 0 to 100") && false;
        }

        read = new("gdelt", Encoding.UTF8.GetString(row[Event]), eventTime, mentioned, Encoding.UTF8.GetString(row[Identifier]))
        {
            Kind = Cells.TryDigits(row[Kind], out int kind) ? kind : null,
            Publisher = _strings.Of(row[SourceName]),
            Sentence = Cells.TryDigits(row[Sentence], out int sentence) && sentence > 0 ? sentence - 1 : null,
            Confidence = confidence / 100.0,
            DocumentLength = Cells.TryDigits(row[Length], out int length) ? length : null,
            Tone = Cells.TryNumber(row[Tone], out double tone) ? tone : null,
            Line = row.Line,
        };
        return true;
    }

    private static bool TryTime(ReadOnlySpan<byte> cell, out DateTime time)
    {
        time = default;
        if (cell.Length != 14 || !Cells.TryCompactDay(cell[..8], out DateOnly day) || !Cells.TryDigits(cell[8..], out int clock))
        {
            return false;
        }

        (int hours, int minutes, int seconds) = (clock / 10000, clock / 100 % 100, clock % 100);
        if (hours > 23 || minutes > 59 || seconds > 59)
        {
            return false;
        }

        time = day.ToDateTime(new(hours, minutes, seconds), DateTimeKind.Utc);
        return true;
    }
}
