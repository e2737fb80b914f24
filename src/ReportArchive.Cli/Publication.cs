using System.Collections.Concurrent;
using System.Security.Cryptography;
using ReportArchive.Data;
using ReportArchive.Pages;
using ReportArchive.Sites;

namespace ReportArchive.Cli;

/// <summary>The files of a build on their way to disk, and the record of what they publish.</summary>
internal sealed class Publication(OutputFolder output)
{
    private readonly ConcurrentBag<PublishedUrl> _urls = [];

    /// <summary>Addresses of the pages so far.</summary>
    public IEnumerable<SiteUrl> PageUrls => _urls.Where(static url => url.Url.Value[^1] == '/').Select(static url => url.Url);

    /// <summary>Takes a file; its bytes may change afterwards.</summary>
    public void Write(OutputFile file, Page? page = null)
    {
        output.Write(file);
        Record(page?.Url ?? SiteUrl.OfFile(file.Path), Hash(file), page);
    }

    /// <summary>Takes a file for download.</summary>
    public DataFile Write(OutputFile file, string description)
    {
        Write(file);
        return new DataFile(SiteUrl.OfFile(file.Path), description, file.Bytes.Length, Hash(file));
    }

    /// <summary>Takes a file part by part.</summary>
    public DataFile Write(StreamedFile file, string description = "")
    {
        var (length, hash) = output.Write(file);
        var url = SiteUrl.OfFile(file.Path);
        Record(url, hash, page: null);
        return new DataFile(url, description, length, hash);
    }

    public StreamedFile Manifest() => PublicationManifest.Write(_urls);

    private void Record(SiteUrl url, string hash, Page? page) => _urls.Add(new PublishedUrl(url, [.. page?.Anchors ?? []], hash));

    private static string Hash(OutputFile file) => Convert.ToHexStringLower(SHA256.HashData(file.Bytes.Span));
}
