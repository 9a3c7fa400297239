namespace Entente.Coding.Learning;

/// <summary>Full-batch Adam (Kingma and Ba 2015) with an L2 penalty and a rate that falls to nothing: how all log-linear models here are fitted. No chance in it.</summary>
/// <param name="count">Number of weights.</param>
/// <param name="steps">Number of steps.</param>
/// <param name="rate">Rate of the first step.</param>
/// <param name="penalty">Weight of the L2 penalty.</param>
internal sealed class Adam(int count, int steps, float rate, float penalty)
{
    private readonly float[] _first = new float[count];
    private readonly float[] _second = new float[count];

    /// <summary>One step down.</summary>
    /// <param name="step">Its number, from 1.</param>
    /// <param name="gradient">Of the loss, penalty apart.</param>
    /// <param name="weights">Are changed.</param>
    public void Step(int step, float[] gradient, float[] weights)
    {
        float now = rate * (1f - ((float)step / (steps + 1)));
        float correction = MathF.Sqrt(1 - MathF.Pow(0.99f, step)) / (1 - MathF.Pow(0.9f, step));
        for (int i = 0; i < weights.Length; i++)
        {
            float g = gradient[i] + (penalty * weights[i]);
            _first[i] = (0.9f * _first[i]) + (0.1f * g);
            _second[i] = (0.99f * _second[i]) + (0.01f * g * g);
            weights[i] -= now * correction * _first[i] / (MathF.Sqrt(_second[i]) + 1e-6f);
        }
    }
}
