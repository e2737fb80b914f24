using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.IO.Compression;
using ReportArchive.Cli;
using ReportArchive.Cli.Publishing;
using ReportArchive.Tests.Support;

namespace ReportArchive.Tests.Publishing;

public sealed class PublishTests(PublishedSites sites) : IClassFixture<PublishedSites>
{
    private const string Record = StoreRecord.Path;

    [Fact]
    public async Task A_first_publication_uploads_every_file_with_its_headers_and_the_manifest_last()
    {
        await using var server = await S3Server.StartAsync();

        (await Publish(server, sites.Before)).Exits(0);

        AssertHolds(server, sites.Before);
        Assert.Equal("manifest.json", server.Requests.Where(static request => request.StartsWith("PUT ", StringComparison.Ordinal) && !request.Contains(Record, StringComparison.Ordinal)).Select(static request => request[4..]).Last());
        Assert.Equal(("text/html; charset=utf-8", "public, no-cache", ""), Headers(server, "index.html"));
        Assert.Equal(("text/markdown; charset=utf-8", "public, no-cache", ""), Headers(server, "r/370306/2023/gwr/index.md"));
        var style = Assert.Single(server.Objects.Keys, static key => key.EndsWith("/site.css", StringComparison.Ordinal));
        Assert.Equal(("text/css; charset=utf-8", "public, max-age=31536000, immutable", ""), Headers(server, style));
    }

    [Fact]
    public async Task A_second_publication_of_the_same_site_uploads_nothing()
    {
        await using var server = await S3Server.StartAsync();
        (await Publish(server, sites.Before)).Exits(0);
        server.Requests.Clear();

        var result = (await Publish(server, sites.Before)).Exits(0);

        Assert.Contains("0 files uploaded", result.Errors, StringComparison.Ordinal);
        Assert.All(server.Requests.Where(static request => request.StartsWith("PUT ", StringComparison.Ordinal)), static request => Assert.Equal($"PUT {Record}", request));
    }

    [Fact]
    public async Task An_edit_uploads_what_changed_and_deletes_what_it_removed_one_publication_later_for_assets()
    {
        await using var server = await S3Server.StartAsync();
        (await Publish(server, sites.Before)).Exits(0);
        var former = server.Objects;
        server.Requests.Clear();

        (await Publish(server, sites.After)).Exits(0);

        Assert.False(server.Objects.ContainsKey("c/fang-zhu-bu-chao/index.html"));
        Assert.All(former.Where(entry => FilesOf(sites.After).TryGetValue(entry.Key, out var bytes) && bytes.AsSpan().SequenceEqual(entry.Value.Bytes)), entry => Assert.DoesNotContain($"PUT {entry.Key}", server.Requests));
        var retired = former.Keys.Where(static key => key.StartsWith("assets/", StringComparison.Ordinal)).ToList();
        Assert.All(retired, key => Assert.Contains(key, server.Objects.Keys));

        (await Publish(server, sites.After)).Exits(0);

        AssertHolds(server, sites.After);
        Assert.All(retired, key => Assert.DoesNotContain(key, server.Objects.Keys));
    }

