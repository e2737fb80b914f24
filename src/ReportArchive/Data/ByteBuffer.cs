using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;

namespace ReportArchive.Data;

/// <summary>
/// Bytes being written, in an array borrowed from the shared pool: files of 100 KB made and thrown away by the thousand
/// would otherwise go through the large-object heap.
/// </summary>
public sealed class ByteBuffer : IBufferWriter<byte>, IDisposable
{
    private const int Smallest = 32 * 1024;
    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(Smallest);

    /// <summary>Bytes written.</summary>
    public int Length { get; private set; }

    /// <summary>What was written; valid until the next call.</summary>
    public ReadOnlyMemory<byte> Written => _bytes.AsMemory(0, Length);

    /// <summary>Forgets what was written, and keeps the room.</summary>
    public void Clear() => Length = 0;

    /// <inheritdoc/>
    public void Advance(int count) => Length += count;

    /// <inheritdoc/>
    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return _bytes.AsMemory(Length);
    }

    /// <inheritdoc/>
    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return _bytes.AsSpan(Length);
    }

    /// <summary>Appends a text as UTF-8.</summary>
    public void Append(ReadOnlySpan<char> text)
    {
        Reserve(Encoding.UTF8.GetMaxByteCount(text.Length));
        Length += Encoding.UTF8.GetBytes(text, _bytes.AsSpan(Length));
    }

    /// <summary>Appends a character, which must not be half of one.</summary>
    public void Append(char c)
    {
        if (c < 0x80 && Length < _bytes.Length)
            _bytes[Length++] = (byte)c;
        else
            Append([c]);
    }

    /// <summary>Appends a number from 0 in seven bits a byte, the lowest first.</summary>
    public void AppendNumber(int number)
    {
        Reserve(5);
        var rest = (uint)number;
        for (; rest >= 0x80; rest >>= 7)
            _bytes[Length++] = (byte)(rest | 0x80);
        _bytes[Length++] = (byte)rest;
    }

    /// <summary>Appends a number of 64 bits, the lower half first; <see cref="ByteReader.LongNumber"/> reads it.</summary>
    public void AppendLong(long number)
    {
        AppendNumber(unchecked((int)number));
        AppendNumber(unchecked((int)(number >> 32)));
    }

    /// <summary>Appends a text as UTF-16, its length before it; <see cref="ByteReader.Text"/> reads it.</summary>
    public void AppendText(string text)
    {
        AppendNumber(text.Length);
        var bytes = MemoryMarshal.AsBytes(text.AsSpan());
        Reserve(bytes.Length);
        bytes.CopyTo(_bytes.AsSpan(Length));
        Length += bytes.Length;
    }

    /// <summary>Appends a text that may be missing.</summary>
    public void AppendOptionalText(string? text)
    {
        AppendNumber(text is null ? 0 : 1);
        if (text is not null)
            AppendText(text);
    }

    /// <summary>The bytes written from an offset on, to be filled in later; valid until the next call.</summary>
    public Span<byte> WrittenFrom(int start) => _bytes.AsSpan(start, Length - start);

    /// <summary>Gives the array back.</summary>
    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = [];
        Length = 0;
    }

    private void Reserve(int count)
    {
        if (_bytes.Length - Length >= Math.Max(1, count))
            return;
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(_bytes.Length * 2, Length + count));
        Written.Span.CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = larger;
    }
}
