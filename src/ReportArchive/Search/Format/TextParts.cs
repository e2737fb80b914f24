using System.Globalization;

namespace ReportArchive.Search.Format;

/// <summary>A block of a report as it is read back.</summary>
/// <param name="Anchor">Its name within the report; empty for the title.</param>
/// <param name="Text">Its text as the page shows it.</param>
internal sealed record TextBlock(string Anchor, string Text);

/// <summary>
/// How the blocks of a part are written: before each a one, then its anchor and its text; a zero ends the part. The anchor
/// <c>p{n}</c> is a zero where n follows the last; 1 0 and n in gamma code; any other text is 1 1 and the text.
/// </summary>
internal static class TextParts
{
    /// <summary>The number of an anchor <c>p{n}</c>; 0 for any other.</summary>
    public static int AnchorNumber(string anchor) =>
        anchor.Length is > 1 and < 10 && anchor[0] == 'p' && anchor[1] is >= '1' and <= '9'
        && int.TryParse(anchor.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    /// <summary>Reads a part.</summary>
    public static List<TextBlock> Read(ReadOnlyMemory<byte> bytes, TextTokens tokens)
    {
        var reader = new BitReader(Checksum.Verify(bytes, "a piece of text"));
        var blocks = new List<TextBlock>();
        for (var last = 0; reader.Read(1) == 1;)
        {
            var anchor = ReadAnchor(reader, tokens, ref last);
            blocks.Add(new TextBlock(anchor, ReadText(reader, tokens)));
        }
        return blocks;
    }

    private static string ReadAnchor(BitReader reader, TextTokens tokens, ref int last)
    {
        if (reader.Read(1) == 0)
            last++;
        else if (reader.Read(1) == 0)
            last = reader.ReadGamma();
        else
            return ReadText(reader, tokens);
        return string.Create(CultureInfo.InvariantCulture, $"p{last}");
    }

    /// <summary>Reads a text to its end.</summary>
    public static string ReadText(BitReader reader, TextTokens tokens)
    {
        var text = new System.Text.StringBuilder();
        while (true)
        {
            var token = tokens.ReadToken(reader);
            if (token == tokens.End)
                return text.ToString();
            if (token == tokens.Escape)
                text.Append((char)reader.Read(16));
            else
                text.Append(tokens.Texts[token]);
        }
    }
}
