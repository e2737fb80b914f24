using System.Collections.Immutable;
using System.Numerics;
using ReportArchive.Search.Format;

namespace ReportArchive.Search.Writing;

/// <summary>
/// The texts that tokens are learnt from. Which reports are taken is told by hashes of their ids: a report more or less seldom changes
/// the tokens, and with them all texts.
/// </summary>
internal sealed class TokenSample
{
    /// <summary>At least about so many reports are taken, and fewer than twice as many.</summary>
    private const int Reports = 32;

    /// <summary>An archive smaller than this cannot wait for more than <see cref="Units"/>, and gains little by it.</summary>
    private const int SmallArchive = 100;

    /// <summary>Units of text taken of a small archive.</summary>
    private const int Units = 64_000;

    private readonly SortedDictionary<string, ImmutableArray<SearchBlock>> _taken = new(StringComparer.Ordinal);
    private readonly uint _mask;
    private readonly int _archive;

    /// <summary>Begins a sample of an archive of so many reports.</summary>
    public TokenSample(int reports)
    {
        _archive = reports;
        _mask = reports < Reports ? 0 : BitOperations.RoundUpToPowerOf2((uint)(reports / Reports) + 1) / 2 - 1;
    }

    /// <summary>Looks at a report, and takes it or not.</summary>
    public void Offer(SearchDocument report)
    {
        var id = report.Id.ToString();
        if ((GramHash.Place(id) & _mask) == 0)
            _taken[id] = report.Blocks;
    }

    /// <summary>Learns the tokens: more where there are more texts to be written with them.</summary>
    public TextTokens Train()
    {
        List<string> texts = [.. _taken.Values.SelectMany(static blocks => blocks.Select(static block => block.Text))];
        var every = _archive < SmallArchive ? 1 + (texts.Sum(static text => text.Length) / Units) : 1;
        return TokenTrainer.Train([.. texts.Where((_, i) => i % every == 0)], _archive < SmallArchive ? 512 : _archive < 4000 ? 1024 : 2048);
    }
}
