using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace ReportArchive.Cli;

/// <summary>
/// Stands for a path or an address in tables of all files of a site: sixteen bytes, where the text takes a hundred. It is half of the
/// SHA-256, so no two files have the same.
/// </summary>
internal readonly record struct PathKey
{
    private readonly UInt128 _hash;

    private PathKey(UInt128 hash) => _hash = hash;

    public static PathKey Of(string path)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(MemoryMarshal.AsBytes(path.AsSpan()), hash);
        return new PathKey(MemoryMarshal.Read<UInt128>(hash));
    }
}
