using System.Text;

namespace Entente.Archive.Export;

/// <summary>The data dictionary that is written beside an exported table.</summary>
public static class Codebook
{
    /// <summary>The dictionary of a table, as Markdown.</summary>
    /// <param name="title">What the table is.</param>
    /// <param name="rule">How its rows come about.</param>
    /// <param name="columns">Its columns, in order.</param>
    public static string Of(string title, string rule, IReadOnlyList<Column> columns)
    {
        var text = new StringBuilder();
        text.Append("# ").Append(title).Append("\n\n").Append(rule).Append("\n\n| column | type | meaning |\n|---|---|---|\n");
        foreach (Column column in columns)
        {
            text.Append("| `").Append(column.Name).Append("` | ").Append(column.Type).Append(" | ").Append(column.Meaning).Append(" |\n");
        }

        text.Append("\nText is UTF-8. Days are `YYYY-MM-DD`, proleptic Gregorian. Lists are apart by semicolons. An empty cell is unknown, never zero, unless its column says otherwise.\n");
        text.Append("Categories, modes, contexts and scores are PLOVER's (draft of 2021), with SANCTION as material conflict; countries ISO 3166-1 alpha-3, or the bodies IGO, UNO, EUR, NGO, MNC, ISM, IMG.\n");
        return text.ToString();
    }

    /// <summary>Where the codebook of a table is written: beside it.</summary>
    public static string PathFor(string output) => output + ".codebook.md";
}
