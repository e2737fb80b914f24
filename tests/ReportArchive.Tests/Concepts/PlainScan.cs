using ReportArchive.Concepts;

namespace ReportArchive.Tests.Concepts;

/// <summary>The rule for overlapping labels, written as plainly as it can be: the truth that the automaton is tested against.</summary>
internal static class PlainScan
{
    /// <summary>At each letter the longest spelling that stands there, and on behind it; indexes of spellings in reading order.</summary>
    public static IEnumerable<int> Of(string text, IReadOnlyList<string> spellings)
    {
        var letters = MatchText.Fold(text);
        for (var at = 0; at < letters.Length;)
        {
            var longest = -1;
            for (var i = 0; i < spellings.Count; i++)
            {
                if (string.CompareOrdinal(letters, at, spellings[i], 0, spellings[i].Length) == 0 && (longest < 0 || spellings[i].Length > spellings[longest].Length))
                    longest = i;
            }
            if (longest >= 0)
                yield return longest;
            at += longest < 0 ? 1 : spellings[longest].Length;
        }
    }
}
