using ReportArchive.Search.Format;

namespace ReportArchive.Search.Reading;

/// <summary>Reads the logical files of a segment from the parts they are published in.</summary>
internal sealed class SegmentSource(SegmentEntry entry, int partBytes, IndexBytes bytes)
{
    /// <summary>Reads a range.</summary>
    /// <exception cref="SearchIndexException">It is not all there.</exception>
    public ReadOnlyMemory<byte> Read(SegmentFile file, long offset, long length)
    {
        if (offset < 0 || length < 0 || offset + length > entry.Lengths[(int)file])
            throw new SearchIndexException(SearchIndexFault.Corrupt, $"the index points outside its file {file.Name()}");
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

    /// <summary>Reads a whole file.</summary>
    public ReadOnlyMemory<byte> ReadAll(SegmentFile file) => Read(file, 0, entry.Lengths[(int)file]);

    private ReadOnlyMemory<byte> ReadPart(SegmentFile file, int part, long offset, int length)
    {
        var path = SegmentFiles.Path(entry.Hash, file, part);
        var read = bytes(path, offset, length);
        return read.Length == length ? read : throw new SearchIndexException(SearchIndexFault.Corrupt, $"search/{path} is shorter than the manifest says");
    }
}
