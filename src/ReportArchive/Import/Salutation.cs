using System.Text.RegularExpressions;
using ReportArchive.Text;

namespace ReportArchive.Import;

/// <summary>
/// The words a report opens with: whom it addresses (各位代表：) and what for (现在，我代表区人民政府向大会报告工作，请予审议).
/// Everything of a report's frame stands before them and its text after them, which makes them the surest anchor there is.
/// </summary>
internal static partial class Salutation
{
    /// <summary>The salutations that open a report, in order. The same words in its middle (各位代表！让我们…) do not ask for deliberation.</summary>
    public static List<TextRange> FindOpenings(string text)
    {
        var found = new List<TextRange>();
        foreach (var match in Address().EnumerateMatches(text))
        {
            var rest = text.AsSpan(match.Index + match.Length);
            if (Request().IsMatch(CompactText.Of(rest[..Math.Min(rest.Length, 240)])))
                found.Add(new TextRange(match.Index, match.Length));
        }
        return found;
    }

    [GeneratedRegex(@"(尊敬的|主任、)?(各位\s*代表|同\s*志\s*们|各位副主任、各位委员|各位领导)([、，]\s*(同志们|朋友们|各位委员|各位来宾))*\s*[：:！!，,。]", Patterns.Options, Patterns.Patience)]
    private static partial Regex Address();

    // 现在，我代表…向大会报告工作，请予审议 · 受市人民政府委托，现将…提请…审议. In 在此，我代表…表示感谢 nothing is to be deliberated.
    [GeneratedRegex(@"^.{0,90}?(?<!在此，)(我(谨|现|受|代表|向)|受.{2,24}委托|代表.{2,24}政府).{0,150}?(审议|审查|审核)", Patterns.Options, Patterns.Patience)]
    private static partial Regex Request();
}
