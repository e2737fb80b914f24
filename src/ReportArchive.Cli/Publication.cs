using System.Security.Cryptography;
using ReportArchive.Caching;
using ReportArchive.Data;
using ReportArchive.Pages;
using ReportArchive.Sites;

namespace ReportArchive.Cli;

/// <summary>The files of a build on their way to disk, and the record of what they publish.</summary>
internal sealed class Publication(OutputFolder output) : IDisposable
{
    private readonly SortedRecords _urls = new();

    /// <summary>Takes a file; its bytes may change afterwards.</summary>
    /// <returns>The file as it was taken; when it was written is known after the build.</returns>
    public FileRecord Write(OutputFile file, Page? page = null)
    {
        output.Write(file);
        var record = new FileRecord(file.Path, file.Bytes.Length, Hash(file), Written: 0);
        Record(page?.Url ?? SiteUrl.OfFile(file.Path), record.Sha256, page);
        return record;
    }

    /// <summary>Takes the files of a page as the last build left them.</summary>
    public void Keep(Page page, PageRecord record)
    {
        foreach (var file in record.Files)
        {
            output.Keep(file);
            var isPage = string.Equals(file.Path, page.Url.FilePath, StringComparison.Ordinal);
            Record(isPage ? page.Url : SiteUrl.OfFile(file.Path), file.Sha256, isPage ? page : null);
        }
    }

    /// <summary>Takes a file for download.</summary>
    public DataFile Write(OutputFile file, string description)
    {
        var record = Write(file);
        return new DataFile(SiteUrl.OfFile(file.Path), description, record.Length, record.Sha256);
    }

    /// <summary>Takes a file part by part.</summary>
    public DataFile Write(StreamedFile file, string description = "")
    {
        var (length, hash) = output.Write(file);
        var url = SiteUrl.OfFile(file.Path);
        Record(url, hash, page: null);
        return new DataFile(url, description, length, hash);
    }

    /// <summary>Adds what a part of the site published.</summary>
    public void Add(IEnumerable<PublishedUrl> urls)
    {
        foreach (var url in urls)
            Record(url);
    }

    /// <summary>The record of all that was published.</summary>
    public StreamedFile Manifest() => PublicationManifest.Write(_urls.InOrder().Select(static url => PublishedUrl.Read(new ByteReader(url.Record), new SiteUrl(url.Key))));

    public void Dispose() => _urls.Dispose();

    private void Record(SiteUrl url, string hash, Page? page) => Record(new PublishedUrl(url, [.. page?.Anchors ?? []], hash));

    private void Record(PublishedUrl url)
    {
        using var bytes = new ByteBuffer();
        url.Write(bytes);
        _urls.Add(url.Url.Value, bytes.Written.Span);
    }

    private static string Hash(OutputFile file) => Convert.ToHexStringLower(SHA256.HashData(file.Bytes.Span));
}
