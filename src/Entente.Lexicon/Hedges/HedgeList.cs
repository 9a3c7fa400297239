using Entente.Lexicon.Compiling;
using Entente.Lexicon.Frames;

namespace Entente.Lexicon.Hedges;

/// <summary>How a marker of inference stands to what is inferred.</summary>
public enum HedgeForm : byte
{
    /// <summary>An adverb or fixed phrase of the clause: "probably", "in effect".</summary>
    Adverb,

    /// <summary>A modal verb of the clause: "may".</summary>
    Aux,

    /// <summary>An adjective with a clause: "is likely to", "it is possible that".</summary>
    Adjective,

    /// <summary>A verb whose subject is a thing and whose complement or object is inferred: "the move suggests that".</summary>
    Verb,

    /// <summary>A verb that lifts the subject out of the inferred clause: "appears to".</summary>
    Raising,

    /// <summary>A verb of reading, passive or with a modal, followed by "as": "can be interpreted as".</summary>
    Reading,

    /// <summary>A noun with a clause: "signs that", "a real possibility that".</summary>
    Noun,

    /// <summary>A noun for people whose business is to infer: "analysts".</summary>
    Author,

    /// <summary>A verb by which they do: "say", "believe".</summary>
    Speech,

    /// <summary>A verb of thinking that makes an inference of what anybody without a state's voice thinks: "officials suspect that", ", one gathers,".</summary>
    Belief,

    /// <summary>An adjective before a verb of thinking: "it is fair to guess that", ", it is safe to say,".</summary>
    Aside,
}

/// <summary>Words that mark an inference.</summary>
/// <param name="Id">Names the entry: <c>very-likely</c>.</param>
/// <param name="Form">How they stand.</param>
/// <param name="Words">Lemmas; several words are joined by <c>_</c>.</param>
/// <param name="From">Lower end of the likelihood, 0 to 1; null where the words do not estimate.</param>
/// <param name="To">Upper end of the likelihood; null where the words do not estimate.</param>
/// <param name="Source">A key of <c>lexicon/SOURCES.md</c> for the likelihood; null without one.</param>
/// <param name="Place">Its line.</param>
public sealed record Hedge(string Id, HedgeForm Form, LemmaSet Words, double? From, double? To, string? Source, string Place);

/// <summary>Estimative words and markers of inference: <c>lexicon/hedges.yaml</c>.</summary>
public sealed class HedgeList
{
    internal HedgeList(LexiconImage image) => All = new RecordList<Hedge>(image, Section.Hedges, ImageRecords.ReadHedge);

    /// <summary>In file order; empty where there is no such file.</summary>
    public IReadOnlyList<Hedge> All { get; }
}
