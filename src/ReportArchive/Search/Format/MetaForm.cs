using System.Buffers.Binary;
using ReportArchive.Search.Writing;

namespace ReportArchive.Search.Format;

/// <summary>
/// What <c>meta.bin</c> is made of: deflated JSON; <see cref="ReportColumns"/>, deflated; and names of places, written with tokens of their own,
/// for deflate makes little of so many short texts. Three lengths in bytes come first, four bytes each: of the JSON, the columns and the table of tokens.
/// </summary>
internal static class MetaForm
{
    private const int Lengths = 3;
    private const int HeadBytes = Lengths * sizeof(int);

    /// <summary>Most tokens of more than one character.</summary>
    private const int Merges = 120;

    /// <summary>Writes all of it.</summary>
    public static byte[] Write(ReadOnlySpan<byte> json, ReadOnlySpan<byte> columns, string[] names)
    {
        var tokens = TokenTrainer.Train(names, Merges);
        var (encoder, writer) = (new TextEncoder(tokens), new BitWriter());
        foreach (var name in names)
            encoder.Write(writer, name);
        byte[][] parts = [Deflated.Write(json), Deflated.Write(columns), tokens.ToBytes()];
        var head = new byte[HeadBytes];
        for (var i = 0; i < Lengths; i++)
            BinaryPrimitives.WriteInt32LittleEndian(head.AsSpan(i * sizeof(int)), parts[i].Length);
        return [.. head, .. parts[0], .. parts[1], .. parts[2], .. Checksum.Seal(writer.ToArray())];
    }

    /// <summary>Reads all of it: the JSON, the columns, and what gives so many names as the JSON says there are.</summary>
    /// <exception cref="SearchIndexException">It is damaged.</exception>
    public static (byte[] Json, byte[] Columns, Func<int, string[]> Names) Read(ReadOnlyMemory<byte> file)
    {
        var ends = new long[Lengths];
        for (var (i, end) = (0, (long)HeadBytes); i < Lengths; i++)
        {
            var length = file.Length < HeadBytes ? -1 : BinaryPrimitives.ReadInt32LittleEndian(file.Span[(i * sizeof(int))..]);
            ends[i] = end += length;
            if (length < 0 || end > file.Length)
                throw new SearchIndexException(SearchIndexFault.Corrupt, "the list of reports is damaged");
        }
        var (json, columns, table) = ((int)ends[0], (int)ends[1], (int)ends[2]);
        return (
            Deflated.Open(file[HeadBytes..json], "the list of reports"),
            Deflated.Open(file[json..columns], "the columns of the list of reports"),
            count => Names(file[columns..table], file[table..], count));
    }

    private static string[] Names(ReadOnlyMemory<byte> table, ReadOnlyMemory<byte> names, int count)
    {
        var tokens = TextTokens.Read(table);
        var reader = new BitReader(Checksum.Verify(names, "the names of places"));
        return [.. Enumerable.Range(0, count).Select(_ => TextParts.ReadText(reader, tokens))];
    }
}
