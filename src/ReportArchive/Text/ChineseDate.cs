namespace ReportArchive.Text;

/// <summary>Dates as Chinese prose writes them.</summary>
public static class ChineseDate
{
    /// <summary><c>2023年1月7日</c>.</summary>
    public static string Of(DateOnly date) => $"{date.Year}年{date.Month}月{date.Day}日";
}
