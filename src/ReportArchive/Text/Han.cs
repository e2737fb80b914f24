namespace ReportArchive.Text;

/// <summary>What counts as a Chinese character here.</summary>
public static class Han
{
    /// <summary>CJK unified ideographs of the basic plane and extension A, 〇 and 々; characters beyond the basic plane are tested by their high surrogate (U+20000 to U+3FFFF).</summary>
    public static bool Is(char c) =>
        c is (>= '\u4E00' and <= '\u9FFF') or (>= '\u3400' and <= '\u4DBF') or '〇' or '々' or (>= '\uD840' and <= '\uD8BF');
}
