using Entente.Lexicon.Cameo;
using Entente.Lexicon.Compiling;
using Entente.Lexicon.Frames;

namespace Entente.Lexicon.Ontologies;

/// <summary>What the conditions of an ontology may ask for: the codes, frames and regions of a lexicon.</summary>
public sealed class OntologyTerms
{
    private static readonly string[] Bodies = ["IGO", "UNO", "EUR", "NGO", "MNC", "ISM", "IMG"];
    private readonly HashSet<string> _states;
    private readonly ILookup<string, string> _regions;

    private OntologyTerms(IEnumerable<CameoCode> cameo, IEnumerable<Frame> frames, IEnumerable<string> states, IEnumerable<(string Region, string Member)> regions)
    {
        Cameo = cameo;
        Frames = frames;
        _states = states.ToHashSet(StringComparer.Ordinal);
        _regions = regions.ToLookup(row => row.Region, row => row.Member, StringComparer.Ordinal);
    }

    /// <summary>All CAMEO codes.</summary>
    internal IEnumerable<CameoCode> Cameo { get; }

    /// <summary>All frames, those of packs included.</summary>
    internal IEnumerable<Frame> Frames { get; }

    /// <summary>Names of the regions, in file order.</summary>
    internal IEnumerable<string> Regions => _regions.Select(region => region.Key);

    /// <summary>The terms of a lexicon.</summary>
    public static OntologyTerms Of(WorldLexicon lexicon)
    {
        ArgumentNullException.ThrowIfNull(lexicon);
        return new(lexicon.Cameo, lexicon.Frames, lexicon.States.Select(state => state.Code), lexicon.Regions.All.Select(row => (row.Region, row.Member)));
    }

    /// <summary>The terms of a lexicon that is being compiled.</summary>
    internal static OntologyTerms Of(LexiconText text) =>
        new(text.Cameo, text.Frames, text.States.Select(state => state.Code), text.Regions.Select(row => (row.Region, row.Member)));

    /// <summary>Whether a code may stand in a country's place.</summary>
    internal bool IsCountry(string code) => _states.Contains(code) || Array.IndexOf(Bodies, code) >= 0;

    /// <summary>Codes of a region's states; empty for what is no region.</summary>
    internal IReadOnlyList<string> MembersOf(string region) => [.. _regions[region]];
}
