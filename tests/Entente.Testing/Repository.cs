namespace Entente.Testing;

/// <summary>The repository that the tests were built in.</summary>
public static class Repository
{
    /// <summary>The folder of Entente.slnx.</summary>
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    private static string Find(string folder)
    {
        for (DirectoryInfo? at = new(folder); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "Entente.slnx")))
            {
                return at.FullName;
            }
        }

        throw new DirectoryNotFoundException($"no folder above '{folder}' holds Entente.slnx");
    }
}
