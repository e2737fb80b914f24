using System.Text;
using ReportArchive.Data;

namespace ReportArchive.Cli;

/// <summary>Lets whatever writes text write UTF-8 bytes at once. A character beyond the basic plane must come in one piece.</summary>
internal sealed class ByteBufferWriter(ByteBuffer buffer) : TextWriter
{
    public override Encoding Encoding => Encoding.UTF8;

    public override void Write(char value) => buffer.Append(value);

    public override void Write(string? value) => buffer.Append(value);

    public override void Write(ReadOnlySpan<char> value) => buffer.Append(value);

    public override void Write(char[] value, int index, int count) => buffer.Append(value.AsSpan(index, count));
}
