using System.Numerics;

namespace ReportArchive.Search.Format;

/// <summary>
/// The code of a long gram: how many of the candidates hold it, then their ranks, then, if they are not too many, the parts of each:
/// of those that as candidates might hold it in any, as of a list of reports; of the others which of their two or three. The magnitude of
/// the count stands before the code in its page, where it tells a reader that has no candidates yet how rare the gram is.
/// </summary>
internal static class CandidateCode
{
    /// <summary>The magnitude of a count: its logarithm to base 2, rounded down.</summary>
    public static int Magnitude(int count) => BitOperations.Log2((uint)count);

    /// <summary>Writes which of some candidates hold the gram.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="ranks">The ranks of those that do: at least one.</param>
    /// <param name="candidates">Number of candidates.</param>
    /// <param name="open">The parts of those, as many, as candidates might hold it in.</param>
    /// <param name="told">The parts that do hold it, some of these; none where there are more than have parts.</param>
    public static void Write(BitWriter writer, ReadOnlySpan<ushort> ranks, int candidates, ReadOnlySpan<byte> open, ReadOnlySpan<byte> told)
    {
        var magnitude = Magnitude(ranks.Length);
        writer.Write((uint)ranks.Length - (1u << magnitude), magnitude);
        SortedNumbers.Write(writer, ranks, candidates);
        if (told.IsEmpty)
            return;
        PartMasks.Write(writer, InAny(open, told));
        for (var i = 0; i < told.Length; i++)
        {
            if (open[i] != PartMasks.All)
                PartMasks.WriteSome(writer, told[i], open[i]);
        }
    }

    /// <summary>Reads the ranks of the candidates that hold the gram, and the parts of each.</summary>
    /// <param name="reader">Where the code begins.</param>
    /// <param name="magnitude">Magnitude of the number of ranks.</param>
    /// <param name="candidates">The parts of each candidate.</param>
    /// <param name="masked">Longest list with parts.</param>
    public static (ushort[] Ranks, byte[] Masks) Read(BitReader reader, int magnitude, byte[] candidates, int masked)
    {
        var count = (int)((1u << magnitude) + reader.Read(magnitude));
        var ranks = SortedNumbers.Read(reader, count, candidates.Length);
        byte[] masks = [.. ranks.Select(rank => candidates[rank])];
        if (count > masked)
            return (ranks, masks);
        var told = PartMasks.Read(reader, masks.Count(static mask => mask == PartMasks.All));
        for (var (i, next) = (0, 0); i < masks.Length; i++)
            masks[i] = masks[i] == PartMasks.All ? told[next++] : PartMasks.ReadSome(reader, masks[i]);
        return (ranks, masks);
    }

    /// <summary>The parts of those that might hold it in any.</summary>
    private static byte[] InAny(ReadOnlySpan<byte> open, ReadOnlySpan<byte> told)
    {
        var parts = new byte[open.Count(PartMasks.All)];
        for (var (i, next) = (0, 0); next < parts.Length; i++)
        {
            if (open[i] == PartMasks.All)
                parts[next++] = told[i];
        }
        return parts;
    }
}
