namespace Entente.Records;

/// <summary>One complaint about bad data: place, what is wrong, and what would put it right.</summary>
/// <param name="File">The file as the user named it; <c>-</c> for standard input.</param>
/// <param name="Line">1-based; 0 where the whole file is meant.</param>
/// <param name="Code">A stable code such as <c>DOC003</c>; docs/errors.md lists them. Its meaning never changes.</param>
/// <param name="Message">What was found, and what was expected, in the user's words.</param>
/// <param name="Help">What to do about it; null where the message says it all.</param>
public sealed record Diagnostic(string File, long Line, string Code, string Message, string? Help = null)
{
    /// <summary><c>file:line: CODE: message</c>, and the remedy on a line of its own.</summary>
    public override string ToString()
    {
        string place = Line > 0 ? FormattableString.Invariant($"{File}:{Line}") : File;
        return Help is null ? $"{place}: {Code}: {Message}" : $"{place}: {Code}: {Message}\n  help: {Help}";
    }
}
