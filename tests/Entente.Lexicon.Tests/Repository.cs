namespace Entente.Lexicon.Tests;

/// <summary>Files of the checkout.</summary>
internal static class Repository
{
    private static readonly Lazy<string> Root = new(() =>
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Entente.slnx")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests do not run from within a checkout.");
    });

    /// <summary>The project's own lexicon, loaded once for all tests.</summary>
    public static Lazy<WorldLexicon> Lexicon { get; } = new(() => WorldLexicon.Load(PathTo("lexicon")));

    /// <summary>A file of the checkout.</summary>
    public static string PathTo(string path) => Path.Combine(Root.Value, path);
}
