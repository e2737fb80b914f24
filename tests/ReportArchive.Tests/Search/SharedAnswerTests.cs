using System.Text;
using System.Text.Json;
using ReportArchive.Data;
using ReportArchive.Search;
using ReportArchive.Tests.Support;

namespace ReportArchive.Tests.Search;

/// <summary>
/// The index of the small corpus and the answers it gives, kept in the checkout: tests/node/search asks the browser's modules the
/// same questions of the same bytes. UPDATE_GOLDEN=1 writes them anew.
/// </summary>
public sealed class SharedAnswerTests
{
    private static readonly string[] Queries =
    [
        "四减四增", "四減四增", "“四减四增”", "减增行动", "发展", "的", "园", "全面推进", "全面推进改革开放", "发展经济社会", "经济发展社会",
        "发展 -经济", "乡村振兴|生态保护", "-乡村振兴 发展", "地:河北 四减四增", "年:2021-2022 类:plan 发展", "提法:四减四增 -提法:双招双引", "地:乌有之乡",
        "政府工作报告", "第3市", "县甲县", "ＧＤＰ增长５．５％", "5g基站", "\"belt and road\"", "belt road", "c++", "№7", "m2", "1.2万亿元", "生产总值1.2", "😀笑脸", "新时代",
        "很长的段落没有句号很长的段落", "发展经济全面社会推进", "不曾出现过", "发展发展发展", "四减四减", "", "年:2020", "类:budget -地:山东", "表格与列表", "一是发展",
        // Of a crowded page; four figures in a row.
        "展经济乡村", "展经济发展", "17.0", "17.0亿元", "2020年县", "99.99亿元",
    ];

    private static readonly SearchOptions[] Options =
    [
        new(Limit: 12),
        new(Limit: 0, HitsPerReport: 0),
        new(Limit: 5, Offset: 3, Order: SearchOrder.Year),
        new(Limit: 5, Order: SearchOrder.Place, Exact: true),
    ];

    [Fact]
    public void The_index_is_the_one_in_the_checkout()
    {
        var folder = Repository.Fixtures("search", "index");
        var files = new MemoryIndex(MemoryIndex.Cramped).Files;
        if (Golden.IsUpdating)
            Rewrite(folder, files);
        Assert.Equal(files.Keys, Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(folder, path).Replace('\\', '/')).Order(StringComparer.Ordinal));
        Assert.All(files, file => Assert.True(file.Value.AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(folder, file.Key))), file.Key));
    }

    [Fact]
    public void The_answers_are_those_in_the_checkout()
    {
        var index = new MemoryIndex(MemoryIndex.Cramped).Open();
        var json = Json.Write(writer =>
        {
            writer.WriteStartArray();
            foreach (var query in Queries)
            {
                foreach (var options in Options)
                    Write(writer, index.Search(query, options), options);
            }
            writer.WriteEndArray();
        });
        Golden.Equal(Repository.Fixtures("search", "answers.json"), Encoding.UTF8.GetString(json));
    }

    private static void Rewrite(string folder, SortedDictionary<string, byte[]> files)
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        foreach (var (path, bytes) in files)
        {
            var full = Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
            File.WriteAllBytes(full, bytes);
        }
    }

    private static void Write(Utf8JsonWriter json, SearchAnswer answer, SearchOptions options)
    {
        json.WriteStartObject();
        json.Nested("options", () =>
        {
            json.WriteNumber("limit", options.Limit);
            json.WriteNumber("offset", options.Offset);
            json.WriteString("sort", options.Order.ToString().ToLowerInvariant());
            json.WriteBoolean("exact", options.Exact);
            json.WriteNumber("hitsPerReport", options.HitsPerReport);
        });
        json.WritePropertyName("answer");
        SearchJson.Write(json, answer);
        json.Strings("marks", answer.Results.Select(static result => string.Join("; ", result.Hits.Select(static hit => string.Join(' ', hit.Marks.Select(static mark => $"{mark.Start}+{mark.Length}"))))));
        json.WriteEndObject();
    }
}
