using System.Text.RegularExpressions;
using Entente.Testing;

namespace Entente.Tests;

public partial class DocumentationTests
{
    [Fact]
    public void Every_error_code_in_the_source_is_explained()
    {
        string page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "errors.md"));
        string[] codes =
        [
            .. Directory.GetFiles(Path.Combine(Repository.Root, "src"), "*.cs", SearchOption.AllDirectories)
                .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
                .SelectMany(file => Code().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value))
                .Distinct().Order(StringComparer.Ordinal),
        ];

        Assert.NotEmpty(codes);
        Assert.All(codes, code => Assert.True(page.Contains($"| {code} |", StringComparison.Ordinal) || InRange(code, page), $"docs/errors.md does not explain {code}"));
    }

    /// <summary>A row may explain a run of codes: <c>COR001 to COR031</c>.</summary>
    private static bool InRange(string code, string page) => Run().Matches(page).Any(run =>
        string.CompareOrdinal(run.Groups[1].Value, code) <= 0 && string.CompareOrdinal(code, run.Groups[2].Value) <= 0 && run.Groups[1].Value[..3] == code[..3]);

    [GeneratedRegex(@"""([A-Z]{3}\d{3})""")]
    private static partial Regex Code();

    [GeneratedRegex(@"\| ([A-Z]{3}\d{3}) to ([A-Z]{3}\d{3}) \|")]
    private static partial Regex Run();
}
