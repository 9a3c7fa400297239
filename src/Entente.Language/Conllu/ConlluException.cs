using Entente.Records;

namespace Entente.Language.Conllu;

/// <summary>A CoNLL-U file breaks its format; the message names place, value, expectation and remedy.</summary>
public sealed class ConlluException : FormatException
{
    internal ConlluException(string file, int line, string message, string help)
        : base(new Diagnostic(file, line, Code, message, help).ToString()) => Diagnostic = new(file, line, Code, message, help);

    /// <summary>The stable code of this complaint.</summary>
    public const string Code = "CNL001";

    /// <summary>The complaint as data.</summary>
    public Diagnostic Diagnostic { get; }

    /// <summary>The line at fault, from 1.</summary>
    public int Line => (int)Diagnostic.Line;
}
