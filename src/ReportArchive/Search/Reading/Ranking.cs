using System.Numerics;
using ReportArchive.Search.Format;

namespace ReportArchive.Search.Reading;

/// <summary>A report in the order of results.</summary>
/// <param name="Segment">Number of its segment.</param>
/// <param name="Report">Its number in it.</param>
/// <param name="Score">What it is ranked by.</param>
internal readonly record struct Ranked(int Segment, int Report, double Score);

/// <summary>
/// Ranks reports. The score is the sum over the phrases in a report of
/// <c>idf × (2.2 tf / (tf + 1.2) + 2 if the title has it + 1 if a heading has it)</c>
/// with <c>idf = ln(1 + (N − df + ½) / (df + ½))</c>: BM25 (k₁ = 1.2, b = 0, for tf counts parts of a report, which grow with it)
/// with boosts. From the index tf is the number of parts that may hold the phrase; for the first reports of the first page,
/// whose text is read anyway, it is the number of occurrences in what was read, one more for each part that was not.
/// Equal scores: newest plan year first, then the order of places.
/// </summary>
internal sealed class Ranking
{
    /// <summary>First reports that are ranked again by their text.</summary>
    public const int Window = 5;

    private readonly ResolvedQuery _query;
    private readonly SegmentRun[] _runs;
    private readonly double[][] _weights;

    /// <summary>Prepares the weights of the phrases of a query.</summary>
    public Ranking(ResolvedQuery query, SegmentRun[] runs)
    {
        (_query, _runs) = (query, runs);
        double reports = runs.Sum(static run => (long)run.Segment.Entry.Reports);
        _weights = [.. query.Clauses.Select((clause, c) => clause.Phrases.Select((_, p) => Weight(reports, runs.Sum(run => (long)run.Frequency(c, p)))).ToArray())];
    }

    /// <summary>Reports in the order asked for; by relevance from the index alone.</summary>
    public List<Ranked> Order(IEnumerable<(int Segment, int Report)> found, SearchOrder order)
    {
        var ranked = found.Select(item => new Ranked(item.Segment, item.Report, Score(item.Segment, item.Report, null))).ToList();
        ranked.Sort((a, b) => Compare(a, b, order));
        return ranked;
    }

    /// <summary>Ranks the first reports again by what was read of them.</summary>
    public void Refine(List<Ranked> ranked, Func<Ranked, HitCount> read)
    {
        var first = ranked.Take(Window).Select(item => item with { Score = Score(item.Segment, item.Report, read(item)) }).ToList();
        first.Sort((a, b) => Compare(a, b, SearchOrder.Relevance));
        for (var i = 0; i < first.Count; i++)
            ranked[i] = first[i];
    }

    private static double Weight(double reports, double frequency) => Math.Log(1 + ((reports - frequency + 0.5) / (frequency + 0.5)));

    private double Score(int segment, int report, HitCount? read)
    {
        var score = 0.0;
        var title = _runs[segment].Segment.Meta.FoldedTitleOf(report);
        foreach (var (clause, c) in _query.Positive)
        {
            for (var p = 0; p < clause.Phrases.Length; p++)
            {
                var mask = _runs[segment].MaskOf(c, p, report);
                if (mask == 0)
                    continue;
                var (times, heading) = read is null ? FromMask(mask) : (read.Times[c][p] + read.Unread(mask), read.InHeading[c][p]);
                var inTitle = title.Contains(clause.Phrases[p].Text, StringComparison.Ordinal);
                score += _weights[c][p] * ((2.2 * times / (times + 1.2)) + (inTitle ? 2 : 0) + (heading ? 1 : 0));
            }
        }
        // Three decimals: languages may differ in the last digits of a logarithm.
        return Math.Floor((score * 1000) + 0.5) / 1000;
    }

    private static (int Times, bool Heading) FromMask(byte mask) =>
        mask == PartMasks.All ? (4, false) : (BitOperations.PopCount(mask), (mask & PartMasks.Headings) != 0);

    private int Compare(Ranked a, Ranked b, SearchOrder order)
    {
        var (first, second) = (_runs[a.Segment].Segment.Meta, _runs[b.Segment].Segment.Meta);
        if (order == SearchOrder.Relevance && a.Score != b.Score)
            return b.Score.CompareTo(a.Score);
        var places = a.Segment != b.Segment ? ComparePlaces(first.PlaceOf(a.Report), second.PlaceOf(b.Report)) : first.PlaceOf(a.Report).First.CompareTo(second.PlaceOf(b.Report).First);
        var years = second.Years[b.Report].CompareTo(first.Years[a.Report]);
        var (major, minor) = order == SearchOrder.Place ? (places, years) : (years, places);
        return (major, minor) switch
        {
            (not 0, _) => major,
            (_, not 0) => minor,
            _ => (a.Segment, a.Report).CompareTo((b.Segment, b.Report)),
        };
    }

    private static int ComparePlaces(SegmentPlace a, SegmentPlace b) => string.CompareOrdinal(a.Code, b.Code);
}
