using System.Numerics;
using ReportArchive.Search.Writing;

namespace ReportArchive.Search.Format;

/// <summary>
/// What the pages of both tables have in common. A page is <see cref="Bytes"/> long: entries as bits, the checksum last.
/// It begins with the number of entries and with where the first code kept outside begins in <c>lists</c>; the codes outside
/// follow each other there in the order of their entries.
/// </summary>
internal static class PageForm
{
    /// <summary>Bytes of a page.</summary>
    public const int Bytes = 512;

    /// <summary>Bits of the number of entries.</summary>
    public const int CountBits = 12;

    /// <summary>Bits of each half of the offset into <c>lists</c>, in bytes.</summary>
    public const int OffsetHalfBits = 24;

    /// <summary>Bits of the seed that the marks of a page of long grams are made with.</summary>
    public const int SeedBits = 8;

    /// <summary>Marks of a page of long grams are drawn from this many numbers an entry.</summary>
    public const int MarksPerEntry = 256;

    /// <summary>Shift of the Rice code of the gaps between marks.</summary>
    public const int MarkShift = 7;

    /// <summary>Bits of the magnitude of the number of reports that hold a long gram; see <see cref="CandidateCode"/>.</summary>
    public const int MagnitudeBits = 4;

    /// <summary>Longest code that is kept in its page, in bits.</summary>
    public const int LongestInside = 256;

    /// <summary>
    /// A page in which codes longer than this stand outside has room for all that must be in it, in bits. Of six segments of 700 reports 28 took 48,000 pages
    /// of long grams, 20 took 40,000, and 12 take 33,000, for 2% more bytes of a usual query.
    /// </summary>
    public const int ShortestInside = 12;

    /// <summary>More bits than this of grams that begin alike are taken to crowd their page when the number of pages is guessed.</summary>
    public const int CrowdingBits = 1500;

    /// <summary>
    /// A table of one segment that needs no more pages than this has all codes in its pages that are short enough for one: half a megabyte at most,
    /// so that readers of a small archive need not ask for what stands outside.
    /// </summary>
    public const int RoomyPages = 1024;

    /// <summary>More pages than any table has, 128 GB: who gets there will not find a number that is enough.</summary>
    private const int MostPages = 1 << 28;

    /// <summary>Bits that entries may take, after the checksum.</summary>
    public const int Capacity = (Bytes - Checksum.Size) * 8;

    /// <summary>Shift of the Rice code of the gaps between keys: the gaps of so many keys spread over all 32-bit numbers.</summary>
    public static int KeyShift(int grams) => Math.Max(0, (int)Math.Floor(Math.Log2(4294967296.0 / Math.Max(1, grams) * 0.69)));

    /// <summary>Bits that say which segments have a gram: one each, and none where there is one segment.</summary>
    public static int SlotBits(int slots) => slots == 1 ? 0 : slots;

    /// <summary>Bits of a number in Elias's gamma code.</summary>
    public static int GammaBits(int value) => (2 * BitOperations.Log2((uint)value)) + 1;

    /// <summary>The fewest pages a table fits in.</summary>
    /// <param name="least">Fewer are not enough.</param>
    /// <param name="slots">Number of segments.</param>
    /// <param name="fits">Whether it fits in so many, with codes longer than so many bits put outside.</param>
    public static int Fewest(int least, int slots, Func<int, int, bool> fits)
    {
        for (var pages = least; pages <= RoomyPages && slots == 1; pages = More(pages))
        {
            if (fits(pages, LongestInside))
                return pages;
        }
        for (var pages = least; pages <= MostPages; pages = More(pages))
        {
            if (fits(pages, ShortestInside))
                return pages;
        }
        throw new InvalidOperationException($"the grams of a table of the search index do not fit in {MostPages} pages");

        static int More(int pages) => pages + Math.Max(1, pages / 16);
    }

    /// <summary>Writes what a page begins with.</summary>
    public static void WriteHead(BitWriter page, int entries, long outside)
    {
        page.Write((uint)entries, CountBits);
        page.Write((uint)(outside & 0xffffff), OffsetHalfBits);
        page.Write((uint)(outside >> OffsetHalfBits), OffsetHalfBits);
    }

    /// <summary>Writes which segments have a gram.</summary>
    public static void WriteSlots(BitWriter page, ReadOnlySpan<SlotCode> codes, int slots)
    {
        for (var (slot, next) = (0, 0); slot < slots && slots > 1; slot++)
        {
            var has = next < codes.Length && codes[next].Slot == slot;
            page.Write(has ? 1u : 0, 1);
            next += has ? 1 : 0;
        }
    }

    /// <summary>Reads which segments have a gram.</summary>
    public static bool[] ReadSlots(BitReader page, int slots)
    {
        var has = new bool[slots];
        for (var slot = 0; slot < slots; slot++)
            has[slot] = slots == 1 || page.Read(1) == 1;
        return has;
    }

    /// <summary>A page's bytes, sealed; or those of a block, which has another length.</summary>
    public static byte[] Seal(BitWriter writer, int length = Bytes)
    {
        var page = new byte[length];
        writer.CopyTo(page);
        var sum = Checksum.Of(page.AsSpan(0, length - Checksum.Size));
        page[^2] = (byte)sum;
        page[^1] = (byte)(sum >> 8);
        return page;
    }
}
