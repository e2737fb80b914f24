using System.Buffers.Binary;
using ReportArchive.Search.Format;

namespace ReportArchive.Search.Writing;

/// <summary>What a run says of a gram, before its code.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Count">Number of reports of the segment that hold it.</param>
/// <param name="IsHome">Whether it chooses its page, as grams of one or two units do; see <see cref="GramKey.IsHome"/>.</param>
/// <param name="Bits">Length of the code in bits.</param>
internal readonly record struct RunHead(GramKey Key, int Count, bool IsHome, int Bits);

/// <summary>
/// What one segment brings to its tables, each sorted by key. Runs are merged as sorted files are, each read once from start to end.
/// </summary>
/// <param name="Grams">Its grams of one and two units; the count of each is its number of reports.</param>
/// <param name="Long">Its long grams.</param>
/// <param name="Unstored">Its long grams of which nothing is stored: keys without codes.</param>
internal sealed record TableRun(IReadOnlyList<IndexFile> Grams, IReadOnlyList<IndexFile> Long, IReadOnlyList<IndexFile> Unstored)
{
    /// <summary>Bytes of a gram before its code.</summary>
    public const int HeadBytes = BitsAt + sizeof(int);

    private const int PlaceAt = sizeof(uint);
    private const int SignAt = PlaceAt + sizeof(uint);
    private const int CountAt = SignAt + sizeof(uint);
    private const int HomeAt = CountAt + sizeof(ushort);
    private const int BitsAt = HomeAt + sizeof(ushort);

    /// <summary>Takes what a segment brings from among its files.</summary>
    /// <param name="segment">Its folder.</param>
    /// <param name="files">The files, parts in their order.</param>
    public static TableRun Of(string segment, IReadOnlyList<IndexFile> files)
    {
        return new(PartsOf(SegmentFile.GramRun), PartsOf(SegmentFile.LongRun), PartsOf(SegmentFile.UnstoredRun));

        List<IndexFile> PartsOf(SegmentFile file) => [.. files.Where(part => SegmentFiles.IsPart(part.Path, segment, file))];
    }

    /// <summary>Adds a gram to a run.</summary>
    public static void Append(PartedBytes run, RunHead gram, ReadOnlySpan<byte> code)
    {
        Span<byte> head = stackalloc byte[HeadBytes];
        BinaryPrimitives.WriteUInt32LittleEndian(head, gram.Key.Home);
        BinaryPrimitives.WriteUInt32LittleEndian(head[PlaceAt..], gram.Key.Place);
        BinaryPrimitives.WriteUInt32LittleEndian(head[SignAt..], gram.Key.Sign);
        BinaryPrimitives.WriteUInt16LittleEndian(head[CountAt..], (ushort)gram.Count);
        BinaryPrimitives.WriteUInt16LittleEndian(head[HomeAt..], gram.IsHome ? (ushort)1 : (ushort)0);
        BinaryPrimitives.WriteInt32LittleEndian(head[BitsAt..], gram.Bits);
        run.Append(head);
        run.Append(code);
    }

    /// <summary>Reads back what stands before a code.</summary>
    public static RunHead ReadHead(ReadOnlySpan<byte> head) => new(
        new GramKey(
            BinaryPrimitives.ReadUInt32LittleEndian(head), BinaryPrimitives.ReadUInt32LittleEndian(head[PlaceAt..]), BinaryPrimitives.ReadUInt32LittleEndian(head[SignAt..])),
        BinaryPrimitives.ReadUInt16LittleEndian(head[CountAt..]),
        BinaryPrimitives.ReadUInt16LittleEndian(head[HomeAt..]) != 0,
        BinaryPrimitives.ReadInt32LittleEndian(head[BitsAt..]));

    /// <summary>Writes long grams and those of which nothing is stored.</summary>
    public static void Write(LongGrams grams, PartedBytes longRun, PartedBytes unstoredRun)
    {
        foreach (var gram in grams.Stored())
            Append(longRun, new RunHead(grams.KeyOf(gram), grams.HeldBy(gram), grams.IsHome(gram), grams.BitsOf(gram)), grams.CodeOf(gram));
        foreach (var (key, isHome) in grams.Unstored())
            Append(unstoredRun, new RunHead(key, 0, isHome, 0), []);
    }
}
