using System.Text.RegularExpressions;
using ReportArchive.Diagnostics;
using ReportArchive.Import;
using ReportArchive.Places;
using ReportArchive.Reports;

namespace ReportArchive.Benchmarks.Cleaning;

/// <summary>How much of what was wanted was found, and how much of what was found was wanted.</summary>
internal struct Tally
{
    public long Wanted;
    public long Found;
    public long Right;

    public readonly double Recall => Wanted == 0 ? 1 : Right / (double)Wanted;

    public readonly double Precision => Found == 0 ? 1 : Right / (double)Found;

    public readonly double F1 => Recall + Precision == 0 ? 0 : 2 * Recall * Precision / (Recall + Precision);

    public void Add(Tally other) => (Wanted, Found, Right) = (Wanted + other.Wanted, Found + other.Found, Right + other.Right);

    /// <summary>Counts two bags of keys against each other.</summary>
    public void Add(IEnumerable<string> wanted, IEnumerable<string> found, List<string>? misses = null)
    {
        var bag = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var key in wanted)
        {
            bag[key] = bag.GetValueOrDefault(key) + 1;
            Wanted++;
        }
        foreach (var key in found)
        {
            Found++;
            if (bag.TryGetValue(key, out var left) && left > 0)
            {
                bag[key] = left - 1;
                Right++;
            }
            else
            {
                misses?.Add("+" + key);
            }
        }
        misses?.AddRange(bag.Where(static pair => pair.Value > 0).Select(static pair => "-" + pair.Key));
    }
}

/// <summary>The figures of one kind of damage.</summary>
internal sealed partial class Measures
{
    private const int Gram = 8;

    public Tally Grams;
    public Tally Paragraphs;
    public Tally Headings;
    public Tally Marks;
    public Tally Metadata;

    public int InjectedLeft { get; private set; }

    public int NarrowLeft { get; private set; }

    public int Reports { get; private set; }

    public int Missing { get; private set; }

    public List<string> Misses { get; } = [];

    /// <summary>The figures of several together.</summary>
    public static Measures Sum(IEnumerable<Measures> parts)
    {
        var sum = new Measures();
        foreach (var part in parts)
        {
            sum.Grams.Add(part.Grams);
            sum.Paragraphs.Add(part.Paragraphs);
            sum.Headings.Add(part.Headings);
            sum.Marks.Add(part.Marks);
            sum.Metadata.Add(part.Metadata);
            sum.InjectedLeft += part.InjectedLeft;
            sum.NarrowLeft += part.NarrowLeft;
            sum.Reports += part.Reports;
            sum.Missing += part.Missing;
            sum.Misses.AddRange(part.Misses);
        }
        return sum;
    }

    /// <summary>Compares what came out with what was wanted; null where nothing came out.</summary>
    public void Add(TruthReport truth, ImportedReport? imported, PlaceTable places, IReadOnlyList<string> injected)
    {
        Reports++;
        var diagnostics = new List<Diagnostic>();
        var report = imported is null ? null : ReportReader.Read(imported.Markdown, imported.Path, places, diagnostics);
        if (report is null)
        {
            Missing++;
            Misses.Add($"{truth.Id}: no report {string.Join("; ", diagnostics)}");
        }
        var blocks = report?.Blocks ?? [];
        var bare = BareText.Of(string.Concat(blocks.Select(static block => block.Text)));
        Grams.Add(GramsOf(truth.Bare), GramsOf(bare));
        Paragraphs.Add(Starts(truth.Report.Blocks), Starts(blocks), Misses);
        Headings.Add(HeadingsOf(truth.Report.Blocks), HeadingsOf(blocks), Misses);
        Marks.Add(MarksOf(truth.Report.Blocks), MarksOf(blocks));
        Metadata.Add(Fields(truth.Report.Matter), report is null ? [] : Fields(report.Matter), Misses);
        var text = string.Join('\n', blocks.Select(static block => block.Text));
        NarrowLeft += Narrow().Count(text);
        var lines = blocks.Select(static block => BareText.Of(block.Text)).ToHashSet(StringComparer.Ordinal);
        foreach (var line in injected.Select(static line => BareText.Of(line)).Distinct(StringComparer.Ordinal))
        {
            if ((line.Length >= 6 && bare.Contains(line, StringComparison.Ordinal) && !truth.Bare.Contains(line, StringComparison.Ordinal)) || (line.Length > 0 && lines.Contains(line) && !truth.Report.Blocks.Any(block => BareText.Of(block.Text) == line)))
            {
                InjectedLeft++;
                Misses.Add($"{truth.Id}: furniture left: {line}");
            }
        }
    }

    private static IEnumerable<string> GramsOf(string bare) =>
        Enumerable.Range(0, Math.Max(0, bare.Length - Gram + 1)).Select(at => bare.Substring(at, Gram));

    /// <summary>Every beginning of a block but the first, by the letters on both sides of it.</summary>
    private static IEnumerable<string> Starts(IReadOnlyList<Block> blocks)
    {
        for (var i = 1; i < blocks.Count; i++)
            yield return $"{Tail(BareText.Of(blocks[i - 1].Text))}|{Head(BareText.Of(blocks[i].Text))}";
    }

    private static string Tail(string text) => text[Math.Max(0, text.Length - 6)..];

    private static string Head(string text) => text[..Math.Min(8, text.Length)];

    private static IEnumerable<string> HeadingsOf(IEnumerable<Block> blocks) =>
        blocks.Where(static block => block is { Kind: BlockKind.Heading, Level: 2 or 3 }).Select(static block => $"{block.Level} {BareText.Of(block.Text)}");

    /// <summary>Every mark of punctuation with the letters before it, whichever block they stand in: where a block begins is another figure.</summary>
    private static IEnumerable<string> MarksOf(IEnumerable<Block> blocks)
    {
        var before = "";
        foreach (var block in blocks)
        {
            foreach (var c in block.Text)
            {
                if (char.IsLetterOrDigit(c))
                    before = before.Length == 6 ? before[1..] + c : before + c;
                else
                    yield return before + c;
            }
        }
    }

    private static IEnumerable<string> Fields(FrontMatter matter) =>
    [
        "title " + matter.Title, "place " + matter.Place.Code, "year " + matter.Year, "kind " + matter.Kind,
        "date " + matter.Date, "meeting " + matter.Meeting, "speaker " + matter.Speaker, "office " + matter.Office,
    ];

    [GeneratedRegex(@"(?<=[\u4E00-\u9FFF])[,;:?!()](?=[\u4E00-\u9FFF])|(?<=[\u4E00-\u9FFF])\.(?=[\u4E00-\u9FFF])", RegexOptions.None, 10_000)]
    private static partial Regex Narrow();
}
