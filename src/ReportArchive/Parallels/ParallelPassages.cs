using System.Collections.Immutable;
using ReportArchive.Reports;
using ReportArchive.Text;

namespace ReportArchive.Parallels;

/// <summary>What the reports of an archive have in common, word for word.</summary>
public sealed class ParallelPassages
{
    private const int MostFormulas = 500;

    // A formula with a mark or a few words that two reports happen to set beside it is still a formula.
    private const int LeastOwn = 10;

    private readonly ImmutableArray<ImmutableArray<SharedSpan>> _spans;
    private readonly ImmutableArray<ImmutableArray<(int Block, TextRange Range)>> _formulasIn;

    private ParallelPassages(
        ImmutableArray<ImmutableArray<SharedSpan>> spans, ImmutableArray<ImmutableArray<(int Block, TextRange Range)>> formulasIn, ImmutableArray<Formula> formulas)
    {
        _spans = spans;
        _formulasIn = formulasIn;
        Formulas = formulas;
    }

    /// <summary>Fewest characters (UTF-16 units) of a shared span.</summary>
    public const int Threshold = Winnowing.Threshold;

    /// <summary>The formulas, those of most reports first; of very many the most widespread.</summary>
    public ImmutableArray<Formula> Formulas { get; }

    /// <summary>
    /// Every span of thirty or more characters that a report shares with another, in reading order, those left out of which
    /// formulas leave fewer than ten characters. Where more than thirty-two reports share a passage, those of the nearest places and years.
    /// </summary>
    public ImmutableArray<SharedSpan> Of(int report) => _spans[report];

    /// <summary>The runs of a report that are formulas, in reading order.</summary>
    public ImmutableArray<(int Block, TextRange Range)> FormulasIn(int report) => _formulasIn[report];

    /// <summary>In how many prefectures words must stand to be a formula; see <see cref="Formulas"/>.</summary>
    public static int LeastPlaces(ImmutableArray<Report> reports) => SpanFinder.LeastPlaces(reports.Select(static report => SpanFinder.PrefectureOf(report.Id.Place)).Distinct().Count());

    /// <summary>Compares all reports with each other.</summary>
    /// <param name="reports">The reports, ordered by id.</param>
    public static ParallelPassages Find(ImmutableArray<Report> reports)
    {
        var paragraphs = new Paragraphs(reports);
        var fingerprints = Fingerprints.Of(paragraphs);
        var finder = new SpanFinder(paragraphs, reports);
        Parallel.ForEach(Fingerprints.Parts, part => fingerprints.ForEachGroup(part, finder.Sort));
        var pairs = Fingerprints.Parts.AsParallel().AsOrdered().SelectMany(part =>
        {
            var found = new List<SpanPair>();
            var texts = new RecentTexts(paragraphs);
            fingerprints.ForEachGroup(part, group => finder.Find(group, texts, found));
            return found;
        }).ToList();
        Parallel.For(0, reports.Length, report => MarkCustomary(paragraphs, report, finder.Formulas));
        var formulasIn = Enumerable.Range(0, reports.Length).AsParallel().AsOrdered().Select(report => FormulaRuns(paragraphs, finder.Formulas, report)).ToImmutableArray();
        return new ParallelPassages(ByReport(paragraphs, pairs, finder.Formulas, reports.Length), formulasIn, List(reports, formulasIn));
    }

