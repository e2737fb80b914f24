using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ReportArchive.Search.Writing;

/// <summary>Names a folder by what is in it: 16 hexadecimal digits of the SHA-256 of its files, the length of each before it.</summary>
internal static class FolderHash
{
    /// <summary>The name of a folder of some logical files, in a fixed order.</summary>
    public static string Of(IEnumerable<PartedBytes> files) => Of(files.Select(static file => (file.Length, file.Pieces())));

    /// <summary>The name of a folder of some logical files, each in the parts it is kept in.</summary>
    public static string Of(IEnumerable<IReadOnlyList<IndexFile>> files) =>
        Of(files.Select(static parts => (parts.Sum(static part => part.Length), parts.SelectMany(static part => part.Pieces()))));

    private static string Of(IEnumerable<(long Length, IEnumerable<ReadOnlyMemory<byte>> Pieces)> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (length, pieces) in files)
        {
            hash.AppendData(Encoding.ASCII.GetBytes(length.ToString(CultureInfo.InvariantCulture) + ";"));
            foreach (var piece in pieces)
                hash.AppendData(piece.Span);
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..16];
    }
}
