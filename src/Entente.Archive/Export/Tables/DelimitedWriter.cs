using System.Globalization;
using System.Text;

namespace Entente.Archive.Export.Tables;

/// <summary>Writes rows of cells as UTF-8, each ended by a line feed.</summary>
/// <remarks>With a comma, cells are quoted as RFC 4180 has it where they need it; with a tab, tabs and line ends within cells become blanks, since such tables cannot hold them.</remarks>
internal sealed class DelimitedWriter : IDisposable
{
    private readonly StreamWriter _output;
    private readonly char _separator;
    private bool _first = true;

    /// <param name="output">The caller owns and disposes it.</param>
    /// <param name="separator">Comma or tab.</param>
    public DelimitedWriter(Stream output, char separator)
    {
        _output = new(output, new UTF8Encoding(false), 1 << 16, leaveOpen: true) { NewLine = "\n" };
        _separator = separator;
    }

    /// <summary>Writes a row of texts.</summary>
    public void Row(params ReadOnlySpan<string?> cells)
    {
        foreach (string? cell in cells)
        {
            Cell(cell);
        }

        End();
    }

    /// <summary>Writes a cell; nothing for null.</summary>
    public DelimitedWriter Cell(string? text)
    {
        if (!_first)
        {
            _output.Write(_separator);
        }

        _first = false;
        if (text is null)
        {
            return this;
        }

        if (_separator == '\t')
        {
            _output.Write(text.AsSpan().IndexOfAny('\t', '\n', '\r') < 0 ? text : text.Replace('\t', ' ').Replace('\n', ' ').Replace('\r', ' '));
        }
        else if (text.AsSpan().IndexOfAny(",\"\n\r") >= 0)
        {
            _output.Write('"');
            _output.Write(text.Replace("\"", "\"\"", StringComparison.Ordinal));
            _output.Write('"');
        }
        else
        {
            _output.Write(text);
        }

        return this;
    }

    /// <summary>Writes a whole number; nothing for null.</summary>
    public DelimitedWriter Cell(long? number) => Cell(number?.ToString(CultureInfo.InvariantCulture));

    /// <summary>Writes a number; nothing for null.</summary>
    public DelimitedWriter Cell(double? number) => Cell(number?.ToString("0.#####", CultureInfo.InvariantCulture));

    /// <summary>Writes a day.</summary>
    public DelimitedWriter Cell(DateOnly day) => Cell(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    /// <summary>Ends the row.</summary>
    public void End()
    {
        _output.Write('\n');
        _first = true;
    }

    /// <summary>Writes all to the output.</summary>
    public void Dispose() => _output.Dispose();
}
