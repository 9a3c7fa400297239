using System.Text;
using System.Text.Json;
using Entente.Archive.Formats;

namespace Entente.Archive.Tests;

public class ManifestTests
{
    [Fact]
    public void A_manifest_names_every_part_with_its_hash()
    {
        var manifest = new Manifest
        {
            Coder = "entente 0.1.0",
            Lexicon = new("lexicon", "0123", "0123ff"),
            Models = [new("parser", null, "ab")],
            Inputs = [new("in.jsonl", null, "cd"), new("-", null, null)],
            Options = [new("offsets", "utf16")],
            Counts = [new("documents", 2), new("events", 5)],
            Complete = true,
        };

        using var output = new MemoryStream();
        manifest.Write(output);

        string text = Encoding.UTF8.GetString(output.ToArray());
        JsonElement root = JsonDocument.Parse(text).RootElement;
        Assert.EndsWith("}\n", text, StringComparison.Ordinal);
        Assert.Equal("0123ff", root.GetProperty("lexicon").GetProperty("sha256").GetString());
        Assert.Equal("cd", root.GetProperty("inputs")[0].GetProperty("sha256").GetString());
        Assert.False(root.GetProperty("inputs")[1].TryGetProperty("sha256", out _));
        Assert.Equal(5, root.GetProperty("counts").GetProperty("events").GetInt64());
        Assert.Equal("events.jsonl.manifest.json", Manifest.PathFor("events.jsonl"));
    }
}
