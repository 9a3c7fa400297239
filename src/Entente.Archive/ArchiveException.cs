namespace Entente.Archive;

/// <summary>What went wrong with an archive file, as far as the user can do something about it.</summary>
public enum ArchiveTrouble
{
    /// <summary>Something else; the message says what SQLite reported.</summary>
    Other,

    /// <summary>The file is not there, or cannot be opened or written.</summary>
    Unreachable,

    /// <summary>The file is no archive of Entente's.</summary>
    NotAnArchive,

    /// <summary>A newer version of Entente made it.</summary>
    TooNew,

    /// <summary>Another program holds it for longer than the wait.</summary>
    Busy,

    /// <summary>The disk is full. What was committed is kept.</summary>
    Full,

    /// <summary>The file is damaged.</summary>
    Damaged,
}

/// <summary>An archive file cannot be used as asked; the message says why, in the user's words.</summary>
public sealed class ArchiveException : IOException
{
    /// <param name="trouble">What kind.</param>
    /// <param name="message">Which file, what was found, what was expected.</param>
    public ArchiveException(ArchiveTrouble trouble, string message)
        : base(message) => Trouble = trouble;

    /// <summary>What kind.</summary>
    public ArchiveTrouble Trouble { get; }
}
