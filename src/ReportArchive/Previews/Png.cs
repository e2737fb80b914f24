using System.Buffers.Binary;

namespace ReportArchive.Previews;

/// <summary>Writes PNG (ISO/IEC 15948), the same bytes on every machine.</summary>
internal static class Png
{
    private static readonly byte[] s_signature = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0d, 0x0a, 0x1a, 0x0a];
    private static readonly uint[] s_crc = CrcTable();

    /// <summary>The file.</summary>
    public static byte[] Write(IndexedImage image)
    {
        using var file = new MemoryStream(48 * 1024);
        file.Write(s_signature);
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, image.Width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), image.Height);
        // Four bits a pixel, of a palette; the only method of compression, of filters, and no interlacing.
        (header[8], header[9]) = (4, 3);
        Chunk(file, "IHDR"u8, header);
        Chunk(file, "PLTE"u8, IndexedImage.Palette());
        Chunk(file, "IDAT"u8, Zlib.Pack(image.Rows, image.Stride));
        Chunk(file, "IEND"u8, []);
        return file.ToArray();
    }

    private static void Chunk(MemoryStream file, ReadOnlySpan<byte> type, ReadOnlySpan<byte> data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        file.Write(number);
        file.Write(type);
        file.Write(data);
        BinaryPrimitives.WriteUInt32BigEndian(number, ~Crc(Crc(uint.MaxValue, type), data));
        file.Write(number);
    }

    private static uint Crc(uint crc, ReadOnlySpan<byte> data)
    {
        foreach (var b in data)
            crc = s_crc[(crc ^ b) & 0xff] ^ (crc >> 8);
        return crc;
    }

    private static uint[] CrcTable()
    {
        var table = new uint[256];
        for (var n = 0u; n < 256; n++)
        {
            var c = n;
            for (var bit = 0; bit < 8; bit++)
                c = (c & 1) == 0 ? c >> 1 : 0xedb88320 ^ (c >> 1);
            table[n] = c;
        }
        return table;
    }
}
