using ReportArchive.Search.Format;

namespace ReportArchive.Search.Writing;

/// <summary>What the index must know of a gram of three or more units beyond what its pairs tell: which of the candidates hold it.</summary>
/// <param name="Place">Hash that chooses its page.</param>
/// <param name="Sign">Hash that tells it from others of its page.</param>
/// <param name="Offset">Where its code begins in <see cref="LongGrams"/>, in bytes.</param>
/// <param name="Bits">Length of its code.</param>
internal readonly record struct LongGram(uint Place, uint Sign, long Offset, int Bits);

/// <summary>The long grams of a segment with the code of each: the number of reports that hold it, and their ranks among the candidates.</summary>
internal sealed class LongGrams
{
    private const int BlockSize = 1 << 20;
    private readonly List<byte[]> _blocks = [];
    private readonly BitWriter _writer = new();
    private int _free = BlockSize;

    /// <summary>Grams that some candidates hold and others do not.</summary>
    public List<LongGram> Stored { get; } = [];

    /// <summary>Grams that all their candidates hold, of which nothing is stored; no stored one of their page may look like them.</summary>
    public List<(uint Place, uint Sign)> Unstored { get; } = [];

    /// <summary>Remembers a gram and the ranks of the reports that hold it.</summary>
    public void Store(uint place, uint sign, ReadOnlySpan<ushort> ranks, int candidates)
    {
        _writer.Clear();
        CandidateCode.WriteCount(_writer, ranks.Length, candidates);
        SortedNumbers.Write(_writer, ranks, candidates);
        var length = (_writer.BitLength + 7) / 8;
        if (_free + length > BlockSize)
        {
            _blocks.Add(new byte[Math.Max(BlockSize, length)]);
            _free = 0;
        }
        _writer.CopyTo(_blocks[^1].AsSpan(_free));
        Stored.Add(new LongGram(place, sign, ((long)(_blocks.Count - 1) << 32) + _free, _writer.BitLength));
        _free += length;
    }

    /// <summary>The code of a gram.</summary>
    public ReadOnlySpan<byte> CodeOf(LongGram gram) => _blocks[(int)(gram.Offset >> 32)].AsSpan((int)gram.Offset, (gram.Bits + 7) / 8);
}
