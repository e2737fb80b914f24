namespace ReportArchive.Text;

/// <summary>Classes of characters that the rules of normalisation and the parser of structure ask for.</summary>
public static class Glyphs
{
    /// <summary>Marks that end a sentence.</summary>
    public const string Enders = "。！？";

    /// <summary>Marks that may follow an ender and belong to its sentence.</summary>
    public const string Closers = "”’」』）)》】";

    /// <summary>A character of Chinese typesetting: an ideograph or a mark, unit or symbol that stands in its line. Latin, Greek and Cyrillic letters are not.</summary>
    public static bool IsWide(char c) => c >= '\u2010' || c == '·';

    /// <summary>A space of any width within a line.</summary>
    public static bool IsSpace(char c) =>
        c is ' ' or '\t' or '\u00A0' or '\u1680' or (>= '\u2000' and <= '\u200A') or '\u202F' or '\u205F' or '\u3000';

    /// <summary>One of 一 to 十, 百 and the zeros, as sections are numbered.</summary>
    public static bool IsHanDigit(char c) => c is '一' or '二' or '三' or '四' or '五' or '六' or '七' or '八' or '九' or '十' or '〇' or '零' or '百';

    /// <summary>A letter, digit or ideograph: what counts as text when nothing may be lost or added. Punctuation and spaces do not.</summary>
    public static bool IsBare(char c) => char.IsLetterOrDigit(c) || char.IsSurrogate(c) || c == '〇';
}
