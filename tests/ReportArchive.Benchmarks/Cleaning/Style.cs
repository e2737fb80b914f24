using System.Globalization;
using System.Text.RegularExpressions;
using ReportArchive.Diagnostics;
using ReportArchive.Places;
using ReportArchive.Reports;

namespace ReportArchive.Benchmarks.Cleaning;

/// <summary>
/// A way to set a report that the archive's own are not set in: other provinces and decades number their parts otherwise.
/// The archive's reports are set anew in each style, so that what is measured is not only how well their own is known.
/// </summary>
/// <param name="Name">Its name.</param>
/// <param name="Set">Sets a report's Markdown anew.</param>
internal sealed partial record Style(string Name, Func<string, string> Set)
{
    private const string HanDigits = "一二三四五六七八九十";

    public static IReadOnlyList<Style> All { get; } =
    [
        new("as delivered", static markdown => markdown),
        new("parts", static markdown => Number(markdown, static n => $"第{Han(n)}部分 ", static n => $"{Han(n)}、", static n => $"（{Han(n)}）")),
        new("bare heads", static markdown => Number(markdown, static _ => "", static n => $"{Han(n)}、", static n => $"（{Han(n)}）")),
        new("digits below", static markdown => Number(markdown, static n => $"{Han(n)}、", static n => $"{n}.", static n => $"（{n}）")),
        new("of the nineties", static markdown => Speech(Aged(markdown))),
        new("unset headings", static markdown => RunIn().Replace(markdown, "### ${heading}")),
    ];

    /// <summary>The reports in this style.</summary>
    public List<TruthReport> Of(IEnumerable<(string Path, string Markdown)> archive, PlaceTable places)
    {
        var reports = new List<TruthReport>();
        foreach (var (path, markdown) in archive.Where(file => Name != "digits below" || !file.Markdown.Contains("\n#### ", StringComparison.Ordinal)))
        {
            var diagnostics = new List<Diagnostic>();
            reports.Add(new TruthReport(ReportReader.Read(Set(markdown), path, places, diagnostics) ?? throw new InvalidOperationException($"{path} in style {Name}: {string.Join("; ", diagnostics)}")));
        }
        return reports;
    }

    private static string Number(string markdown, params Func<int, string>[] styles)
    {
        var counts = new int[styles.Length];
        return Heading().Replace(markdown, match =>
        {
            var level = match.Groups["level"].Length - 2;
            if (level >= styles.Length)
                return match.Value;
            Array.Clear(counts, level + 1, counts.Length - level - 1);
            counts[level]++;
            return $"{match.Groups["level"].Value} {styles[level](counts[level])}";
        });
    }

    private static string Han(int number) =>
        (number >= 20 ? HanDigits[(number / 10) - 1].ToString() : "") + (number >= 10 ? "十" : "") + (number % 10 > 0 ? HanDigits[(number % 10) - 1].ToString() : "");

    /// <summary>Every year a quarter of a century earlier.</summary>
    private static string Aged(string markdown) =>
        Year().Replace(markdown, static match => (int.Parse(match.Value, CultureInfo.InvariantCulture) - 25).ToString(CultureInfo.InvariantCulture));

    private static string Speech(string markdown) => markdown.Replace("\n\n各位代表：\n", "\n\n各位代表、同志们：\n", StringComparison.Ordinal);

    [GeneratedRegex(@"(?m)^(?<level>#{2,4}) (?<number>([一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|[0-9]+\\?[.、] ?)?)", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Heading();

    [GeneratedRegex(@"(?<![0-9.])20[0-2][0-9](?=年|-[0-9]{2}-[0-9]{2}\n)|(?<=year: )20[0-2][0-9]", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Year();

    // A heading without its full stop stands on a line of its own.
    [GeneratedRegex(@"(?m)^### (?<heading>.{4,60})。$", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex RunIn();
}
