using ReportArchive.Search.Format;

namespace ReportArchive.Search.Reading;

/// <summary>Finds which candidates of a long gram hold it, in the table <c>long</c>.</summary>
internal sealed class LongGramLookup(SegmentEntry segment, TablesEntry tables, FolderSource<TableFile> source)
{
    /// <summary>
    /// Ranks of the candidates that hold a gram; none where nothing is stored: then all of them hold it, or none does.
    /// A gram that occurs nowhere may be taken for another: whoever asks reads one report to be sure.
    /// </summary>
    public ushort[]? Find(ReadOnlySpan<char> gram, int candidates)
    {
        if (tables.LongPages == 0)
            return null;
        var page = GramHash.Page(GramHash.Place(gram), tables.LongPages);
        var reader = new BitReader(Checksum.Verify(source.Read(TableFile.Long, (long)page * PageForm.Bytes, PageForm.Bytes), "a page of the table of long grams"));
        var count = (int)reader.Read(PageForm.CountBits);
        var offset = reader.Read(PageForm.OffsetHalfBits) + ((long)reader.Read(PageForm.OffsetHalfBits) << PageForm.OffsetHalfBits);
        var mark = GramHash.Mark(GramHash.Sign(gram), (int)reader.Read(PageForm.SeedBits), (uint)(count * PageForm.MarksPerEntry));
        for (var (i, next) = (0, 0u); i < count && next <= mark; i++)
        {
            var found = next + reader.ReadRice(PageForm.MarkShift);
            var slots = PageForm.ReadSlots(reader, tables.Slots.Length);
            for (var slot = 0; slot < slots.Length; slot++)
            {
                if (!slots[slot])
                    continue;
                var inside = reader.Read(1) == 1;
                var length = inside ? (int)reader.ReadRice(PageForm.LengthShift) : reader.ReadGamma();
                if (found == mark && slot == segment.Slot)
                    return inside ? CandidateCode.Read(reader, candidates) : ReadOutside(offset, length, candidates);
                if (inside)
                    reader.Position += length;
                else
                    offset += length;
            }
            next = found + 1;
        }
        return null;
    }

    private ushort[] ReadOutside(long offset, int length, int candidates) =>
        CandidateCode.Read(new BitReader(Checksum.Verify(source.Read(TableFile.Lists, offset, length), "a list of candidates")), candidates);
}
