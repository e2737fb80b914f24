using ReportArchive.Diagnostics;
using ReportArchive.Import;
using ReportArchive.Reports;

namespace ReportArchive.Tests.Import;

/// <summary>What an import does to an archive.</summary>
public class ImportResultTests
{
    private const string Id = "370306/2023-gwr";

    [Fact]
    public void Importing_a_dump_twice_changes_nothing()
    {
        var dumps = new[] { SampleDumps.Half(Id), SampleDumps.Page(Id) };
        var first = ImportResult.Of(dumps, Archive.Places);
        Assert.Equal(ImportOutcome.Added, Assert.Single(first.Reports).Outcome);

        var second = ImportResult.Of(dumps, Archive.Places, Archived(first));
        var again = Assert.Single(second.Reports);
        Assert.Equal(ImportOutcome.Unchanged, again.Outcome);
        Assert.Equal(first.Reports[0].Markdown, again.Markdown);
        Assert.Equal(first.Reports[0].Variants?.Write(), again.Variants?.Write());
    }

    [Fact]
    public void Copies_of_one_report_are_one_report_taken_from_the_fullest()
    {
        var report = Assert.Single(ImportResult.Of([SampleDumps.Half(Id), SampleDumps.Page(Id), SampleDumps.Half(Id, 0.05)], Archive.Places).Reports);
        Assert.Equal("page.txt", report.Witnesses.Best.Dump.Name);
        Assert.Equal([true, false, false], report.Witnesses.Sources.Select(static source => source.Complete));
    }

    [Theory]
    [InlineData(0.05)]
    [InlineData(0.3)]
    [InlineData(0.9)]
    public void A_truncated_copy_becomes_a_witness_of_the_archives_report(double share)
    {
        var archive = Archived(ImportResult.Of([SampleDumps.Page(Id)], Archive.Places));
        var report = Assert.Single(ImportResult.Of([SampleDumps.Half(Id, share)], Archive.Places, archive).Reports);
        Assert.Equal((ImportOutcome.Witnessed, Id + ".md"), (report.Outcome, report.Path));
        var read = Read(report.Markdown);
        Assert.Equal([("page.txt", true), ("half.txt", false)], read.Matter.Sources.Select(static source => (source.Name, source.Complete!.Value)));
        Assert.Equal(Read(archive[0].Markdown).Blocks.Select(static block => block.Text), read.Blocks.Select(static block => block.Text));
    }

    [Fact]
    public void A_fuller_dump_completes_the_archives_report_and_keeps_its_witnesses()
    {
        var archive = Archived(ImportResult.Of([SampleDumps.Half(Id)], Archive.Places));
        var result = ImportResult.Of([SampleDumps.Page(Id)], Archive.Places, archive);
        var report = Assert.Single(result.Reports);
        Assert.Equal(ImportOutcome.Completed, report.Outcome);
        Assert.Equal([("page.txt", true), ("half.txt", false)], Read(report.Markdown).Matter.Sources.Select(static source => (source.Name, source.Complete!.Value)));
        Assert.Contains(result.Diagnostics, static diagnostic => diagnostic.Code == "RA0304");
    }

    [Fact]
    public void Another_text_under_the_same_place_year_and_kind_is_written_nowhere()
    {
        var archive = Archived(ImportResult.Of([SampleDumps.Page(Id)], Archive.Places));
        var other = SampleDumps.Page("371302/2021-gwr");
        var forged = SampleDumps.Of("forged.txt", other.Text.Replace("2021年兰山区", "2023年周村区", StringComparison.Ordinal).Replace("2021年2月8日", "2023年1月7日", StringComparison.Ordinal).Replace("临沂市兰山区第", "淄博市周村区第", StringComparison.Ordinal));
        var result = ImportResult.Of([forged], Archive.Places, archive);
        Assert.Equal(ImportOutcome.Conflicting, Assert.Single(result.Reports).Outcome);
        Assert.Contains(result.Diagnostics, static diagnostic => diagnostic is { Code: "RA0304", Severity: Severity.Warning } && diagnostic.Message.Contains(Id, StringComparison.Ordinal));
        Assert.Equal(forged.Text, result.Logs().Single().Rebuild(static _ => ""));
    }

    [Fact]
    public void Separators_that_the_fuller_copy_lost_between_numbers_come_back_from_the_other()
    {
        var page = SampleDumps.Page(Id);
        var full = SampleDumps.Of("full.txt", page.Text.Replace("72.6%、67.84%和37.1%", "72.6%67.84%37.1%", StringComparison.Ordinal));
        Assert.NotEqual(page.Text, full.Text);
        var report = Assert.Single(ImportResult.Of([full, SampleDumps.Half(Id)], Archive.Places).Reports);
        Assert.Equal("full.txt", report.Witnesses.Best.Dump.Name);
        Assert.Contains("72.6%、67.84%和37.1%", report.Markdown, StringComparison.Ordinal);
        Assert.Equal([true], report.Variants!.Variants.Where(static variant => variant.IsRestored).Select(static variant => variant.Witness == "half.txt"));
        var variants = report.Variants!.Write();
        Assert.Contains("（据异文补）", variants, StringComparison.Ordinal);
        Assert.Equal(variants, VariantsFile.Read(variants).Write());
    }

