using ReportArchive.Import;
using ReportArchive.Tests.Import;
using ReportArchive.Tests.Support;

namespace ReportArchive.Tests.Commands;

/// <summary><c>import</c> as it is typed: what it writes, what it prints, and what it leaves alone.</summary>
public class ImportCommandTests
{
    private const string Id = "370306/2023-gwr";

    [Fact]
    public async Task A_folder_of_dumps_becomes_reports_with_a_table_of_what_was_done()
    {
        using var folder = new TemporaryFolder();
        folder.Write("dumps/page.txt", SampleDumps.Page(Id).Text);
        folder.Write("dumps/half.txt", SampleDumps.Half(Id).Text);
        folder.Write("dumps/nothing.txt", "今天天气不错。\n");
        folder.Write("dumps/picture.jpg", "no dump");
        var result = (await ReportArchiveProcess.RunAsync(folder.Path, ["import", "dumps", "--log", "log.jsonl"])).Exits(1);
        Assert.Contains("no report was found in it", result.Errors, StringComparison.Ordinal);
        Assert.Contains("Left out: 1 .jpg", result.Output + result.Errors, StringComparison.Ordinal);
        Assert.Matches("370306/2023/gwr +new +[0-9,]+ +[0-9,]+ +0 +complete", result.Output + result.Errors);
        Assert.Matches("370306/2023/gwr +witness +[0-9,]+ .*truncated at [0-9,]+", result.Output + result.Errors);
        Assert.Equal(["370306/2023-gwr.md"], Files(folder["input", "reports"]).Where(static file => !file.EndsWith(".variants.md", StringComparison.Ordinal)));
        Assert.Equal(3, EditLogJson.Read(await File.ReadAllTextAsync(folder["log.jsonl"])).Count);

        var before = Bytes(folder["input", "reports"]);
        var again = await ReportArchiveProcess.RunAsync(folder.Path, ["import", "dumps/page.txt", "dumps/half.txt"]);
        again.Exits(0);
        Assert.Equal(before, Bytes(folder["input", "reports"]));
        Assert.Contains("unchanged", again.Output + again.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dry_run_prints_the_difference_and_writes_nothing()
    {
        using var folder = new TemporaryFolder();
        folder.Write("page.txt", SampleDumps.Page(Id).Text);
        var result = (await ReportArchiveProcess.RunAsync(folder.Path, ["import", "page.txt", "--dry-run", "--log", "log.jsonl"])).Exits(0);
        Assert.Contains("--- /dev/null\n+++ input/reports/370306/2023-gwr.md\n", result.Output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Contains("\n+## 一、2022年工作回顾\n", result.Output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Equal(["page.txt"], Files(folder.Path));
    }

    [Fact]
    public async Task Standard_input_is_read_in_whatever_form_it_comes()
    {
        using var folder = new TemporaryFolder();
        using var process = ReportArchiveProcess.Start(folder.Path, ["import", "-"]);
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.StandardInput.BaseStream.WriteAsync(SampleDumps.Html(Id).Bytes);
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, await errors + await output);
        Assert.Contains("name: standard input", await File.ReadAllTextAsync(folder["input", "reports", "370306", "2023-gwr.md"]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_pdftotext_is_missing_a_pdf_says_so()
    {
        using var folder = new TemporaryFolder();
        folder.Write("report.pdf", "%PDF-1.7\n");
        var result = (await ReportArchiveProcess.RunAsync(folder.Path, ["import", "report.pdf"], ("PATH", folder.Path))).Exits(1);
        Assert.Contains("pdftotext, which is not on this machine", result.Errors, StringComparison.Ordinal);
        Assert.Contains("install Poppler", result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dump_that_cannot_be_read_does_not_keep_the_others_out()
    {
        using var folder = new TemporaryFolder();
        folder.Write("a.docx", "PK\u0003\u0004 and nothing more");
        folder.Write("b.txt", SampleDumps.Page(Id).Text);
        var result = (await ReportArchiveProcess.RunAsync(folder.Path, ["import", "a.docx", "b.txt"])).Exits(1);
        Assert.Contains("a.docx: error RA0303", result.Errors, StringComparison.Ordinal);
        Assert.True(File.Exists(folder["input", "reports", "370306", "2023-gwr.md"]));
    }

    private static IEnumerable<string> Files(string folder) =>
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(folder, file).Replace('\\', '/')).Order(StringComparer.Ordinal);

    private static List<(string, string)> Bytes(string folder) => [.. Files(folder).Select(file => (file, File.ReadAllText(Path.Combine(folder, file))))];
}
