namespace ReportArchive.Search.Format;

/// <summary>
/// The published form of <see cref="TextTokens"/>, which every reader fetches first: the characters by the gaps between them, the
/// longer tokens in order, each by what it shares with the one before and by the numbers of the characters that follow, then the
/// lengths of the codes of either. About half of what deflate makes of them (4.0 KB for 8.2 at 1,000 reports).
/// </summary>
internal static class TokenTable
{
    /// <summary>Bits of the number of tokens of either sort.</summary>
    private const int CountBits = 16;

    /// <summary>Bits of a gap between characters that are written as they are.</summary>
    private const int GapBits = 3;

    /// <summary>Writes tokens.</summary>
    /// <param name="tokens">Texts, one unit long or made of such, with the lengths of their codes in bits.</param>
    public static byte[] Write(IEnumerable<(string Text, byte Length)> tokens)
    {
        (string Text, byte Length)[] sorted = [.. tokens.OrderBy(static token => token.Text, StringComparer.Ordinal)];
        (string Text, byte Length)[] units = [.. sorted.Where(static token => token.Text.Length == 1)];
        (string Text, byte Length)[] longer = [.. sorted.Where(static token => token.Text.Length > 1)];
        var writer = new BitWriter();
        WriteUnits(writer, [.. units.Select(static token => token.Text[0])]);
        WriteLonger(writer, [.. longer.Select(static token => token.Text)], units.Select(static (token, i) => (token.Text[0], i)).ToDictionary());
        WriteLengths(writer, [.. units.Select(static token => token.Length)]);
        WriteLengths(writer, [.. longer.Select(static token => token.Length)]);
        return Checksum.Seal(writer.ToArray());
    }

    /// <summary>Reads them back.</summary>
    public static IEnumerable<(string Text, byte Length)> Read(ReadOnlyMemory<byte> bytes)
    {
        var reader = new BitReader(Checksum.Verify(bytes, "the table of tokens"));
        var units = ReadUnits(reader);
        var longer = ReadLonger(reader, units);
        return units.Select(static unit => unit.ToString()).Zip(ReadLengths(reader, units.Length)).Concat(longer.Zip(ReadLengths(reader, longer.Length)));
    }

    private static void WriteUnits(BitWriter writer, char[] units)
    {
        writer.Write((uint)units.Length, CountBits);
        var next = 0;
        foreach (var unit in units)
        {
            writer.WriteGamma(((unit - next) >> GapBits) + 1);
            writer.Write((uint)(unit - next) & ((1 << GapBits) - 1), GapBits);
            next = unit + 1;
        }
    }

    private static char[] ReadUnits(BitReader reader)
    {
        var units = new char[reader.Read(CountBits)];
        var next = 0;
        for (var i = 0; i < units.Length; i++)
        {
            next += ((reader.ReadGamma() - 1) << GapBits) + (int)reader.Read(GapBits);
            if (next > char.MaxValue)
                throw new SearchIndexException(SearchIndexFault.Corrupt, "the table of tokens holds what is no character");
            units[i] = (char)next++;
        }
        return units;
    }

    private static void WriteLonger(BitWriter writer, string[] texts, Dictionary<char, int> numbers)
    {
        writer.Write((uint)texts.Length, CountBits);
        var before = "";
        foreach (var text in texts)
        {
            var shared = 0;
            while (shared < Math.Min(text.Length, before.Length) && text[shared] == before[shared])
                shared++;
            writer.WriteUnary(shared);
            writer.WriteGamma(text.Length - shared);
            // Texts ascend: the first character that differs comes after the one it differs from.
            var least = shared < before.Length ? numbers[before[shared]] + 1 : 0;
            if (shared == 0)
                writer.WriteGamma(numbers[text[0]] - least + 1);
            else
                writer.WriteBelow((uint)(numbers[text[shared]] - least), (uint)(numbers.Count - least));
            foreach (var unit in text.AsSpan(shared + 1))
                writer.WriteBelow((uint)numbers[unit], (uint)numbers.Count);
            before = text;
        }
    }

    private static string[] ReadLonger(BitReader reader, char[] units)
    {
        var texts = new string[reader.Read(CountBits)];
        int[] before = [];
        for (var i = 0; i < texts.Length; i++)
        {
            var shared = reader.ReadUnary();
            var text = new int[shared + reader.ReadGamma()];
            if (shared > before.Length)
                throw Damaged();
            before.AsSpan(0, shared).CopyTo(text);
            var least = shared < before.Length ? before[shared] + 1 : 0;
            text[shared] = least + (shared == 0 ? reader.ReadGamma() - 1 : Below(reader, units.Length - least));
            for (var at = shared + 1; at < text.Length; at++)
                text[at] = Below(reader, units.Length);
            if (text[shared] >= units.Length)
                throw Damaged();
            texts[i] = string.Concat(text.Select(number => units[number]));
            before = text;
        }
        return texts;
    }

    private static int Below(BitReader reader, int range) => range > 0 ? (int)reader.ReadBelow((uint)range) : throw Damaged();

    /// <summary>Length by length from the shortest, which of the tokens that are left have it.</summary>
    private static void WriteLengths(BitWriter writer, byte[] lengths)
    {
        ushort[] left = [.. Enumerable.Range(0, lengths.Length).Select(static token => (ushort)token)];
        for (var length = 1; left.Length > 0; length++)
        {
            ushort[] ranks = [.. Enumerable.Range(0, left.Length).Where(rank => lengths[left[rank]] == length).Select(static rank => (ushort)rank)];
            writer.WriteBelow((uint)ranks.Length, (uint)left.Length + 1);
            SortedNumbers.Write(writer, ranks, left.Length);
            left = [.. left.Where(token => lengths[token] != length)];
        }
    }

    private static byte[] ReadLengths(BitReader reader, int count)
    {
        var lengths = new byte[count];
        ushort[] left = [.. Enumerable.Range(0, count).Select(static token => (ushort)token)];
        for (byte length = 1; left.Length > 0; length++)
        {
            if (length > TextTokens.LongestCode)
                throw Damaged();
            var ranks = SortedNumbers.Read(reader, (int)reader.ReadBelow((uint)left.Length + 1), left.Length);
            foreach (var rank in ranks)
                lengths[left[rank]] = length;
            left = [.. left.Where(token => lengths[token] == 0)];
        }
        return lengths;
    }

    private static SearchIndexException Damaged() => new(SearchIndexFault.Corrupt, "the table of tokens is damaged");
}
