using System.Collections.Immutable;
using ReportArchive.Places;
using ReportArchive.Reports;
using ReportArchive.Search;
using ReportArchive.Search.Format;
using ReportArchive.Search.Text;

namespace ReportArchive.Tests.Search;

/// <summary>An archive of 3,000 reports that grows by one, loses one, or has one corrected.</summary>
public sealed class SegmentTests
{
    private const int Count = 3000;
    private const int Years = 20;
    private static readonly SearchIndexOptions Options = new(DividedFrom: 2_000);
    private static readonly ImmutableArray<SearchDocument> Reports = [.. Enumerable.Range(0, Count).Select(static number => Report(number, seed: number))];
    private static readonly Dictionary<string, ReadOnlyMemory<byte>> Before = Write(Reports);

    [Fact]
    public void The_order_the_reports_come_in_does_not_matter()
    {
        var shuffled = Reports.ToArray();
        new Random(3).Shuffle(shuffled);
        AssertSame(Before, Write([.. shuffled]));
    }

    [Fact]
    public void A_report_of_the_newest_year_rewrites_a_small_part()
    {
        var newest = Reports.First(static report => report.Year == Reports.Max(static other => other.Year));
        Assert.InRange(Rewritten(Write(Reports.Remove(newest))), 0.01, 0.08);
        Assert.InRange(Rewritten(Write(Reports.Replace(newest, Report(Number(newest), seed: Count)))), 0.01, 0.08);
        Assert.InRange(Rewritten(Write([.. Reports, Report(Count + Years - 1, seed: Count)])), 0.01, 0.08);
    }

    [Fact]
    public void A_settled_report_leaves_the_newest_year_alone()
    {
        var settled = Reports.First(static report => report.Year == 2010);
        var after = Write(Reports.Replace(settled, Report(Number(settled), seed: Count)));
        Assert.InRange(Rewritten(after), 0.5, 0.97);
        Assert.Contains(after.Keys, static path => path.Contains("/grams-", StringComparison.Ordinal) && Before.ContainsKey(path));
    }

    [Fact]
    public void Half_sized_segments_keep_their_bounds_when_a_report_is_added()
    {
        var options = Options with { SegmentReports = 400 };
        var before = Write(Reports, options);
        var after = Write([.. Reports, Report(Count + 7, seed: Count)], options);
        Assert.InRange(before.Keys.Count(static path => path.Contains("/reports-", StringComparison.Ordinal)), 8, 16);
        // All segments but one are as they were; the tables that it shares with the rest are not.
        Assert.InRange(after.Keys.Count(path => path.Contains("/text-", StringComparison.Ordinal) && !before.ContainsKey(path)), 1, 1);
        Assert.InRange(Share(before, after), 0.2, 0.6);
    }

    [Fact]
    public void Segments_that_share_tables_answer_as_one_does()
    {
        var halved = Write(Reports, Options with { SegmentReports = 400 });
        Assert.Equal(2, halved.Keys.Count(static path => path.Contains("/grams-", StringComparison.Ordinal)));
        AssertAnswers(Reports, halved);
    }

    [Fact]
    public void Several_segments_together_leave_as_much_to_be_read_as_one_up_to_eight()
    {
        Assert.Equal([64], VerifyOf(Options with { DividedFrom = int.MaxValue }));
        Assert.Equal([32, 32], VerifyOf(Options with { SegmentReports = 4000 }));
        Assert.Equal([8, 8, 8, 8, 8], VerifyOf(Options with { SegmentReports = 400 }).Take(5));

        static IEnumerable<int> VerifyOf(SearchIndexOptions options) =>
            SearchManifest.Read(Write(Reports, options)[SearchManifest.Path]).Segments.Select(static segment => segment.Verify);
    }

    [Fact]
    public void What_was_kept_of_some_segments_and_not_of_others_makes_the_same_tables()
    {
        var options = Options with { SegmentReports = 400 };
        var kept = new Dictionary<string, IReadOnlyList<IndexFile>>(StringComparer.Ordinal);
        var cache = new SegmentCache(kept.GetValueOrDefault, (key, files) => kept[key] = Copied(files), static _ => { });
        var whole = Write(Reports, options, cache);
        var random = new Random(7);
        for (var round = 0; round < 4; round++)
        {
            foreach (var key in kept.Keys.Order(StringComparer.Ordinal).Where(_ => random.Next(3) == 0).ToList())
                kept.Remove(key);
            AssertSame(whole, Write(Reports, options, cache));
        }
    }

