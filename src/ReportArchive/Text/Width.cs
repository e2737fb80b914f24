namespace ReportArchive.Text;

/// <summary>Characters that differ in width or case only, made one.</summary>
public static class Width
{
    /// <summary>Full-width forms of ASCII (U+FF01 to U+FF5E) narrowed, ASCII letters lower-cased, all else as it is.</summary>
    public static char Fold(char c)
    {
        var narrow = c is >= '\uFF01' and <= '\uFF5E' ? (char)(c - 0xFEE0) : c;
        return narrow is >= 'A' and <= 'Z' ? (char)(narrow | 0x20) : narrow;
    }
}
