using Entente.Language.Arcs;
using Entente.Language.Lemmas;
using Entente.Language.Neural;
using Entente.Language.Sentences;
using Entente.Language.Tags;
using Entente.Language.Tokens;

namespace Entente.Language;

/// <summary>One thread's room for <see cref="LanguagePipeline.Analyze(string, AnalysisScratch)"/>: the layers of the last text, kept to be filled again.</summary>
public sealed class AnalysisScratch : IDisposable
{
    internal TokenLayer Tokens { get; } = new();

    internal SentenceLayer Sentences { get; } = new();

    internal TagLayer Tags { get; private set; } = new([], []);

    internal LemmaLayer Lemmas { get; private set; } = new([]);

    internal ArcLayer Arcs { get; private set; } = new([], []);

    internal SyntaxScratch Syntax { get; } = new();

    /// <summary>Makes room for <paramref name="words"/> words.</summary>
    internal void Reserve(int words)
    {
        if (Arcs.Heads.Length >= words)
        {
            return;
        }

        int room = Math.Max(256, words + (words / 2));
        Tags = new(new Upos[room], new Xpos[room]);
        Lemmas = new(new string[room]);
        Arcs = new(new int[room], new Deprel[room]);
    }

    /// <inheritdoc/>
    public void Dispose() => Syntax.Dispose();
}
