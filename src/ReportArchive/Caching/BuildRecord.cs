using System.Collections.Frozen;
using System.Security.Cryptography;
using ReportArchive.Data;

namespace ReportArchive.Caching;

/// <summary>What the last build made each page from. It is a memory, not a source: without it everything is made anew.</summary>
/// <param name="Pages">By address.</param>
public sealed record BuildRecord(FrozenDictionary<string, PageRecord> Pages)
{
    // Another format has another mark, and is not read.
    private static ReadOnlySpan<byte> Mark => "report-archive build record 2\n"u8;

    /// <summary>Nothing is known.</summary>
    public static BuildRecord None { get; } = new(FrozenDictionary<string, PageRecord>.Empty);

    /// <summary>Writes a record: a mark, the SHA-256 of the rest, the names of parts, the pages.</summary>
    public static byte[] Write(IReadOnlyDictionary<string, PageRecord> pages)
    {
        using var bytes = new ByteBuffer();
        string[] names = [.. pages.Values.SelectMany(static page => page.Basis.Parts).Select(static part => part.Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        bytes.AppendNumber(names.Length);
        foreach (var name in names)
            bytes.AppendText(name);
        var numbers = names.Index().ToDictionary(static name => name.Item, static name => name.Index, StringComparer.Ordinal);
        bytes.AppendNumber(pages.Count);
        foreach (var (url, page) in pages.OrderBy(static page => page.Key, StringComparer.Ordinal))
        {
            bytes.AppendText(url);
            page.Write(bytes, numbers);
        }
        return [.. Mark, .. SHA256.HashData(bytes.Written.Span), .. bytes.Written.Span];
    }

    /// <summary>Reads a record; <see cref="None"/> for a file that is cut short, damaged or of another format.</summary>
    public static BuildRecord Read(ReadOnlySpan<byte> bytes)
    {
        var begin = Mark.Length + SHA256.HashSizeInBytes;
        if (bytes.Length < begin || !bytes.StartsWith(Mark) || !SHA256.HashData(bytes[begin..]).AsSpan().SequenceEqual(bytes[Mark.Length..begin]))
            return None;
        var reader = new ByteReader(bytes[begin..]);
        var names = new string[reader.Number()];
        for (var i = 0; i < names.Length; i++)
            names[i] = reader.Text();
        var count = reader.Number();
        var pages = new Dictionary<string, PageRecord>(count, StringComparer.Ordinal);
        for (var i = 0; i < count; i++)
            pages.Add(reader.Text(), PageRecord.Read(ref reader, names));
        return new BuildRecord(pages.ToFrozenDictionary(StringComparer.Ordinal));
    }
}
