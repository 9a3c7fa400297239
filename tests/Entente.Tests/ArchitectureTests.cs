using System.Xml.Linq;
using Entente.Testing;

namespace Entente.Tests;

public class ArchitectureTests
{
    /// <summary>docs/architecture.md has the same table.</summary>
    private static readonly Dictionary<string, string[]> MayReferTo = new(StringComparer.Ordinal)
    {
        ["Entente.Records"] = [],
        ["Entente.Reading"] = ["Entente.Records"],
        ["Entente.Language"] = ["Entente.Records"],
        ["Entente.Lexicon"] = ["Entente.Language", "Entente.Records"],
        ["Entente.Coding"] = ["Entente.Lexicon", "Entente.Language", "Entente.Records"],
        ["Entente.Archive"] = ["Entente.Records"],
        ["Entente.Analysis"] = ["Entente.Records"],
        ["Entente.Briefing"] = ["Entente.Analysis", "Entente.Records"],
        ["Entente"] = ["Entente.Records", "Entente.Reading", "Entente.Language", "Entente.Lexicon", "Entente.Coding", "Entente.Archive", "Entente.Analysis", "Entente.Briefing"],
        ["Entente.Cli"] = ["Entente"],
        ["Entente.Web"] = ["Entente"],
    };

    [Fact]
    public void A_project_refers_only_downwards()
    {
        string[] projects = Directory.GetFiles(Path.Combine(Repository.Root, "src"), "*.csproj", SearchOption.AllDirectories);
        Assert.NotEmpty(projects);
        foreach (string project in projects)
        {
            string name = Path.GetFileNameWithoutExtension(project);
            string[] references =
            [
                .. XDocument.Load(project).Descendants("ProjectReference")
                    .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/'))),
            ];

            Assert.True(MayReferTo.ContainsKey(name), $"{name} is not in the table");
            Assert.True(references.All(MayReferTo[name].Contains), $"{name} refers to {string.Join(", ", references.Except(MayReferTo[name]))}");
        }
    }

    [Fact]
    public void Every_project_says_what_it_is_in_a_README()
    {
        foreach (string folder in Directory.GetDirectories(Path.Combine(Repository.Root, "src")))
        {
            string readme = Path.Combine(folder, "README.md");

            Assert.True(File.Exists(readme), $"{Path.GetFileName(folder)} has no README.md");
            Assert.StartsWith("# " + Path.GetFileName(folder), File.ReadAllText(readme), StringComparison.Ordinal);
        }
    }
}
