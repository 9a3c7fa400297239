using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Text;
using Entente.Cli.Help;
using Entente.Cli.Streams;
using Entente.Lexicon;
using Entente.Lexicon.Ontologies;
using Entente.Records;

namespace Entente.Cli.Verbs;

/// <summary>The option that names files of categories of the user's own: the same in every verb that shows events.</summary>
internal sealed class OntologyOption
{
    private readonly Option<string[]> _files = new("--ontology")
    {
        HelpName = "FILE",
        Description = "categories of your own (docs/ontologies.md), in place of those that packs bring; may be repeated, the later wins",
        AllowMultipleArgumentsPerToken = false,
    };

    /// <summary>Adds it to a verb.</summary>
    public void AddTo(Verb verb) => verb.Add(_files);

    /// <summary>The categories in force: of the files named, else of the lexicon's packs; null where there are none.</summary>
    /// <exception cref="UsageException">A file cannot be read, or nothing in the files can be used.</exception>
    public Ontology? Of(ParseResult result, Services services, Lazy<WorldLexicon> lexicon)
    {
        string[] files = result.GetValue(_files) ?? [];
        if (files.Length > 0)
        {
            return Read(files, services, lexicon.Value);
        }

        return lexicon.Value.Ontology is { Categories.Count: > 0 } packs ? packs : null;
    }

    /// <summary>The lexicon beside the program, loaded when asked for.</summary>
    public static Lazy<WorldLexicon> LexiconOf(Services services) => new(() => new EntenteEngine(services.Home).Lexicon);

    /// <summary>Reads files of categories; what cannot be used is reported, and the verb ends with 1.</summary>
    /// <exception cref="UsageException">A file cannot be read, or nothing in the files can be used.</exception>
    public static Ontology Read(IReadOnlyList<string> files, Services services, WorldLexicon lexicon)
    {
        var problems = new List<Diagnostic>();
        var ontology = Ontology.Read([.. files.Select(file => new OntologyFile(file, TextOf(file, services)))], OntologyTerms.Of(lexicon), problems);
        problems.ForEach(services.Report);
        services.Faults.Any |= problems.Count > 0;
        return ontology.Categories.Count > 0
            ? ontology
            : throw new UsageException(string.Create(CultureInfo.InvariantCulture, $"no category of {string.Join(", ", files.Select(file => $"'{file}'"))} can be used ({problems.Count} faults); docs/ontologies.md shows the shape"));
    }

    private static string TextOf(string file, Services services)
    {
        using var reader = new StreamReader(services.OpenInput(file), new UTF8Encoding(false, throwOnInvalidBytes: true));
        try
        {
            return reader.ReadToEnd();
        }
        catch (DecoderFallbackException)
        {
            throw new UsageException($"'{file}' is not UTF-8: convert it, for example with iconv");
        }
    }
}
