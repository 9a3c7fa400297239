namespace Entente.Language.Lemmas;

/// <summary>Dictionary forms, one for each word, interned: the same lemma is the same string. The array may be longer than the text.</summary>
/// <param name="Lemmas">Lower case but for proper nouns and abbreviations, as in UD English.</param>
public sealed record LemmaLayer(string[] Lemmas);
