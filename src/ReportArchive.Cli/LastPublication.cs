using System.Collections.Immutable;
using ReportArchive.Anchors;
using ReportArchive.Data;
using ReportArchive.Diagnostics;
using ReportArchive.Pages;
using ReportArchive.Sites;

namespace ReportArchive.Cli;

/// <summary>
/// What was published before: the ledgers and the list of pages in <c>input/anchors</c>, the manifest of the site built last, and
/// a manifest named by the caller, a file or an address.
/// </summary>
internal static class LastPublication
{
    /// <summary>Errors for what this content would no longer publish, and for redirects that lead nowhere.</summary>
    /// <param name="site">The content.</param>
    /// <param name="output">Folder of the site built last.</param>
    /// <param name="published">A manifest beside, if the caller names one.</param>
    /// <param name="broken">Content files that could not be read: their pages are not held to be gone.</param>
    public static async Task<ImmutableArray<Diagnostic>> CheckAsync(Site site, string output, string? published, IReadOnlySet<string> broken)
    {
        var diagnostics = new List<Diagnostic>();
        var frozen = new List<FrozenUrl>(site.Publications.Frozen);
        var built = Path.Combine(output, "manifest.json");
        if (File.Exists(built))
            frozen.AddRange(PublicationManifest.Read(await File.ReadAllBytesAsync(built), built.Replace('\\', '/'), diagnostics) ?? []);
        if (published is not null)
            frozen.AddRange(PublicationManifest.Read(await ReadAsync(published), published, diagnostics) ?? []);

        frozen.RemoveAll(url => IsBroken(url.Url, broken));
        var pages = PublishedPages.Of(site);
        var redirects = new RedirectGraph(site.Publications.Redirects, pages);
        return [.. diagnostics, .. redirects.Check(), .. FrozenUrls.Check(frozen, pages, redirects, site.Publications.Moves)];
    }

    private static bool IsBroken(SiteUrl url, IReadOnlySet<string> broken)
    {
        var file = url.Value.Trim('/').Split('/') switch
        {
            ["r", var place, var year, var kind, ..] => $"/reports/{place}/{year}-{kind}.md",
            ["c", var slug] => $"/concepts/{slug}.md",
            _ => "",
        };
        return file.Length > 0 && broken.Any(path => path.EndsWith(file, StringComparison.Ordinal));
    }

    /// <summary>The bytes of a manifest, from a file or an address.</summary>
    /// <exception cref="UserException">It is not there.</exception>
    public static async Task<ReadOnlyMemory<byte>> ReadAsync(string published)
    {
        if (Uri.TryCreate(published, UriKind.Absolute, out var address) && address.Scheme is "http" or "https")
            return await FetchAsync(address);
        return File.Exists(published)
            ? await File.ReadAllBytesAsync(published)
            : throw new UserException($"--published {published} is not there", "name the manifest.json of the site as it was published, a file or an address");
    }

    private static async Task<byte[]> FetchAsync(Uri address)
    {
        using var client = new HttpClient { Timeout = TimeSpan.FromMinutes(2) };
        try
        {
            return await client.GetByteArrayAsync(address);
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
        {
            throw new UserException($"--published {address} cannot be read: {e.Message}", "download the file and name it instead");
        }
    }
}
