using Entente.Lexicon.Compiling;

namespace Entente.Lexicon.Tests.Compiling;

/// <summary>What a check finds, by code alone.</summary>
internal static class Codes
{
    public static IEnumerable<string> Of(SmallLexicon folder) => LexiconCheck.Run(folder.Folder).Select(problem => problem.Code);
}
