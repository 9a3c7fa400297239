using System.Globalization;
using System.Text;
using System.Text.Json;
using Entente.Archive.Formats;
using Spectre.Console;

namespace Entente.Cli.Tables;

/// <summary>Rows that a verb answers with: a table for people, JSON or CSV for programs, all from the same cells.</summary>
/// <remarks>
/// A cell is a text, a whole number, a measure (double), a truth value, a list of texts, or null for unknown; anything else is written by its own ToString. Names of
/// columns are those of the JSON members and of the CSV header: lower camel case.
/// </remarks>
/// <param name="columns">Their names, left to right.</param>
internal sealed class Table(params string[] columns)
{
    private readonly List<object?[]> _rows = [];

    /// <summary>Number of rows.</summary>
    public int Count => _rows.Count;

    /// <summary>Adds a row.</summary>
    /// <param name="cells">As many as there are columns.</param>
    public void Add(params object?[] cells)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(cells.Length, columns.Length);
        _rows.Add(cells);
    }

    /// <summary>Prints the rows to standard output.</summary>
    public void Write(Services services, TableForm form)
    {
        using Stream output = services.Open(null);
        Write(output, form, services.OutputIsTerminal);
        output.Flush();
        if (Count == 0)
        {
            services.SayNothingFound();
        }
    }

    /// <summary>Prints the rows.</summary>
    /// <param name="output">Where to; flushed by the caller.</param>
    /// <param name="form">As what.</param>
    /// <param name="ruled">Whether a table is one for a terminal.</param>
    public void Write(Stream output, TableForm form, bool ruled)
    {
        switch (form)
        {
            case TableForm.Json:
                WriteJson(output);
                break;
            case TableForm.Csv:
                WriteCsv(output, columns, _rows);
                break;
            default:
                output.Write(Encoding.UTF8.GetBytes(ruled ? Ruled() : Plain()));
                break;
        }
    }

    /// <summary>Columns apart by two blanks, numbers to the right; what a pipe gets.</summary>
    public string Plain()
    {
        string[][] lines = [columns, .. _rows.Select(row => row.Select(TextOf).ToArray())];
        int[] widths = [.. columns.Select((_, at) => lines.Max(line => line[at].Length))];
        var text = new StringBuilder();
        foreach (string[] line in lines)
        {
            for (int i = 0; i < line.Length; i++)
            {
                text.Append(i == 0 ? "" : "  ").Append(IsNumeric(i) ? line[i].PadLeft(widths[i]) : i == line.Length - 1 ? line[i] : line[i].PadRight(widths[i]));
            }

            while (text.Length > 0 && text[^1] == ' ')
            {
                text.Length--;
            }

            text.Append('\n');
        }

        return text.ToString();
    }

    private static string TextOf(object? cell) => cell switch
    {
        null => "",
        double measure => measure.ToString("0.0##", CultureInfo.InvariantCulture),
        bool truth => truth ? "true" : "false",
        IEnumerable<string> list => string.Join(';', list),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        IFormattable value => value.ToString(null, CultureInfo.InvariantCulture),
        _ => cell.ToString() ?? "",
    };

    private bool IsNumeric(int column) =>
        _rows.Exists(row => row[column] is not null) && _rows.TrueForAll(row => row[column] is null or int or long or double);

    private string Ruled()
    {
        var table = new Spectre.Console.Table().Border(TableBorder.Simple);
        for (int i = 0; i < columns.Length; i++)
        {
            var column = new TableColumn(Markup.Escape(columns[i]));
            table.AddColumn(IsNumeric(i) ? column.RightAligned() : column);
        }

        foreach (object?[] row in _rows)
        {
            table.AddRow([.. row.Select(cell => new Text(TextOf(cell)))]);
        }

        using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(text) });
        console.Profile.Width = WindowWidth();
        console.Write(table);
        return text.ToString();
    }

    private static int WindowWidth()
    {
        try
        {
            return Math.Max(80, Console.WindowWidth);
        }
        catch (IOException)
        {
            return 120;
        }
    }

    /// <summary>Writes rows as CSV as they come, however many there are.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="columns">The header.</param>
    /// <param name="rows">Cells as <see cref="Add"/> takes them.</param>
    public static void WriteCsv(Stream output, IReadOnlyList<string> columns, IEnumerable<object?[]> rows)
    {
        output.Write(Encoding.UTF8.GetBytes(string.Join(',', columns) + "\n"));
        foreach (object?[] row in rows)
        {
            output.Write(Encoding.UTF8.GetBytes(string.Join(',', row.Select(cell => Quoted(TextOf(cell)))) + "\n"));
        }
    }

    private static string Quoted(string text) =>
        text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private void WriteJson(Stream output)
    {
        output.Write("["u8);
        for (int i = 0; i < _rows.Count; i++)
        {
            output.Write(i == 0 ? "\n"u8 : ",\n"u8);
            using var json = new Utf8JsonWriter(output, JsonText.OneLine);
            json.WriteStartObject();
            for (int column = 0; column < columns.Length; column++)
            {
                WriteMember(json, columns[column], _rows[i][column]);
            }

            json.WriteEndObject();
        }

        output.Write(_rows.Count == 0 ? "]\n"u8 : "\n]\n"u8);
    }

    private static void WriteMember(Utf8JsonWriter json, string name, object? cell)
    {
        switch (cell)
        {
            case null:
                json.WriteNull(name);
                break;
            case int whole:
                json.WriteNumber(name, whole);
                break;
            case long whole:
                json.WriteNumber(name, whole);
                break;
            case double measure when double.IsFinite(measure):
                json.WriteMeasure(Encoding.UTF8.GetBytes(name), measure);
                break;
            case double:
                json.WriteNull(name);
                break;
            case bool truth:
                json.WriteBoolean(name, truth);
                break;
            case IEnumerable<string> list:
                json.WriteStartArray(name);
                foreach (string item in list)
                {
                    json.WriteStringValue(item);
                }

                json.WriteEndArray();
                break;
            default:
                json.WriteString(name, TextOf(cell));
                break;
        }
    }
}
