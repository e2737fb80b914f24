using System.Globalization;

namespace ReportArchive.Citations;

/// <summary>Days as English-language styles write them. <c>theme/assets/cite/dates.js</c> writes the same ones.</summary>
public static class EnglishDate
{
    // MLA Handbook, 9th edition, appendix 1: May, June and July are not shortened.
    private static readonly string[] s_mlaMonths =
        ["Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec."];

    /// <summary><c>November 21, 2026</c>.</summary>
    public static string InFull(DateOnly day) => day.ToString("MMMM d, yyyy", CultureInfo.InvariantCulture);

    /// <summary><c>21 Nov. 2026</c>.</summary>
    public static string Mla(DateOnly day) =>
        string.Create(CultureInfo.InvariantCulture, $"{day.Day} {s_mlaMonths[day.Month - 1]} {day.Year}");
}
