using Entente.Lexicon.Compiling;

namespace Entente.Lexicon.Frames;

/// <summary>Words that show a context.</summary>
/// <param name="Context">PLOVER's name: <c>military</c>.</param>
/// <param name="Words">Lemmas, classes expanded; several words are joined by <c>_</c>.</param>
public sealed record ContextWords(string Context, LemmaSet Words);

/// <summary>What an act is about, by the words near it: <c>lexicon/contexts.yaml</c>; and the fields of life of <c>lexicon/domains.yaml</c>.</summary>
public sealed class ContextList
{
    internal ContextList(LexiconImage image, Section section) => All = new RecordList<ContextWords>(image, section, ImageRecords.ReadContextWords);

    /// <summary>In file order; empty where there is no such file.</summary>
    public IReadOnlyList<ContextWords> All { get; }
}

/// <summary>PLOVER's contexts.</summary>
public static class PloverContexts
{
    private static readonly string[] Names =
    [
        "military", "intelligence", "executive", "legislative", "election", "political_institutions", "pro_democracy", "pro_autocracy",
        "economic", "legal", "reparations", "human_rights", "rights_freedoms", "repression", "human_security", "gender", "lgbt",
        "religion_ethnicity", "inequality", "diplomatic", "territory", "peacekeeping", "health", "asylum", "migration", "disasters",
        "natural_resource", "environment", "technology", "terrorism", "cbrn", "cyber", "misinformation", "crime", "corruption", "illegal_drugs",
        "trafficking",
    ];

    /// <summary>All, in the codebook's order.</summary>
    public static IReadOnlyList<string> All => Names;

    /// <summary>Whether PLOVER has a context of that name.</summary>
    public static bool Contains(string name) => Array.IndexOf(Names, name) >= 0;
}