    [Fact]
    public void Every_difference_of_witnesses_is_listed_under_its_heading()
    {
        var page = SampleDumps.Page(Id);
        var other = SampleDumps.Of("other.txt", page.Text.Replace("区域融合", "区域整合", StringComparison.Ordinal) + "\n");
        var report = Assert.Single(ImportResult.Of([page, other], Archive.Places).Reports);
        Assert.All(report.Variants!.Variants, static variant => Assert.Equal(("other.txt", false), (variant.Witness, variant.IsRestored)));
        Assert.Contains(report.Variants.Variants, static variant => variant.Base.Contains("区域融合", StringComparison.Ordinal) && variant.Other.Contains("区域整合", StringComparison.Ordinal) && variant.Heading.Length > 0);
    }

    [Fact]
    public void Variants_come_back_from_their_file()
    {
        var file = new VariantsFile("甲|乙", "a_b_*.txt", [new("一、工作", "a|b\\", "“<b>”", "x y.txt", true), new("", "丙", "", "z", false)]);
        var read = VariantsFile.Read(file.Write().Replace("\n", "\r\n", StringComparison.Ordinal));
        Assert.Equal((file.Title, file.Base), (read.Title, read.Base));
        Assert.Equal(file.Variants, read.Variants);
    }

    [Fact]
    public void Reports_of_one_place_in_two_years_are_two()
    {
        var result = ImportResult.Of([SampleDumps.Page(Id), SampleDumps.Page("370300/2023-gwr"), SampleDumps.Page("371324102/2019-gwr"), SampleDumps.Page("371324110/2019-gwr")], Archive.Places);
        Assert.Equal(4, result.Reports.Length);
        Assert.All(result.Reports, static report => Assert.Empty(report.Witnesses.Others));
    }

    [Theory]
    [InlineData(true, 1.0)]
    [InlineData(true, 0.02)]
    [InlineData(false, 0.1)]
    [InlineData(false, 0.02)]
    public void Next_years_report_is_no_copy_of_this_years_however_much_it_repeats(bool isTitled, double share)
    {
        var title = isTitled ? "2024年周村区政府工作报告\n" : "";
        var body = string.Join('\n', SampleDumps.Lines(Id)[..4].Concat(SampleDumps.Lines("370828/2021-gwr").Skip(4)))
            .Replace("2022年", "2023年", StringComparison.Ordinal).Replace("金乡", "周村", StringComparison.Ordinal).Replace("2020年", "2023年", StringComparison.Ordinal).Replace("2021年", "2024年", StringComparison.Ordinal);
        var next = SampleDumps.Of("next.txt", title + body[..(int)(body.Length * share)]);
        var page = SampleDumps.Page(Id);
        Assert.All(ImportResult.Of([page, next], Archive.Places).Reports, static report => Assert.Empty(report.Witnesses.Others));
        Assert.DoesNotContain(ImportResult.Of([next], Archive.Places, Archived(ImportResult.Of([page], Archive.Places))).Reports, static report => report.Outcome == ImportOutcome.Witnessed);
    }

    [Fact]
    public void Words_that_all_reports_open_with_are_no_witness_of_any()
    {
        var opening = string.Join('\n', SampleDumps.Lines(Id)[..2]);
        var result = ImportResult.Of([SampleDumps.Of("opening.txt", opening)], Archive.Places, Archived(ImportResult.Of([SampleDumps.Page(Id)], Archive.Places)));
        Assert.Empty(result.Reports);
    }

    [Fact]
    public void The_result_does_not_depend_on_the_order_of_dumps()
    {
        var dumps = new[] { SampleDumps.Half(Id), SampleDumps.Page(Id), SampleDumps.Pages("370300/2023-gwr"), SampleDumps.List("370828/2021-gwr", "371525/2021-gwr") };
        var forward = ImportResult.Of(dumps, Archive.Places);
        var backward = ImportResult.Of([.. dumps.Reverse()], Archive.Places);
        Assert.Equal(forward.Reports.Select(static report => report.Markdown), backward.Reports.Select(static report => report.Markdown));
    }

    private static List<ArchivedReport> Archived(ImportResult result) =>
        [.. result.Reports.Select(static report => ArchivedReport.Read(report.Path, report.Markdown, report.Variants?.Write() ?? "", Archive.Places)!)];

    private static Report Read(string markdown) => ReportReader.Read(markdown, "reports/" + Id + ".md", Archive.Places, new List<Diagnostic>())!;
}
