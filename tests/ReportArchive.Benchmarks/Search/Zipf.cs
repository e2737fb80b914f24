namespace ReportArchive.Benchmarks.Search;

/// <summary>A stream of numbers that depends on its seed alone, on every machine and version: SplitMix64.</summary>
internal struct SeededNumbers(ulong seed)
{
    private ulong _state = seed;

    /// <summary>The next 64 bits.</summary>
    public ulong Next()
    {
        _state += 0x9E3779B97F4A7C15UL;
        return Mix(_state);
    }

    /// <summary>The next number from 0 up to, not including, <paramref name="limit"/>.</summary>
    public int Below(int limit) => (int)(((Next() >> 32) * (ulong)limit) >> 32);

    /// <summary>The next number in [0, 1).</summary>
    public double Unit() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Whether an event of probability <paramref name="p"/> happens.</summary>
    public bool Chance(double p) => Unit() < p;

    /// <summary>A seed of its own for thing number <paramref name="number"/> of kind <paramref name="kind"/>.</summary>
    public static ulong Seed(ulong kind, ulong number) => Mix(Mix(kind * 0xD1342543DE82EF95UL) + number);

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }
}

/// <summary>Zipf–Mandelbrot ranks: rank r has probability in proportion to 1 / (r + shift)^exponent.</summary>
/// <param name="Exponent">Slope; not 1.</param>
/// <param name="Shift">How flat the head is.</param>
/// <param name="Count">Number of ranks.</param>
internal sealed record Zipf(double Exponent, double Shift, double Count)
{
    private readonly double _low = Math.Pow(Shift, 1 - Exponent);
    private readonly double _high = Math.Pow(Count + Shift, 1 - Exponent);

    /// <summary>Draws a rank, counted from 0.</summary>
    public long Draw(ref SeededNumbers numbers)
    {
        var x = Math.Pow(_low + (numbers.Unit() * (_high - _low)), 1 / (1 - Exponent)) - Shift;
        return Math.Clamp((long)x, 0, (long)Count - 1);
    }
}
