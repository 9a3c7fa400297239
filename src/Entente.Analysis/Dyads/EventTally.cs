using Entente.Records;

namespace Entente.Analysis.Dyads;

/// <summary>Counts and scores of a set of events.</summary>
/// <remarks>Scores are PLOVER's, from -10 to +10, by category and first scored mode; Goldstein's beside them, for the events that bear one.</remarks>
public sealed class EventTally
{
    private readonly int[] _byType = new int[PloverTypes.Count];
    private readonly int[] _byQuad = new int[4];

    // Goldstein's scores have one decimal; whole tenths add up to the same sum in any order.
    private long _goldsteinTenths;

    /// <summary>Number of events.</summary>
    public int Count { get; private set; }

    /// <summary>How many further articles tell these events in the same texts; known of an archive's counts.</summary>
    public int Reprints { get; private set; }

    /// <summary>Sum of the events' scores.</summary>
    public double ScoreSum { get; private set; }

    /// <summary>Sum of the Goldstein scores of those that bear one.</summary>
    public double GoldsteinSum => _goldsteinTenths / 10.0;

    /// <summary>How many bear a Goldstein score.</summary>
    public int GoldsteinCount { get; private set; }

    /// <summary>Sum of the stated numbers of killed.</summary>
    public int Dead { get; private set; }

    /// <summary>Mean Goldstein score of the events that bear one; null where none does.</summary>
    public double? GoldsteinMean => GoldsteinCount == 0 ? null : GoldsteinSum / GoldsteinCount;

    /// <summary>Mean score; null without events.</summary>
    public double? ScoreMean => Count == 0 ? null : ScoreSum / Count;

    /// <summary>Events of the two cooperation quads.</summary>
    public int Cooperation => this[Quad.VerbalCooperation] + this[Quad.MaterialCooperation];

    /// <summary>Events of the two conflict quads.</summary>
    public int Conflict => this[Quad.VerbalConflict] + this[Quad.MaterialConflict];

    /// <summary>Number of events of a category.</summary>
    public int this[PloverType type] => _byType[(int)type];

    /// <summary>Number of events of a quad.</summary>
    public int this[Quad quad] => _byQuad[(int)quad];

    /// <summary>The score of one event: PLOVER's, by its category and mode.</summary>
    public static double ScoreOf(CodedEvent coded) => coded.Type.Score(coded.Mode);

    internal void Add(in Act act)
    {
        Count++;
        _byType[(int)act.Type]++;
        _byQuad[(int)act.Type.Quad()]++;
        ScoreSum += act.Score;
        _goldsteinTenths += (long)Math.Round(10 * (act.Goldstein ?? 0));
        GoldsteinCount += act.Goldstein is null ? 0 : 1;
        Dead += act.Dead;
    }

    internal void Add(in DyadCount counted)
    {
        Count += counted.Count;
        _byType[(int)counted.Type] += counted.Count;
        _byQuad[(int)counted.Type.Quad()] += counted.Count;
        ScoreSum += counted.ScoreSum;
        _goldsteinTenths += (long)Math.Round(10 * counted.GoldsteinSum);
        GoldsteinCount += counted.GoldsteinCount;
        Dead += counted.Dead;
        Reprints += counted.Reprints;
    }
}
