namespace Entente.Testing;

/// <summary>Files of the reference material beside the checkout, which a checkout may lack.</summary>
public static class SharedFile
{
    /// <summary>Where a file of the reference material lies, present or not.</summary>
    /// <param name="path">Its path below the folder <c>shared</c>.</param>
    public static string PathTo(string path) => Path.Combine(Repository.Root, "..", "shared", path);

    /// <summary>Why a test that reads these files is skipped; null where all are there.</summary>
    internal static string? Lacking(string[] paths) =>
        Array.Find(paths, path => !File.Exists(PathTo(path))) is { } missing ? $"shared/{missing} is not there" : null;
}
