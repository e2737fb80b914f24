using System.Buffers;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using ReportArchive.Data;

namespace ReportArchive.Caching;

/// <summary>A file as a build left it.</summary>
/// <param name="Path">Path below the site's root.</param>
/// <param name="Length">Bytes.</param>
/// <param name="Sha256">Its hash, lower-case hex.</param>
/// <param name="Written">When the file system says it was written last, in ticks of UTC; a file of another time is read and hashed.</param>
public sealed record FileRecord(string Path, long Length, string Sha256, long Written);

/// <summary>A page as a build left it.</summary>
/// <param name="Basis">What it was made from.</param>
/// <param name="Files">The page and the files beside it.</param>
public sealed record PageRecord(PageBasis Basis, ImmutableArray<FileRecord> Files)
{
    /// <summary>Appends the record.</summary>
    /// <param name="bytes">Receives it.</param>
    /// <param name="names">Numbers the names of parts.</param>
    public void Write(ByteBuffer bytes, PartNames names)
    {
        bytes.AppendNumber(Basis.Parts.Length);
        foreach (var part in Basis.Parts)
        {
            bytes.AppendNumber(names.NumberOf(part.Name));
            bytes.AppendLong(unchecked((long)part.Hash));
        }
        bytes.AppendNumber(Files.Length);
        foreach (var file in Files)
        {
            bytes.AppendText(file.Path);
            bytes.AppendLong(file.Length);
            bytes.Write(Convert.FromHexString(file.Sha256));
            bytes.AppendLong(file.Written);
        }
    }

    /// <summary>Reads a record.</summary>
    /// <param name="reader">What <see cref="Write"/> wrote.</param>
    /// <param name="names">The names that it was written with.</param>
    public static PageRecord Read(ByteReader reader, PartNames names)
    {
        var parts = new BasisPart[reader.Number()];
        for (var i = 0; i < parts.Length; i++)
            parts[i] = new BasisPart(names[reader.Number()], unchecked((ulong)reader.LongNumber()));
        var files = new FileRecord[reader.Number()];
        for (var i = 0; i < files.Length; i++)
            files[i] = new FileRecord(reader.Text(), reader.LongNumber(), Convert.ToHexStringLower(reader.Bytes(SHA256.HashSizeInBytes)), reader.LongNumber());
        return new PageRecord(new PageBasis(ImmutableCollectionsMarshal.AsImmutableArray(parts)), ImmutableCollectionsMarshal.AsImmutableArray(files));
    }
}
