namespace ReportArchive.Import;

/// <summary>Numbers from 1 to 99 as sections are counted: 一, 十二, 二十, 三十五.</summary>
internal static class HanNumber
{
    private const string Digits = "一二三四五六七八九";

    /// <summary>Reads the number that begins at <paramref name="at"/>; its value and how many characters it has, or zeros.</summary>
    public static (int Value, int Length) Read(string text, int at)
    {
        var tens = Digit(text, at);
        var length = tens > 0 ? 1 : 0;
        if (at + length >= text.Length || text[at + length] != '十')
            return (tens, length);
        length++;
        var ones = Digit(text, at + length);
        return ((tens == 0 ? 1 : tens) * 10 + ones, ones > 0 ? length + 1 : length);
    }

    /// <summary>Writes a number from 1 to 99: 十二, 三十五.</summary>
    public static string Write(int number)
    {
        var (tens, ones) = (number / 10, number % 10);
        return (tens > 1 ? Digits[tens - 1].ToString() : "") + (tens > 0 ? "十" : "") + (ones > 0 ? Digits[ones - 1].ToString() : "");
    }

    private static int Digit(string text, int at) =>
        at < text.Length ? Digits.IndexOf(text[at], StringComparison.Ordinal) + 1 : 0;
}
