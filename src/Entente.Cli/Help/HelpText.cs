using System.CommandLine;
using System.Text;

namespace Entente.Cli.Help;

/// <summary>The help of each verb; docs/cli.md is the same text, and a test keeps it so.</summary>
internal static class HelpText
{
    private const int Width = 100;

    /// <summary>What <c>--help</c> prints for a verb.</summary>
    /// <param name="command">The program itself, a verb or a subverb.</param>
    /// <param name="path">The words that call it: <c>entente lexicon lookup</c>.</param>
    public static string Of(Command command, string path)
    {
        var text = new StringBuilder();
        Wrap(text, $"{path}: {command.Description}", "");
        if (command is Verb { Details: { } details })
        {
            text.Append('\n');
            foreach (string paragraph in details.Split('\n'))
            {
                Wrap(text, paragraph, "");
            }
        }

        Option[] options = [.. command.Options.Where(option => !option.Hidden)];
        Command[] verbs = [.. command.Subcommands.Where(verb => !verb.Hidden)];
        text.Append("\nUsage: ").Append(path);
        if (verbs.Length > 0)
        {
            text.Append(" VERB");
        }

        foreach (Argument argument in command.Arguments)
        {
            text.Append(' ').Append(Shape(argument));
        }

        text.Append(verbs.Length > 0 ? " ...\n" : " [options]\n");
        Table(text, "Verbs", [.. verbs.Select(verb => (verb.Name, verb.Description ?? ""))]);
        Table(text, "Arguments", [.. command.Arguments.Select(argument => (argument.HelpName ?? argument.Name.ToUpperInvariant(), argument.Description ?? ""))]);
        Table(text, "Options", [.. options.Select(option => (Names(option), option.Description ?? ""))]);
        if (command is Verb { Examples: { Count: > 0 } examples })
        {
            text.Append(examples.Count == 1 ? "\nExample:\n" : "\nExamples:\n");
            foreach (string example in examples)
            {
                text.Append("  ").Append(example).Append('\n');
            }
        }

        return text.ToString();
    }

    /// <summary>The page docs/cli.md.</summary>
    public static string Page(Command root)
    {
        var page = new StringBuilder();
        page.Append("# The command\n\nThis page is what `./entente VERB --help` prints; a test keeps the two equal.\n\n");
        page.Append("Data goes to standard output, talk to standard error; `-` is standard input or output. Exit codes: 0 done; 1 some input was bad\n(each bad record is reported with file, line and reason, and the good ones are done all the same); 2 wrong usage; 130 interrupted.\n");
        page.Append("\n```text\n").Append(Of(root, root.Name)).Append("```\n");
        Add(root, root.Name);
        return page.ToString();

        void Add(Command command, string path)
        {
            foreach (Command verb in command.Subcommands.Where(verb => !verb.Hidden))
            {
                string name = $"{path} {verb.Name}";
                page.Append($"\n## {name[(root.Name.Length + 1)..]}\n\n```text\n").Append(Of(verb, name)).Append("```\n");
                Add(verb, name);
            }
        }
    }

    private static string Shape(Argument argument)
    {
        string name = argument.HelpName ?? argument.Name.ToUpperInvariant();
        string several = argument.Arity.MaximumNumberOfValues > 1 ? "..." : "";
        return argument.Arity.MinimumNumberOfValues == 0 ? $"[{name}{several}]" : name + several;
    }

    private static string Names(Option option)
    {
        string names = string.Join(", ", option.Aliases.Append(option.Name).OrderBy(name => name.Length).ThenBy(name => name, StringComparer.Ordinal));
        return option.Arity.MaximumNumberOfValues == 0 || option.ValueType == typeof(bool) ? names : $"{names} {option.HelpName ?? "VALUE"}";
    }

    private static void Table(StringBuilder text, string title, (string Name, string Words)[] rows)
    {
        if (rows.Length == 0)
        {
            return;
        }

        text.Append('\n').Append(title).Append(":\n");
        int column = Math.Min(28, rows.Max(row => row.Name.Length)) + 4;
        foreach ((string name, string words) in rows)
        {
            string head = "  " + name;
            string lead = head.Length + 2 <= column ? head.PadRight(column) : head + "\n" + new string(' ', column);
            Wrap(text, lead + words, new string(' ', column));
        }
    }

    private static void Wrap(StringBuilder text, string line, string indent)
    {
        int newline = line.LastIndexOf('\n');
        text.Append(line.AsSpan(0, newline + 1));
        line = line[(newline + 1)..];
        while (line.Length > Width && line.LastIndexOf(' ', Width) > indent.Length)
        {
            int at = line.LastIndexOf(' ', Width);
            text.Append(line.AsSpan(0, at).TrimEnd()).Append('\n');
            line = indent + line[(at + 1)..];
        }

        text.Append(line.TrimEnd()).Append('\n');
    }
}
