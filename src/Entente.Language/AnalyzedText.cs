using System.Diagnostics;
using Entente.Language.Arcs;
using Entente.Language.Entities;
using Entente.Language.Lemmas;
using Entente.Language.Sentences;
using Entente.Language.Tags;
using Entente.Language.Tokens;
using Entente.Records;

namespace Entente.Language;

/// <summary>A text and all layers of its analysis, aligned with its words. Read-only; its arrays may be pooled and longer than needed.</summary>
/// <param name="Text">The text, kept once; every span points into it.</param>
/// <param name="Tokens">Its words.</param>
/// <param name="Sentences">Its sentences.</param>
/// <param name="Tags">Parts of speech.</param>
/// <param name="Lemmas">Dictionary forms.</param>
/// <param name="Arcs">Dependency trees.</param>
/// <param name="Entities">Mentions.</param>
public sealed record AnalyzedText(
    string Text, TokenLayer Tokens, SentenceLayer Sentences, TagLayer Tags, LemmaLayer Lemmas, ArcLayer Arcs, EntityLayer Entities)
{
    /// <summary>Number of words.</summary>
    public int Count => Tokens.Count;

    /// <summary>Word <paramref name="index"/>, from 0.</summary>
    public Token this[int index] => new(this, index);

    /// <summary>Sentence <paramref name="index"/>, from 0.</summary>
    public Sentence Sentence(int index) => new(this, index);
}

/// <summary>One sentence of an analyzed text: a view that owns nothing.</summary>
public readonly struct Sentence
{
    internal Sentence(AnalyzedText source, int index)
    {
        Source = source;
        Index = index;
    }

    /// <summary>The text it stands in.</summary>
    public AnalyzedText Source { get; }

    /// <summary>Its number in the text, from 0.</summary>
    public int Index { get; }

    /// <summary>Its first word, counted in the text.</summary>
    public int First => Source.Sentences.First(Index);

    /// <summary>The word after its last.</summary>
    public int End => Source.Sentences.End(Index);

    /// <summary>Number of words.</summary>
    public int Count => End - First;

    /// <summary>Where it stands: from its first word to its last.</summary>
    public TextSpan Span => new(Source.Tokens.Starts[First], Source.Tokens.Ends[End - 1]);

    /// <summary>Word <paramref name="offset"/> of the sentence, from 0.</summary>
    public Token this[int offset] => new(Source, First + offset);
}

/// <summary>One word of an analyzed text: a view, 16 bytes, that owns nothing.</summary>
[DebuggerDisplay("{Index}: {ToString(),nq} <-{Relation}- {HeadIndex}")]
public readonly struct Token : IEquatable<Token>
{
    private readonly AnalyzedText _source;

    internal Token(AnalyzedText source, int index)
    {
        _source = source;
        Index = index;
    }

    /// <summary>Position in the text, from 0.</summary>
    public int Index { get; }

    /// <summary>Where it stands.</summary>
    public TextSpan Span => _source.Tokens.Span(Index);

    /// <summary>Its characters.</summary>
    public ReadOnlySpan<char> Text => _source.Text.AsSpan(_source.Tokens.Starts[Index], _source.Tokens.Ends[Index] - _source.Tokens.Starts[Index]);

    /// <summary>Universal part of speech.</summary>
    public Upos Pos => _source.Tags.Upos[Index];

    /// <summary>Penn tag.</summary>
    public Xpos Xpos => _source.Tags.Xpos[Index];

    /// <summary>Dictionary form, interned.</summary>
    public string Lemma => _source.Lemmas.Lemmas[Index];

    /// <summary>Position of the head in the text, from 0; -1 for the root of a sentence.</summary>
    public int HeadIndex => _source.Arcs.Heads[Index];

    /// <summary>Relation to the head.</summary>
    public Deprel Relation => _source.Arcs.Relations[Index];

    /// <summary>Allocates; for people and debuggers. Code compares <see cref="Text"/>.</summary>
    public override string ToString() => Text.ToString();

    /// <inheritdoc/>
    public bool Equals(Token other) => ReferenceEquals(_source, other._source) && Index == other.Index;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Token other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Index;

    /// <summary>The same word of the same text.</summary>
    public static bool operator ==(Token left, Token right) => left.Equals(right);

    /// <summary>Not the same word of the same text.</summary>
    public static bool operator !=(Token left, Token right) => !left.Equals(right);
}
