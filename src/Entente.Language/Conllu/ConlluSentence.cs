using Entente.Language.Arcs;
using Entente.Language.Tags;

namespace Entente.Language.Conllu;

/// <summary>One sentence of a CoNLL-U file. Empty nodes and enhanced dependencies are not kept.</summary>
public sealed record ConlluSentence
{
    /// <summary>Its <c># sent_id</c>; null where the file gives none.</summary>
    public string? Id { get; init; }

    /// <summary>The id of the last <c># newdoc</c> before it; null before the first, and where that has no id.</summary>
    public string? DocId { get; init; }

    /// <summary>Whether a <c># newdoc</c> stands in its own comments.</summary>
    public bool StartsDocument { get; init; }

    /// <summary>Its <c># text</c>; null where the file gives none.</summary>
    public string? Text { get; init; }

    /// <summary>Number of its first line in the file, from 1.</summary>
    public int Line { get; init; }

    /// <summary>Its syntactic words; at least one.</summary>
    public required IReadOnlyList<ConlluWord> Words { get; init; }

    /// <summary>Its multiword tokens, in order.</summary>
    public IReadOnlyList<ConlluMultiword> Multiwords { get; init; } = [];

    /// <summary>Its comment lines as they stand, each with its <c>#</c>.</summary>
    public IReadOnlyList<string> Comments { get; init; } = [];
}

/// <summary>One syntactic word of a CoNLL-U file.</summary>
/// <param name="Form">As written.</param>
/// <param name="Lemma">Dictionary form; <c>_</c> where the file gives none.</param>
/// <param name="Upos">Universal tag; <see cref="Upos.X"/> where the file has <c>_</c>.</param>
/// <param name="Xpos">Penn tag; <see cref="Xpos.None"/> where the file has <c>_</c> or a tag of another set.</param>
/// <param name="Feats">Features as they stand, <c>_</c> for none.</param>
/// <param name="Head">Position of the head in the sentence, from 0; -1 for the root and where the file has <c>_</c>.</param>
/// <param name="Relation">Relation to the head; <see cref="Deprel.Dep"/> where the file has <c>_</c>.</param>
/// <param name="SpaceAfter">
/// Whether a blank follows: false with <c>SpaceAfter=No</c>, and inside a multiword token, whose own mark its last word bears.
/// </param>
/// <param name="Misc">The last column as it stands, <c>_</c> for nothing.</param>
public sealed record ConlluWord(
    string Form, string Lemma, Upos Upos, Xpos Xpos, string Feats, int Head, Deprel Relation, bool SpaceAfter, string Misc = "_");

/// <summary>A surface token of several words: words <c>[First, End)</c> of its sentence.</summary>
/// <param name="First">Its first word, from 0.</param>
/// <param name="End">The word after its last.</param>
/// <param name="Form">The surface form: <c>don't</c>.</param>
/// <param name="Misc">The last column as it stands, <c>_</c> for nothing.</param>
public sealed record ConlluMultiword(int First, int End, string Form, string Misc = "_");
