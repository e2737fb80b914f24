using System.Collections.Immutable;
using ReportArchive.Concepts.Discovery;
using ReportArchive.Reports;
using ReportArchive.Text;

namespace ReportArchive.Concepts.Usage;

/// <summary>A word that stands in the same sentences as a concept.</summary>
/// <param name="Word">The word.</param>
/// <param name="Together">Sentences with both.</param>
/// <param name="Own">Sentences with the word; an estimate where only a sample of the reports was counted.</param>
/// <param name="LogLikelihood">See <see cref="Association.LogLikelihood"/>, over all sentences.</param>
public readonly record struct Collocate(string Word, int Together, long Own, double LogLikelihood);

/// <summary>
/// The words that stand with a concept in one sentence more often than chance would have it. The words are those of the
/// archive's own <see cref="Lexicon"/>, learnt and counted on at most <see cref="SampledReports"/> reports spread evenly.
/// </summary>
public sealed class Collocates
{
    /// <summary>Most reports the lexicon is learnt from.</summary>
    public const int SampledReports = 200;

    private const int SampledSentences = 1_000;
    private const int Most = 20;
    private const int FewestTogether = 2;

    // Significant at 0.01.
    private const double LeastLogLikelihood = 6.63;

    private readonly Corpus _corpus;
    private readonly Lexicon _lexicon;
    private readonly Dictionary<string, int> _sentencesWith = new(StringComparer.Ordinal);
    private readonly double _scale;
    private readonly int _sentences;

    /// <summary>Learns the words of the archive and counts the sentences they stand in.</summary>
    public Collocates(Corpus corpus)
    {
        _corpus = corpus;
        var sample = Evenly(Enumerable.Range(0, corpus.Site.Reports.Length).ToList(), SampledReports);
        var blocks = sample.SelectMany(report => corpus.Site.Reports[report].Blocks).Where(static block => block.Kind != BlockKind.Heading).ToList();
        _lexicon = Lexicon.Learn(blocks.Select(static block => block.Text));
        foreach (var words in blocks.AsParallel().AsOrdered().SelectMany(block => Sentences.Of(block.Text).Select(sentence => WordsIn(sentence.Of(block.Text).ToString()).ToHashSet(StringComparer.Ordinal))))
        {
            _sentences++;
            foreach (var word in words)
                _sentencesWith[word] = _sentencesWith.GetValueOrDefault(word) + 1;
        }
        IsSampled = sample.Count < corpus.Site.Reports.Length;
        _scale = sample.Count == 0 ? 1 : (double)corpus.Site.Reports.Length / sample.Count;
    }

    /// <summary>Whether words were counted on a sample only.</summary>
    public bool IsSampled { get; }

    /// <summary>The collocates of a concept, strongest first.</summary>
    /// <param name="concept">Index of the concept.</param>
    /// <param name="lines">All its lines, in order.</param>
    public ImmutableArray<Collocate> Of(int concept, IReadOnlyList<ConcordanceLine> lines)
    {
        var all = SentencesOf(lines);
        var sampled = Evenly(all, SampledSentences);
        var spellings = _corpus.Site.Concepts[concept].Spellings.ToList();
        var total = Math.Max(all.Count, (long)Math.Round(_sentences * _scale));
        var counts = new SentenceCounts();
        foreach (var sentence in sampled)
            Count(counts, Without(sentence));
        return [.. counts.All
            .Where(pair => pair.Value >= FewestTogether && !spellings.Exists(spelling => spelling.Contains(pair.Key, StringComparison.Ordinal)))
            .Select(pair => Measure(pair.Key, pair.Value, sampled.Count, total))
            .Where(static collocate => collocate.LogLikelihood >= LeastLogLikelihood)
            .OrderByDescending(static collocate => Math.Round(collocate.LogLikelihood, 6))
            .ThenBy(static collocate => collocate.Word, StringComparer.Ordinal)
            .Take(Most)];
    }

    private Collocate Measure(string word, int together, int sentences, long total)
    {
        var own = Math.Max(together, (long)Math.Round(_sentencesWith.GetValueOrDefault(word) * _scale));
        return new Collocate(word, together, own, Association.LogLikelihood(together, sentences, own, Math.Max(total, sentences + own)));
    }

    /// <summary>The sentences of a concept outside headings, each once; the lines of one sentence follow each other.</summary>
    private static List<ImmutableArray<ConcordanceLine>> SentencesOf(IReadOnlyList<ConcordanceLine> lines)
    {
        var sentences = new List<ImmutableArray<ConcordanceLine>>();
        for (var from = 0; from < lines.Count;)
        {
            var to = from + 1;
            while (to < lines.Count && IsSameSentence(lines[from], lines[to]))
                to++;
            if (!lines[from].IsHeading)
                sentences.Add([.. lines.Skip(from).Take(to - from)]);
            from = to;
        }
        return sentences;
    }

    private static bool IsSameSentence(ConcordanceLine a, ConcordanceLine b) =>
        a.Report == b.Report && a.Occurrence.Block == b.Occurrence.Block && a.Sentence == b.Sentence;

    /// <summary>A sentence, the concept itself taken out.</summary>
    private string Without(ImmutableArray<ConcordanceLine> lines)
    {
        var (line, sentence) = (lines[0], lines[0].Sentence);
        // Most lines hold the whole of their sentence; that of others is read once more.
        var text = line.IsWhole
            ? [.. line.Left, .. line.Key, .. line.Right]
            : sentence.Of(_corpus.Site.Reports[line.Report].Body[line.Occurrence.Block].Text).ToArray();
        foreach (var each in lines)
            text.AsSpan(each.Occurrence.Range.Start - sentence.Start, each.Occurrence.Range.Length).Fill('，');
        return new string(text);
    }

    private IEnumerable<string> WordsIn(string text) => RangesIn(text).Select(range => text.Substring(range.Start, range.Length));

    private void Count(SentenceCounts counts, string sentence)
    {
        counts.Begin();
        foreach (var range in RangesIn(sentence))
            counts.Add(range.Of(sentence));
    }

    /// <summary>The words of two or more characters.</summary>
    private IEnumerable<TextRange> RangesIn(string text) => HanRuns.In(text).SelectMany(run =>
        _lexicon.Cut(run.Of(text)).Where(static word => word.Length > 1).Select(word => new TextRange(run.Start + word.Start, word.Length)));

    /// <summary>At most so many of a list, spread evenly over it.</summary>
    private static List<T> Evenly<T>(List<T> list, int most) =>
        list.Count <= most ? list : [.. Enumerable.Range(0, most).Select(i => list[(int)((long)i * list.Count / most)])];
}
