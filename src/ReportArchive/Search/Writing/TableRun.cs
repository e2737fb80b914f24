using System.Buffers.Binary;
using ReportArchive.Search.Format;

namespace ReportArchive.Search.Writing;

/// <summary>
/// What one segment brings to its tables, each sorted by key. Runs are merged as sorted files are, each read once from start to end.
/// </summary>
/// <param name="Grams">Its grams of one and two units; the count of each is its number of reports.</param>
/// <param name="Long">Its long grams.</param>
/// <param name="Unstored">Its long grams of which nothing is stored: keys without codes.</param>
internal sealed record TableRun(IReadOnlyList<IndexFile> Grams, IReadOnlyList<IndexFile> Long, IReadOnlyList<IndexFile> Unstored)
{
    /// <summary>Bytes of a gram before its code: key, count, length of the code in bits.</summary>
    public const int HeadBytes = sizeof(ulong) + (2 * sizeof(int));

    private const int CountAt = sizeof(ulong);
    private const int BitsAt = CountAt + sizeof(int);

    /// <summary>Takes what a segment brings from among its files.</summary>
    /// <param name="segment">Its folder.</param>
    /// <param name="files">The files, parts in their order.</param>
    public static TableRun Of(string segment, IReadOnlyList<IndexFile> files)
    {
        return new(PartsOf(SegmentFile.GramRun), PartsOf(SegmentFile.LongRun), PartsOf(SegmentFile.UnstoredRun));

        List<IndexFile> PartsOf(SegmentFile file) => [.. files.Where(part => SegmentFiles.IsPart(part.Path, segment, file))];
    }

    /// <summary>The key of a gram of one or two units: as that of a long one, what chooses the page is its upper half.</summary>
    public static ulong KeyOf(uint spread) => (ulong)spread << 32;

    /// <summary>Adds a gram to a run.</summary>
    public static void Append(PartedBytes run, ulong key, int count, int bits, ReadOnlySpan<byte> code)
    {
        Span<byte> head = stackalloc byte[HeadBytes];
        BinaryPrimitives.WriteUInt64LittleEndian(head, key);
        BinaryPrimitives.WriteInt32LittleEndian(head[CountAt..], count);
        BinaryPrimitives.WriteInt32LittleEndian(head[BitsAt..], bits);
        run.Append(head);
        run.Append(code);
    }

    /// <summary>Writes long grams and those of which nothing is stored.</summary>
    public static void Write(LongGrams grams, PartedBytes longRun, PartedBytes unstoredRun)
    {
        var (keys, stored) = grams.Stored();
        for (var i = 0; i < keys.Length; i++)
            Append(longRun, keys[i], grams.HeldBy(stored[i]), grams.BitsOf(stored[i]), grams.CodeOf(stored[i]));
        foreach (var key in grams.Unstored())
            Append(unstoredRun, key, 0, 0, []);
    }
}
