namespace Entente.Language.Neural;

/// <summary>What the training of every network of recurrent layers does alike: first weights, transposed weights.</summary>
internal static unsafe class RecurrentTraining
{
    /// <summary>Draws the first weights of the layers; forget gates are open at first.</summary>
    public static void Initialise(RecurrentShape shape, float* parameters, Random random)
    {
        for (int layer = 0; layer < shape.Layers; layer++)
        {
            Draw(parameters, shape.Weights[layer], shape.InputWidth(layer), shape.Width, 1, random);
            Draw(parameters, shape.Weights[layer], shape.InputWidth(layer), shape.GateWidth, 1.6, random);
            for (int side = 0; side < 2; side++)
            {
                for (int u = 0; u < shape.Width; u++)
                {
                    parameters[shape.Biases[layer] + (side * 3 * shape.Width) + shape.Width + u] = (float)(random.NextDouble() * 2);
                }
            }
        }
    }

    /// <summary>Draws a matrix, evenly, as wide as its sizes ask (Glorot and Bengio 2010) times <paramref name="gain"/>.</summary>
    public static void Draw(float* parameters, int at, int inputs, int outputs, double gain, Random random)
    {
        double bound = gain * Math.Sqrt(6.0 / (inputs + outputs));
        for (int i = 0; i < inputs * outputs; i++)
        {
            parameters[at + i] = (float)(((random.NextDouble() * 2) - 1) * bound);
        }
    }

    /// <summary>Transposes the layers' weights, each matrix into its own place.</summary>
    public static void Transpose(RecurrentShape shape, float* from, float* to)
    {
        for (int layer = 0; layer < shape.Layers; layer++)
        {
            Transpose(from, to, shape.Weights[layer], shape.InputWidth(layer), shape.GateWidth);
        }
    }

    /// <summary>Transposes one matrix into its own place.</summary>
    public static void Transpose(float* from, float* to, int at, int rows, int columns) =>
        FloatKernels.Transpose(from + at, columns, rows, columns, to + at, rows);
}
