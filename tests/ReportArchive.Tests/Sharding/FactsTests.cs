using System.Collections.Immutable;
using ReportArchive.Anchors;
using ReportArchive.Caching;
using ReportArchive.Cli;
using ReportArchive.Data;
using ReportArchive.Diagnostics;
using ReportArchive.Places;
using ReportArchive.Reports;
using ReportArchive.Sharding;
using ReportArchive.Tests.Support;

namespace ReportArchive.Tests.Sharding;

/// <summary>Facts that were written and read are the facts: whatever a report holds, field by field, as the cache of pages looks at it.</summary>
public sealed class FactsTests
{
    private const string Root = "somewhere/input/";

    [Fact]
    public void All_that_is_known_of_a_report_is_read_back()
    {
        var facts = Full();
        Assert.Equal(Bytes(facts), Bytes(RoundTrip(facts, Root)));
    }

    [Fact]
    public void Reports_of_the_archive_are_read_back()
    {
        var diagnostics = new List<Diagnostic>();
        var places = BuildPipeline.ReadPlaces(InputFolder.Open(Repository.Input), diagnostics);
        foreach (var file in Repository.Reports)
        {
            var report = ReportReader.Read(File.ReadAllText(file), Root + Path.GetRelativePath(Repository.Input, file).Replace('\\', '/'), places, diagnostics)!;
            var facts = new ReportFacts(report.File, new PublishedReport(report, ReportHistory.None), [.. diagnostics]);
            var read = RoundTrip(facts, Root, places);
            Assert.Equal(Bytes(facts), Bytes(read));
            Assert.Same(ReportHistory.None, read.Published!.History);
        }
    }

    [Fact]
    public void A_file_that_is_no_report_has_diagnostics_only()
    {
        var facts = new ReportFacts(Root + "reports/x.md", Published: null, [Diagnostic.Error("RA0010", new SourceSpan(Root + "reports/x.md", 3, 1), "the report has no text")]);
        Assert.Equal(Bytes(facts), Bytes(RoundTrip(facts, Root)));
    }

    [Fact]
    public void Another_machine_names_its_own_folder()
    {
        var read = RoundTrip(Full(), "elsewhere/");
        Assert.Equal("elsewhere/reports/370306/2023-gwr.md", read.File);
        Assert.Equal("elsewhere/reports/370306/2023-gwr.md", read.Published!.Report.File);
        Assert.Equal("elsewhere/anchors/370306/2023-gwr.anchors", read.Diagnostics[1].Span.File);
        Assert.Equal("/etc/other.md", read.Diagnostics[2].Span.File);
    }

    /// <summary>A report that has everything a report can have.</summary>
    private static ReportFacts Full()
    {
        const string File = Root + "reports/370306/2023-gwr.md";
        var diagnostics = new List<Diagnostic>();
        var text = System.IO.File.ReadAllText(Repository.Fixtures("small-archive", "input", "reports", "370306", "2023-gwr.md"))
            .Replace("kind: gwr\n", "kind: gwr\nconcepts: [si-xin]\nnotPlaces: [日照]\n", StringComparison.Ordinal);
        var report = ReportReader.Read(text, File, PlaceTable.National, diagnostics)!;
        report = report with { Variants = [new Variant("一、", "四减", "四增", "另一文本", IsRestored: true), new Variant("", "", "", "", IsRestored: false)] };
        var first = AnchorAssignment.Assign(null, report.Blocks).Freeze(report.Id, new DateOnly(2023, 2, 1), "初版");
        ImmutableArray<Block> corrected = [.. report.Blocks.Skip(2), report.Blocks[1] with { Text = "新的一段。" }];
        var second = AnchorAssignment.Assign(first, corrected).Freeze(report.Id, new DateOnly(2023, 3, 1), "更正");
        var published = ReportHistory.Of(report with { Blocks = [.. corrected.Skip(1)] }, second);
        Assert.NotEmpty(published.History.Ledger!.Former);
        Assert.NotEmpty(published.History.Retired);
        Assert.NotEmpty(report.Matter.Concepts);
        Assert.NotEmpty(report.Matter.NotPlaces);
        return new ReportFacts(
            File,
            published,
            [
                Diagnostic.Warning("RA0008", new SourceSpan(File, 1, 1), "message", "hint"),
                Diagnostic.Error("RA0602", new SourceSpan(Root + "anchors/370306/2023-gwr.anchors", 2), "message"),
                Diagnostic.Error("RA0602", new SourceSpan("/etc/other.md"), "message"),
            ]);
    }

    private static ReportFacts RoundTrip(ReportFacts facts, string root, PlaceTable? places = null)
    {
        using var bytes = new ByteBuffer();
        new FactsWriter(bytes, Root).Write(facts);
        var reader = new FactsReader(new ByteReader(bytes.Written.Span), root, places ?? PlaceTable.National);
        return reader.Read(figures =>
        {
            Assert.Equal(facts.Published!.Report.Body.Figures, figures);
            return facts.Published.Report.Body;
        });
    }

    private static byte[] Bytes(ReportFacts facts)
    {
        using var bytes = new ByteBuffer();
        new ModelBytes().Write(bytes, facts);
        return bytes.Written.ToArray();
    }
}
