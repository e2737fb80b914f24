using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using ReportArchive.Search.Format;

namespace ReportArchive.Search.Writing;

/// <summary>Names what a segment is made of, so that it need not be made again of the same.</summary>
internal static class SegmentKey
{
    /// <summary>
    /// Version of the program's own part in a segment's bytes: to be raised with every change that makes other bytes of the same reports.
    /// </summary>
    private const int Writer = 2;

    /// <summary>The key of a segment.</summary>
    /// <param name="options">What the writer is asked for.</param>
    /// <param name="tokensFile">Path of the tokens, which holds their hash.</param>
    /// <param name="reports">Fingerprints of its reports, in their order.</param>
    public static string Of(SearchIndexOptions options, string tokensFile, IEnumerable<byte[]> reports)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, string.Create(CultureInfo.InvariantCulture, $"{Writer} {SegmentFiles.Format} {options.Layout} {options.PartBytes} {options.Verify} {options.Masked} {options.LongestGram} {tokensFile}"));
        foreach (var report in reports)
            hash.AppendData(report);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>The key of what a segment brings to its tables.</summary>
    public static string OfRuns(string segment) => Of("runs", [segment]);

    /// <summary>The key of the tables of some segments.</summary>
    public static string OfTables(IEnumerable<string> segments) => Of("tables", segments);

    private static string Of(string what, IEnumerable<string> segments)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, what);
        foreach (var segment in segments)
            Append(hash, segment);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>The SHA-256 of all that an index says of a report.</summary>
    public static byte[] Fingerprint(SearchDocument report)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, report.Id.ToString());
        Append(hash, report.Url);
        Append(hash, report.Title);
        Append(hash, string.Create(CultureInfo.InvariantCulture, $"{report.PlacePath.Length} {report.PlaceCodes.Length} {report.Year} {report.Kind} {report.Date?.DayNumber} {report.Blocks.Length}"));
        foreach (var name in report.PlacePath.Concat(report.PlaceCodes.Select(static code => code.Value)))
            Append(hash, name);
        foreach (var block in report.Blocks)
        {
            Append(hash, block.Anchor);
            Append(hash, block.IsHeading ? "1" : "0");
            Append(hash, block.Text);
        }
        foreach (var slug in report.ConceptSlugs)
            Append(hash, slug);
        return hash.GetHashAndReset();
    }

    /// <summary>The length of a text goes before it, so that no two lists of texts look alike.</summary>
    private static void Append(IncrementalHash hash, string text)
    {
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(length, text.Length);
        hash.AppendData(length);
        hash.AppendData(MemoryMarshal.AsBytes(text.AsSpan()));
    }
}
