namespace ReportArchive.Benchmarks.Corpus;

/// <summary>Pseudo-random numbers that are the same on every machine and in every version: SplitMix64 (Steele, Lea and Flood 2014).</summary>
internal struct SeededNumbers(ulong seed)
{
    private ulong _state = seed;

    /// <summary>Numbers that depend on a stream and a position in it, and on nothing drawn before.</summary>
    public static SeededNumbers At(ulong stream, long position)
    {
        var mixed = new SeededNumbers((stream * 0x9E3779B97F4A7C15) ^ (ulong)position);
        return new SeededNumbers(mixed.Next());
    }

    public ulong Next()
    {
        _state += 0x9E3779B97F4A7C15;
        var z = _state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <summary>From 0 to 1, 1 excluded.</summary>
    public double Unit() => (Next() >> 11) * (1.0 / (1UL << 53));

    public int Below(int limit) => (int)(Unit() * limit);

    public int Between(int least, int most) => least + Below(most - least + 1);

    public bool Chance(double probability) => Unit() < probability;

    /// <summary>
    /// A rank from 0 that follows Zipf's and Mandelbrot's law: probability falls as 1 / (rank + flat) to the power of
    /// <paramref name="exponent"/>, without end, so that a larger text always has words a smaller one has not.
    /// </summary>
    public long Rank(double exponent, double flat) =>
        (long)Math.Min(1e15, flat * (Math.Pow(1 - Unit(), -1 / (exponent - 1)) - 1));
}
