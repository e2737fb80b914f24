using System.Collections.Immutable;
using ReportArchive.Pages;

namespace ReportArchive.Data;

/// <summary>One address of a publication.</summary>
/// <param name="Url">The address.</param>
/// <param name="Anchors">The anchors on it that may be cited, in reading order.</param>
/// <param name="Sha256">Hash of the bytes served there, lower-case hex.</param>
public sealed record PublishedUrl(SiteUrl Url, ImmutableArray<string> Anchors, string Sha256);

/// <summary><c>manifest.json</c>: every address and anchor a build publishes.</summary>
public static class PublicationManifest
{
    /// <summary>Writes the manifest, ordered by address.</summary>
    public static byte[] Write(IEnumerable<PublishedUrl> urls) => Json.Write(json =>
    {
        json.WriteStartObject();
        json.Objects("urls", urls.OrderBy(static url => url.Url), url =>
        {
            json.WriteString("url", url.Url.Value);
            json.Strings("anchors", url.Anchors);
            json.WriteString("sha256", url.Sha256);
        });
        json.WriteEndObject();
    });
}
