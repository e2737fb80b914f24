using System.Collections.Immutable;
using ReportArchive.Concepts;
using ReportArchive.Diagnostics;
using ReportArchive.Reports;
using ReportArchive.Search;
using ReportArchive.Sites;
using ReportArchive.Tests.Import;
using ReportArchive.Tests.Support;

namespace ReportArchive.Tests.Search;

/// <summary>The index of the real reports against a plain scan of their text.</summary>
public sealed class IndexAnswersTests
{
    private static readonly SearchOptions Everything = new(Limit: 0, Exact: true, HitsPerReport: 0);
    private static readonly ImmutableArray<Report> Reports = ReadReports();
    private static readonly Dictionary<string, ReadOnlyMemory<byte>> Files = SiteSearch.Write(SiteOf(Reports))
        .ToDictionary(static file => file.Path, static file => (ReadOnlyMemory<byte>)file.ToBytes(), StringComparer.Ordinal);

    [Fact]
    public void Any_piece_of_any_report_is_found_where_it_stands_and_nowhere_else()
    {
        var random = new Random(20260711);
        var index = new SearchIndexReader(Bytes);
        for (var i = 0; i < 600; i++)
        {
            var phrase = Piece(random, length: 1 + (i % 12));
            var answer = index.Search(phrase, Everything);
            Assert.Equal(PlainScan.Find(Reports, phrase), answer.Results.Select(static result => result.Id).Order(StringComparer.Ordinal));
            Assert.Equal(answer.Results.Length, answer.Total);
        }
    }

    [Fact]
    public void What_no_report_says_is_not_found()
    {
        var random = new Random(1);
        var index = new SearchIndexReader(Bytes);
        var misses = 0;
        for (var i = 0; i < 300; i++)
        {
            // Two real pieces put together: every character and most pairs occur, the whole hardly ever.
            var phrase = Piece(random, 3) + Piece(random, 3);
            var expected = PlainScan.Find(Reports, phrase);
            Assert.Equal(expected, index.Search(phrase, Everything).Results.Select(static result => result.Id).Order(StringComparer.Ordinal));
            misses += expected.Count == 0 ? 1 : 0;
        }
        Assert.True(misses > 200, $"only {misses} phrases occur nowhere");
    }

    [Fact]
    public void Every_sentence_shown_holds_the_phrase()
    {
        var answer = new SearchIndexReader(Bytes).Search("四减四增", Everything);
        Assert.Equal(7, answer.Total);
        Assert.All(answer.Results, static result => Assert.NotEmpty(result.Hits));
        Assert.All(answer.Results.SelectMany(static result => result.Hits), static hit => Assert.Contains("四减四增", hit.Text, StringComparison.Ordinal));
    }

    [Fact]
    public void Words_apart_are_all_required_and_others_may_be_ruled_out()
    {
        var index = new SearchIndexReader(Bytes);
        var both = PlainScan.Find(Reports, "六稳");
        both.IntersectWith(PlainScan.Find(Reports, "双招双引"));
        Assert.Equal(both, Ids(index, "六稳 双招双引"));
        var without = PlainScan.Find(Reports, "六稳");
        without.ExceptWith(PlainScan.Find(Reports, "双招双引"));
        Assert.Equal(without, Ids(index, "六稳 -双招双引"));
        Assert.Equal(["370300/2023/gwr", "370306/2023/gwr"], Ids(index, "四减四增 地:淄博"));
        Assert.Equal(["371502/2024/plan"], Ids(index, "四减四增 类:plan"));
    }

    private static IEnumerable<string> Ids(SearchIndexReader index, string query) =>
        index.Search(query, Everything).Results.Select(static result => result.Id).Order(StringComparer.Ordinal);

    private static ReadOnlyMemory<byte> Bytes(string path, long offset, int length)
    {
        var file = Files[path][(int)offset..];
        return length < 0 || length >= file.Length ? file : file[..length];
    }

    /// <summary>A run of letters and digits of a real report, wherever it begins.</summary>
    private static string Piece(Random random, int length)
    {
        while (true)
        {
            var report = Reports[random.Next(Reports.Length)];
            var text = report.Blocks[random.Next(report.Blocks.Length)].Text;
            if (text.Length < length)
                continue;
            var piece = text.Substring(random.Next(text.Length - length + 1), length);
            if (piece.All(char.IsLetterOrDigit))
                return piece;
        }
    }

    private static ImmutableArray<Report> ReadReports()
    {
        var diagnostics = new List<Diagnostic>();
        return
        [
            .. Repository.Reports
                .Select(path => ReportReader.Read(File.ReadAllText(path), path, Archive.Places, diagnostics))
                .OfType<Report>(),
        ];
    }

    private static Site SiteOf(ImmutableArray<Report> reports) =>
        SiteBuilder.Build(SiteSettings.Default, Archive.Places, reports, Array.Empty<Concept>(), new List<Diagnostic>());
}
