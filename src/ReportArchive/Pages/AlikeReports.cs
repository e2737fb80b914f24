using System.Buffers;
using System.Collections.Immutable;
using ReportArchive.Sites;

namespace ReportArchive.Pages;

/// <summary>
/// Finds the reports that share most concepts with a report. Score of two reports: the sum over shared concepts of
/// log(all reports / reports that use it), divided by the square root of the product of both reports' own sums — the cosine
/// over inverse document frequencies (Salton and McGill 1983).
/// </summary>
internal static class AlikeReports
{
    private const int Most = 5;
    private const int MostReasons = 4;

    // More than rounding to nine digits can add: what is this far below the last of the best cannot join them.
    private const double Rounding = 1e-9;

    // A concept that nearly all reports use says nothing about two of them, and its list is long.
    private const int MostCommon = 2000;

    public static ImmutableArray<AlikeReport> Find(Site site, int index, PageViews views, CrossReasons reasons)
    {
        var concepts = views.ConceptsOf(index).Where(concept => site.Uses[concept].Length <= MostCommon).ToImmutableArray();
        return [.. Best(site, index, concepts, views).Select(other => Explain(other, concepts, views, reasons))];
    }

    /// <summary>Counts in two arrays as long as the archive, borrowed: a report has tens of thousands of candidates.</summary>
    private static List<int> Best(Site site, int index, ImmutableArray<int> concepts, PageViews views)
    {
        var reports = site.Reports.Length;
        var scores = ArrayPool<double>.Shared.Rent(reports);
        var candidates = ArrayPool<int>.Shared.Rent(reports);
        scores.AsSpan(0, reports).Fill(double.NaN);
        var count = 0;
        foreach (var concept in concepts)
        {
            var rarity = views.Rarity(concept);
            foreach (var use in site.Uses[concept])
            {
                ref var score = ref scores[use.Report];
                if (double.IsNaN(score))
                {
                    candidates[count++] = use.Report;
                    score = 0;
                }
                score += rarity;
            }
        }
        var best = Choose(candidates.AsSpan(0, count), other => other == index ? null : scores[other] / Math.Sqrt(views.Weight(index) * views.Weight(other)));
        ArrayPool<double>.Shared.Return(scores);
        ArrayPool<int>.Shared.Return(candidates);
        return best;
    }

    /// <summary>The best candidates, best first; of equal ones, rounded as rounding errors ask, the first by id.</summary>
    private static List<int> Choose(ReadOnlySpan<int> candidates, Func<int, double?> score)
    {
        var best = new List<(double Score, int Report)>(Most + 1);
        foreach (var candidate in candidates)
        {
            if (score(candidate) is not { } value || (best.Count == Most && value < best[^1].Score - Rounding))
                continue;
            var entry = (Score: Math.Round(value, 9), Report: candidate);
            var place = best.FindIndex(other => other.Score.CompareTo(entry.Score) is var order && (order < 0 || (order == 0 && other.Report > entry.Report)));
            if (place < 0 && best.Count == Most)
                continue;
            best.Insert(place < 0 ? best.Count : place, entry);
            if (best.Count > Most)
                best.RemoveAt(Most);
        }
        return best.ConvertAll(static entry => entry.Report);
    }

    private static AlikeReport Explain(int other, ImmutableArray<int> concepts, PageViews views, CrossReasons reasons)
    {
        var its = views.ConceptsOf(other).ToHashSet();
        var shared = concepts.Where(its.Contains).ToList();
        return new AlikeReport(
            views.Item(other),
            shared.Count,
            [.. shared.OrderByDescending(views.Rarity).ThenBy(static concept => concept).Take(MostReasons).Select(views.Concept)],
            reasons.To(other).Why);
    }
}
