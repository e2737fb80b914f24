using System.Collections.Immutable;
using System.Globalization;
using ReportArchive.Search.Format;

namespace ReportArchive.Search.Reading;

/// <summary>Reads the logical files of a folder of the index from the parts they are published in.</summary>
/// <typeparam name="TFile">The files it has.</typeparam>
/// <param name="folder">Its name.</param>
/// <param name="lengths">Length of each file in bytes.</param>
/// <param name="partBytes">Size of the parts.</param>
/// <param name="bytes">Reads a part.</param>
internal sealed class FolderSource<TFile>(string folder, ImmutableArray<long> lengths, int partBytes, IndexBytes bytes)
    where TFile : struct, Enum
{
    /// <summary>Reads a range.</summary>
    /// <exception cref="SearchIndexException">It is not all there.</exception>
    public ReadOnlyMemory<byte> Read(TFile file, long offset, long length)
    {
        if (offset < 0 || length < 0 || offset + length > LengthOf(file))
            throw new SearchIndexException(SearchIndexFault.Corrupt, $"the index points outside its file {SegmentFiles.Name(file)}");
        var part = (int)(offset / partBytes);
        var within = offset % partBytes;
        if (within + length <= partBytes)
            return ReadPart(file, part, within, (int)length);
        var joined = new byte[length];
        for (var done = 0; done < length;)
        {
            var (at, inPart) = (offset + done, (int)((offset + done) % partBytes));
            var piece = ReadPart(file, (int)(at / partBytes), inPart, (int)Math.Min(length - done, partBytes - inPart));
            piece.CopyTo(joined.AsMemory(done));
            done += piece.Length;
        }
        return joined;
    }

    private long LengthOf(TFile file) => lengths[Convert.ToInt32(file, CultureInfo.InvariantCulture)];

    private ReadOnlyMemory<byte> ReadPart(TFile file, int part, long offset, int length)
    {
        var path = SegmentFiles.Path(folder, file, part);
        var read = bytes(path, offset, length);
        return read.Length == length ? read : throw new SearchIndexException(SearchIndexFault.Corrupt, $"search/{path} is shorter than the manifest says");
    }
}
