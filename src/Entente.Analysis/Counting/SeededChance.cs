namespace Entente.Analysis.Counting;

/// <summary>Numbers drawn by a seed: the same on every machine (SplitMix64).</summary>
internal sealed class SeededChance(ulong seed)
{
    private ulong _state = seed;

    /// <summary>Uniform in [0, 1).</summary>
    public double Next()
    {
        ulong z = _state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return ((z ^ (z >> 31)) >> 11) * (1.0 / (1UL << 53));
    }

    /// <summary>Standard normal (Marsaglia's polar method).</summary>
    public double Normal()
    {
        while (true)
        {
            double u = (2 * Next()) - 1, v = (2 * Next()) - 1, s = (u * u) + (v * v);
            if (s is > 0 and < 1)
            {
                return u * Math.Sqrt(-2 * Math.Log(s) / s);
            }
        }
    }

    /// <summary>Gamma of the given shape, scale 1 (Marsaglia and Tsang 2000).</summary>
    public double Gamma(double shape)
    {
        if (shape < 1)
        {
            return Gamma(shape + 1) * Math.Pow(1 - Next(), 1 / shape);
        }

        double d = shape - (1.0 / 3), c = 1 / Math.Sqrt(9 * d);
        while (true)
        {
            double x = Normal(), v = 1 + (c * x);
            if (v <= 0)
            {
                continue;
            }

            v = v * v * v;
            if (Math.Log(1 - Next()) < (0.5 * x * x) + d - (d * v) + (d * Math.Log(v)))
            {
                return d * v;
            }
        }
    }

    /// <summary>Poisson of the given mean.</summary>
    public int Poisson(double mean)
    {
        if (mean > 30)
        {
            // A gamma waiting time splits the mean (Ahrens and Dieter 1974).
            int jump = (int)(mean * 7 / 8);
            double wait = Gamma(jump);
            return wait > mean ? Binomial(jump - 1, mean / wait) : jump + Poisson(mean - wait);
        }

        double limit = Math.Exp(-mean), product = 1 - Next();
        int count = 0;
        for (; product > limit; count++)
        {
            product *= 1 - Next();
        }

        return count;
    }

    /// <summary>Binomial: how many of <paramref name="trials"/> succeed.</summary>
    public int Binomial(int trials, double chance)
    {
        if (chance > 0.5)
        {
            return trials - Binomial(trials, 1 - chance);
        }

        if (trials <= 0 || chance <= 0)
        {
            return 0;
        }

        if (trials * chance > 25)
        {
            // The median of the uniform order statistics splits the trials (Devroye 1986, X.4.3).
            int middle = (trials + 1) / 2;
            double left = Gamma(middle), at = left / (left + Gamma(trials + 1 - middle));
            return at <= chance
                ? middle + Binomial(trials - middle, (chance - at) / (1 - at))
                : Binomial(middle - 1, chance / at);
        }

        double odds = chance / (1 - chance), mass = Math.Pow(1 - chance, trials), u = Next();
        int count = 0;
        for (; u > mass && count < trials; count++)
        {
            u -= mass;
            mass *= odds * (trials - count) / (count + 1);
        }

        return count;
    }

    /// <summary>Negative binomial of the given mean and size (variance mean + mean²/size); Poisson where the size is infinite.</summary>
    public int NegativeBinomial(double mean, double size) =>
        double.IsPositiveInfinity(size) ? Poisson(mean) : Poisson(Gamma(size) * mean / size);
}
