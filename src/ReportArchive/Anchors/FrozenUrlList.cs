using System.Collections.Immutable;
using ReportArchive.Diagnostics;
using ReportArchive.Pages;

namespace ReportArchive.Anchors;

/// <summary>
/// <c>input/anchors/urls.txt</c>: the pages published so far that are not reports, one a line, sorted. A report's address is frozen
/// by its ledger.
/// </summary>
public static class FrozenUrlList
{
    /// <summary>Name of the file in the folder of ledgers.</summary>
    public const string FileName = "urls.txt";

    private const string FirstLine = "# Pages published so far. `report-archive anchors freeze` adds to this file; what stands here is never removed.";

    /// <summary>The addresses in the file.</summary>
    public static ImmutableArray<FrozenUrl> Read(string text, string file) =>
        [.. text.ReplaceLineEndings("\n").Split('\n').Index()
            .Where(static line => line.Item.StartsWith('/'))
            .Select(line => new FrozenUrl(new SiteUrl(line.Item.Trim()), [], new SourceSpan(file, line.Index + 1)))];

    /// <summary>The file with these addresses added to those it has.</summary>
    public static string Write(IEnumerable<FrozenUrl> before, IEnumerable<SiteUrl> pages) =>
        string.Join('\n', [FirstLine, .. before.Select(static url => url.Url).Concat(pages).Distinct().Order().Select(static url => url.Value), ""]);
}
