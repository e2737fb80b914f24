using System.Diagnostics;
using System.Text.Json;
using ReportArchive.Search;

namespace ReportArchive.Tests.Search;

/// <summary>A damaged or missing file is said; it never looks like "nothing found".</summary>
public sealed class DamageTests
{
    private static readonly string[] Queries = ["四减四增", "发展经济", "经济社会发展", "推进改革开放", "产业转型升级", "乡村振兴", "全面推进改革", "园", "地:河北 发展 -改革", "提法:双招双引", "经济|社会|全面|推进|改革|开放|乡村|振兴|四减|生态|保护|创新|产业|转型|升级|项目|建设|民生|保障|就业|教育|医疗|养老|服务"];

    [Fact]
    public void A_missing_file_is_said()
    {
        foreach (var path in new MemoryIndex(MemoryIndex.Cramped).Files.Keys)
        {
            var index = new MemoryIndex(MemoryIndex.Cramped);
            index.Files.Remove(path);
            AssertSaid(index, path, SearchIndexFault.Missing);
        }
    }

    [Fact]
    public void A_file_cut_short_is_said()
    {
        foreach (var path in new MemoryIndex(MemoryIndex.Cramped).Files.Keys.Where(static path => path != "manifest.json"))
        {
            var index = new MemoryIndex(MemoryIndex.Cramped);
            index.Files[path] = index.Files[path][..(index.Files[path].Length / 2)];
            AssertSaid(index, path, SearchIndexFault.Corrupt);
        }
    }

    [Fact]
    public void A_web_page_in_place_of_a_file_is_said()
    {
        foreach (var path in new MemoryIndex(MemoryIndex.Cramped).Files.Keys)
        {
            var index = new MemoryIndex(MemoryIndex.Cramped);
            index.Files[path] = "<!DOCTYPE html><title>Not found</title>"u8.ToArray();
            AssertSaid(index, path, SearchIndexFault.Corrupt);
        }
    }

    [Fact]
    public void A_wrong_bit_is_said_or_does_not_matter()
    {
        var random = new Random(3);
        var right = Queries.ToDictionary(static query => query, query => Summary(new MemoryIndex(MemoryIndex.Cramped).Open(), query));
        var index = new MemoryIndex(MemoryIndex.Cramped);
        var said = 0;
        foreach (var path in index.Files.Keys.Where(static path => path != "manifest.json"))
        {
            for (var i = 0; i < 60; i++)
            {
                var (at, bit) = (random.Next(index.Files[path].Length), 1 << random.Next(8));
                index.Files[path][at] ^= (byte)bit;
                said += Queries.Count(query => IsSaid(index, query, right[query]));
                index.Files[path][at] ^= (byte)bit;
            }
        }
        Assert.True(said > 300, $"only {said} queries met the damage");
    }

    [Fact]
    public void An_index_of_another_version_is_refused()
    {
        var index = new MemoryIndex(MemoryIndex.Cramped);
        index.Files["manifest.json"] = JsonSerializer.SerializeToUtf8Bytes(new { format = 999, segments = Array.Empty<object>() });
        Assert.Equal(SearchIndexFault.Foreign, Assert.Throws<SearchIndexException>(index.Open).Fault);
    }

    [Fact]
    public void Ten_thousand_random_queries_neither_fail_nor_hang()
    {
        var index = new MemoryIndex(MemoryIndex.Cramped).Open();
        var random = new Random(5);
        var clock = Stopwatch.StartNew();
        for (var i = 0; i < 10_000; i++)
        {
            var query = RandomQueries.Next(random, i);
            var answer = index.Search(query, new SearchOptions(Limit: 1, HitsPerReport: 1));
            Assert.InRange(answer.Total, 0, SmallCorpus.Reports.Length);
            Assert.Equal(query, answer.Query);
        }
        Assert.True(clock.Elapsed < TimeSpan.FromMinutes(5), $"took {clock.Elapsed}");
    }

    private static bool IsSaid(MemoryIndex index, string query, string right)
    {
        try
        {
            Assert.Equal(right, Summary(index.Open(), query));
            return false;
        }
        catch (SearchIndexException e)
        {
            Assert.Equal(SearchIndexFault.Corrupt, e.Fault);
            return true;
        }
    }

    private static string Summary(SearchIndexReader index, string query)
    {
        var answer = index.Search(query, new SearchOptions(Limit: 0, HitsPerReport: 0));
        return string.Join('\n', answer.Results.Select(static result => $"{result.Id} {result.Title} {result.Date} {string.Join('|', result.Hits.Select(static hit => hit.Anchor + hit.Text))}"));
    }

    private static void AssertSaid(MemoryIndex index, string path, SearchIndexFault fault)
    {
        var faults = new List<SearchIndexFault>();
        foreach (var query in Queries)
        {
            try
            {
                index.Open().Search(query, new SearchOptions(Limit: 0, HitsPerReport: 0));
            }
            catch (SearchIndexException e)
            {
                faults.Add(e.Fault);
            }
        }
        Assert.True(faults.Contains(fault), path);
        Assert.All(faults, found => Assert.Equal(fault, found));
    }
}
