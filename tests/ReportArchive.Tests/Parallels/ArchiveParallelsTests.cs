using System.Collections.Immutable;
using ReportArchive.Diagnostics;
using ReportArchive.Parallels;
using ReportArchive.Places;
using ReportArchive.Reports;
using ReportArchive.Tests.Support;

namespace ReportArchive.Tests.Parallels;

/// <summary>Parallel passages of the reports this repository holds.</summary>
public sealed class ArchiveParallelsTests
{
    private static readonly ImmutableArray<Report> s_reports =
        [.. Directory.EnumerateFiles(Path.Combine(Repository.Input, "reports"), "*.md", SearchOption.AllDirectories)
            .Select(static file => ReportReader.Read(File.ReadAllText(file), file.Replace('\\', '/'), PlaceTable.National, new List<Diagnostic>()))
            .OfType<Report>()
            .OrderBy(static report => report.Id)];

    private static readonly ParallelPassages s_parallels = ParallelPassages.Find(s_reports);

    [Fact]
    public void Zibo_and_Zhoucun_share_a_sentence_of_119_characters()
    {
        var (zibo, zhoucun) = (Index("370300/2023/gwr"), Index("370306/2023/gwr"));

        var longest = s_parallels.Of(zhoucun).Where(span => span.Other == zibo).MaxBy(static span => span.Length);

        Assert.Equal(119, longest.Length);
        Assert.StartsWith("经济社会发展主要预期目标建议为：地区生产总值增长5.5%左右", longest.TextIn(s_reports[zhoucun]), StringComparison.Ordinal);
        Assert.Equal(longest.TextIn(s_reports[zhoucun]), s_reports[zibo].Blocks[longest.OtherBlock].Text.Substring(longest.OtherStart, longest.Length));
    }

    [Fact]
    public void Every_shared_span_is_found_and_no_other()
    {
        var found = Enumerable.Range(0, s_reports.Length).SelectMany(static report => s_parallels.Of(report).Select(span => (report, span)));

        Assert.Equal(BruteForce.Spans(s_reports), found);
    }

    [Fact]
    public void No_shared_span_lies_within_a_formula()
    {
        for (var report = 0; report < s_reports.Length; report++)
        {
            var formulas = s_parallels.FormulasIn(report);
            Assert.DoesNotContain(s_parallels.Of(report), span => formulas.Any(formula => formula.Block == span.Block && formula.Range.Start <= span.Start && span.End <= formula.Range.End));
        }
    }

    private static int Index(string id) => Enumerable.Range(0, s_reports.Length).Single(i => s_reports[i].Id.ToString() == id);
}
