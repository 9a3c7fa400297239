using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Entente.Language.Neural;

/// <summary>A table of parameters with Adam's moments (Kingma and Ba 2015) and the gradients of the rows a step touched.</summary>
internal sealed unsafe class AdamTable : IDisposable
{
    private const float Beta1 = 0.9f;
    private const float Beta2 = 0.98f;
    private const float Epsilon = 1e-8f;

    private readonly NativeBlocks _store = new();
    private readonly int _width;
    private readonly int[] _slots;
    private readonly List<int> _touched = [];
    private readonly List<nint> _gradients = [];

    public AdamTable(int rows, int width)
    {
        _width = width;
        Count = (long)rows * width;
        Values = _store.AllocateFloats(Count);
        First = _store.AllocateFloats(Count);
        Second = _store.AllocateFloats(Count);
        _slots = new int[rows];
    }

    public long Count { get; }

    public float* Values { get; }

    public float* First { get; }

    public float* Second { get; }

    public ReadOnlySpan<float> Span => new(Values, (int)Count);

    public void AddGradient(int row, float* gradient)
    {
        int slot = _slots[row];
        if (slot == 0)
        {
            _touched.Add(row);
            slot = _touched.Count;
            _slots[row] = slot;
            if (_gradients.Count < slot)
            {
                _gradients.Add((nint)_store.AllocateFloats(_width));
            }

            Buffer.MemoryCopy(gradient, (float*)_gradients[slot - 1], _width * 4L, _width * 4L);
            return;
        }

        FloatKernels.Add((float*)_gradients[slot - 1], gradient, _width);
    }

    /// <summary>The size of step <paramref name="step"/>, from 1, both moments' bias corrected.</summary>
    public static float StepSize(float rate, long step) => rate * MathF.Sqrt(1f - MathF.Pow(Beta2, step)) / (1f - MathF.Pow(Beta1, step));

    /// <summary>One step of all values.</summary>
    public void Step(float* gradient, float scale, float size) => Adam(Values, First, Second, gradient, (int)Count, scale, size);

    /// <summary>One step of the rows that gradients were added to, and none of the others.</summary>
    public void StepTouched(float scale, float size)
    {
        for (int i = 0; i < _touched.Count; i++)
        {
            long at = (long)_touched[i] * _width;
            Adam(Values + at, First + at, Second + at, (float*)_gradients[i], _width, scale, size);
            _slots[_touched[i]] = 0;
        }

        _touched.Clear();
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Adam(float* values, float* first, float* second, float* gradient, int count, float scale, float rate)
    {
        Vector512<float> b1 = Vector512.Create(Beta1), c1 = Vector512.Create(1 - Beta1);
        Vector512<float> b2 = Vector512.Create(Beta2), c2 = Vector512.Create(1 - Beta2);
        Vector512<float> step = Vector512.Create(rate), tiny = Vector512.Create(Epsilon);
        int i = 0;
        for (; i + 16 <= count; i += 16)
        {
            Vector512<float> g = Vector512.Load(gradient + i) * Vector512.Create(scale);
            Vector512<float> m = (Vector512.Load(first + i) * b1) + (g * c1);
            Vector512<float> v = (Vector512.Load(second + i) * b2) + (g * g * c2);
            m.Store(first + i);
            v.Store(second + i);
            (Vector512.Load(values + i) - (step * m / (Vector512.Sqrt(v) + tiny))).Store(values + i);
        }

        for (; i < count; i++)
        {
            float g = gradient[i] * scale;
            first[i] = (first[i] * Beta1) + (g * (1 - Beta1));
            second[i] = (second[i] * Beta2) + (g * g * (1 - Beta2));
            values[i] -= rate * first[i] / (MathF.Sqrt(second[i]) + Epsilon);
        }
    }

    public void Dispose() => _store.Dispose();
}
