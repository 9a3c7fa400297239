namespace Entente.Cli.Streams;

/// <summary>Why a file that the user named cannot be used, in words that say what was given, what is expected and what to do.</summary>
internal static class FileTalk
{
    /// <summary>Why a file cannot be read.</summary>
    /// <param name="path">As the user gave it.</param>
    /// <param name="problem">What opening it threw; null where nobody tried.</param>
    public static string Unreadable(string path, Exception? problem = null)
    {
        if (path.Length == 0)
        {
            return "the name of a file to read is empty; name a file, or - for standard input";
        }

        if (Directory.Exists(path))
        {
            return $"'{path}' is a folder, and a file is expected: name a file in it ('code', 'brief', 'add' and 'lexicon suggest' read whole folders)";
        }

        return problem is UnauthorizedAccessException
            ? $"'{path}' cannot be read: its permissions do not let you; change them, or copy the file"
            : File.Exists(path) && problem is not null ? $"'{path}' cannot be read: {problem.Message}" : $"there is no file '{path}'{SeenFrom(path)}";
    }

    /// <summary>Why a file cannot be written.</summary>
    /// <param name="path">As the user gave it.</param>
    /// <param name="problem">What opening it threw; null where nobody tried.</param>
    public static string Unwritable(string path, Exception? problem = null)
    {
        if (path.Length == 0)
        {
            return "the name of a file to write is empty; name a file, or - for standard output";
        }

        if (Directory.Exists(path))
        {
            return $"'{path}' is a folder, and a file is expected: name one in it, such as '{Path.Join(path, "out")}'";
        }

        return Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder && !Directory.Exists(folder)
            ? $"'{path}' cannot be written: there is no folder '{folder}'; make it first"
            : problem is UnauthorizedAccessException
                ? $"'{path}' cannot be written: the permissions of the file or its folder do not let you; choose another place"
                : $"'{path}' cannot be written: {problem?.Message}";
    }

    /// <summary>The folder that is asked for, or the reason why there is none.</summary>
    /// <param name="path">As the user gave it.</param>
    /// <param name="advice">What to do; null where the name says it.</param>
    /// <exception cref="UsageException">It is not there, or a file.</exception>
    public static string Folder(string path, string? advice = null)
    {
        string remedy = advice is null ? "" : "; " + advice;
        return Directory.Exists(path) ? path
            : File.Exists(path) ? throw new UsageException($"'{path}' is a file, and a folder is expected{remedy}")
            : throw new UsageException(path.Length == 0 ? $"the name of a folder is empty{remedy}" : $"there is no folder '{path}'{SeenFrom(path)}{remedy}");
    }

    private static string SeenFrom(string path) => Path.IsPathRooted(path) ? "" : $", seen from {Directory.GetCurrentDirectory()}";
}
