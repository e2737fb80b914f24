using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ReportArchive.Search.Writing;

/// <summary>Names a folder by what is in it: 16 hexadecimal digits of the SHA-256 of its files, the length of each before it.</summary>
internal static class FolderHash
{
    /// <summary>The name of a folder of some logical files, in a fixed order.</summary>
    public static string Of(IEnumerable<PartedBytes> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in files)
        {
            hash.AppendData(Encoding.ASCII.GetBytes(file.Length.ToString(CultureInfo.InvariantCulture) + ";"));
            foreach (var part in file.Parts)
                hash.AppendData(part.Span);
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..16];
    }
}
