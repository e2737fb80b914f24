using System.Collections.Immutable;
using System.Text.Json;
using ReportArchive.Places;
using ReportArchive.Reports;
using ReportArchive.Search;
using ReportArchive.Search.Format;

namespace ReportArchive.Tests.Search;

/// <summary>Grams that begin alike are on one page, or in its blocks where it is crowded; of four figures the reports are listed by themselves.</summary>
public sealed class LongPageTests
{
    private static readonly SearchOptions Everything = new(Limit: 0, HitsPerReport: 0);

    [Theory]
    [InlineData(200)]
    [InlineData(70)]
    public void Where_all_begins_alike_pages_are_crowded_and_every_phrase_is_found(int segment)
    {
        var random = new Random(3);
        var reports = Documents(200, () => string.Join('。', Enumerable.Range(0, 12).Select(_ => $"大力推{SmallCorpus.Word(random)}{SmallCorpus.Word(random)}和{SmallCorpus.Word(random)}")));
        var files = Files(reports, new SearchIndexOptions(SegmentReports: segment, Verify: 4, Masked: 40));
        Assert.Contains(Pages(files), static page => page.Blocks.Length > 2);
        Assert.Contains(Pages(files), static page => page.Blocks.Length == 0);
        // Of seventy reports no list is longer than a page has room for.
        Assert.Equal(segment > 70, LongCodesInBlocks(files) > 0);
        AssertFound(files, reports, random, static (text, at) => text.AsSpan(at).StartsWith("推") || text.AsSpan(at).StartsWith("大力推"));
    }

    [Theory]
    [InlineData(200, 4)]
    [InlineData(70, 32)]
    [InlineData(200, 0)]
    public void Numbers_are_found_wherever_they_stand(int segment, int verify)
    {
        var random = new Random(5);
        var reports = Documents(200, () => string.Join('，', Enumerable.Range(0, 30).Select(_ => Number(random))));
        var files = Files(reports, new SearchIndexOptions(SegmentReports: segment, Verify: verify, Masked: 40));
        AssertFound(files, reports, random, static (text, at) => Figures.Is(text[at]) || (at + 1 < text.Length && Figures.Is(text[at + 1])));
        var index = Open(files);
        Assert.Equal(0, index.Search("99999", Everything).Total);
        Assert.Equal(0, index.Search("1234.5678亿元", Everything).Total);
    }

    [Fact]
    public void The_reports_of_four_figures_are_stored_however_few_they_are()
    {
        var reports = Documents(3, static () => "总产值八七六五和7531亿元");
        var files = Files(reports, new SearchIndexOptions());
        Assert.Equal(3, Open(files).Search("7531", Everything).Total);
        Assert.Equal(1, Assert.Single(Pages(files)).Grams);
    }

    [Fact]
    public void Reports_that_are_all_alike_have_an_index_though_hardly_anything_is_stored_of_them()
    {
        var random = new Random(9);
        var text = string.Concat(Enumerable.Range(0, 6000).Select(_ => (char)random.Next('\u4e00', '\u9000'))) + "7531亿元";
        var reports = Documents(6, () => text);
        var index = Open(Files(reports, new SearchIndexOptions(SegmentReports: 3, DividedFrom: 3, Verify: 0)));
        Assert.Equal(6, index.Search("7531", Everything).Total);
        Assert.Equal(6, index.Search(text[100..105], Everything).Total);
    }

    private static string Number(Random random) => random.Next(4) switch
    {
        0 => $"增长{random.Next(100) / 10.0:0.0}%",
        1 => $"{random.Next(10_000)}亿元",
        2 => $"完成{random.Next(100_000) / 100.0:0.00}万人次",
        _ => $"{2018 + random.Next(6)}年{1 + random.Next(12)}月",
    };

    private static ImmutableArray<SearchDocument> Documents(int count, Func<string> text)
    {
        return [.. Enumerable.Range(0, count).Select(Document)];

        SearchDocument Document(int number)
        {
            string[] codes = ["370000", "370300", $"3703{number / 20:00}"];
            var id = new ReportId(PlaceCode.Parse(codes[^1]), new PlanYear(2000 + (number % 20)), ReportKind.GovernmentWork);
            return new SearchDocument(
                id, $"/r/{id}/", "报告", ["山东省", "淄博市", $"第{number / 20}区"], [.. codes.Select(PlaceCode.Parse)], 2000 + (number % 20), ReportKind.GovernmentWork, null,
                [.. Enumerable.Range(1, 5).Select(i => new SearchBlock($"p{i}", text(), IsHeading: false))], []);
        }
    }

