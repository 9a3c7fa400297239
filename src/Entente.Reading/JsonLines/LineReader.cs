using System.Buffers;

namespace Entente.Reading.JsonLines;

/// <summary>The lines of a stream, as bytes, one at a time and in constant memory.</summary>
/// <remarks>
/// A line ends at LF, CRLF or the end of the stream; its end is not part of it. A byte order mark before the first line is skipped.
/// A line longer than the limit is read past, not kept, so that no input can ask for more memory than the limit.
/// </remarks>
public sealed class LineReader : IDisposable
{
    /// <summary>Longest line kept, in bytes: many times the longest article.</summary>
    public const int DefaultLimit = 8 * 1024 * 1024;

    private const int FirstRoom = 256 * 1024;

    private readonly Stream _input;
    private readonly int _limit;
    private byte[] _buffer;
    private int _start;
    private int _scanned;
    private int _end;

    /// <param name="input">Read from its present position; the caller owns and disposes it.</param>
    /// <param name="limit">Longest line kept, in bytes.</param>
    public LineReader(Stream input, int limit = DefaultLimit)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        _input = input;
        _limit = limit;
        _buffer = ArrayPool<byte>.Shared.Rent(Math.Min(limit, FirstRoom) + 2);
    }

    /// <summary>The number of the line that <see cref="TryRead"/> gave last, from 1.</summary>
    public long Number { get; private set; }

    /// <summary>Bytes taken from the stream so far.</summary>
    public long BytesRead { get; private set; }

    /// <summary>The next line.</summary>
    /// <param name="line">The line without its end, valid until the next call; empty where it was too long.</param>
    /// <param name="tooLong">Whether the line was longer than the limit and was left out.</param>
    /// <returns>False at the end of the stream.</returns>
    public bool TryRead(out ReadOnlySpan<byte> line, out bool tooLong)
    {
        tooLong = false;
        line = default;
        while (true)
        {
            int at = _buffer.AsSpan(_scanned, _end - _scanned).IndexOf((byte)'\n');
            int end = at < 0 ? _end : _scanned + at;
            tooLong |= end - _start > _limit;
            if (at < 0)
            {
                _scanned = _end;
                if (tooLong)
                {
                    _start = _scanned = _end = 0;
                }

                if (Fill())
                {
                    continue;
                }

                if (_start == _end && !tooLong)
                {
                    return false;
                }

                end = _end;
            }

            Number++;
            if (!tooLong)
            {
                line = _buffer.AsSpan(_start, end - _start);
                line = line.EndsWith("\r"u8) ? line[..^1] : line;
            }

            _start = _scanned = at < 0 ? _end : end + 1;
            return true;
        }
    }

    /// <summary>Gives the buffer back; the stream stays open.</summary>
    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
        _start = _scanned = _end = 0;
    }

    private bool Fill()
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            _end -= _start;
            _scanned -= _start;
            _start = 0;
        }

        if (_end == _buffer.Length)
        {
            byte[] wider = ArrayPool<byte>.Shared.Rent(_buffer.Length * 2);
            _buffer.AsSpan(0, _end).CopyTo(wider);
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = wider;
        }

        bool first = BytesRead == 0;
        int read = first ? _input.ReadAtLeast(_buffer, 3, throwOnEndOfStream: false) : _input.Read(_buffer, _end, _buffer.Length - _end);
        BytesRead += read;
        _end += read;
        if (first && _buffer.AsSpan(0, _end).StartsWith("\uFEFF"u8))
        {
            _start = _scanned = 3;
        }

        return read > 0;
    }
}
