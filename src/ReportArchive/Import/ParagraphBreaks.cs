using System.Buffers;
using System.Text.RegularExpressions;
using ReportArchive.Text;

namespace ReportArchive.Import;

/// <summary>
/// Breaks text that lost its line ends where the discourse breaks: before an address (各位代表！), a great heading without
/// number, a sentence that opens as others of the same part do (过去的一年，我们…), a short sentence that names the topic of
/// what follows (实体经济提质增效。), and the set phrases that open a paragraph.
/// </summary>
internal static partial class ParagraphBreaks
{
    private const int LeastParagraph = 60;
    private const int OpenerLength = 6;
    private const int LeastParallels = 3;

    private static readonly SearchValues<char> NotInTopic = SearchValues.Create("，；0123456789");

    /// <summary>The paragraphs and headings of a glued run.</summary>
    public static List<Draft> Cut(string text, TextRange range, HeadingSplit split)
    {
        var drafts = new List<Draft>();
        var sentences = SentencesOf(text, range);
        var parallels = Parallels(text, sentences);
        var start = range.Start;
        foreach (var sentence in sentences)
        {
            var heading = PlainHeadings.GreatAt(text, sentence.Start, sentence.End, split);
            if (sentence.Start > start && (heading > 0 || IsBreak(text, sentence, start, parallels)))
            {
                drafts.Add(Paragraph(start, sentence.Start));
                start = sentence.Start;
            }
            if (heading > 0)
            {
                drafts.Add(new Draft(new TextRange(start, heading), IsHeading: true, NumberStyle.None, IsGlued: true));
                start += heading;
            }
        }
        if (start < range.End)
            drafts.Add(Paragraph(start, range.End));
        return drafts;
    }

    private static Draft Paragraph(int start, int end) =>
        new(new TextRange(start, end - start), IsHeading: false, NumberStyle.None, IsGlued: true);

    private static List<TextRange> SentencesOf(string text, TextRange range)
    {
        var sentences = new List<TextRange>();
        var start = range.Start;
        for (var i = range.Start; i < range.End; i++)
        {
            if (!Glyphs.Enders.Contains(text[i], StringComparison.Ordinal))
                continue;
            while (i + 1 < range.End && Glyphs.Closers.Contains(text[i + 1], StringComparison.Ordinal))
                i++;
            sentences.Add(new TextRange(start, i + 1 - start));
            start = i + 1;
        }
        if (start < range.End)
            sentences.Add(new TextRange(start, range.End - start));
        return sentences;
    }

    private static bool IsBreak(string text, TextRange sentence, int paragraph, HashSet<string> parallels)
    {
        var words = sentence.Of(text);
        if (Address().IsMatch(words) || words.StartsWith("——", StringComparison.Ordinal))
            return true;
        if (sentence.Start - paragraph < LeastParagraph)
            return false;
        return Opener().IsMatch(words) || IsTopic(words)
            || (words.Length > OpenerLength && parallels.GetAlternateLookup<ReadOnlySpan<char>>().Contains(words[..OpenerLength]));
    }

    /// <summary>A short sentence without numbers and commas: it names what the next ones are about.</summary>
    private static bool IsTopic(ReadOnlySpan<char> sentence) =>
        sentence.Length is >= 6 and <= 17 && sentence[^1] == '。' && !sentence.ContainsAny(NotInTopic) && !Ordinal().IsMatch(sentence);

    private static HashSet<string> Parallels(string text, List<TextRange> sentences) =>
        sentences.Where(static sentence => sentence.Length > OpenerLength)
            .CountBy(sentence => text.Substring(sentence.Start, OpenerLength), StringComparer.Ordinal)
            .Where(static pair => pair.Value >= LeastParallels && !char.IsAsciiDigit(pair.Key[0]))
            .Select(static pair => pair.Key)
            .ToHashSet(StringComparer.Ordinal);

    [GeneratedRegex("^(各位代表|同志们)[，！：、]", Patterns.Options, Patterns.Patience)]
    private static partial Regex Address();

    [GeneratedRegex("^[一二三四五六七八九十]是", Patterns.Options, Patterns.Patience)]
    private static partial Regex Ordinal();

    [GeneratedRegex("^(同时，我们(也|还|要)|我们也(清醒|深刻)|我们(清醒|深刻)地?(看到|认识)|在(充分)?(总结|肯定|看到)(工作)?成绩的同时|(全[省市县区镇]|今年|20[0-9]{2}年)(全[省市县区镇])?(经济|发展|政府|工作)?[^，。]{0,12}(主要)?(预期|奋斗)?(目标|总体要求|总体思路|指导思想|思路)(是|为|：|建议)|(主要|预期)(预期)?目标(是|为)|围绕(上述|以上|实现|这些)|为(实现|完成)(上述|以上|今年)|(重点|着力)(做好|抓好|实施)以下|[一二三四五]年来，|回顾(过去|五年)|做好(今年|20[0-9]{2}年)|根据(中央|省|市|县|区)[^。]{0,30}(部署|精神)|按照(省|市|县|区|镇)[^。]{0,20}(部署|要求))", Patterns.Options, Patterns.Patience)]
    private static partial Regex Opener();
}
