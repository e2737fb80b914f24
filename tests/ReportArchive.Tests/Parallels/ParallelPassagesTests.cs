using System.Collections.Immutable;
using ReportArchive.Parallels;
using ReportArchive.Places;
using ReportArchive.Reports;
using ReportArchive.Tests.Concepts;

namespace ReportArchive.Tests.Parallels;

public sealed class ParallelPassagesTests
{
    private const string Shared = "深入开展城乡环境大整治精细管理大提升行动，人居环境持续优化，创成省级清洁村庄一百二十个";

    [Fact]
    public void A_shared_span_is_found_on_both_sides_with_its_place()
    {
        var reports = Reports(("370300/2023/gwr", $"前文甲。{Shared}，全市领先。"), ("370306/2023/gwr", $"开头。\n\n乙的前文。{Shared}。"));

        var parallels = ParallelPassages.Find(reports);

        // The full stop before the passage is shared too.
        Assert.Equal([new SharedSpan(0, 3, Shared.Length + 1, 1, 1, 4)], parallels.Of(0));
        Assert.Equal([new SharedSpan(1, 4, Shared.Length + 1, 0, 0, 3)], parallels.Of(1));
    }

    [Fact]
    public void Twenty_nine_characters_are_no_parallel_and_thirty_are()
    {
        var text = Shared[..30];

        Assert.Empty(ParallelPassages.Find(Reports(("370300/2023/gwr", $"甲{text[..29]}丙"), ("370306/2023/gwr", $"乙{text[..29]}丁"))).Of(0));
        Assert.Equal(30, Assert.Single(ParallelPassages.Find(Reports(("370300/2023/gwr", $"甲{text}丙"), ("370306/2023/gwr", $"乙{text}丁"))).Of(0)).Length);
    }

    [Fact]
    public void A_report_that_repeats_itself_has_no_parallel_with_itself() =>
        Assert.Empty(ParallelPassages.Find(Reports(("370300/2023/gwr", $"{Shared}。\n\n{Shared}。"))).Of(0));

    [Fact]
    public void Headings_are_not_compared()
    {
        var heading = $"## {Shared}";

        Assert.Empty(ParallelPassages.Find(Reports(("370300/2023/gwr", $"{heading}\n\n甲。"), ("370306/2023/gwr", $"{heading}\n\n乙。"))).Of(0));
    }

    [Fact]
    public void Words_of_three_prefectures_are_a_formula_and_no_parallel()
    {
        var reports = Reports(("370200/2021/gwr", $"甲。{Shared}。"), ("370306/2023/gwr", $"乙。{Shared}。"), ("371502/2024/plan", $"丙{Shared}，好。"));

        var parallels = ParallelPassages.Find(reports);

        Assert.All(Enumerable.Range(0, 3), report => Assert.Empty(parallels.Of(report)));
        Assert.Equal((Shared, 3), (parallels.Formulas[0].Text, parallels.Formulas[0].Reports.Length));
        Assert.Equal(Shared, Assert.Single(parallels.FormulasIn(2)).Range.Of(reports[2].Blocks[0].Text));
    }

    [Fact]
    public void A_passage_that_goes_on_behind_a_formula_is_a_parallel_as_a_whole()
    {
        const string More = "其后两地又同样说了很长的一段与别处都不相同的话，足有三十多个字之多才作罢";
        var reports = Reports(("370200/2021/gwr", $"甲{Shared}。"), ("370300/2023/gwr", $"乙{Shared}{More}。"), ("370306/2023/gwr", $"丙{Shared}{More}！"), ("371502/2024/plan", $"丁{Shared}，好。"));

        var parallels = ParallelPassages.Find(reports);

        var span = Assert.Single(parallels.Of(1));
        Assert.Equal((2, Shared + More), (span.Other, reports[1].Blocks[0].Text.Substring(span.Start, span.Length)));
    }

    [Fact]
    public void Every_shared_span_is_what_comparing_every_pair_of_positions_finds()
    {
        foreach (var seed in Enumerable.Range(1, 12))
        {
            var reports = Invented(seed, seed % 3 == 0 ? 60 : 9);
            var parallels = ParallelPassages.Find(reports);
            Assert.Equal(BruteForce.Spans(reports), Enumerable.Range(0, reports.Length).SelectMany(report => parallels.Of(report).Select(span => (report, span))));
        }
    }

    [Fact]
    public void Of_passages_that_very_many_reports_share_each_has_its_nearest_and_those_above()
    {
        // Towns of one county over many years: one prefecture, so no formula however many they are.
        var ids = Enumerable.Range(2000, 25).SelectMany(static year => new[] { $"370481103/{year}/gwr", $"370481105/{year}/gwr", $"370481107/{year}/gwr" }).Append("370400/2010/gwr");
        var reports = Reports([.. ids.Select(static id => (id, $"{id}：{Shared}。"))]);

        var parallels = ParallelPassages.Find(reports);

        for (var report = 1; report < reports.Length; report++)
        {
            var others = parallels.Of(report).Select(static span => span.Other).ToList();
            Assert.Contains(0, others);
            Assert.Contains(report == reports.Length - 1 ? report - 1 : report + 1, others);
        }
    }

    [Fact]
    public void Words_that_open_every_report_are_no_parallel()
    {
        const string Words = "人民政府向大会报告工作，请予审议，并请各位政协委员和列席会议的同志提出意见。";

        Assert.Empty(ParallelPassages.Find(Reports(("370300/2023/gwr", $"现在，我代表市{Words}"), ("370306/2023/gwr", $"现在，我代表区{Words}"))).Of(0));
    }

    private static ImmutableArray<Report> Reports(params (string Id, string Body)[] reports) =>
        [.. reports.Select(static report => SmallArchive.Report(report.Id, report.Body)).OrderBy(static report => report.Id)];

    /// <summary>Reports cut together from a few clauses, so that they share much, at all lengths around the threshold.</summary>
    private static ImmutableArray<Report> Invented(int seed, int count)
    {
        var next = (uint)seed * 2654435761;
        int Number(int below) => (int)((next = next * 1664525 + 1013904223) >> 8) % below;
        string Letters(int length) => string.Concat(Enumerable.Range(0, length).Select(_ => (char)('一' + Number(3000))));
        var clauses = Enumerable.Range(0, 40).Select(i => Letters(8 + i)).ToList();
        var places = PlaceTable.National.Places.Where(static place => place.Code.Value.StartsWith("37", StringComparison.Ordinal) && place.Level is PlaceLevel.Prefecture or PlaceLevel.County).ToList();
        return [.. Enumerable.Range(0, count)
            .Select(i => (places[i * 7 % places.Count].Code, Year: 2000 + i / 20))
            .Select(id => SmallArchive.Report(
                $"{id.Code}/{id.Year}/gwr",
                string.Join("\n\n", Enumerable.Range(0, 3).Select(_ => string.Concat(Enumerable.Range(0, 4).Select(_ => clauses[Number(clauses.Count)] + (Number(3) == 0 ? Letters(1) : "")))))))
            .OrderBy(static report => report.Id)];
    }
}
