using System.CommandLine;
using System.Text;
using System.Text.Json;

namespace Entente.Cli.Tables;

/// <summary>Several tables that one verb answers with: one under the other for people, members of one JSON object, or one of them as CSV.</summary>
internal sealed class Sections
{
    private readonly List<(string Name, string Title, Table Table)> _sections = [];

    /// <summary>The option by which one table is asked for.</summary>
    /// <param name="names">Names of the tables; the first is what CSV gives where none is asked for.</param>
    public static Option<string?> Show(params string[] names)
    {
        var option = new Option<string?>("--show") { HelpName = string.Join('|', names), Description = $"only this table (default: all; with --csv, {names[0]})" };
        option.AcceptOnlyFromAmong(names);
        return option;
    }

    /// <summary>Adds a table.</summary>
    /// <param name="name">The JSON member, and what <see cref="Show"/> calls it.</param>
    /// <param name="title">The line above it.</param>
    /// <param name="table">Its rows.</param>
    public void Add(string name, string title, Table table) => _sections.Add((name, title, table));

    /// <summary>Prints them to standard output.</summary>
    /// <param name="services">Where to.</param>
    /// <param name="form">As what.</param>
    /// <param name="show">The one asked for; null for all.</param>
    public void Write(Services services, TableForm form, string? show)
    {
        using Stream output = services.Open(null);
        (string Name, string Title, Table Table)[] shown = [.. _sections.Where(s => show is null || s.Name == show)];
        switch (form)
        {
            case TableForm.Csv:
                shown[0].Table.Write(output, form, ruled: false);
                break;
            case TableForm.Json:
                WriteJson(output, shown);
                break;
            default:
                WriteTables(output, shown, services.OutputIsTerminal);
                break;
        }

        output.Flush();
        // The first table is what was asked for; the others say more of it.
        if (_sections[0].Table.Count == 0)
        {
            services.SayNothingFound();
        }
    }

    private static void WriteJson(Stream output, (string Name, string Title, Table Table)[] shown)
    {
        for (int i = 0; i < shown.Length; i++)
        {
            output.Write(Encoding.UTF8.GetBytes($"{(i == 0 ? "{" : ",")}\"{JsonEncodedText.Encode(shown[i].Name)}\": "));
            shown[i].Table.Write(output, TableForm.Json, ruled: false);
        }

        output.Write("}\n"u8);
    }

    private static void WriteTables(Stream output, (string Name, string Title, Table Table)[] shown, bool ruled)
    {
        for (int i = 0; i < shown.Length; i++)
        {
            output.Write(Encoding.UTF8.GetBytes($"{(i == 0 ? "" : "\n")}{shown[i].Title}\n"));
            if (shown[i].Table.Count > 0)
            {
                shown[i].Table.Write(output, TableForm.Table, ruled);
            }
        }
    }
}
