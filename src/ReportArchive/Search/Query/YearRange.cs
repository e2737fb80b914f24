using System.Globalization;

namespace ReportArchive.Search.Query;

/// <summary>Years from one to another, both included; written <c>2021</c>, <c>2021-2023</c>, <c>2021-</c> or <c>-2023</c>.</summary>
internal readonly record struct YearRange(int From, int To)
{
    private static readonly char[] Dashes = ['-', '—', '~', '至', '到'];

    /// <summary>Reads a range; years have four digits.</summary>
    public static bool TryParse(string text, out YearRange range)
    {
        range = default;
        var dash = text.IndexOfAny(Dashes);
        if (dash < 0)
        {
            var ok = TryYear(text, out var year);
            range = new YearRange(year, year);
            return ok;
        }
        var (first, last) = (text[..dash], text[(dash + 1)..]);
        var (from, to) = (0, 9999);
        if ((first.Length > 0 && !TryYear(first, out from)) || (last.Length > 0 && !TryYear(last, out to)) || first.Length + last.Length == 0)
            return false;
        range = new YearRange(from, to);
        return true;
    }

    private static bool TryYear(string text, out int year)
    {
        year = 0;
        return text.Length == 4 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out year);
    }
}
