using System.Globalization;

namespace Entente.Archive.Import.Delimited;

/// <summary>Which column of a table bears which name. Capitals, blanks, underscores and points in names do not matter: <c>Event ID</c> is <c>event_id</c>.</summary>
internal sealed class NamedColumns
{
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);

    private readonly Dictionary<string, int> _asked = new(StringComparer.Ordinal);

    private NamedColumns(int width) => Width = width;

    /// <summary>How many columns the header has, without empty ones at its end.</summary>
    public int Width { get; }

    /// <summary>The columns that a header row names.</summary>
    public static NamedColumns Of(RowReader row)
    {
        int width = row.Count;
        while (width > 0 && row.Cell(width - 1).IsEmpty)
        {
            width--;
        }

        var columns = new NamedColumns(width);
        for (int i = 0; i < width; i++)
        {
            columns._places.TryAdd(Normal(row.Text(i)), i);
        }

        return columns;
    }

    /// <summary>Columns of a table without a header, by a list of names.</summary>
    public static NamedColumns Of(IReadOnlyList<string> names)
    {
        var columns = new NamedColumns(names.Count);
        for (int i = 0; i < names.Count; i++)
        {
            columns._places.TryAdd(Normal(names[i]), i);
        }

        return columns;
    }

    /// <summary>The same columns with one taken out, and those after it moved up.</summary>
    public NamedColumns Without(string name)
    {
        int gone = Find(name);
        var columns = new NamedColumns(Width - 1);
        foreach ((string key, int place) in _places)
        {
            if (place != gone)
            {
                columns._places.Add(key, place > gone ? place - 1 : place);
            }
        }

        return columns;
    }

    /// <summary>The column of a name; -1 where the table has none.</summary>
    /// <param name="names">Names that mean the same; the first that is there counts.</param>
    public int Find(params ReadOnlySpan<string> names)
    {
        foreach (string name in names)
        {
            if (!_asked.TryGetValue(name, out int place))
            {
                _asked.Add(name, place = _places.GetValueOrDefault(Normal(name), -1));
            }

            if (place >= 0)
            {
                return place;
            }
        }

        return -1;
    }

    /// <summary>Whether all of these are there; otherwise the file is refused.</summary>
    public bool Has(ImportLog log, string format, params ReadOnlySpan<string> names)
    {
        var missing = new List<string>();
        foreach (string name in names)
        {
            if (Find(name) < 0)
            {
                missing.Add(name);
            }
        }

        if (missing.Count > 0)
        {
            log.RefuseFile("IMP005", $"the header lacks the columns {string.Join(", ", missing)} of {format}", "the first line names the columns; is it the right format?");
        }

        return missing.Count == 0;
    }

    private static string Normal(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToLower(CultureInfo.InvariantCulture);
}
