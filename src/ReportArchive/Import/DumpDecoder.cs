using System.Text;

namespace ReportArchive.Import;

/// <summary>
/// Finds out how a text file was encoded. A byte order mark decides; else bytes that are valid UTF-8 are UTF-8, bytes in
/// which every other one is zero are UTF-16, and what remains is GB18030, the superset of GBK and GB 2312 that Chinese
/// sites used before UTF-8.
/// </summary>
public static class DumpDecoder
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Decodes; null where the bytes are no text.</summary>
    /// <param name="bytes">The whole file.</param>
    /// <returns>The text without byte order mark, and the name of its encoding.</returns>
    public static (string Text, string Encoding)? Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
            return (Encoding.UTF8.GetString(bytes[3..]), "utf-8");
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
            return (Encoding.Unicode.GetString(bytes[2..]), "utf-16le");
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
            return (Encoding.BigEndianUnicode.GetString(bytes[2..]), "utf-16be");
        if (GuessUtf16(bytes) is { } utf16)
            return utf16;
        if (Utf8(bytes) is { } utf8)
            return IsText(utf8) ? (utf8, "utf-8") : null;
        var gb = Gb18030().GetString(bytes);
        return IsText(gb) ? (gb, "gb18030") : null;
    }

    private static Encoding Gb18030() => CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;

    private static string? Utf8(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return StrictUtf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return TruncatedUtf8(bytes);
        }
    }

    /// <summary>A file cut off within a character is UTF-8 all the same: at most its last three bytes are spoilt.</summary>
    private static string? TruncatedUtf8(ReadOnlySpan<byte> bytes)
    {
        for (var cut = 1; cut <= 3 && cut < bytes.Length; cut++)
        {
            if (bytes[^cut] < 0xC0)
                continue;
            try
            {
                return StrictUtf8.GetString(bytes[..^cut]);
            }
            catch (DecoderFallbackException)
            {
                return null;
            }
        }
        return null;
    }

    /// <summary>UTF-16 without a mark: line feeds, digits and spaces of Chinese text leave zero bytes on one side only.</summary>
    private static (string Text, string Encoding)? GuessUtf16(ReadOnlySpan<byte> bytes)
    {
        var sample = bytes[..(Math.Min(bytes.Length, 65536) & ~1)];
        var (even, odd) = (0, 0);
        for (var i = 0; i < sample.Length; i += 2)
        {
            even += sample[i] == 0 ? 1 : 0;
            odd += sample[i + 1] == 0 ? 1 : 0;
        }
        if (odd > sample.Length / 200 && even == 0)
            return Guess(Encoding.Unicode.GetString(bytes), "utf-16le");
        return even > sample.Length / 200 && odd == 0 ? Guess(Encoding.BigEndianUnicode.GetString(bytes), "utf-16be") : null;
    }

    private static (string Text, string Encoding)? Guess(string text, string encoding) => IsText(text) ? (text, encoding) : null;

    /// <summary>Text has hardly any control characters, replacement characters or code points for private use.</summary>
    private static bool IsText(string text)
    {
        var odd = 0;
        foreach (var c in text)
        {
            if (c is (< ' ' and not ('\t' or '\n' or '\r' or '\f' or '\v')) or '\u007F' or '\uFFFD' or (>= '\uE000' and <= '\uF8FF'))
                odd++;
        }
        return odd * 50 <= text.Length;
    }
}
