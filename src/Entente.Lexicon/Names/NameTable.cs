using Entente.Language.Tokens;
using Entente.Lexicon.Compiling;

namespace Entente.Lexicon.Names;

internal sealed class NameTable
{
    internal NameTable(LexiconImage image)
    {
    }

    public bool TryMatch(string text, TokenLayer tokens, int first, int limit, out NameHit hit) => throw new NotSupportedException();

    public NameSense[] Find(string name) => throw new NotSupportedException();

    public NameCandidate[] Lookup(string name, int count) => throw new NotSupportedException();

    public bool TryMatchVariant(ReadOnlySpan<char> name, out NameCandidate candidate) => throw new NotSupportedException();
}
