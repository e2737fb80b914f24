namespace ReportArchive.Parallels;

/// <summary>A run that stands in two texts.</summary>
/// <param name="Left">Offset in the one.</param>
/// <param name="Right">Offset in the other.</param>
/// <param name="Length">Number of characters (UTF-16 units).</param>
public readonly record struct CommonRun(int Left, int Right, int Length);

/// <summary>
/// What two texts have in common, in one order: the longest common run, then what is left and right of it in the same way
/// (Ratcliff and Obershelp 1988). Runs shorter than four characters are chance in Chinese prose and are left out.
/// </summary>
public static class CommonRuns
{
    private const int Least = 4;

    /// <summary>The runs in reading order; in both texts each begins behind the one before it.</summary>
    public static IReadOnlyList<CommonRun> Of(string left, string right)
    {
        var runs = new List<CommonRun>();
        Collect(left, 0, left.Length, right, 0, right.Length, runs);
        return runs;
    }

    private static void Collect(string left, int leftFrom, int leftTo, string right, int rightFrom, int rightTo, List<CommonRun> runs)
    {
        var longest = Longest(left, leftFrom, leftTo, right, rightFrom, rightTo);
        if (longest.Length < Least)
            return;
        Collect(left, leftFrom, longest.Left, right, rightFrom, longest.Right, runs);
        runs.Add(longest);
        Collect(left, longest.Left + longest.Length, leftTo, right, longest.Right + longest.Length, rightTo, runs);
    }

    /// <summary>The longest run of both stretches, the first of equals; found by the lengths of runs that end at each pair of characters.</summary>
    private static CommonRun Longest(string left, int leftFrom, int leftTo, string right, int rightFrom, int rightTo)
    {
        var longest = default(CommonRun);
        if (leftTo - leftFrom < Least || rightTo - rightFrom < Least)
            return longest;
        var lengths = new int[rightTo - rightFrom + 1];
        for (var i = leftFrom; i < leftTo; i++)
        {
            for (var j = rightTo - 1; j >= rightFrom; j--)
            {
                var length = left[i] == right[j] ? lengths[j - rightFrom] + 1 : 0;
                lengths[j - rightFrom + 1] = length;
                if (length > longest.Length)
                    longest = new CommonRun(i - length + 1, j - length + 1, length);
            }
        }
        return longest;
    }
}
