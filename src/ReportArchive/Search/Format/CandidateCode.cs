using System.Numerics;

namespace ReportArchive.Search.Format;

/// <summary>
/// The code of a long gram: how many of the candidates hold it, then their ranks, then, if they are not too many, the parts of those
/// that as candidates might hold it in any. Numbers of all magnitudes are alike likely, so the count is its magnitude, below that of
/// the candidates, and then its lower bits.
/// </summary>
internal static class CandidateCode
{
    /// <summary>Writes which of some candidates hold the gram.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="ranks">The ranks of those that do: at least one.</param>
    /// <param name="candidates">Number of candidates.</param>
    /// <param name="told">The parts of those whose candidates might hold it in any; none where there are more than have parts.</param>
    public static void Write(BitWriter writer, ReadOnlySpan<ushort> ranks, int candidates, ReadOnlySpan<byte> told)
    {
        var log = BitOperations.Log2((uint)ranks.Length);
        writer.WriteBelow((uint)log, (uint)BitOperations.Log2((uint)candidates) + 1);
        writer.Write((uint)ranks.Length - (1u << log), log);
        SortedNumbers.Write(writer, ranks, candidates);
        PartMasks.Write(writer, told);
    }

    /// <summary>Reads the ranks of the candidates that hold the gram, and the parts of each.</summary>
    /// <param name="reader">Where the code begins.</param>
    /// <param name="candidates">The parts of each candidate.</param>
    /// <param name="masked">Longest list with parts.</param>
    public static (ushort[] Ranks, byte[] Masks) Read(BitReader reader, byte[] candidates, int masked)
    {
        var log = (int)reader.ReadBelow((uint)BitOperations.Log2((uint)candidates.Length) + 1);
        var count = (int)((1u << log) + reader.Read(log));
        var ranks = SortedNumbers.Read(reader, count, candidates.Length);
        byte[] masks = [.. ranks.Select(rank => candidates[rank])];
        var told = count > masked ? [] : PartMasks.Read(reader, masks.Count(static mask => mask == PartMasks.All));
        for (var (i, next) = (0, 0); next < told.Length; i++)
        {
            if (masks[i] == PartMasks.All)
                masks[i] = told[next++];
        }
        return (ranks, masks);
    }
}
