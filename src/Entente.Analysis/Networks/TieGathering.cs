using Entente.Records;

namespace Entente.Analysis.Networks;

/// <summary>Adds up what passed between two parties.</summary>
internal sealed class TieGathering(Relation relation)
{
    /// <summary>What a standing tie of support counts for: as much as one act of AID.</summary>
    private static readonly double OfStanding = PloverType.Aid.Score();

    private readonly int[,] _counts = new int[2, PloverTypes.Count];
    private readonly double[,] _scores = new double[2, PloverTypes.Count];
    private readonly double[] _support = new double[2];

    /// <summary>Events both ways.</summary>
    public int Events => Sum(0) + Sum(1);

    public void Add(DyadCount count)
    {
        int way = Way(count.Dyad.Actor);
        _counts[way, (int)count.Type] += count.Count;
        _scores[way, (int)count.Type] += count.ScoreSum;
    }

    public void AddSupport(string giver) => _support[Way(giver)] += OfStanding;

    /// <summary>The tie, its sums multiplied by <paramref name="scale"/>.</summary>
    public NetworkTie Tie(Relation pair, double scale)
    {
        double[] cooperation = [Side(0, true), Side(1, true)];
        double[] conflict = [Side(0, false), Side(1, false)];
        double variance = 0;
        for (int type = 0; type < PloverTypes.Count; type++)
        {
            int forth = _counts[0, type], back = _counts[1, type];
            if (forth + back > 0)
            {
                double mean = (_scores[0, type] + _scores[1, type]) / (forth + back);
                int joint = IsJoint((PloverType)type) ? 2 * Math.Min(forth, back) : 0;
                variance += mean * mean * (forth + back + joint);
            }
        }

        return new(
            pair,
            Sum(0),
            Sum(1),
            scale * (cooperation[0] + cooperation[1]),
            scale * (conflict[0] + conflict[1]),
            scale * Math.Sqrt(variance),
            scale * (_scores[0, (int)PloverType.Aid] + _support[0]),
            scale * (_scores[1, (int)PloverType.Aid] + _support[1]),
            scale * conflict[0],
            scale * conflict[1]);
    }

    /// <summary>Kinds that <see cref="DyadExpansion"/> lets count both ways: one act seen twice is no more certain for it.</summary>
    private static bool IsJoint(PloverType type) =>
        type is PloverType.Consult or PloverType.Agree or PloverType.Cooperate or PloverType.Support or PloverType.Assault;

    private int Way(string actor) => string.Equals(actor, relation.First, StringComparison.Ordinal) ? 0 : 1;

    private int Sum(int way) => Enumerable.Range(0, PloverTypes.Count).Sum(type => _counts[way, type]);

    /// <summary>REQUEST may score above 0, although its quad is conflict; a sum below 0 counts as none.</summary>
    private double Side(int way, bool cooperation)
    {
        double sum = 0;
        for (int type = 0; type < PloverTypes.Count; type++)
        {
            bool friendly = ((PloverType)type).Quad() is Quad.VerbalCooperation or Quad.MaterialCooperation;
            if (friendly == cooperation)
            {
                sum += _scores[way, type];
            }
        }

        return Math.Max(0, cooperation ? sum : -sum);
    }
}
