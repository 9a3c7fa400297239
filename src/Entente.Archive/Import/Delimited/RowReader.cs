using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Entente.Archive.Import.Delimited;

/// <summary>What <see cref="RowReader.Read"/> found.</summary>
internal enum RowState
{
    /// <summary>A row.</summary>
    Row,

    /// <summary>Nothing more.</summary>
    End,

    /// <summary>A row longer than the limit, or a quote that is opened and not closed within it: only its first line was read past.</summary>
    Broken,
}

/// <summary>The rows of a table in bytes, one at a time, in constant memory and without copying.</summary>
/// <remarks>
/// With a comma or semicolon, quotes are those of RFC 4180: a quoted cell may hold separators and line ends, and <c>""</c> is a quote. With a tab
/// a line is a row whatever quotes it holds; <see cref="Cell"/> takes those off that enclose a whole cell. Blank lines are passed over.
/// Cells are valid until the next call of <see cref="Read"/>.
/// </remarks>
internal sealed class RowReader : IDisposable
{
    /// <summary>Longest row, in bytes.</summary>
    public const int Limit = 4 * 1024 * 1024;

    private const int FirstRoom = 256 * 1024;

    /// <summary>What is not there as a whole, and what can be no cell: a closing quote that more text follows.</summary>
    private const int Missing = -1, Broken = -2;

    private readonly Stream _input;
    private byte _separator;
    private bool _quotes;
    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(FirstRoom);
    private (int Start, int End)[] _cells = new (int, int)[64];
    private int _start, _end, _rowStart, _rowEnd;
    private long _nextLine = 1;
    private bool _finished, _began, _enclosed;

    /// <param name="input">Read from its present position; the caller owns it.</param>
    /// <param name="separator">Tab, comma or semicolon.</param>
    public RowReader(Stream input, char separator)
    {
        _input = input;
        Separate(separator);
    }

    /// <summary>The line the row starts in, from 1.</summary>
    public long Line { get; private set; }

    /// <summary>How many cells the row has.</summary>
    public int Count { get; private set; }

    /// <summary>Whether anything but blank lines was found.</summary>
    public bool Any { get; private set; }

    /// <summary>The bytes of the row as they stand.</summary>
    public ReadOnlySpan<byte> Row => _buffer.AsSpan(_rowStart, _rowEnd - _rowStart);

    /// <summary>Whether the row is UTF-8.</summary>
    public bool IsUtf8 => Utf8.IsValid(Row);

    /// <summary>The bytes of a cell, counted from 0.</summary>
    public ReadOnlySpan<byte> this[int cell]
    {
        get
        {
            if (_enclosed)
            {
                Unquote();
            }

            return _buffer.AsSpan(_cells[cell].Start, _cells[cell].End - _cells[cell].Start);
        }
    }

    /// <summary>The bytes from the start of one cell to the end of another, separators and all: for tables without quotes.</summary>
    public ReadOnlySpan<byte> Run(int first, int last) => _buffer.AsSpan(_cells[first].Start, _cells[last].End - _cells[first].Start);

    /// <summary>A cell without the quotes that enclose it.</summary>
    public ReadOnlySpan<byte> Cell(int cell)
    {
        ReadOnlySpan<byte> bytes = this[cell];
        return !_quotes && bytes.Length >= 2 && bytes[0] == '"' && bytes[^1] == '"' ? bytes[1..^1] : bytes;
    }

