using System.Collections.Immutable;
using ReportArchive.Sites;

namespace ReportArchive.Concepts.Discovery;

/// <summary>
/// Expressions worth an authority file, ranked: 1. gather candidates; 2. count where they stand on their own, known concepts
/// and longer candidates taking precedence; 3. weigh what speaks for each; 4. take those above the bar, best first.
/// </summary>
public static class Suggestions
{
    private const double LeastPoints = 1.5;
    private const int MostEvidence = 3;

    /// <summary>All suggestions for a site, best first.</summary>
    public static ImmutableArray<Suggestion> For(Site site)
    {
        var known = site.Concepts.Where(static concept => concept.IsCurated).ToImmutableArray();
        var spellings = known.SelectMany(static concept => concept.Spellings).Select(MatchText.Fold).ToHashSet(StringComparer.Ordinal);
        var candidates = Candidates.In(site.Reports)
            .Where(text => !spellings.Contains(MatchText.Fold(text)))
            .DistinctBy(MatchText.Fold, StringComparer.Ordinal)
            .ToImmutableArray();
        var uses = CandidateUse.Find(site, known, candidates);
        var readings = Readings.Learn(known);
        return [.. candidates
            .Select((text, i) => Make(site, text, uses[i], readings))
            .OfType<Suggestion>()
            .OrderByDescending(static suggestion => suggestion.Score)
            .ThenByDescending(static suggestion => suggestion.Reports)
            .ThenBy(static suggestion => suggestion.Text, StringComparer.Ordinal)];
    }

    private static Suggestion? Make(Site site, string text, List<CandidateUse> uses, Readings readings)
    {
        var expansion = uses.Select(use => (Use: use, Found: Expansions.At(use.TextIn(site), use.Range))).FirstOrDefault(static pair => pair.Found is not null);
        var points = Points(text, uses, expansion.Found is not null);
        if (points < LeastPoints)
            return null;
        return new Suggestion(
            text,
            Math.Round(points / (points + 2), 3),
            Candidates.IsFormula(text) ? ConceptKind.Formula : Candidates.IsProgramme(text) ? ConceptKind.Programme : ConceptKind.Slogan,
            ReportsOf(uses),
            uses.Count,
            uses.Count(static use => use.IsQuoted),
            readings.SlugOf(text),
            [.. uses.DistinctBy(static use => use.Report).Take(MostEvidence).Select(use => use.EvidenceIn(site))],
            expansion.Found?.Parts ?? [],
            expansion.Found is null ? null : expansion.Use.EvidenceIn(site));
    }

    /// <summary>
    /// What speaks for an expression: that several reports use it and often, that they put it in quotation marks and mostly
    /// so, that a word such as 工程 or 模式 follows the marks, that it is built like a formula or named like a programme, that
    /// a text spells it out. A word that is mostly used without marks is a word, whatever one report does with it.
    /// </summary>
    private static double Points(string text, List<CandidateUse> uses, bool isExpanded)
    {
        if (uses.Count == 0)
            return 0;
        var (isFormula, isProgramme) = (Candidates.IsFormula(text), Candidates.IsProgramme(text));
        var quoted = uses.Where(static use => use.IsQuoted).ToList();
        var share = (double)quoted.Count / uses.Count;
        var isName = isExpanded
            || (share >= 0.5 && (quoted.Count >= 2 || isFormula || isProgramme))
            || (quoted.Count == 0 && isProgramme && ReportsOf(uses) >= 2);
        if (!isName)
            return 0;
        return 1.4 * Math.Log2(ReportsOf(uses))
            + 0.4 * Math.Log2(uses.Count)
            + 0.8 * Math.Log2(1 + ReportsOf(quoted))
            + 0.6 * share
            + (isFormula ? 0.4 : 0)
            + (Candidates.IsPairedFormula(text) ? 0.4 : 0)
            + (isProgramme ? 0.4 : 0)
            + (uses.Exists(static use => use.IsHeaded) ? 0.6 : 0)
            + (isExpanded ? 0.8 : 0);
    }

    private static int ReportsOf(List<CandidateUse> uses) => uses.Select(static use => use.Report).Distinct().Count();
}
