using System.Runtime.CompilerServices;

namespace Entente.Briefing.Tests;

/// <summary>Compares long output with a file in Golden/; ENTENTE_ACCEPT=1 writes the file anew.</summary>
internal static class GoldenFile
{
    public static string Read(string name, [CallerFilePath] string here = "") => File.ReadAllText(PathOf(name, here)).ReplaceLineEndings("\n");

    public static void Matches(string name, string actual, [CallerFilePath] string here = "")
    {
        string path = PathOf(name, here);
        if (Environment.GetEnvironmentVariable("ENTENTE_ACCEPT") == "1")
        {
            File.WriteAllText(path, actual);
            return;
        }

        string[] expected = File.ReadAllText(path).ReplaceLineEndings("\n").Split('\n');
        string[] found = actual.Split('\n');
        for (int i = 0; i < Math.Max(expected.Length, found.Length); i++)
        {
            string want = i < expected.Length ? expected[i] : "(end of file)";
            string have = i < found.Length ? found[i] : "(end of output)";
            Assert.True(string.Equals(want, have, StringComparison.Ordinal), $"{name}:{i + 1}\n  expected: {want}\n  found:    {have}");
        }
    }

    private static string PathOf(string name, string here) => Path.Combine(Path.GetDirectoryName(here)!, "Golden", name);
}
