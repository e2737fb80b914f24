namespace ReportArchive.Search.Format;

/// <summary>
/// Figures of numbers. Reports are full of them: any two or three stand in a large part of all reports, so that lists of these are long and
/// tell little, while four in a row are as rare as words. So what is said of four figures takes no other gram to read, and is said of all that are anywhere.
/// </summary>
internal static class Figures
{
    /// <summary>Figures in a row whose reports the table of long grams lists by themselves.</summary>
    public const int Listed = 4;

    /// <summary>Whether a folded unit is part of a number.</summary>
    public static bool Is(char unit) => char.IsAsciiDigit(unit) || unit is '.' or '%';

    /// <summary>Whether a gram is that many figures and nothing else.</summary>
    public static bool AreListed(ReadOnlySpan<char> gram) => gram.Length == Listed && Leading(gram) == Listed;

    /// <summary>How many figures a gram begins with.</summary>
    public static int Leading(ReadOnlySpan<char> gram)
    {
        var count = 0;
        while (count < gram.Length && Is(gram[count]))
            count++;
        return count;
    }
}
