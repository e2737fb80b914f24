using System.Text.RegularExpressions;
using Microsoft.AspNetCore.StaticFiles;

namespace ReportArchive.Cli;

/// <summary>How a web host should serve a file of the site, by its path.</summary>
internal static partial class WebFile
{
    /// <summary>For files whose name changes with their content: they are kept for good.</summary>
    public const string ForEver = "public, max-age=31536000, immutable";

    /// <summary>For all others: a browser asks every time whether its copy still holds, so that no page is older than another.</summary>
    public const string AskFirst = "public, no-cache";

    private static readonly FileExtensionContentTypeProvider s_types = new(
        new Dictionary<string, string>(new FileExtensionContentTypeProvider().Mappings, StringComparer.OrdinalIgnoreCase)
        {
            [".js"] = "text/javascript; charset=utf-8",
            [".mjs"] = "text/javascript; charset=utf-8",
            [".md"] = "text/markdown; charset=utf-8",
            [".xml"] = "application/xml; charset=utf-8",
            [".tsv"] = "text/tab-separated-values; charset=utf-8",
            [".csv"] = "text/csv; charset=utf-8",
            [".json"] = "application/json; charset=utf-8",
            [".bin"] = "application/octet-stream",
            [".bib"] = "application/x-bibtex; charset=utf-8",
            [".ris"] = "application/x-research-info-systems; charset=utf-8",
            [".ttl"] = "text/turtle; charset=utf-8",
            [".jsonld"] = "application/ld+json; charset=utf-8",
            [".jsonl"] = "application/jsonl; charset=utf-8",
            ["."] = "text/plain; charset=utf-8",
        });

    /// <summary>Its media type, with the character set where it is text.</summary>
    public static string ContentType(string path)
    {
        if (!s_types.TryGetContentType(path, out var type))
            return "application/octet-stream";
        return type.StartsWith("text/", StringComparison.Ordinal) && !type.Contains("charset", StringComparison.Ordinal) ? type + "; charset=utf-8" : type;
    }

    /// <summary>How long a copy of it may be used without asking.</summary>
    public static string CacheControl(string path) => IsImmutable(path) ? ForEver : AskFirst;

    /// <summary>Whether its path holds a hash of its content: assets, and the segments of the search index.</summary>
    public static bool IsImmutable(string path) => HashedName().IsMatch(path);

    /// <summary>Whether compressing it helps and does no harm: text is; what is read in parts by HTTP ranges must not be.</summary>
    public static bool IsCompressible(string path)
    {
        var type = ContentType(path);
        return type.Contains("charset=utf-8", StringComparison.Ordinal) || type == "image/svg+xml";
    }

    [GeneratedRegex(@"^(assets|search)/([0-9a-f]{8,}/|[a-z]+-[0-9a-f]{8,}\.)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex HashedName();
}
