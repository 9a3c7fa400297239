namespace Entente.Language.Tags;

/// <summary>Parts of speech, a pair for each word. Arrays may be longer than the text: they are pooled.</summary>
/// <param name="Upos">Universal tags.</param>
/// <param name="Xpos">Penn tags: tense, number, verb form.</param>
public sealed record TagLayer(Upos[] Upos, Xpos[] Xpos);
