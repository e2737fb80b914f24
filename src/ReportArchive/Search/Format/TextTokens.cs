namespace ReportArchive.Search.Format;

/// <summary>
/// The tokens that the texts of a segment are written with: characters and frequent runs of them, each with the length of its
/// canonical Huffman code. Two take no text: <see cref="End"/> ends a block, <see cref="Escape"/> is followed by the 16 bits
/// of a unit that is no token. A block of 1,600 characters takes half of what deflate makes of it, for it need not learn the
/// vocabulary anew.
/// </summary>
internal sealed class TextTokens
{
    /// <summary>Stands for the token that ends a block.</summary>
    public const string EndText = "\0";

    /// <summary>Stands for the token that a single unit follows.</summary>
    public const string EscapeText = "\u0001";

    /// <summary>Longest code, in bits.</summary>
    public const int LongestCode = 24;

    private readonly int[] _counts = new int[LongestCode + 1];

    private TextTokens(string[] texts, byte[] lengths)
    {
        (Texts, Lengths) = (texts, lengths);
        (End, Escape) = (Array.IndexOf(texts, EndText), Array.IndexOf(texts, EscapeText));
        Codes = new uint[lengths.Length];
        foreach (var length in lengths)
            _counts[length]++;
        _counts[0] = 0;
        var code = 0u;
        for (var (token, before) = (0, (byte)0); token < lengths.Length; token++)
        {
            code <<= lengths[token] - before;
            before = lengths[token];
            Codes[token] = code++;
        }
    }

    /// <summary>Number of the token that ends a block.</summary>
    public int End { get; }

    /// <summary>Number of the token that a single unit follows.</summary>
    public int Escape { get; }

    /// <summary>The text of each token in the order of the codes, shortest first.</summary>
    public string[] Texts { get; }

    /// <summary>Length of each token's code in bits; ascending.</summary>
    public byte[] Lengths { get; }

    /// <summary>Each token's code, its highest bit first.</summary>
    public uint[] Codes { get; }

    /// <summary>Tokens from texts and the lengths of their codes, <see cref="EndText"/> and <see cref="EscapeText"/> among them.</summary>
    public static TextTokens Of(IEnumerable<(string Text, byte Length)> tokens)
    {
        var sorted = tokens.OrderBy(static token => token.Length).ThenBy(static token => token.Text, StringComparer.Ordinal).ToArray();
        return new TextTokens([.. sorted.Select(static token => token.Text)], [.. sorted.Select(static token => token.Length)]);
    }

    /// <summary>The form that is published.</summary>
    public byte[] ToBytes() => TokenTable.Write(Texts.Zip(Lengths));

    /// <summary>Reads what <see cref="ToBytes"/> wrote.</summary>
    public static TextTokens Read(ReadOnlyMemory<byte> bytes) => Of(TokenTable.Read(bytes));

    /// <summary>Reads one token's number.</summary>
    public int ReadToken(BitReader reader)
    {
        var (code, first, index) = (0, 0, 0);
        for (var length = 1; length <= LongestCode; length++)
        {
            code |= (int)reader.Read(1);
            var count = _counts[length];
            if (code - first < count)
                return index + code - first;
            index += count;
            first = (first + count) << 1;
            code <<= 1;
        }
        throw new SearchIndexException(SearchIndexFault.Corrupt, "a text holds a code that no token has");
    }
}
