using Entente.Records;

namespace Entente.Analysis.Dyads;

/// <summary>Counts and scores of a set of events.</summary>
/// <remarks>Scores are PLOVER's, from -9.5 to +10, by category and first scored mode.</remarks>
public sealed class EventTally
{
    private readonly int[] _byType = new int[PloverTypes.Count];
    private readonly int[] _byQuad = new int[4];

    /// <summary>Number of events.</summary>
    public int Count { get; private set; }

    /// <summary>Sum of the events' scores.</summary>
    public double ScoreSum { get; private set; }

    /// <summary>Sum of the squares of the events' scores.</summary>
    public double SquareSum { get; private set; }

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

    internal void Add(CodedEvent coded)
    {
        Count++;
        _byType[(int)coded.Type]++;
        _byQuad[(int)coded.Type.Quad()]++;
        double score = ScoreOf(coded);
        ScoreSum += score;
        SquareSum += score * score;
    }
}
