using System.Globalization;
using System.Text;

namespace ReportArchive.Anchors;

/// <summary>
/// What of a paragraph's text must stay for it to count as unchanged: its letters and digits. Punctuation, spaces, letter case and
/// full-width forms do not matter, so a better cleaning rule does not change a fingerprint; a decimal point does, since 3.5 is not
/// 35. <c>theme/assets/cite/fingerprint.js</c> computes the same; both run the vectors of one fixture.
/// </summary>
public static class Fingerprint
{
    /// <summary>The eight lower-case hex digits that stand in ledgers and links: FNV-1a (32 bits) over the UTF-8 bytes of <see cref="Essence"/>.</summary>
    public static string Of(string text)
    {
        var hash = 2166136261u;
        foreach (var b in Encoding.UTF8.GetBytes(Essence(text)))
            hash = unchecked((hash ^ b) * 16777619u);
        return hash.ToString("x8", CultureInfo.InvariantCulture);
    }

    /// <summary>The letters, digits and marks of a text in order, ASCII letters in lower case, full-width forms as ASCII, decimal points kept.</summary>
    public static string Essence(string text)
    {
        var folded = string.Create(text.Length, text, static (units, source) =>
        {
            for (var i = 0; i < units.Length; i++)
                units[i] = Fold(source[i]);
        });
        var essence = new StringBuilder(text.Length);
        var at = 0;
        foreach (var rune in folded.EnumerateRunes())
        {
            if (rune.Value == '.' ? IsDecimalPoint(folded, at) : Counts(rune))
                essence.Append(folded, at, rune.Utf16SequenceLength);
            at += rune.Utf16SequenceLength;
        }
        return essence.ToString();
    }

    private static char Fold(char unit)
    {
        var narrow = unit is >= '\uFF01' and <= '\uFF5E' ? (char)(unit - 0xFEE0) : unit;
        return char.IsAsciiLetterUpper(narrow) ? (char)(narrow | 0x20) : narrow;
    }

    private static bool IsDecimalPoint(string text, int at) =>
        at > 0 && at + 1 < text.Length && char.IsAsciiDigit(text[at - 1]) && char.IsAsciiDigit(text[at + 1]);

    private static bool Counts(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
            or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter => true,
        UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber => true,
        UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark => true,
        _ => false,
    };
}
