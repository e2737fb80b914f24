using System.Numerics;

namespace ReportArchive.Search.Format;

/// <summary>
/// The code of a long gram: how many of the candidates hold it, then their ranks. Numbers of all magnitudes are alike likely,
/// so the count is its magnitude, below that of the candidates, and then its lower bits.
/// </summary>
internal static class CandidateCode
{
    /// <summary>Writes how many of some candidates hold the gram: at least one.</summary>
    public static void WriteCount(BitWriter writer, int count, int candidates)
    {
        var log = BitOperations.Log2((uint)count);
        writer.WriteBelow((uint)log, (uint)BitOperations.Log2((uint)candidates) + 1);
        writer.Write((uint)count - (1u << log), log);
    }

    /// <summary>Reads the ranks of the candidates that hold the gram.</summary>
    public static ushort[] Read(BitReader reader, int candidates)
    {
        var log = (int)reader.ReadBelow((uint)BitOperations.Log2((uint)candidates) + 1);
        var count = (int)((1u << log) + reader.Read(log));
        return SortedNumbers.Read(reader, count, candidates);
    }
}
