using ReportArchive.Search.Format;

namespace ReportArchive.Search.Writing;

/// <summary>Writes what a segment says of its grams of one and two units: which reports hold each, and in which parts.</summary>
internal static class GramRun
{
    /// <summary>Writes the run.</summary>
    public static void Write(Postings pairs, SinglePostings singles, SearchIndexOptions options, PartedBytes run)
    {
        var keys = new uint[pairs.Keys.Length + singles.Units.Length];
        // By key the gram: a pair, or beyond these a single unit.
        var grams = new int[keys.Length];
        for (var gram = 0; gram < keys.Length; gram++)
        {
            var key = gram < pairs.Keys.Length ? pairs.Keys[gram] : GramHash.Key(singles.Units[gram - pairs.Keys.Length]);
            (keys[gram], grams[gram]) = (GramHash.Spread(key), gram);
        }
        Array.Sort(keys, grams);
        var (code, bytes) = (new BitWriter(), new byte[1 << 16]);
        for (var i = 0; i < keys.Length; i++)
        {
            code.Clear();
            var frequency = grams[i] < pairs.Keys.Length
                ? WritePair(pairs, grams[i], options, code)
                : WriteSingle(singles, grams[i] - pairs.Keys.Length, pairs.ReportCount, code);
            if (bytes.Length * 8 < code.BitLength)
                bytes = new byte[code.BitLength / 4];
            TableRun.Append(run, new RunHead(new GramKey(keys[i], 0, 0), frequency, IsHome: true, code.BitLength), bytes.AsSpan(0, code.CopyTo(bytes)));
        }
    }

    private static int WritePair(Postings pairs, int pair, SearchIndexOptions options, BitWriter code)
    {
        SortedNumbers.Write(code, pairs.ReportsOf(pair), pairs.ReportCount);
        if (pairs.HasMasks(pair, options))
            PartMasks.Write(code, pairs.MasksOf(pair));
        return pairs.Frequency(pair);
    }

    private static int WriteSingle(SinglePostings singles, int single, int reportCount, BitWriter code)
    {
        SortedNumbers.Write(code, singles.ReportsOf(single), reportCount);
        return singles.Frequency(single);
    }
}