    private static SortedDictionary<string, byte[]> Files(ImmutableArray<SearchDocument> reports, SearchIndexOptions options) =>
        new(SearchIndexWriter.Write(reports, [], options).ToDictionary(static file => file.Path, static file => file.ToBytes()), StringComparer.Ordinal);

    private static SearchIndexReader Open(SortedDictionary<string, byte[]> files) =>
        new((path, offset, length) => length < 0 ? files[path].AsMemory((int)offset) : files[path].AsMemory((int)offset, length));

    /// <summary>Number of codes that are longer than a page has room for, and stand in a block all the same: a reader need not ask once more for these.</summary>
    private static int LongCodesInBlocks(SortedDictionary<string, byte[]> files)
    {
        var longOnes = 0;
        foreach (var (_, blocks, lists, slots) in Pages(files))
        {
            for (var block = 0; block + 1 < blocks.Length; block++)
            {
                var bytes = lists.AsMemory((int)blocks[block], (int)(blocks[block + 1] - blocks[block]));
                var reader = new BitReader(Checksum.Verify(bytes, "block"));
                var count = (int)reader.Read(PageForm.CountBits);
                reader.Position += (2 * PageForm.OffsetHalfBits) + PageForm.SeedBits;
                Assert.Empty(LongBlocks.Read(reader));
                for (var i = 0; i < count; i++)
                {
                    reader.ReadRice(PageForm.MarkShift);
                    foreach (var has in PageForm.ReadSlots(reader, slots).Where(static has => has))
                    {
                        reader.Position += PageForm.MagnitudeBits;
                        Assert.Equal(1u, reader.Read(1));
                        var length = (int)reader.ReadRice(CodeRoom.Block.LengthShift);
                        reader.Position += length;
                        longOnes += CodeRoom.Page.Has(length) ? 0 : 1;
                    }
                }
            }
        }
        return longOnes;
    }

    /// <summary>Of each page of long grams how many it has, where its blocks begin and end, and in which file; and how many segments it tells of.</summary>
    private static List<(int Grams, long[] Blocks, byte[] Lists, int Slots)> Pages(SortedDictionary<string, byte[]> files)
    {
        using var manifest = JsonDocument.Parse(files["manifest.json"]);
        return [.. manifest.RootElement.GetProperty("tables").EnumerateArray().SelectMany(Read)];

        IEnumerable<(int, long[], byte[], int)> Read(JsonElement tables)
        {
            // An index may be so small that nothing stands outside its pages.
            var lists = files.GetValueOrDefault(SegmentFiles.Path(tables.GetProperty("hash").GetString()!, TableFile.Lists, 0), []);
            var slots = tables.GetProperty("slots").GetArrayLength();
            var bytes = files[SegmentFiles.Path(tables.GetProperty("hash").GetString()!, TableFile.Long, 0)];
            for (var at = 0; at < bytes.Length; at += PageForm.Bytes)
            {
                var page = new BitReader(Checksum.Verify(bytes.AsMemory(at, PageForm.Bytes), "page"));
                var grams = (int)page.Read(PageForm.CountBits);
                var first = page.Read(PageForm.OffsetHalfBits) + ((long)page.Read(PageForm.OffsetHalfBits) << PageForm.OffsetHalfBits);
                page.Position += PageForm.SeedBits;
                yield return (grams, [.. LongBlocks.Read(page).Select(block => first + block)], lists, slots);
            }
        }
    }

    private static void AssertFound(
        SortedDictionary<string, byte[]> files, ImmutableArray<SearchDocument> reports, Random random, Func<string, int, bool> begins)
    {
        var index = Open(files);
        foreach (var report in reports.Where(static (_, i) => i % 8 == 0))
        {
            var text = report.Blocks[random.Next(report.Blocks.Length)].Text;
            for (var at = random.Next(40); at < text.Length; at += 1 + random.Next(9))
            {
                var phrase = text.Substring(at, Math.Min(2 + random.Next(9), text.Length - at));
                if (!begins(text, at))
                    continue;
                var expected = reports.Where(other => other.Blocks.Any(block => block.Text.Contains(phrase, StringComparison.Ordinal))).Select(static other => other.Id.ToString());
                var answer = index.Search($"\"{phrase}\"", Everything);
                Assert.True(expected.Order(StringComparer.Ordinal).SequenceEqual(answer.Results.Select(static result => result.Id).Order(StringComparer.Ordinal)), phrase);
                Assert.True(answer.Exact);
            }
        }
    }
}
