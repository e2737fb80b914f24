namespace ReportArchive.Concepts.Usage;

/// <summary>Whether two things stand together more often than chance would have them.</summary>
public static class Association
{
    /// <summary>
    /// Dunning's log-likelihood ratio G² (Accurate Methods for the Statistics of Surprise and Coincidence, 1993):
    /// 2 Σ O ln(O / E) over the four cells of "with or without the one, with or without the other". Negative where they
    /// stand together less often than by chance. 3.84 is significant at 0.05, 6.63 at 0.01, 10.83 at 0.001.
    /// </summary>
    /// <param name="both">Units (sentences, paragraphs) with both.</param>
    /// <param name="first">Units with the first.</param>
    /// <param name="second">Units with the second.</param>
    /// <param name="all">All units.</param>
    public static double LogLikelihood(long both, long first, long second, long all)
    {
        var sum = Term(both, first, second, all)
            + Term(first - both, first, all - second, all)
            + Term(second - both, all - first, second, all)
            + Term(all - first - second + both, all - first, all - second, all);
        var g = Math.Max(0, 2 * sum);
        return (double)both * all < (double)first * second ? -g : g;
    }

    /// <summary>Dice coefficient: 2 · both / (first + second), 0 to 1.</summary>
    public static double Dice(long both, long first, long second) => first + second == 0 ? 0 : 2.0 * both / (first + second);

    private static double Term(long observed, long row, long column, long all) =>
        observed <= 0 ? 0 : observed * Math.Log((double)observed * all / ((double)row * column));
}
