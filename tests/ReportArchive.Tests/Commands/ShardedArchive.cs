using ReportArchive.Cli;
using ReportArchive.Sharding;
using ReportArchive.Tests.Support;

namespace ReportArchive.Tests.Commands;

/// <summary>A small archive that has everything, built in shards and whole.</summary>
internal sealed class ShardedArchive : IDisposable
{
    public TemporaryFolder Folder { get; } = new();

    public void Dispose() => Folder.Dispose();

    /// <summary>The archive of the fixtures as it is.</summary>
    public static ShardedArchive Small()
    {
        var archive = new ShardedArchive();
        FolderTree.Copy(Repository.Fixtures("small-archive", "input"), archive.Folder["input"]);
        return archive;
    }

    /// <summary>
    /// With variants, expressions nobody has described, a theme of its own, and after two publications: paragraphs corrected, deleted and moved,
    /// a report that was given another year, one that is gone, redirects.
    /// </summary>
    public static async Task<ShardedArchive> RichAsync()
    {
        var archive = Small();
        var folder = archive.Folder;
        folder.Write("theme/assets/own.css", "/* own */\n");
        folder.Write("input/reports/370306/2023-gwr.variants.md", "# 版本异文：2023年周村区政府工作报告\n\n底本：周村区人民政府\n\n| 所在 | 底本 | 异文 | 见于 |\n| --- | --- | --- | --- |\n| 一、2022年工作回顾 | 增长4.5% | 增长4.6% | 另一文本 |\n");
        foreach (var (place, year) in ((string, string)[])[("370303", "2023"), ("370303", "2022"), ("370305", "2023"), ("370305", "2022")])
            folder.Write($"input/reports/{place}/{year}-gwr.md", $"---\ntitle: {year}年报告\nplace: {place}\nyear: {year}\nkind: gwr\n---\n各位代表：\n\n{place}{year}推行“揭榜挂帅”，建设“智慧大脑”。\n\n## 一、工作回顾\n\n{place}完成老旧小区改造四十二个，{year}惠及居民九千六百户。\n");
        (await archive.RunAsync("anchors", "freeze", "--date", "2024-01-01")).Exits(0);
        var corrected = folder["input/reports/370306/2022-gwr.md"];
        List<string> blocks = [.. File.ReadAllText(corrected).Split("\n\n")];
        blocks.RemoveAt(2);
        blocks.Add("新增一段文字，说明更正的缘由与办法。");
        File.WriteAllText(corrected, string.Join("\n\n", blocks));
        (await archive.RunAsync("anchors", "freeze", "--date", "2024-02-01", "--note", "更正")).Exits(0);
        File.WriteAllText(folder["input/reports/370305/2021-gwr.md"], File.ReadAllText(folder["input/reports/370305/2022-gwr.md"]).Replace("year: 2022", "year: 2021", StringComparison.Ordinal));
        File.Delete(folder["input/reports/370305/2022-gwr.md"]);
        File.Delete(folder["input/reports/370303/2022-gwr.md"]);
        folder.Write("input/redirects.csv", "from,to,note\n/r/370305/2022/gwr/,/r/370305/2021/gwr/,\n/r/370303/2022/gwr/,/r/370303/2023/gwr/,\n/r/370305/2022/gwr/with/,/r/370305/2021/gwr/with/,\n/r/370303/2022/gwr/with/,/r/370303/2023/gwr/with/,\n/c/u/94fe/957f-5236/,/c/,\n/c/old/,/c/si-jian-si-zeng/,\n");
        return archive;
    }

    /// <summary>Runs the program beside the archive.</summary>
    public Task<CommandResult> RunAsync(params string[] arguments) => ReportArchiveProcess.RunAsync(Folder.Path, arguments);

    /// <summary>The whole site, built by one machine.</summary>
    public async Task<IReadOnlyList<string>> WholeAsync()
    {
        var build = await BuildPipeline.RunAsync(Request("whole"), BuildProgress.None);
        Assert.False(build.Failed, string.Join('\n', build.Diagnostics));
        return FolderTree.Fingerprint(Folder["whole"]);
    }

    /// <summary>One call of one shard, in this process.</summary>
    public Task<ShardedResult> CallAsync(Shard shard, string facts = "facts") => ShardedBuild.RunAsync(
        Request($"{facts}/{shard.Name}") with { Shard = shard }, FactsFolder.Open(Folder[facts], InputFolder.Open(Folder["input"])), BuildProgress.None);

    /// <summary>One round of all shards.</summary>
    public async Task<IReadOnlyList<ShardedResult>> RoundAsync(int of, string facts = "facts")
    {
        var results = new List<ShardedResult>();
        foreach (var shard in new Shard(1, of).All)
            results.Add(await CallAsync(shard, facts));
        return results;
    }

    /// <summary>Puts the parts together.</summary>
    public IReadOnlyList<string> Merge(params string[] folders)
    {
        SiteParts.Merge(SiteParts.Find(folders.Select(folder => Folder[folder])), Folder["merged"], BuildProgress.None);
        return FolderTree.Fingerprint(Folder["merged"]);
    }

    private BuildRequest Request(string output) => new(Folder["input"], Folder[output], BaseUrl: null, Jobs: 2);
}