    [Fact]
    public void An_index_made_of_what_was_kept_is_the_same_and_builds_what_changed_alone()
    {
        var kept = new Dictionary<string, IReadOnlyList<IndexFile>>(StringComparer.Ordinal);
        var built = new List<string>();
        var cache = new SegmentCache(Find, (key, files) => kept[key] = Copied(files), static _ => { });
        AssertSame(Before, Write(Reports, Options, cache));
        // Two segments, and the tables of each.
        Assert.Equal(4, built.Count);
        AssertSame(Before, Write(Reports, Options, cache));
        Assert.Equal(4, built.Count);
        var grown = Reports.Add(Report(Count + Years - 1, seed: Count));
        AssertSame(Write(grown), Write(grown, Options, cache));
        Assert.Equal(6, built.Count);
        Assert.All(built, static key => Assert.Equal(64, key.Length));

        IReadOnlyList<IndexFile>? Find(string key)
        {
            var files = kept.GetValueOrDefault(key);
            if (files is null)
                built.Add(key);
            return files;
        }
    }

    /// <summary>Files that are there when the scratch files they were made in are gone.</summary>
    private static List<IndexFile> Copied(IEnumerable<IndexFile> files) => [.. files.Select(static file => IndexFile.Of(file.Path, file.ToBytes()))];

    [Fact]
    public void After_each_change_what_is_found_is_what_a_scan_finds()
    {
        var settled = Reports.First(static report => report.Year == 2010);
        ImmutableArray<SearchDocument>[] archives =
        [
            Reports,
            Reports.Add(Report(Count + Years - 1, seed: Count)),
            Reports.Remove(settled),
            Reports.Replace(settled, Report(Number(settled), seed: Count)),
        ];
        foreach (var archive in archives)
            AssertAnswers(archive, Write(archive));
    }

    private static void AssertAnswers(ImmutableArray<SearchDocument> archive, Dictionary<string, ReadOnlyMemory<byte>> files)
    {
        var index = new SearchIndexReader((path, offset, length) => files[path].Slice((int)offset, length < 0 ? files[path].Length - (int)offset : length));
        var texts = archive.Select(static report => (Id: report.Id.ToString(), Texts: report.Blocks.Select(static block => TextFolding.Fold(block.Text)).Prepend(TextFolding.Fold(report.Title)).ToList())).ToList();
        var random = new Random(5);
        for (var i = 0; i < 40; i++)
        {
            var text = texts[random.Next(texts.Count)].Texts[1];
            var length = 2 + (i % 9);
            var phrase = text.Substring(random.Next(text.Length - length), length);
            var expected = texts.Where(report => report.Texts.Exists(block => block.Contains(phrase, StringComparison.Ordinal))).Select(static report => report.Id).ToHashSet(StringComparer.Ordinal);
            var answer = index.Search($"\"{phrase}\"", new SearchOptions(Limit: 0, HitsPerReport: 1));
            Assert.True(expected.SetEquals(answer.Results.Select(static result => result.Id)), phrase);
        }
    }

    private static double Rewritten(Dictionary<string, ReadOnlyMemory<byte>> after) => Share(Before, after);

    /// <summary>Of the bytes of an index those in files that were not there before.</summary>
    private static double Share(Dictionary<string, ReadOnlyMemory<byte>> before, Dictionary<string, ReadOnlyMemory<byte>> after) =>
        (double)after.Where(file => !before.ContainsKey(file.Key)).Sum(static file => (long)file.Value.Length) / after.Values.Sum(static file => (long)file.Length);

    private static Dictionary<string, ReadOnlyMemory<byte>> Write(ImmutableArray<SearchDocument> reports, SearchIndexOptions? options = null, SegmentCache? cache = null) =>
        SearchIndexWriter.Write(reports, [], options ?? Options, cache).ToDictionary(static file => file.Path, static file => (ReadOnlyMemory<byte>)file.ToBytes(), StringComparer.Ordinal);

    private static void AssertSame(Dictionary<string, ReadOnlyMemory<byte>> expected, Dictionary<string, ReadOnlyMemory<byte>> actual)
    {
        Assert.Equal(expected.Keys.Order(StringComparer.Ordinal), actual.Keys.Order(StringComparer.Ordinal));
        Assert.All(expected, file => Assert.True(file.Value.Span.SequenceEqual(actual[file.Key].Span), file.Key));
    }

    private static int Number(SearchDocument report) => Reports.IndexOf(report);

    private static SearchDocument Report(int number, int seed)
    {
        var (county, year) = (number / Years, 2005 + (number % Years));
        string[] codes = ["370000", $"37{1 + (county / 15):00}00", $"37{1 + (county / 15):00}{1 + (county % 15):00}"];
        string[] names = ["山东省", $"第{1 + (county / 15)}市", $"第{county}县"];
        var id = new ReportId(PlaceCode.Parse(codes[^1]), new PlanYear(year), ReportKind.GovernmentWork);
        var random = new Random(seed);
        var blocks = Enumerable.Range(1, 4).Select(i => new SearchBlock($"p{i}", string.Concat(Enumerable.Range(0, 12).Select(_ => SmallCorpus.Word(random))) + "。", IsHeading: false));
        return new SearchDocument(id, $"/r/{id}/", $"{year}年{names[^1]}政府工作报告", [.. names], [.. codes.Select(PlaceCode.Parse)], year, ReportKind.GovernmentWork, Date: null, [.. blocks], []);
    }
}
