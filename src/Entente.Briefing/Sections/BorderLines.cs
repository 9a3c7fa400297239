using System.Globalization;
using Entente.Analysis.Concerns;
using Entente.Briefing.Words;
using Entente.Records;

namespace Entente.Briefing.Sections;

/// <summary>Threats with the borders they would come over: who names which threat from where, and where such concerns line up.</summary>
/// <param name="material">What was read and coded.</param>
/// <param name="borders">Pairs of states that share a border; empty where nobody gave them.</param>
internal sealed class BorderLines(ReadMaterial material, IReadOnlyList<Relation> borders)
{
    private const int MostConcerns = 20;
    private const int MostPaths = 10;

    /// <summary>A path of two states says no more than the concern itself.</summary>
    private const int FewestStates = 3;

    private readonly BorderMap _map = new(borders);
    private readonly ILookup<string, Tie> _ties = material.Records.Ties.ToLookup(tie => tie.Id, StringComparer.Ordinal);

    /// <summary>The section with these lines after its own; as it was where there are none.</summary>
    public BriefSection? AddTo(BriefSection? section)
    {
        if (section is null || borders.Count == 0)
        {
            return section;
        }

        Dictionary<string, Document> documents = material.Documents.ToDictionary(document => document.Id, StringComparer.Ordinal);
        ConcernReport report = ConcernAnalysis.Of(
            material.Records.Ties.Select(tie => new Sourced<Tie>(tie, documents.GetValueOrDefault(tie.DocId)?.Date, documents.GetValueOrDefault(tie.DocId)?.Publisher, "entente")), borders);
        Concern[] concerns = [.. report.Concerns.Where(concern => concern.From is not null && concern.Steps is not 0)];
        SpilloverPath[] paths = [.. report.Paths.Where(path => path.States.Count >= FewestStates)];
        SectionGroup[] added =
        [
            .. concerns.Length > 0 ? [new("Threats over borders: who names which from where", [.. concerns.Take(MostConcerns).Select(Item)], Math.Max(0, concerns.Length - MostConcerns))] : Array.Empty<SectionGroup>(),
            .. paths.Length > 0 ? [new("Spill-over paths: each state borders on the one before, and names it or the first", [.. paths.Take(MostPaths).Select(Item)], Math.Max(0, paths.Length - MostPaths))] : Array.Empty<SectionGroup>(),
        ];
        return added.Length == 0 ? section : section with
        {
            Lead = section.Lead + " Ways over borders are the shortest over land; they say over which borders a threat would come, not that it came.",
            Groups = [.. section.Groups, .. added],
        };
    }

    private SectionItem Item(Concern concern)
    {
        string from = concern.From!, kind = concern.Kind is { } known ? RecordWords.Threat(known) : "a threat not named";
        IReadOnlyList<string>? way = _map.Way(StateOf(from), StateOf(concern.Holder));
        var facts = new List<string> { Way(way) };
        facts.AddRange(RecordLine.Told(concern.Ties, concern.Documents) is { } told ? [told] : []);
        facts.AddRange(concern.First is { } first ? [concern.Last is { } last && last > first ? $"named from {Counted.Day(first)} to {Counted.Day(last)}" : $"named on {Counted.Day(first)}"] : []);
        facts.AddRange(concern.Claimed > 0 ? [$"{Counted.Number(concern.Claimed)} of {Counted.Number(concern.Ties)} on the word of an interested party"] : []);
        facts.AddRange(concern.Places.Count > 0 ? ["told to spill over into " + Counted.List([.. concern.Places.Take(3)])] : []);
        return new()
        {
            Anchor = material.Line.Anchor($"concern {concern.Holder} {from} {concern.Kind}"),
            Statement = [new(Counted.Capital(material.Names.Party(concern.Holder)), true), new($" is threatened by {kind} from "), new(material.Names.Party(from), true)],
            Facts = facts,
            Codes =
            [
                RecordLine.Code("holder", concern.Holder), RecordLine.Code("from", from), RecordLine.Code("kind", concern.Kind is { } code ? [code] : []),
                RecordLine.Code("way", way ?? []), RecordLine.Code("borders", concern.Steps is { } steps ? [steps.ToString(CultureInfo.InvariantCulture)] : []),
            ],
            Records = concern.TieIds,
            Quotes = Quotes(concern.TieIds),
        };
    }

    private SectionItem Item(SpilloverPath path)
    {
        string[] states = [.. path.States.Select(material.Names.Party)];
        string kind = path.Kind is { } known ? RecordWords.Threat(known) : "threats not named";
        return new()
        {
            Anchor = material.Line.Anchor($"path {path.Kind} {string.Join(' ', path.States)}"),
            Statement = [new($"Concerns about {kind} line up along borders from "), new(states[0], true), new(" over "), new(Counted.List(states[1..^1]), true), new(" to "), new(states[^1], true)],
            Facts = [Counted.Of(path.Ties, "record")],
            Codes = [RecordLine.Code("states", path.States), RecordLine.Code("kind", path.Kind is { } code ? [code] : [])],
            Records = path.TieIds,
            Quotes = Quotes(path.TieIds),
        };
    }

    private string Way(IReadOnlyList<string>? way) => way switch
    {
        null => "no way over land is known",
        { Count: 2 } => "over their common border",
        _ => $"over {Counted.Number(way.Count - 1)} borders, by way of {Counted.List([.. way.Skip(1).SkipLast(1).Select(material.Names.Party)])}",
    };

    private SectionQuote[] Quotes(IReadOnlyList<string> ids) =>
        [.. ids.SelectMany(id => _ties[id]).DistinctBy(tie => (tie.DocId, tie.Sentence)).Take(RecordLine.MostQuotes).Select(tie => TieSection.Quote(material.Line, [tie]))];

    /// <summary>The state a party belongs to.</summary>
    private static string StateOf(string party) => party[..3];
}
