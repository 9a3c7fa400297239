using System.Buffers;
using Entente.Archive.Import.Delimited;

namespace Entente.Archive.Import.Petrarch;

/// <summary>The objects of a JSON file: one a line, or those of one array however its lines are broken.</summary>
internal sealed class JsonObjects(RowReader lines)
{
    private readonly ArrayBufferWriter<byte> _object = new();
    private int _depth;
    private bool _inString, _escaped;
    private long _start;

    /// <summary>Whether an object was begun and never ended.</summary>
    public bool IsCutShort => _object.WrittenCount > 0;

    /// <summary>The line the object being read starts in.</summary>
    public long Start => _start;

    /// <summary>Each object with the line it starts in.</summary>
    public IEnumerable<(ReadOnlyMemory<byte> Json, long Line)> Read()
    {
        bool first = true, array = false;
        while (lines.Read() is var state && state != RowState.End)
        {
            byte[] line = lines.Row.Trim(" \t\r\n"u8).ToArray();
            array |= first && line.AsSpan().StartsWith("["u8);
            if (!array)
            {
                yield return (line, lines.Line);
            }
            else
            {
                for (int at = first ? 1 : 0; at < line.Length; at++)
                {
                    if (Take(line[at]))
                    {
                        yield return (_object.WrittenMemory, _start);
                        _object.ResetWrittenCount();
                    }
                }
            }

            first = false;
        }
    }

    /// <summary>Takes a byte; true where it ends an object.</summary>
    private bool Take(byte next)
    {
        if (_depth == 0)
        {
            if (next != '{')
            {
                return false;
            }

            _start = lines.Line;
        }

        _object.Write([next]);
        if (_inString)
        {
            _inString = _escaped || next != '"';
            _escaped = !_escaped && next == '\\';
            return false;
        }

        _inString = next == '"';
        _depth += next switch { (byte)'{' or (byte)'[' => 1, (byte)'}' or (byte)']' => -1, _ => 0 };
        return _depth == 0;
    }
}
