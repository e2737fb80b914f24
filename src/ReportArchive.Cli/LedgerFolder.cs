using System.Collections.Immutable;
using ReportArchive.Anchors;
using ReportArchive.Diagnostics;
using ReportArchive.Pages;
using ReportArchive.Reports;

namespace ReportArchive.Cli;

/// <summary>The ledgers of an archive: <c>input/anchors/&lt;place&gt;/&lt;year&gt;-&lt;kind&gt;.anchors</c>, one a report.</summary>
internal sealed class LedgerFolder(InputFolder input)
{
    private const string Extension = ".anchors";

    private readonly string _folder = Path.Combine(input.Root, "anchors");

    /// <summary>The path of a report's ledger.</summary>
    public string PathOf(ReportId report) => Path.Combine(_folder, Path.ChangeExtension(ReportReader.PathOf(report), Extension));

    /// <summary>The path of the list of pages published that are not reports.</summary>
    public string UrlList => Path.Combine(_folder, FrozenUrlList.FileName);

    /// <summary>The report with its anchors; as if never published where its ledger cannot be read, which is an error.</summary>
    public PublishedReport Publish(Report report, ICollection<Diagnostic> diagnostics) =>
        ReportHistory.Of(report, Read(PathOf(report.Id), report.Id, diagnostics));

    /// <summary>What the archive's files record of earlier publications, and the reports, those that moved with their old anchors.</summary>
    public (ImmutableArray<Report> Reports, PublicationRecord Record) Record(ImmutableArray<PublishedReport> reports, ICollection<Diagnostic> diagnostics)
    {
        var orphans = Orphans(reports.Select(static report => report.Report.Id).ToHashSet(), diagnostics);
        var moves = LedgerMoves.Find(orphans, [.. reports.Where(static report => report.History == ReportHistory.None).Select(static report => report.Report)]);
        var ledgerOf = orphans.Where(ledger => moves.ContainsKey(ledger.Report)).ToDictionary(ledger => moves[ledger.Report]);
        ImmutableArray<PublishedReport> all =
            [.. reports.Select(report => ledgerOf.TryGetValue(report.Report.Id, out var ledger) ? ReportHistory.Of(report.Report, ledger with { Report = report.Report.Id }) : report)];
        var (redirects, wrong) = ReadRedirects(diagnostics);
        foreach (var diagnostic in wrong)
            diagnostics.Add(diagnostic);
        var record = new PublicationRecord(
            all.Where(static report => report.History != ReportHistory.None)
                .DistinctBy(static report => report.Report.Id)
                .ToImmutableDictionary(static report => report.Report.Id, static report => report.History),
            redirects,
            [.. orphans.Select(Frozen), .. ReadUrlList(diagnostics)],
            moves.ToImmutableDictionary(static move => SiteUrl.Of(move.Key), static move => SiteUrl.Of(move.Value)));
        return ([.. all.Select(static report => report.Report)], record);
    }

    /// <summary>Ledgers whose report is gone, by report.</summary>
    public ImmutableArray<AnchorLedger> Orphans(IReadOnlySet<ReportId> reports, ICollection<Diagnostic> diagnostics)
    {
        if (!Directory.Exists(_folder))
            return [];
        var found = ImmutableArray.CreateBuilder<AnchorLedger>();
        foreach (var path in Directory.EnumerateFiles(_folder, "*" + Extension, SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var place = Path.GetFileName(Path.GetDirectoryName(path)!);
            var named = ReportId.TryParse($"{place}/{Path.GetFileNameWithoutExtension(path).Replace('-', '/')}", out var id);
            if (named && !reports.Contains(id) && Read(path, id, diagnostics) is { } ledger)
                found.Add(ledger);
        }
        return found.ToImmutable();
    }

    /// <summary>A ledger; none where there is no file, or one that cannot be read, which is an error.</summary>
    public AnchorLedger? Read(ReportId report, ICollection<Diagnostic> diagnostics) => Read(PathOf(report), report, diagnostics);

    private static AnchorLedger? Read(string path, ReportId report, ICollection<Diagnostic> diagnostics)
    {
        if (!File.Exists(path))
            return null;
        var slashed = path.Replace('\\', '/');
        var reading = LedgerReader.Read(File.ReadAllText(path), slashed);
        foreach (var diagnostic in reading.Diagnostics)
            diagnostics.Add(diagnostic);
        if (reading.Ledger is not { } ledger || ledger.Report == report)
            return reading.Ledger;
        diagnostics.Add(Diagnostic.Error(
            "RA0602", new SourceSpan(slashed, 2), $"the ledger is that of {ledger.Report}, its path says {report}", "give the file back its name; anchors follow a report that moved by themselves"));
        return null;
    }

    private (ImmutableArray<Redirect> Redirects, ImmutableArray<Diagnostic> Wrong) ReadRedirects(ICollection<Diagnostic> diagnostics)
    {
        var file = input.File(Redirects.FileName, diagnostics);
        return Redirects.Read(file.Text, file.Path);
    }

    private ImmutableArray<FrozenUrl> ReadUrlList(ICollection<Diagnostic> diagnostics)
    {
        var file = input.File(Path.Combine("anchors", FrozenUrlList.FileName), diagnostics);
        return FrozenUrlList.Read(file.Text, file.Path);
    }

    private FrozenUrl Frozen(AnchorLedger ledger) => new(
        SiteUrl.Of(ledger.Report),
        [.. ledger.Live.Select(static entry => entry.Anchor.ToString())],
        new SourceSpan(PathOf(ledger.Report).Replace('\\', '/')));
}
