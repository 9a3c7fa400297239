using System.CommandLine;
using System.Text;
using Entente.Cli.Help;
using Entente.Cli.Streams;
using Entente.Testing;

namespace Entente.Cli.Tests;

public class HelpTests
{
    private static readonly Services Nowhere = new(Stream.Null, Stream.Null, TextWriter.Null, new Interrupt());

    [Fact]
    public void The_page_on_the_command_is_what_help_prints()
    {
        string path = Path.Combine(Repository.Root, "docs", "cli.md"), page = HelpText.Page(CommandTree.Build(Nowhere));
        if (Environment.GetEnvironmentVariable("ENTENTE_ACCEPT") == "1")
        {
            File.WriteAllText(path, page);
        }

        Assert.Equal(File.ReadAllText(path).ReplaceLineEndings("\n"), page);
    }

    [Fact]
    public void Every_verb_has_an_example_that_the_command_line_understands()
    {
        Verb[] verbs = [.. Verbs(CommandTree.Build(Nowhere)).Where(verb => verb.Subcommands.Count == 0 && !verb.Hidden)];
        Assert.Contains(verbs, verb => verb.Name == "code");
        foreach (Verb verb in verbs)
        {
            Assert.NotEmpty(verb.Examples);
            foreach (string example in verb.Examples)
            {
                string words = example[(example.IndexOf("entente ", StringComparison.Ordinal) + 8)..].Split(" > ")[0];

                ParseResult result = CommandTree.Build(Nowhere).Parse(words);

                Assert.True(result.Errors.Count == 0, $"{example}: {string.Join("; ", result.Errors.Select(error => error.Message))}");
                Assert.Equal(verb.Name, result.CommandResult.Command.Name);
            }
        }
    }

    [Fact]
    public void Every_option_and_argument_is_explained()
    {
        Verb[] verbs = [.. Verbs(CommandTree.Build(Nowhere)).Where(verb => !verb.Hidden)];
        Assert.Contains(verbs, verb => verb.Options.Count > 0 && verb.Arguments.Count > 0);
        foreach (Verb verb in verbs)
        {
            Assert.All(verb.Options, option => Assert.False(string.IsNullOrEmpty(option.Description), $"{verb.Name} {option.Name}"));
            Assert.All(verb.Arguments, argument => Assert.False(string.IsNullOrEmpty(argument.Description), $"{verb.Name} {argument.Name}"));
        }
    }

    [Theory]
    [InlineData("code --threads 0", "--threads takes a number")]
    [InlineData("code --date yesterday", "--date takes a day")]
    [InlineData("code --offsets bytes", "bytes")]
    [InlineData("code a b", "b")]
    [InlineData("cod a", "cod")]
    [InlineData("brief", "input")]
    [InlineData("code --frobnicate", "--frobnicate")]
    public void Wrong_usage_exits_2_and_says_what_is_wrong(string words, string message)
    {
        var errors = new StringWriter();

        int code = Program.Run(words.Split(' '), Nowhere with { Errors = errors });

        Assert.Equal(2, code);
        Assert.Contains(message, errors.ToString(), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("--help", errors.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("code --help", "entente code:")]
    [InlineData("lexicon lookup --help", "entente lexicon lookup:")]
    [InlineData("help train relate", "entente train relate:")]
    [InlineData("--help", "entente:")]
    public void Help_goes_to_standard_output(string words, string start)
    {
        using var output = new MemoryStream();

        int code = Program.Run(words.Split(' '), Nowhere with { Output = output });

        Assert.Equal(0, code);
        Assert.StartsWith(start, Encoding.UTF8.GetString(output.ToArray()), StringComparison.Ordinal);
    }

    private static IEnumerable<Verb> Verbs(Verb verb) => verb.Subcommands.Cast<Verb>().SelectMany(Verbs).Prepend(verb);
}
