using System.CommandLine;
using Entente.Cli.Help;
using Entente.Cli.Tables;
using Entente.Lexicon;
using Entente.Lexicon.Ontologies;

namespace Entente.Cli.Verbs;

/// <summary><c>entente lexicon ontology [FILE...]</c></summary>
internal static class LexiconOntologyVerb
{
    public static Verb Create(Services services)
    {
        Argument<string[]> files = new("file") { HelpName = "FILE", Description = "files of categories, each laid upon those before it (default: those of the packs)", Arity = ArgumentArity.ZeroOrMore };
        Option<bool> json = Shared.Json("the table");
        var verb = new Verb("ontology", "your own categories: which are in force, and what is wrong with a file of them")
        {
            Details = "Exit code 1 where a category cannot be used: each such is told with place, value, expectation and remedy. docs/ontologies.md describes the files.",
            Examples = ["entente lexicon ontology", "entente lexicon ontology samples/ontology.yaml"],
        };
        verb.Add(files);
        verb.Add(json);
        verb.SetAction(result => Run(services, result.GetValue(files) ?? [], result.GetValue(json)));
        return verb;
    }

    private static int Run(Services services, string[] files, bool json)
    {
        WorldLexicon lexicon = OntologyOption.LexiconOf(services).Value;
        Ontology ontology = files.Length > 0 ? OntologyOption.Read(files, services, lexicon) : lexicon.Ontology;
        if (ontology.Categories.Count == 0)
        {
            services.Errors.Write("no pack brings categories of your own; docs/ontologies.md shows how to write some\n");
            return 0;
        }

        var table = new Table("label", "description", "place");
        foreach (OntologyCategory category in ontology.Categories)
        {
            table.Add(category.Label, category.Description, category.Place);
        }

        table.Write(services, json ? TableForm.Json : TableForm.Table);
        foreach (ReplacedCategory replaced in ontology.Replaced)
        {
            services.Errors.Write($"note: {replaced.Place}: '{replaced.Label}' counts instead of {replaced.Replaced}: the later wins\n");
        }

        return 0;
    }
}
