namespace ReportArchive.Places;

/// <summary>The word at the end of a division's name that says what it is: 省, 市, 街道.</summary>
internal static class DivisionSuffix
{
    // Longer ones first, where one ends in another.
    private static readonly string[] s_all =
    [
        "自治区", "自治州", "自治县", "自治旗", "开发区", "管理区", "街道", "地区", "林区", "特区", "苏木",
        "省", "市", "盟", "县", "区", "旗", "镇", "乡",
    ];

    /// <summary>Characters of the suffix of <paramref name="name"/>; 0 when it has none, or nothing before it.</summary>
    internal static int LengthIn(ReadOnlySpan<char> name)
    {
        foreach (var suffix in s_all)
        {
            if (name.Length > suffix.Length && name.EndsWith(suffix, StringComparison.Ordinal))
                return suffix.Length;
        }
        return 0;
    }
}
