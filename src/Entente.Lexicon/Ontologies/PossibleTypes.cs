using Entente.Lexicon.Cameo;
using Entente.Lexicon.Frames;
using Entente.Records;

namespace Entente.Lexicon.Ontologies;

/// <summary>Which of PLOVER's categories each part of a condition leaves room for: where they have none in common, no record can fit.</summary>
internal sealed class PossibleTypes(OntologyTerms terms)
{
    /// <summary>Why no record can fit a condition; null where some may.</summary>
    public string? WhyNever(OntologyCondition condition)
    {
        var parts = new List<(string What, PloverType[] Types)>();
        Add("event", condition.Event, type => [type]);
        Add("quad", condition.Quad, quad => All.Where(type => type.Quad() == quad));
        Add("mode", condition.Mode, mode => All.Where(type => type.HasMode(mode)));
        Add("cameo", condition.Cameo, pattern => terms.Cameo.Where(code => Glob.Fits(pattern, code.Code)).SelectMany(Of));
        Add("frame", condition.Frame, pattern => terms.Frames.Where(frame => Glob.Fits(pattern, frame.Id)).SelectMany(Of));
        for (int i = 1; i < parts.Count; i++)
        {
            IEnumerable<PloverType> common = parts[0].Types;
            for (int j = 1; j <= i; j++)
            {
                common = common.Intersect(parts[j].Types);
            }

            if (!common.Any())
            {
                return $"no event can be so: {string.Join(", ", parts[..(i + 1)].Select(part => $"{part.What} is {Told(part.Types)}"))}";
            }
        }

        return null;

        void Add<T>(string what, IReadOnlyList<T>? values, Func<T, IEnumerable<PloverType>> types)
        {
            if (values is not null)
            {
                parts.Add((what, [.. values.SelectMany(types).Distinct().Order()]));
            }
        }
    }

    private static PloverType[] All => Enum.GetValues<PloverType>();

    private static string Told(PloverType[] types) => types.Length == 0 ? "of no category" : string.Join(", ", types.Select(type => type.Code()));

    /// <summary>CAMEO's 08 is parted between two categories by whether the act is said or done, which its codes do not tell.</summary>
    private static IEnumerable<PloverType> Of(CameoCode code) => code.Type switch
    {
        null => [],
        PloverType.Concede or PloverType.Retreat => [PloverType.Concede, PloverType.Retreat],
        { } type => [type],
    };

    /// <summary>A frame's own category, and what the codebook makes of an act that is to come, promised or refused.</summary>
    private static IEnumerable<PloverType> Of(Frame frame) =>
    [
        frame.Type,
        PloverType.Agree,
        .. frame.Type <= PloverType.Retreat ? (PloverType[])[PloverType.Reject] : [],
        .. frame.Type == PloverType.Retreat ? (PloverType[])[PloverType.Concede] : [],
    ];
}