    /// <summary>A cell's text: UTF-8, or Latin-1 where the row is no UTF-8.</summary>
    public string Text(int cell)
    {
        ReadOnlySpan<byte> bytes = Cell(cell);
        return bytes.IsEmpty ? "" : Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes) : Encoding.Latin1.GetString(bytes);
    }

    /// <summary>Takes the first line alone of the present row for read, so that what follows is read anew: for rows that a stray quote has joined. Before any cell is asked for.</summary>
    public void KeepFirstLineOnly()
    {
        int end = Row.IndexOf((byte)'\n');
        if (end >= 0)
        {
            _start = _rowStart + end + 1;
            _nextLine = Line + 1;
        }
    }

    /// <summary>What separates the cells of the rows to come.</summary>
    public void Separate(char separator)
    {
        _separator = (byte)separator;
        _quotes = separator != '\t';
    }

    /// <summary>Gives the present row once more at the next call of <see cref="Read"/>: for a first row that is no header. Before any cell is asked for.</summary>
    public void Again()
    {
        _start = _rowStart;
        _nextLine = Line;
    }

    /// <summary>The next row.</summary>
    public RowState Read()
    {
        while (true)
        {
            int length = _quotes ? Split(_buffer.AsSpan(_start, _end - _start)) : SplitLine(_buffer.AsSpan(_start, _end - _start));
            if (length < 0)
            {
                if (length == Missing && _end - _start < Limit && Fill())
                {
                    continue;
                }

                if (_start == _end)
                {
                    return RowState.End;
                }

                return PassBrokenLine();
            }

            Advance(length);
            if (Count > 1 || _cells[0].End > _cells[0].Start)
            {
                Any = true;
                return RowState.Row;
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
        _start = _end = 0;
        _finished = true;
    }

    private void Advance(int length)
    {
        Line = _nextLine;
        _rowStart = _start;
        _rowEnd = _start + length;
        _nextLine += _quotes ? Math.Max(1, _buffer.AsSpan(_start, length).Count((byte)'\n')) : 1;
        for (int i = 0; i < Count; i++)
        {
            _cells[i] = (_cells[i].Start + _start, _cells[i].End + _start);
        }

        _start += length;
        _enclosed = _quotes;
    }

    /// <summary>Reads past the first line of what could not be read as a row; the rest is tried again.</summary>
    private RowState PassBrokenLine()
    {
        Line = _nextLine++;
        Count = 0;
        Any = true;
        _rowStart = _start;
        int end = _buffer.AsSpan(_start, _end - _start).IndexOf((byte)'\n');
        _rowEnd = _start = end < 0 ? _end : _start + end + 1;
        while (end < 0 && Fill())
        {
            end = _buffer.AsSpan(_start, _end - _start).IndexOf((byte)'\n');
            _rowStart = _rowEnd = _start = end < 0 ? _end : _start + end + 1;
        }

        return RowState.Broken;
    }

    /// <summary>The cells of a line.</summary>
    private int SplitLine(ReadOnlySpan<byte> data)
    {
        int end = data.IndexOf((byte)'\n');
        if (end < 0 && (!_finished || data.IsEmpty || data.Length > Limit))
        {
            return Missing;
        }

        int length = end < 0 ? data.Length : end + 1;
        ReadOnlySpan<byte> line = end < 0 ? data : data[..end];
        line = line.EndsWith("\r"u8) ? line[..^1] : line;
        Count = 0;
        int at = 0;
        while (true)
        {
            int next = line[at..].IndexOf(_separator);
            AddCell(at, next < 0 ? line.Length : at + next);
            if (next < 0)
            {
                return length;
            }

            at += next + 1;
        }
    }

    /// <summary>The cells of a row with quotes.</summary>
    private int Split(ReadOnlySpan<byte> data)
    {
        Count = 0;
        int at = 0;
        while (at <= data.Length)
        {
            int end = CellEnd(data, at);
            if (end < 0)
            {
                return end;
            }

            bool last = end == data.Length || data[end] == '\n';
            int textEnd = last && end > at && data[end - 1] == '\r' ? end - 1 : end;
            AddCell(at, textEnd);
            if (last)
            {
                return end == data.Length ? end : end + 1;
            }

            at = end + 1;
        }

        return Missing;
    }

    /// <summary>Where the cell that starts at <paramref name="at"/> ends.</summary>
    private int CellEnd(ReadOnlySpan<byte> data, int at)
    {
        int from = at;
        if (at < data.Length && data[at] == '"')
        {
            from = at + 1;
            while (true)
            {
                int quote = data[from..].IndexOf((byte)'"');
                if (quote < 0)
                {
                    return Missing;
                }

                from += quote + 1;
                if (from == data.Length && !_finished)
                {
                    return Missing;
                }

                if (from == data.Length || data[from] != '"')
                {
                    break;
                }

                from++;
            }
        }

        int end = data[from..].IndexOfAny(_separator, (byte)'\n');
        if (from > at && (end > 0 || (end < 0 && _finished && from < data.Length)) && !data.Slice(from, Math.Max(end, 0)).SequenceEqual("\r"u8))
        {
            return Broken;
        }

        return end >= 0 ? from + end : _finished && data.Length > 0 ? data.Length : -1;
    }

    /// <summary>Takes quotes off cells that have them, in place.</summary>
    private void Unquote()
    {
        _enclosed = false;
        for (int i = 0; i < Count; i++)
        {
            (int start, int end) = _cells[i];
            if (end - start < 2 || _buffer[start] != '"' || _buffer[end - 1] != '"')
            {
                continue;
            }

            Span<byte> text = _buffer.AsSpan(start + 1, end - start - 2);
            int length = text.Length;
            if (text.Contains((byte)'"'))
            {
                length = 0;
                for (int at = 0; at < text.Length; at++)
                {
                    text[length++] = text[at];
                    at += text[at] == '"' && at + 1 < text.Length && text[at + 1] == '"' ? 1 : 0;
                }
            }

            _cells[i] = (start + 1, start + 1 + length);
        }
    }

    private void AddCell(int start, int end)
    {
        if (Count == _cells.Length)
        {
            Array.Resize(ref _cells, _cells.Length * 2);
        }

        _cells[Count++] = (start, end);
    }

    private bool Fill()
    {
        if (_finished)
        {
            return false;
        }

        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            _end -= _start;
            _start = 0;
        }

        if (_end == _buffer.Length)
        {
            byte[] larger = ArrayPool<byte>.Shared.Rent(_buffer.Length * 2);
            _buffer.AsSpan(0, _end).CopyTo(larger);
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = larger;
        }

        int read = _input.Read(_buffer, _end, _buffer.Length - _end);
        _end += read;
        _finished = read == 0;
        SkipMark();
        return true;
    }

    /// <summary>Passes over a byte order mark before the first row.</summary>
    private void SkipMark()
    {
        if (!_began && (_end >= 3 || _finished))
        {
            _began = true;
            _start += _buffer.AsSpan(0, _end).StartsWith("\uFEFF"u8) ? 3 : 0;
        }
    }
}