    private static ImmutableArray<ImmutableArray<SharedSpan>> ByReport(Paragraphs paragraphs, List<SpanPair> pairs, CharacterSet formulas, int reports)
    {
        var spans = Array.ConvertAll(new int[reports], static _ => new List<SharedSpan>());
        foreach (var pair in pairs)
        {
            if (OwnCharacters(pair, formulas) < LeastOwn)
                continue;
            var (a, b) = (paragraphs.ParagraphAt(pair.First), paragraphs.ParagraphAt(pair.Second));
            var (left, right) = (paragraphs.Places[a], paragraphs.Places[b]);
            var (i, j) = (pair.First - paragraphs.StartOf(a), pair.Second - paragraphs.StartOf(b));
            spans[left.Report].Add(new SharedSpan(left.Block, i, pair.Length, right.Report, right.Block, j));
            spans[right.Report].Add(new SharedSpan(right.Block, j, pair.Length, left.Report, left.Block, i));
        }
        return [.. spans.AsParallel().AsOrdered().Select(static list => list
            .Distinct()
            .OrderBy(static span => (span.Block, span.Start, span.Other, span.OtherBlock, span.OtherStart))
            .ToImmutableArray())];
    }

    private static void MarkCustomary(Paragraphs paragraphs, int report, CharacterSet formulas)
    {
        foreach (var (paragraph, text) in paragraphs.In(report))
        {
            foreach (var words in CustomaryWords.In(text).Where(static words => words.Length >= Threshold))
                formulas.Add([.. Enumerable.Range(paragraphs.StartOf(paragraph) + words.Start, words.Length - Threshold + 1)]);
        }
    }

    /// <summary>Characters of a span that no formula within it covers.</summary>
    private static int OwnCharacters(SpanPair pair, CharacterSet formulas)
    {
        var (own, covered) = (0, pair.First);
        for (var at = pair.First; at < pair.First + pair.Length; at++)
        {
            if (at + Threshold <= pair.First + pair.Length && formulas.Contains(at))
                covered = at + Threshold;
            if (at >= covered)
                own++;
        }
        return own;
    }

    private static ImmutableArray<(int Block, TextRange Range)> FormulaRuns(Paragraphs paragraphs, CharacterSet formulas, int report)
    {
        var runs = ImmutableArray.CreateBuilder<(int Block, TextRange Range)>();
        for (var paragraph = paragraphs.FirstOf[report]; paragraph < paragraphs.FirstOf[report + 1]; paragraph++)
        {
            var (start, length) = (paragraphs.StartOf(paragraph), paragraphs.LengthOf(paragraph));
            for (var at = 0; at + Threshold <= length; at++)
            {
                if (!formulas.Contains(start + at))
                    continue;
                var last = at;
                while (last + 1 + Threshold <= length && formulas.Contains(start + last + 1))
                    last++;
                runs.Add((paragraphs.Places[paragraph].Block, new TextRange(at, last + Threshold - at)));
                at = last;
            }
        }
        return runs.ToImmutable();
    }

    /// <summary>
    /// The formulas by their texts. A run counts for every formula that it contains, and a formula that stands in no more
    /// reports than a longer one that contains it is left out.
    /// </summary>
    private static ImmutableArray<Formula> List(ImmutableArray<Report> reports, ImmutableArray<ImmutableArray<(int Block, TextRange Range)>> runs)
    {
        var texts = runs
            .SelectMany((list, report) => list.Select(run => (Text: run.Range.Of(reports[report].Body[run.Block].Text).ToString(), Report: report)))
            .GroupBy(static pair => pair.Text, static pair => pair.Report, StringComparer.Ordinal)
            .OrderByDescending(static group => group.Count())
            .ThenBy(static group => group.Key, StringComparer.Ordinal)
            .ToList();
        var formulas = texts.Take(MostFormulas).Select(shorter => new Formula(
            shorter.Key,
            [.. texts.Where(longer => longer.Key.Contains(shorter.Key, StringComparison.Ordinal)).SelectMany(static group => group).Distinct().Order()])).ToList();
        return [.. formulas
            .Where(formula => !formulas.Exists(longer => longer.Text.Length > formula.Text.Length && longer.Reports.Length == formula.Reports.Length && longer.Text.Contains(formula.Text, StringComparison.Ordinal)))
            .OrderByDescending(static formula => formula.Reports.Length)
            .ThenByDescending(static formula => formula.Text.Length)
            .ThenBy(static formula => formula.Text, StringComparer.Ordinal)];
    }
}
