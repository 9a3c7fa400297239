using Entente.Language.Arcs;
using Entente.Language.Entities;
using Entente.Language.Lemmas;
using Entente.Language.Neural;
using Entente.Language.Sentences;
using Entente.Language.Tags;
using Entente.Language.Tokens;

namespace Entente.Language;

/// <summary>Text in, words, sentences, tags, lemmas, trees and mentions out. Read-only; one serves all threads.</summary>
/// <param name="syntax">The tagger and parser; the caller owns it.</param>
/// <param name="lemmatizer">Dictionary forms.</param>
public sealed class LanguagePipeline(SyntaxModel syntax, Lemmatizer lemmatizer) : IDisposable
{
    /// <summary>Loads the models of a folder: <c>syntax.bin</c> and <c>lemmas.bin</c>, or their unpacked twins <c>syntax.raw</c> and <c>lemmas.raw</c>.</summary>
    public static LanguagePipeline Load(string folder)
    {
        SyntaxModel syntax = SyntaxModel.Load(Readiest(folder, "syntax"));
        using FileStream lemmas = File.OpenRead(Readiest(folder, "lemmas"));
        return new(syntax, Lemmatizer.Load(lemmas));
    }

    /// <summary>The unpacked model where there is one.</summary>
    private static string Readiest(string folder, string model)
    {
        string raw = Path.Combine(folder, model + ".raw");
        return File.Exists(raw) ? raw : Path.Combine(folder, model + ".bin");
    }

    /// <inheritdoc/>
    public void Dispose() => syntax.Dispose();

    private static readonly EntityLayer NoEntities = new([]);

    /// <summary>Analyzes a text.</summary>
    /// <param name="text">Any string; what is no language comes out as words all the same.</param>
    /// <param name="scratch">This thread's room: the result lives in it until it is used for the next text.</param>
    public AnalyzedText Analyze(string text, AnalysisScratch scratch)
    {
        TokenLayer tokens = scratch.Tokens;
        SentenceLayer sentences = scratch.Sentences;
        tokens.Clear();
        sentences.Clear();
        Tokenizer.Tokenize(text, tokens);
        SentenceSplitter.Split(text, tokens, sentences);
        return Analyze(text, tokens, sentences, scratch);
    }

    /// <summary>Analyzes a text; the result is the caller's to keep.</summary>
    public AnalyzedText Analyze(string text)
    {
        using var scratch = new AnalysisScratch();
        return Analyze(text, scratch);
    }

    /// <summary>Analyzes a text whose words and sentences are given.</summary>
    public AnalyzedText Analyze(string text, TokenLayer tokens, SentenceLayer sentences, AnalysisScratch scratch)
    {
        scratch.Reserve(tokens.Count);
        TagLayer tags = scratch.Tags;
        LemmaLayer lemmas = scratch.Lemmas;
        ArcLayer arcs = scratch.Arcs;
        syntax.Analyze(text, tokens, sentences, scratch.Syntax, tags, arcs);
        lemmatizer.Lemmatize(text, tokens, tags, lemmas.Lemmas);
        return new AnalyzedText(text, tokens, sentences, tags, lemmas, arcs, NoEntities);
    }
}