    [Fact]
    public async Task At_every_moment_all_links_that_readers_can_reach_lead_somewhere()
    {
        await using var server = await S3Server.StartAsync();
        var view = new ReadersView(sites.BaseUrl);
        var broken = new ConcurrentBag<string>();
        var moments = 0;
        server.Changed = objects =>
        {
            moments++;
            // The page of downloads names the manifest, which is what a first publication ends with.
            foreach (var link in view.BrokenLinks(objects).Where(link => link != "data/index.html → manifest.json" || server.Objects.ContainsKey("manifest.json")))
                broken.Add(link);
        };

        (await Publish(server, sites.Before)).Exits(0);
        (await Publish(server, sites.After)).Exits(0);
        (await Publish(server, sites.Before)).Exits(0);

        Assert.True(moments > 100, $"{moments} moments");
        Assert.Empty(broken.Distinct(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Interrupted_at_twenty_moments_it_ends_as_a_clean_upload_and_readers_never_notice()
    {
        await using var clean = await S3Server.StartAsync();
        (await Publish(clean, sites.After)).Exits(0);
        var view = new ReadersView(sites.BaseUrl);
        var random = new Random(20261121);
        var resumed = 0;
        for (var run = 0; run < 20; run++)
        {
            await using var server = await S3Server.StartAsync();
            (await Publish(server, sites.Before)).Exits(0);
            var broken = new ConcurrentBag<string>();
            server.Changed = objects =>
            {
                foreach (var link in view.BrokenLinks(objects))
                    broken.Add(link);
            };
            server.BreakAfter(random.Next(1, 150));
            await PublishInProcess(server, sites.After);
            server.Mend();
            var (plan, _, already) = await PublishInProcess(server, sites.After) ?? throw new InvalidOperationException("the second run failed");
            resumed += already;

            Assert.Empty(broken.Distinct(StringComparer.Ordinal));
            // Once more, for the assets of the former site, which stay one publication longer.
            await PublishInProcess(server, sites.After);
            Assert.Equal(Contents(clean), Contents(server));
        }
        Assert.True(resumed > 0, "no run found anything that the interrupted one had uploaded");
    }

    [Fact]
    public async Task What_it_did_not_put_there_is_neither_deleted_nor_written_over_unasked()
    {
        await using var server = await S3Server.StartAsync();
        server.Put("index.html", "someone else's");
        server.Put("notes.txt", "someone else's");

        var refused = (await Publish(server, sites.Before)).Exits(1);
        Assert.Contains("there are 2 objects that this program did not put there, 'index.html' first", refused.Errors, StringComparison.Ordinal);
        Assert.Contains("--adopt", refused.Errors, StringComparison.Ordinal);
        Assert.Equal(2, server.Objects.Count);

        (await Publish(server, sites.Before, "--adopt")).Exits(0);
        (await Publish(server, sites.After)).Exits(0);
        Assert.Equal("someone else's", System.Text.Encoding.UTF8.GetString(server.Objects["notes.txt"].Bytes));
    }

    [Fact]
    public async Task What_was_changed_behind_its_back_is_put_right()
    {
        await using var server = await S3Server.StartAsync();
        (await Publish(server, sites.Before)).Exits(0);
        server.Put("index.html", "defaced");

        (await Publish(server, sites.Before)).Exits(0);

        AssertHolds(server, sites.Before);
    }

    [Fact]
    public async Task Below_a_prefix_nothing_outside_it_is_touched()
    {
        await using var server = await S3Server.StartAsync();
        server.Put("other/index.html", "someone else's");

        (await Run(server, "publish", "s3://bucket/sites/reports", "--output", sites.Before)).Exits(0);

        Assert.True(server.Objects.ContainsKey("sites/reports/index.html"));
        Assert.All(server.Requests.Where(static request => !request.StartsWith("GET ", StringComparison.Ordinal)), static request => Assert.Contains(" sites/reports/", request, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_dry_run_says_what_would_be_done_and_does_nothing()
    {
        await using var server = await S3Server.StartAsync();
        (await Publish(server, sites.Before)).Exits(0);
        server.Requests.Clear();

        var result = (await Publish(server, sites.After, "--dry-run")).Exits(0);

        Assert.Contains("upload r/370300/2023/gwr/index.html\n", result.Output, StringComparison.Ordinal);
        Assert.Contains("delete c/fang-zhu-bu-chao/index.html\n", result.Output, StringComparison.Ordinal);
        Assert.All(server.Requests, static request => Assert.StartsWith("GET ", request, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task Text_is_stored_compressed_where_asked_and_changing_ones_mind_stores_it_anew(string how)
    {
        await using var server = await S3Server.StartAsync();
        (await Publish(server, sites.Before)).Exits(0);

        (await Publish(server, sites.Before, "--compress", how)).Exits(0);

        var page = server.Objects["index.html"];
        Assert.Equal(how, page.ContentEncoding);
        using Stream plain = how == "gzip" ? new GZipStream(new MemoryStream(page.Bytes), CompressionMode.Decompress) : new BrotliStream(new MemoryStream(page.Bytes), CompressionMode.Decompress);
        using var copy = new MemoryStream();
        await plain.CopyToAsync(copy, TestContext.Current.CancellationToken);
        Assert.Equal(await File.ReadAllBytesAsync(Path.Combine(sites.Before, "index.html"), TestContext.Current.CancellationToken), copy.ToArray());
        // What is read in parts by HTTP ranges is never compressed.
        Assert.All(server.Objects.Where(static entry => entry.Key.EndsWith(".bin", StringComparison.Ordinal)), static entry => Assert.Equal("", entry.Value.ContentEncoding));
    }

    [Theory]
    [InlineData("http://bucket/x", "is not the address of a bucket")]
    [InlineData("s3://", "is not the address of a bucket")]
    public async Task A_wrong_target_is_refused_with_what_to_type(string target, string message)
    {
        using var folder = new TemporaryFolder();

        var result = (await ReportArchiveProcess.RunAsync(folder.Path, ["publish", target])).Exits(1);

        Assert.Contains(message, result.Errors, StringComparison.Ordinal);
        Assert.Contains("s3://my-bucket", result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_built_site_nothing_is_published()
    {
        await using var server = await S3Server.StartAsync();
        using var folder = new TemporaryFolder();

        var result = (await Publish(server, folder.Path)).Exits(1);

        Assert.Contains("there is no built site", result.Errors, StringComparison.Ordinal);
        Assert.Empty(server.Objects);
    }

    [Fact]
    public async Task A_store_that_refuses_the_key_is_reported_as_such()
    {
        await using var server = await S3Server.StartAsync();

        var result = (await Run(server, [("AWS_ACCESS_KEY_ID", "wrong")], "publish", "s3://bucket", "--output", sites.Before)).Exits(1);

        Assert.Contains("AWS_ACCESS_KEY_ID", result.Errors, StringComparison.Ordinal);
    }

    private static (string ContentType, string CacheControl, string ContentEncoding) Headers(S3Server server, string key) =>
        (server.Objects[key].ContentType, server.Objects[key].CacheControl, server.Objects[key].ContentEncoding);

    private static void AssertHolds(S3Server server, string site)
    {
        var files = FilesOf(site);
        Assert.Equal(files.Keys, server.Objects.Keys.Where(static key => key != Record));
        Assert.All(files, file => Assert.Equal(file.Value, server.Objects[file.Key].Bytes));
    }

    private static ImmutableSortedDictionary<string, byte[]> FilesOf(string site) =>
        FolderTree.Files(site).ToImmutableSortedDictionary(static file => file, file => File.ReadAllBytes(Path.Combine(site, file)), StringComparer.Ordinal);

    private static IEnumerable<string> Contents(S3Server server) =>
        server.Objects.Where(static entry => entry.Key != Record).Select(static entry => $"{entry.Key} {entry.Value.ETag} {entry.Value.ContentType} {entry.Value.CacheControl}");

    private static Task<CommandResult> Publish(S3Server server, string site, params string[] more) =>
        Run(server, ["publish", "s3://bucket", "--output", site, .. more]);

    private static Task<CommandResult> Run(S3Server server, params string[] arguments) => Run(server, [], arguments);

    private static Task<CommandResult> Run(S3Server server, (string Name, string Value)[] environment, params string[] arguments) =>
        ReportArchiveProcess.RunAsync(
            Repository.Root,
            [.. arguments, "--endpoint", server.Endpoint.AbsoluteUri],
            [("AWS_ACCESS_KEY_ID", "test"), ("AWS_SECRET_ACCESS_KEY", "test"), ("AWS_EC2_METADATA_DISABLED", "true"), .. environment]);

    /// <summary>The same without a process, for many runs; null when the network broke.</summary>
    private static async Task<(PublishPlan Plan, StoreRecord Record, int Resumed)?> PublishInProcess(S3Server server, string site)
    {
        Environment.SetEnvironmentVariable("AWS_ACCESS_KEY_ID", "test");
        Environment.SetEnvironmentVariable("AWS_SECRET_ACCESS_KEY", "test");
        using var store = new S3Store(new S3Connection(S3Location.Parse("s3://bucket"), server.Endpoint, Region: null, Retries: 0));
        var publisher = new Publisher(store, new PublishRequest(site, Compression.None, Jobs: 4, Adopt: false));
        try
        {
            var (plan, record, objects) = await publisher.CompareAsync(BuildProgress.None, TestContext.Current.CancellationToken);
            return (plan, record, await publisher.RunAsync(plan, record, objects, BuildProgress.None, TestContext.Current.CancellationToken));
        }
        catch (Exception e) when (S3Store.IsOfTheNetwork(e))
        {
            return null;
        }
    }
}
