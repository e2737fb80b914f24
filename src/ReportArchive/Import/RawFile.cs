using System.Security.Cryptography;

namespace ReportArchive.Import;

/// <summary>A file as somebody took it from the web, untouched.</summary>
/// <param name="Name">Its name as given, with forward slashes; the extension says what it is.</param>
/// <param name="Bytes">Its bytes.</param>
public sealed record RawFile(string Name, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>SHA-256 of the bytes, 64 lower-case hex digits.</summary>
    public string Sha256 { get; } = Convert.ToHexStringLower(SHA256.HashData(Bytes.Span));

    /// <summary>The last part of <see cref="Name"/>.</summary>
    public string FileName => Name[(Name.LastIndexOf('/') + 1)..];

    /// <summary>Whether the bytes begin with these.</summary>
    public bool StartsWith(ReadOnlySpan<byte> bytes) => Bytes.Span.StartsWith(bytes);
}
