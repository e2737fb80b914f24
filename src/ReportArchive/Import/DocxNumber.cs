using System.Globalization;
using System.Text;

namespace ReportArchive.Import;

/// <summary>A number in one of Word's formats (ECMA-376 part 1, 17.18.59).</summary>
internal static class DocxNumber
{
    private static readonly (int Value, string Roman)[] Romans =
        [(1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")];

    /// <summary>Writes a number; formats that Chinese documents do not use come out in digits.</summary>
    public static string Of(string format, int number) => (format, number) switch
    {
        ("chineseCounting" or "chineseCountingThousand" or "taiwaneseCounting" or "taiwaneseCountingThousand" or "japaneseCounting" or "ideographDigital" or "japaneseDigitalTenThousand", > 0 and < 100) => HanNumber.Write(number),
        ("chineseLegalSimplified" or "ideographLegalTraditional", > 0 and < 10) => "壹贰叁肆伍陆柒捌玖"[number - 1].ToString(),
        ("ideographTraditional", > 0 and <= 10) => "甲乙丙丁戊己庚辛壬癸"[number - 1].ToString(),
        ("decimalEnclosedCircle" or "decimalEnclosedCircleChinese", > 0 and <= 20) => ((char)('①' + number - 1)).ToString(),
        ("decimalEnclosedParen", > 0 and <= 20) => $"（{number}）",
        ("decimalEnclosedFullstop", > 0 and <= 20) => $"{number}.",
        ("lowerLetter", > 0 and <= 26) => ((char)('a' + number - 1)).ToString(),
        ("upperLetter", > 0 and <= 26) => ((char)('A' + number - 1)).ToString(),
        ("lowerRoman", > 0 and < 100) => Roman(number),
        ("upperRoman", > 0 and < 100) => Roman(number).ToUpperInvariant(),
        ("decimalZero", >= 0) => number.ToString("00", CultureInfo.InvariantCulture),
        _ => number.ToString(CultureInfo.InvariantCulture),
    };

    private static string Roman(int number)
    {
        var text = new StringBuilder();
        foreach (var (value, roman) in Romans)
        {
            for (; number >= value; number -= value)
                text.Append(roman);
        }
        return text.ToString();
    }
}
