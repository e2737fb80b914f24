using System.Buffers.Binary;
using System.Collections.Immutable;

namespace ReportArchive.Search.Format;

/// <summary>Where a report's text lies, and what a result card shows beside its title.</summary>
/// <param name="Date">Day of delivery, where stated.</param>
/// <param name="Parts">Offset and length of each part in <c>text</c>, in bytes.</param>
internal sealed record ReportRecord(DateOnly? Date, ImmutableArray<(long Offset, int Length)> Parts)
{
    /// <summary>Length of a record: 5 bytes of offset, 3 of date (days since 0001-01-01, 0 for none), 3 for each part's length, the checksum.</summary>
    public const int Bytes = 8 + (3 * PartMasks.Parts) + Checksum.Size;

    /// <summary>The bytes of a record.</summary>
    public static byte[] Write(long offset, DateOnly? date, ReadOnlySpan<int> lengths)
    {
        Span<byte> target = stackalloc byte[Bytes - Checksum.Size];
        Span<byte> number = stackalloc byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(number, offset);
        number[..5].CopyTo(target);
        BinaryPrimitives.WriteInt64LittleEndian(number, date?.DayNumber ?? 0);
        number[..3].CopyTo(target[5..]);
        for (var part = 0; part < lengths.Length; part++)
        {
            BinaryPrimitives.WriteInt64LittleEndian(number, lengths[part]);
            number[..3].CopyTo(target[(8 + (3 * part))..]);
        }
        return Checksum.Seal(target);
    }

    /// <summary>Reads a record.</summary>
    public static ReportRecord Read(ReadOnlyMemory<byte> bytes)
    {
        var source = Checksum.Verify(bytes, "the record of a report").Span;
        var parts = ImmutableArray.CreateBuilder<(long, int)>(PartMasks.Parts);
        var offset = Number(source[..5]);
        for (var part = 0; part < PartMasks.Parts; part++)
        {
            var length = (int)Number(source.Slice(8 + (3 * part), 3));
            parts.Add((offset, length));
            offset += length;
        }
        var day = (int)Number(source.Slice(5, 3));
        return new ReportRecord(day == 0 || day > DateOnly.MaxValue.DayNumber ? null : DateOnly.FromDayNumber(day), parts.MoveToImmutable());
    }

    private static long Number(ReadOnlySpan<byte> bytes)
    {
        long number = 0;
        for (var i = bytes.Length - 1; i >= 0; i--)
            number = (number << 8) | bytes[i];
        return number;
    }
}
