using System.Buffers.Binary;
using System.Collections.Immutable;
using ReportArchive.Data;
using ReportArchive.Text;

namespace ReportArchive.Reports;

/// <summary>
/// A body as bytes, to be kept outside memory: the number of blocks, where each begins, then the blocks. Text is UTF-16,
/// for Chinese shorter than UTF-8 and read without decoding. Not a format to exchange: it may change with any version.
/// </summary>
public static class BodyBytes
{
    private const int OffsetSize = sizeof(int);

    /// <summary>Appends a body.</summary>
    public static void Write(ByteBuffer bytes, ImmutableArray<Block> blocks)
    {
        var start = bytes.Length;
        var table = new int[blocks.Length + 1];
        table[0] = blocks.Length;
        bytes.GetSpan(table.Length * OffsetSize)[..(table.Length * OffsetSize)].Clear();
        bytes.Advance(table.Length * OffsetSize);
        for (var i = 0; i < blocks.Length; i++)
        {
            table[i + 1] = bytes.Length - start;
            Write(bytes, blocks[i]);
        }
        var head = bytes.WrittenFrom(start);
        for (var i = 0; i < table.Length; i++)
            BinaryPrimitives.WriteInt32LittleEndian(head[(i * OffsetSize)..], table[i]);
    }

    /// <summary>Reads a body.</summary>
    public static ImmutableArray<Block> Read(ReadOnlySpan<byte> bytes)
    {
        var blocks = ImmutableArray.CreateBuilder<Block>(BinaryPrimitives.ReadInt32LittleEndian(bytes));
        for (var i = 0; i < blocks.Capacity; i++)
            blocks.Add(ReadBlock(bytes[StartOf(bytes, i)..]));
        return blocks.MoveToImmutable();
    }

    /// <summary>Where the blocks of a body begin, in bytes from its start, and where the last one ends.</summary>
    public static int[] BoundsOf(ReadOnlySpan<byte> bytes)
    {
        var bounds = new int[BinaryPrimitives.ReadInt32LittleEndian(bytes) + 1];
        for (var i = 0; i < bounds.Length - 1; i++)
            bounds[i] = StartOf(bytes, i);
        bounds[^1] = bytes.Length;
        return bounds;
    }

    /// <summary>Reads one block, from its own bytes.</summary>
    public static Block ReadBlock(ReadOnlySpan<byte> bytes)
    {
        var reader = new ByteReader(bytes);
        var anchor = new AnchorId(reader.Number());
        var kind = (BlockKind)reader.Number();
        var level = reader.Number();
        var line = reader.Number();
        var listStart = reader.Number() is var start and > 0 ? start - 1 : (int?)null;
        var text = reader.Text();
        return new Block(anchor, kind, level, text, Runs(ref reader), Rows(ref reader), line) { ListStart = listStart };
    }

    private static int StartOf(ReadOnlySpan<byte> bytes, int block) => BinaryPrimitives.ReadInt32LittleEndian(bytes[((block + 1) * OffsetSize)..]);

    private static void Write(ByteBuffer bytes, Block block)
    {
        bytes.AppendNumber(block.Anchor.Number);
        bytes.AppendNumber((int)block.Kind);
        bytes.AppendNumber(block.Level);
        bytes.AppendNumber(block.Line);
        bytes.AppendNumber(block.ListStart is { } start ? start + 1 : 0);
        bytes.AppendText(block.Text);
        bytes.AppendNumber(block.Runs.Length);
        foreach (var run in block.Runs)
        {
            Write(bytes, run.Range);
            bytes.AppendNumber((int)run.Style);
            bytes.AppendOptionalText(run.Href);
        }
        bytes.AppendNumber(block.Rows.Length);
        foreach (var row in block.Rows)
        {
            bytes.AppendNumber(row.Length);
            foreach (var cell in row)
                Write(bytes, cell);
        }
    }

    private static void Write(ByteBuffer bytes, TextRange range)
    {
        bytes.AppendNumber(range.Start);
        bytes.AppendNumber(range.Length);
    }

    private static ImmutableArray<InlineRun> Runs(ref ByteReader reader)
    {
        var count = reader.Number();
        if (count == 0)
            return [];
        var runs = ImmutableArray.CreateBuilder<InlineRun>(count);
        for (var i = 0; i < count; i++)
            runs.Add(new InlineRun(Range(ref reader), (RunStyle)reader.Number(), reader.OptionalText()));
        return runs.MoveToImmutable();
    }

    private static ImmutableArray<ImmutableArray<TextRange>> Rows(ref ByteReader reader)
    {
        var count = reader.Number();
        if (count == 0)
            return [];
        var rows = ImmutableArray.CreateBuilder<ImmutableArray<TextRange>>(count);
        for (var i = 0; i < count; i++)
        {
            var cells = ImmutableArray.CreateBuilder<TextRange>(reader.Number());
            for (var cell = 0; cell < cells.Capacity; cell++)
                cells.Add(Range(ref reader));
            rows.Add(cells.MoveToImmutable());
        }
        return rows.MoveToImmutable();
    }

    private static TextRange Range(ref ByteReader reader)
    {
        var start = reader.Number();
        return new TextRange(start, reader.Number());
    }
}
