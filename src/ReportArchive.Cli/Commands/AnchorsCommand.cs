using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using ReportArchive.Anchors;
using ReportArchive.Data;
using ReportArchive.Diagnostics;
using ReportArchive.Pages;

namespace ReportArchive.Cli.Commands;

/// <summary><c>anchors</c>: what the edits since the last publication do to paragraph anchors; <c>anchors freeze</c> publishes them.</summary>
internal static class AnchorsCommand
{
    private const string Description =
        """
        Shows what the edits since the last publication do to the anchors of paragraphs: which are new, which texts changed, which
        anchors now lead elsewhere. Changes nothing.

        Example:  report-archive anchors --json
        """;

    private const string FreezeDescription =
        """
        Writes the ledgers in input/anchors: from then on every anchor is kept. The publishing workflow runs this before a build and
        commits what it wrote. A report whose text changed gets a new edition; the former one stays readable. Running it again
        changes nothing.

        Example:  report-archive anchors freeze --note 更正第三段的数字
        """;

    public static Command Create()
    {
        var input = CommonOptions.Input();
        var json = new Option<bool>("--json") { Description = "Print one JSON document." };
        var command = new Command("anchors", Description) { input, json };
        command.SetAction(call => Show(call.GetValue(input)!, call.GetValue(json), Terminal.For(call)));
        command.Subcommands.Add(CreateFreeze());
        return command;
    }

    private static Command CreateFreeze()
    {
        var input = CommonOptions.Input();
        var note = new Option<string?>("--note") { Description = "Why texts changed, for readers. Without it, the subject of the last commit that touched the report.", HelpName = "TEXT" };
        var date = new Option<string?>("--date") { Description = "Day of publication. Without it, today.", HelpName = "YYYY-MM-DD" };
        var command = new Command("freeze", FreezeDescription) { input, note, date };
        command.SetAction(call => Freeze(call.GetValue(input)!, call.GetValue(note), Day(call.GetValue(date)), Terminal.For(call)));
        return command;
    }

    private static DateOnly Day(string? text) =>
        text is null ? DateOnly.FromDateTime(DateTime.UtcNow)
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : throw new UserException($"--date {text} is not a day", "write e.g. --date 2026-11-21");

    private static int Show(string input, bool json, Terminal terminal)
    {
        var (reports, diagnostics) = AnchoredReports.Read(input);
        DiagnosticPrinter.Print(diagnostics, terminal);
        if (json)
            Console.OpenStandardOutput().Write(AnchorsJson.Write(reports.Select(static report => (report.Report.Id, report.Assignment))));
        else
            Print(reports);
        return diagnostics.Any(static diagnostic => diagnostic.Severity == Severity.Error) ? Failures.User : Failures.None;
    }

    private static void Print(ImmutableArray<AnchoredReport> reports)
    {
        foreach (var report in reports.Where(static report => !report.Assignment.IsPublished))
        {
            Console.WriteLine(report.Assignment.Ledger is { } ledger
                ? $"{report.Report.Id}: edition {ledger.Current.Number} → {ledger.Current.Number + 1}{(report.MovedFrom is { } old ? $", was {old.Report}" : "")}"
                : $"{report.Report.Id}: not published yet, {report.Assignment.Blocks.Length} paragraphs");
            foreach (var change in report.Assignment.Changes)
                Console.WriteLine($"  {AnchorsJson.Describe(change)}");
        }
        var unchanged = reports.Count(static report => report.Assignment.IsPublished);
        Console.WriteLine($"{unchanged} of {reports.Length} reports are as published.");
    }

    private static int Freeze(string input, string? note, DateOnly day, Terminal terminal)
    {
        var (reports, diagnostics) = AnchoredReports.Read(input);
        DiagnosticPrinter.Print(diagnostics, terminal);
        if (diagnostics.Any(static diagnostic => diagnostic.Severity == Severity.Error))
            return Failures.User;
        var ledgers = new LedgerFolder(InputFolder.Open(input));
        var written = 0;
        foreach (var report in reports)
            written += FreezeOne(report, ledgers, note, day) ? 1 : 0;
        var list = FreezeUrls(input, ledgers, reports.Select(static report => report.MovedFrom).OfType<AnchorLedger>());
        terminal.Say($"{written} ledgers written, {reports.Length - written} unchanged{(list ? $"; {FrozenUrlList.FileName} written" : "")}.");
        return Failures.None;
    }

    private static bool FreezeOne(AnchoredReport report, LedgerFolder ledgers, string? note, DateOnly day)
    {
        var isCorrection = report.Assignment.Ledger is not null && !report.Assignment.IsPublished;
        var ledger = report.Assignment.Freeze(report.Report.Id, day, isCorrection ? note ?? GitNote.Of(report.Report.File) : "");
        if (ReferenceEquals(ledger, report.Assignment.Ledger) && report.MovedFrom is null)
            return false;
        var path = ledgers.PathOf(report.Report.Id);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, LedgerWriter.Write(ledger with { Report = report.Report.Id }));
        if (report.MovedFrom is { } old)
            File.Delete(ledgers.PathOf(old.Report));
        return true;
    }

    /// <summary>Adds the pages that are not reports to the list; a report is frozen by its ledger, a moved one by the list too.</summary>
    private static bool FreezeUrls(string input, LedgerFolder ledgers, IEnumerable<AnchorLedger> moved)
    {
        var diagnostics = new List<Diagnostic>();
        var site = BuildPipeline.ReadSite(new BuildRequest(input, Output: "", BaseUrl: null, Environment.ProcessorCount), diagnostics, BuildProgress.None);
        if (diagnostics.Exists(static diagnostic => diagnostic.Severity == Severity.Error))
            return false;
        var reports = site.Reports.Select(static report => SiteUrl.Of(report.Id)).ToHashSet();
        var pages = PublishedPages.Of(site).Keys.Where(url => FrozenUrls.IsPage(url) && !reports.Contains(url)).Concat(moved.Select(static ledger => SiteUrl.Of(ledger.Report)));
        var before = File.Exists(ledgers.UrlList) ? File.ReadAllText(ledgers.UrlList) : "";
        var after = FrozenUrlList.Write(FrozenUrlList.Read(before, ledgers.UrlList), pages);
        if (string.Equals(before, after, StringComparison.Ordinal))
            return false;
        Directory.CreateDirectory(Path.GetDirectoryName(ledgers.UrlList)!);
        File.WriteAllText(ledgers.UrlList, after);
        return true;
    }
}
