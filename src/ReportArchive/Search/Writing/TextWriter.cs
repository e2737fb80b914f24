using ReportArchive.Search.Format;

namespace ReportArchive.Search.Writing;

/// <summary>Writes the texts of a segment and the records that say where they lie.</summary>
internal sealed class TextWriter(TextEncoder encoder, PartedBytes records, PartedBytes text)
{
    private readonly BitWriter _writer = new(1 << 14);

    /// <summary>Writes a report's parts.</summary>
    public void Write(List<SearchBlock>[] parts, DateOnly? date)
    {
        var offset = text.Length;
        Span<int> lengths = stackalloc int[PartMasks.Parts];
        for (var part = 0; part < parts.Length; part++)
        {
            var bytes = Encode(parts[part]);
            lengths[part] = bytes.Length;
            text.Append(bytes);
        }
        records.Append(ReportRecord.Write(offset, date, lengths));
    }

    private byte[] Encode(List<SearchBlock> blocks)
    {
        _writer.Clear();
        var last = 0;
        foreach (var block in blocks)
        {
            _writer.Write(1, 1);
            WriteAnchor(block.Anchor, ref last);
            encoder.Write(_writer, block.Text);
        }
        _writer.Write(0, 1);
        return Checksum.Seal(_writer.ToArray());
    }

    private void WriteAnchor(string anchor, ref int last)
    {
        var number = TextParts.AnchorNumber(anchor);
        if (number > 0 && number == last + 1)
        {
            _writer.Write(0, 1);
        }
        else if (number > 0)
        {
            _writer.Write(1, 2);
            _writer.WriteGamma(number);
        }
        else
        {
            _writer.Write(3, 2);
            encoder.Write(_writer, anchor);
        }
        last = number > 0 ? number : last;
    }
}
