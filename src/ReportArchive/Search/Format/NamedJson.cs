using System.Buffers.Binary;
using ReportArchive.Search.Writing;

namespace ReportArchive.Search.Format;

/// <summary>
/// What <c>meta.bin</c> is made of: deflated JSON, and names of places, written with tokens of their own, for deflate makes little of
/// so many short texts. Two lengths in bytes come first, four bytes each: of the JSON and of the table of tokens.
/// </summary>
internal static class NamedJson
{
    private const int HeadBytes = 2 * sizeof(int);

    /// <summary>Most tokens of more than one character.</summary>
    private const int Merges = 120;

    /// <summary>Writes both.</summary>
    public static byte[] Write(ReadOnlySpan<byte> json, string[] names)
    {
        var deflated = Deflated.Write(json);
        var tokens = TokenTrainer.Train(names, Merges);
        var (table, encoder, writer) = (tokens.ToBytes(), new TextEncoder(tokens), new BitWriter());
        foreach (var name in names)
            encoder.Write(writer, name);
        var head = new byte[HeadBytes];
        BinaryPrimitives.WriteInt32LittleEndian(head, deflated.Length);
        BinaryPrimitives.WriteInt32LittleEndian(head.AsSpan(sizeof(int)), table.Length);
        return [.. head, .. deflated, .. table, .. Checksum.Seal(writer.ToArray())];
    }

    /// <summary>Reads both: the JSON, and what gives so many names as that says there are.</summary>
    public static (byte[] Json, Func<int, string[]> Names) Read(ReadOnlyMemory<byte> file)
    {
        var (json, table) = file.Length < HeadBytes ? (-1, -1) : (BinaryPrimitives.ReadInt32LittleEndian(file.Span), BinaryPrimitives.ReadInt32LittleEndian(file.Span[sizeof(int)..]));
        if (json < 0 || table < 0 || (long)HeadBytes + json + table > file.Length)
            throw new SearchIndexException(SearchIndexFault.Corrupt, "the list of reports is damaged");
        var rest = file[HeadBytes..];
        return (Deflated.Open(rest[..json], "the list of reports"), count => Names(rest[json..(json + table)], rest[(json + table)..], count));
    }

    private static string[] Names(ReadOnlyMemory<byte> table, ReadOnlyMemory<byte> names, int count)
    {
        var tokens = TextTokens.Read(table);
        var reader = new BitReader(Checksum.Verify(names, "the names of places"));
        return [.. Enumerable.Range(0, count).Select(_ => TextParts.ReadText(reader, tokens))];
    }
}
