using System.Collections.Immutable;

namespace ReportArchive.Pages;

/// <summary>A part of a list that is too long for one page: the first is at the list's own address, the others below one, <c>/k/gwr/2/</c>.</summary>
/// <param name="First">Address of the first part.</param>
/// <param name="Others">The others are numbered below this.</param>
/// <param name="Number">Which part this is, from 1.</param>
/// <param name="Count">How many there are.</param>
public sealed record Paging(SiteUrl First, SiteUrl Others, int Number, int Count)
{
    /// <summary>Rows of a page at most: about 125 KB of HTML.</summary>
    public const int MostRows = 250;

    /// <summary>Address of this part.</summary>
    public SiteUrl Url => UrlOf(Number);

    /// <summary>Says which part, for titles; nothing where there is one only.</summary>
    public string Suffix => Number == 1 ? "" : $"（第{Number}页）";

    /// <summary>Address of a part.</summary>
    public SiteUrl UrlOf(int number) => number == 1 ? First : new SiteUrl($"{Others.Value}{number}/");

    /// <summary>A list in parts; one, perhaps empty, where it is short.</summary>
    public static IEnumerable<(Paging Paging, ImmutableArray<T> Rows)> Cut<T>(SiteUrl first, SiteUrl others, ImmutableArray<T> rows, int most = MostRows)
    {
        var count = Math.Max(1, (rows.Length + most - 1) / most);
        for (var i = 0; i < count; i++)
        {
            var from = i * most;
            yield return (new Paging(first, others, i + 1, count), rows[from..Math.Min(rows.Length, from + most)]);
        }
    }
}
