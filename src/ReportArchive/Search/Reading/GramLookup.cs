using ReportArchive.Search.Format;

namespace ReportArchive.Search.Reading;

/// <summary>The reports that hold a gram, with the parts that may hold it where the index says so.</summary>
/// <param name="Reports">Ascending.</param>
/// <param name="Masks">As many; none where the gram is everywhere.</param>
internal sealed record GramReports(ushort[] Reports, byte[]? Masks)
{
    /// <summary>No reports.</summary>
    public static GramReports None { get; } = new([], null);

    /// <summary>The parts of the report at an index.</summary>
    public byte MaskAt(int index) => Masks is null ? PartMasks.All : Masks[index];
}

/// <summary>Where the reports of a gram are to be read.</summary>
/// <param name="Frequency">Number of reports.</param>
/// <param name="Masked">Whether the code has parts.</param>
/// <param name="Inside">The code, where the page holds it.</param>
/// <param name="Offset">Else where it begins in <c>lists</c>.</param>
/// <param name="Length">And its length in bytes.</param>
internal sealed record GramEntry(int Frequency, bool Masked, GramReports? Inside, long Offset, int Length);

/// <summary>Finds grams of one and two units in the table <c>grams</c>.</summary>
internal sealed class GramLookup(SegmentEntry segment, TablesEntry tables, FolderSource<TableFile> source)
{
    private readonly int _keyShift = PageForm.KeyShift(tables.Grams);

    /// <summary>What the segment says of a gram; none where no report of it holds it.</summary>
    public GramEntry? Find(uint gram)
    {
        var key = GramHash.Spread(gram);
        var page = GramHash.Page(key, tables.GramPages);
        var reader = new BitReader(Checksum.Verify(source.Read(TableFile.Grams, (long)page * PageForm.Bytes, PageForm.Bytes), "a page of the table of grams"));
        var count = (int)reader.Read(PageForm.CountBits);
        var offset = reader.Read(PageForm.OffsetHalfBits) + ((long)reader.Read(PageForm.OffsetHalfBits) << PageForm.OffsetHalfBits);
        var next = GramHash.First(page, tables.GramPages);
        for (var i = 0; i < count && next <= key; i++)
        {
            var found = next + reader.ReadRice(_keyShift);
            if (ReadEntry(reader, ref offset, found) is var entry && found == key)
                return entry;
            next = found + 1;
        }
        return null;
    }

    /// <summary>The reports of an entry.</summary>
    public GramReports Read(GramEntry entry) =>
        entry.Inside ?? ReadCode(new BitReader(Checksum.Verify(source.Read(TableFile.Lists, entry.Offset, entry.Length), "a list of reports")), entry.Frequency, entry.Masked, segment.Reports);

    /// <summary>Reads what all segments say of a gram.</summary>
    private GramEntry? ReadEntry(BitReader reader, ref long offset, uint key)
    {
        GramEntry? own = null;
        var slots = PageForm.ReadSlots(reader, tables.Slots.Length);
        for (var slot = 0; slot < slots.Length; slot++)
        {
            if (!slots[slot])
                continue;
            var entry = ReadSlot(reader, offset, key, tables.Slots[slot]);
            offset += entry.Length;
            if (slot == segment.Slot)
                own = entry;
        }
        return own;
    }

    private GramEntry ReadSlot(BitReader reader, long offset, uint key, int reports)
    {
        var frequency = reader.ReadGamma();
        if (frequency > reports)
            throw new SearchIndexException(SearchIndexFault.Corrupt, "a gram is in more reports than there are");
        var masked = GramHash.Gather(key) > char.MaxValue && frequency <= segment.Masked;
        return reader.Read(1) == 1
            ? new GramEntry(frequency, masked, ReadCode(reader, frequency, masked, reports), 0, 0)
            : new GramEntry(frequency, masked, null, offset, reader.ReadGamma());
    }

    private static GramReports ReadCode(BitReader reader, int frequency, bool masked, int reports)
    {
        var numbers = SortedNumbers.Read(reader, frequency, reports);
        return new GramReports(numbers, masked ? PartMasks.Read(reader, frequency) : null);
    }
}
