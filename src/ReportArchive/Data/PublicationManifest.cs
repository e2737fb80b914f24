using System.Buffers;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Json;
using ReportArchive.Anchors;
using ReportArchive.Diagnostics;
using ReportArchive.Pages;
using ReportArchive.Sites;

namespace ReportArchive.Data;

/// <summary>One address of a publication.</summary>
/// <param name="Url">The address.</param>
/// <param name="Anchors">The anchors on it that may be cited, in reading order.</param>
/// <param name="Sha256">Hash of the bytes served there, lower-case hex.</param>
public sealed record PublishedUrl(SiteUrl Url, ImmutableArray<string> Anchors, string Sha256)
{
    /// <summary>Appends all but the address.</summary>
    public void Write(ByteBuffer bytes)
    {
        bytes.Write(Convert.FromHexString(Sha256));
        bytes.AppendNumber(Anchors.Length);
        foreach (var anchor in Anchors)
            bytes.AppendText(anchor);
    }

    /// <summary>Reads what <see cref="Write"/> wrote of an address.</summary>
    public static PublishedUrl Read(ByteReader reader, SiteUrl url)
    {
        var hash = Convert.ToHexStringLower(reader.Bytes(SHA256.HashSizeInBytes));
        var anchors = new string[reader.Number()];
        for (var i = 0; i < anchors.Length; i++)
            anchors[i] = reader.Text();
        return new PublishedUrl(url, ImmutableCollectionsMarshal.AsImmutableArray(anchors), hash);
    }
}

/// <summary><c>manifest.json</c>: every address and anchor a build publishes.</summary>
public static class PublicationManifest
{
    /// <summary>The addresses a manifest names; null, with an error, when it is none.</summary>
    /// <param name="bytes">The manifest.</param>
    /// <param name="file">Its path or address, for the diagnostic.</param>
    /// <param name="diagnostics">Receives what is wrong.</param>
    public static ImmutableArray<FrozenUrl>? Read(ReadOnlyMemory<byte> bytes, string file, ICollection<Diagnostic> diagnostics)
    {
        try
        {
            return [.. Read(bytes).Select(url => new FrozenUrl(url.Url, url.Anchors, new SourceSpan(file)))];
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            diagnostics.Add(Diagnostic.Error("RA0609", new SourceSpan(file), "this is not the manifest of a publication", "name the manifest.json of the site as it was published"));
            return null;
        }
    }

    /// <summary>All that a manifest says of its addresses.</summary>
    /// <exception cref="JsonException">It is none, or a member of it is of another type (<see cref="InvalidOperationException"/>) or missing (<see cref="KeyNotFoundException"/>).</exception>
    public static ImmutableArray<PublishedUrl> Read(ReadOnlyMemory<byte> bytes)
    {
        using var json = JsonDocument.Parse(bytes);
        return [.. json.RootElement.GetProperty("urls").EnumerateArray().Select(static url => new PublishedUrl(
            new SiteUrl(url.GetProperty("url").GetString()!),
            [.. url.GetProperty("anchors").EnumerateArray().Select(static anchor => anchor.GetString()!)],
            url.GetProperty("sha256").GetString()!))];
    }

    /// <summary>Writes the manifest.</summary>
    /// <param name="urls">The addresses in order; each is written before the next is asked for.</param>
    public static StreamedFile Write(IEnumerable<PublishedUrl> urls) => new("manifest.json", Json.Parts(Parts(urls)));

    private static IEnumerable<Action<Utf8JsonWriter>> Parts(IEnumerable<PublishedUrl> urls)
    {
        yield return static json =>
        {
            json.WriteStartObject();
            json.WriteStartArray("urls");
        };
        foreach (var url in urls)
            yield return json => Write(json, url);
        yield return static json =>
        {
            json.WriteEndArray();
            json.WriteEndObject();
        };
    }

    private static void Write(Utf8JsonWriter json, PublishedUrl url)
    {
        json.WriteStartObject();
        json.WriteString("url", url.Url.Value);
        json.Strings("anchors", url.Anchors);
        json.WriteString("sha256", url.Sha256);
        json.WriteEndObject();
    }
}
