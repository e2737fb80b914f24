using ReportArchive.Search.Format;

namespace ReportArchive.Search.Reading;

/// <summary>Finds which candidates of a long gram hold it, in the table <c>long</c>.</summary>
internal sealed class LongGramLookup(SegmentEntry segment, TablesEntry tables, FolderSource<TableFile> source)
{
    /// <summary>
    /// The candidates that hold a gram; none where nothing is stored: then all of them hold it, or none does.
    /// A gram that occurs nowhere may be taken for another: whoever asks reads one report to be sure.
    /// </summary>
    /// <param name="gram">Of at least three units.</param>
    /// <param name="candidates">The reports that hold both grams one shorter, with a part in common.</param>
    public PhraseMatch? Find(ReadOnlySpan<char> gram, PhraseMatch candidates)
    {
        if (tables.LongPages == 0)
            return null;
        var key = GramKey.OfLong(gram);
        var longer = gram.Length > GramKey.HomeUnitsOf(gram);
        return Find(TableFile.Long, (long)GramHash.Page(key.Home, tables.LongPages) * PageForm.Bytes, PageForm.Bytes, CodeRoom.Page, key, longer, candidates);
    }

    /// <summary>The reports that hold a gram of <see cref="Figures"/> that are listed.</summary>
    public PhraseMatch FindListed(ReadOnlySpan<char> gram)
    {
        ushort[] all = [.. Enumerable.Range(0, segment.Reports).Select(static report => (ushort)report)];
        byte[] masks = [.. Enumerable.Repeat(PartMasks.All, all.Length)];
        return Find(gram, new PhraseMatch(all, masks, Certainty.AllOrNone)) ?? PhraseMatch.None;
    }

    /// <summary>Looks for a gram on a page or in a block.</summary>
    private PhraseMatch? Find(TableFile file, long at, int bytes, CodeRoom room, GramKey key, bool longer, PhraseMatch candidates)
    {
        var reader = new BitReader(Checksum.Verify(source.Read(file, at, bytes), "a page of the table of long grams"));
        var count = (int)reader.Read(PageForm.CountBits);
        var offset = reader.Read(PageForm.OffsetHalfBits) + ((long)reader.Read(PageForm.OffsetHalfBits) << PageForm.OffsetHalfBits);
        var mark = GramHash.Mark(key, (int)reader.Read(PageForm.SeedBits), (uint)(count * PageForm.MarksPerEntry));
        var blocks = LongBlocks.Read(reader);
        if (blocks.Length > 0 && longer)
        {
            var block = LongBlocks.Of(key.Sign, blocks.Length - 1);
            return Find(TableFile.Lists, offset + blocks[block], (int)(blocks[block + 1] - blocks[block]), CodeRoom.Block, key, longer: false, candidates);
        }
        offset += blocks.Length > 0 ? blocks[^1] : 0;
        for (var (i, next) = (0, 0u); i < count && next <= mark; i++)
        {
            var found = next + reader.ReadRice(PageForm.MarkShift);
            var slots = PageForm.ReadSlots(reader, tables.Slots.Length);
            for (var slot = 0; slot < slots.Length; slot++)
            {
                if (!slots[slot])
                    continue;
                var magnitude = (int)reader.Read(PageForm.MagnitudeBits);
                var inside = reader.Read(1) == 1;
                var length = inside ? (int)reader.ReadRice(room.LengthShift) : reader.ReadGamma();
                if (found == mark && slot == segment.Slot)
                    return Held(inside ? reader : Outside(offset, length), magnitude, candidates);
                if (inside)
                    reader.Position += length;
                else
                    offset += length;
            }
            next = found + 1;
        }
        return null;
    }

    private BitReader Outside(long offset, int length) => new(Checksum.Verify(source.Read(TableFile.Lists, offset, length), "a list of candidates"));

    private PhraseMatch Held(BitReader code, int magnitude, PhraseMatch candidates)
    {
        try
        {
            var (ranks, masks) = CandidateCode.Read(code, magnitude, candidates.Masks, segment.Masked);
            return new PhraseMatch([.. ranks.Select(rank => candidates.Reports[rank])], masks, Certainty.AllOrNone);
        }
        catch (SearchIndexException)
        {
            // The bytes are sound, but say nothing of these candidates: it is the code of another gram, and this one occurs nowhere.
            return PhraseMatch.None;
        }
    }
}
