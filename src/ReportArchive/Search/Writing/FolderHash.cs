using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ReportArchive.Search.Writing;

/// <summary>Names a folder by what is in it: 16 hexadecimal digits of the SHA-256 of its files, the length of each before it.</summary>
internal static class FolderHash
{
    /// <summary>The name of a folder of some logical files, in a fixed order.</summary>
    public static string Of(IEnumerable<PartedBytes> files) => Of(files.Select(static file => file.Parts));

    /// <summary>The name of a folder of some logical files, each in the parts it is kept in.</summary>
    public static string Of(IEnumerable<IEnumerable<ReadOnlyMemory<byte>>> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in files)
        {
            ReadOnlyMemory<byte>[] parts = [.. file];
            hash.AppendData(Encoding.ASCII.GetBytes(parts.Sum(static part => (long)part.Length).ToString(CultureInfo.InvariantCulture) + ";"));
            foreach (var part in parts)
                hash.AppendData(part.Span);
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..16];
    }
}
