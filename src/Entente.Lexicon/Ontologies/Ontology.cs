using System.Security.Cryptography;
using System.Text;
using Entente.Records;

namespace Entente.Lexicon.Ontologies;

/// <summary>A file of categories of one's own.</summary>
/// <param name="Name">As complaints and manifests name it: <c>lexicon/packs/mine/ontology.yaml</c>.</param>
/// <param name="Text">Its text.</param>
public sealed record OntologyFile(string Name, string Text)
{
    /// <summary>SHA-256 of the text as UTF-8, lower-case hexadecimal.</summary>
    public string Sha256 => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text)));
}

/// <summary>A category that another of its name replaced.</summary>
/// <param name="Label">Their name.</param>
/// <param name="Place">Where the one that counts stands.</param>
/// <param name="Replaced">Where the one stands that does not.</param>
public sealed record ReplacedCategory(string Label, string Place, string Replaced);

/// <summary>Categories of a user's own over what records carry: an event bears the names of all that it belongs to.</summary>
/// <remarks>docs/ontologies.md describes the files. Read-only, and safe to share between threads.</remarks>
public sealed class Ontology
{
    private Ontology(IReadOnlyList<OntologyFile> files, IReadOnlyList<OntologyCategory> categories, IReadOnlyList<ReplacedCategory> replaced)
    {
        Files = files;
        Categories = categories;
        Replaced = replaced;
    }

    /// <summary>The files it was read from, lowest first.</summary>
    public IReadOnlyList<OntologyFile> Files { get; }

    /// <summary>The categories in force, in the order of the files and within each in file order.</summary>
    public IReadOnlyList<OntologyCategory> Categories { get; }

    /// <summary>Categories that one of a later file replaced, in file order.</summary>
    public IReadOnlyList<ReplacedCategory> Replaced { get; }

    /// <summary>Reads files, each laid upon those before it: of two categories of one name the later file's counts, and stands in its place there.</summary>
    /// <param name="files">Lowest first.</param>
    /// <param name="terms">What conditions may ask for.</param>
    /// <param name="problems">Receives an entry for each category that cannot be used; the others are.</param>
    public static Ontology Read(IReadOnlyList<OntologyFile> files, OntologyTerms terms, ICollection<Diagnostic> problems)
    {
        ArgumentNullException.ThrowIfNull(files);
        var reader = new OntologyReader(terms, problems);
        OntologyCategory[][] layers = [.. files.Select(file => reader.Read(file).ToArray())];
        var kept = new List<OntologyCategory>();
        var replaced = new List<ReplacedCategory>();
        for (int i = 0; i < layers.Length; i++)
        {
            foreach (OntologyCategory category in layers[i])
            {
                OntologyCategory? later = layers.Skip(i + 1).Reverse().SelectMany(layer => layer).FirstOrDefault(other => other.Label == category.Label);
                if (later is null)
                {
                    kept.Add(category);
                }
                else
                {
                    replaced.Add(new(category.Label, later.Place, category.Place));
                }
            }
        }

        return new(files, kept, replaced);
    }

    /// <summary>The names of all categories that an event belongs to, in the order of <see cref="Categories"/>; empty where none fits.</summary>
    public IReadOnlyList<string> LabelsOf(OntologyFacts act) => [.. Categories.Where(category => category.Holds(act)).Select(category => category.Label)];

    /// <summary>The record with the names of its categories.</summary>
    public CodedEvent Label(CodedEvent coded)
    {
        ArgumentNullException.ThrowIfNull(coded);
        return coded with { Labels = LabelsOf(OntologyFacts.Of(coded)) };
    }
}
