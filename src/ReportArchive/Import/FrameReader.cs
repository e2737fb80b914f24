using System.Text.RegularExpressions;
using ReportArchive.Reports;

namespace ReportArchive.Import;

/// <summary>Reads the lines above a report's text: title, session with its day, speaker with office. Lines may be wrapped or run together.</summary>
internal static partial class FrameReader
{
    /// <summary>（二〇二一年十二月二十九日） has so many characters; a line with more says more than a day.</summary>
    private const int LongestDay = 14;

    /// <summary>Reads a frame.</summary>
    /// <param name="lines">Compact lines between the end of what came before and the words the report opens with, furniture dropped.</param>
    public static Frame Read(IReadOnlyList<string> lines)
    {
        var session = SessionLine.Find(lines);
        var titles = new List<(string Text, ReportKind Kind)>();
        var rest = new List<string>();
        var afterTitle = 0;
        foreach (var line in TitleLines.Join(session?.Rest ?? lines))
        {
            if (TitleLine.KindOf(line) is { } kind)
                titles.Add((line, kind));
            else
                rest.Add(line);
            afterTitle = titles.Count > 0 && TitleLine.KindOf(line) is not null ? rest.Count : afterTitle;
        }
        var title = titles.Count == 0 ? null : titles[^1].Text;
        var speaker = SpeakerLine.Find(rest, afterTitle, title ?? "");
        return new Frame(
            title is null ? null : TitleLine.Bare(title),
            titles.Count == 0 ? null : titles[^1].Kind,
            session?.Date ?? DateInTitle(titles.Select(static t => t.Text)) ?? lines.SkipWhile(static line => TitleLine.KindOf(line) is null).Where(static line => line.Length <= LongestDay).Select(ChineseDate.Find).FirstOrDefault(static day => day is not null),
            session?.Meeting,
            speaker?.Name,
            speaker?.Office,
            [.. lines.Where(static line => line.Length <= 80)]);
    }

    /// <summary>A day in brackets after the title, as document sites put it: …政府工作报告（20230107）.</summary>
    private static DateOnly? DateInTitle(IEnumerable<string> titles) =>
        titles.Select(static title => EightDigits().Match(title))
            .Where(static match => match.Success)
            .Select(static match => ChineseDate.Find($"{match.Groups["year"].Value}-{match.Groups["month"].Value}-{match.Groups["day"].Value}"))
            .FirstOrDefault(static date => date is not null);

    [GeneratedRegex(@"（(?<year>(19|20)\d\d)(?<month>\d\d)(?<day>\d\d)）", Patterns.Options, Patterns.Patience)]
    private static partial Regex EightDigits();
}
