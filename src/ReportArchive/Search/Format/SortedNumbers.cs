using System.Numerics;

namespace ReportArchive.Search.Format;

/// <summary>
/// Distinct ascending numbers below a limit. More than half of them are coded as those that are missing. Few are coded by
/// binary interpolation (Moffat and Stuiver 2000: the middle one first, in the bits its neighbours leave open); many as gaps
/// in Golomb's code with the divisor that their density asks for, which comes within 3% of what chance allows.
/// </summary>
internal static class SortedNumbers
{
    private const int Few = 5;

    /// <summary>Writes numbers of which each is at least 0 and below <paramref name="limit"/>.</summary>
    public static void Write(BitWriter writer, ReadOnlySpan<ushort> numbers, int limit)
    {
        if (numbers.Length * 2 > limit)
            WriteSparse(writer, Missing(numbers, limit), limit);
        else
            WriteSparse(writer, numbers, limit);
    }

    /// <summary>Reads <paramref name="count"/> numbers.</summary>
    public static ushort[] Read(BitReader reader, int count, int limit)
    {
        if (count > limit)
            throw new SearchIndexException(SearchIndexFault.Corrupt, "a list is longer than what it lists");
        return count * 2 > limit ? Missing(ReadSparse(reader, limit - count, limit), limit) : ReadSparse(reader, count, limit);
    }

    private static ushort[] Missing(ReadOnlySpan<ushort> numbers, int limit)
    {
        var missing = new ushort[limit - numbers.Length];
        var (count, at) = (0, 0);
        for (var number = 0; number < limit; number++)
        {
            if (at < numbers.Length && numbers[at] == number)
                at++;
            else
                missing[count++] = (ushort)number;
        }
        return missing;
    }

    private static void WriteSparse(BitWriter writer, ReadOnlySpan<ushort> numbers, int limit)
    {
        if (numbers.Length < Few)
        {
            Interpolate(writer, numbers, 0, limit - 1);
            return;
        }
        var divisor = Divisor(numbers.Length, limit);
        var log = BitOperations.Log2(divisor);
        var shorter = (1u << (log + 1)) - divisor;
        var next = 0;
        foreach (var number in numbers)
        {
            var gap = (uint)(number - next);
            var whole = gap / divisor;
            writer.WriteUnary((int)whole);
            // As WriteBelow does, what depends on the divisor alone done once.
            var rest = gap - (whole * divisor);
            if (rest < shorter)
            {
                writer.Write(rest, log);
            }
            else
            {
                rest += shorter;
                writer.Write((rest >> 1) | ((rest & 1) << log), log + 1);
            }
            next = number + 1;
        }
    }

    private static ushort[] ReadSparse(BitReader reader, int count, int limit)
    {
        var numbers = new ushort[count];
        if (count < Few)
        {
            Interpolate(reader, numbers, 0, limit - 1);
            return numbers;
        }
        var divisor = Divisor(count, limit);
        var next = 0u;
        for (var i = 0; i < count; i++)
        {
            next += ((uint)reader.ReadUnary() * divisor) + reader.ReadBelow(divisor);
            if (next >= limit)
                throw new SearchIndexException(SearchIndexFault.Corrupt, "a number of a list is out of range");
            numbers[i] = (ushort)next++;
        }
        return numbers;
    }

    /// <summary>About ln 2 times the mean gap, in whole numbers so that every language rounds alike.</summary>
    private static uint Divisor(int count, int limit) => (uint)Math.Max(1, ((71L * (limit - count)) + (51L * count)) / (102L * count));

    private static void Interpolate(BitWriter writer, ReadOnlySpan<ushort> numbers, int low, int high)
    {
        while (numbers.Length > 0 && numbers.Length != high - low + 1)
        {
            var middle = numbers.Length / 2;
            int number = numbers[middle];
            var lowest = low + middle;
            var highest = high - (numbers.Length - 1 - middle);
            writer.WriteBelow((uint)(number - lowest), (uint)(highest - lowest + 1));
            Interpolate(writer, numbers[..middle], low, number - 1);
            numbers = numbers[(middle + 1)..];
            low = number + 1;
        }
    }

    private static void Interpolate(BitReader reader, Span<ushort> numbers, int low, int high)
    {
        while (numbers.Length > 0 && numbers.Length != high - low + 1)
        {
            var middle = numbers.Length / 2;
            var lowest = low + middle;
            var highest = high - (numbers.Length - 1 - middle);
            var number = lowest + (int)reader.ReadBelow((uint)(highest - lowest + 1));
            numbers[middle] = (ushort)number;
            Interpolate(reader, numbers[..middle], low, number - 1);
            numbers = numbers[(middle + 1)..];
            low = number + 1;
        }
        for (var i = 0; i < numbers.Length; i++)
            numbers[i] = (ushort)(low + i);
    }
}
