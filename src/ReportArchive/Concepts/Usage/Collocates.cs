using System.Collections.Immutable;
using ReportArchive.Concepts.Discovery;
using ReportArchive.Reports;
using ReportArchive.Sites;
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
        foreach (var words in blocks.AsParallel().AsOrdered().SelectMany(block => Sentences.Of(block.Text).Select(sentence => WordsIn(sentence.Of(block.Text).ToString()))))
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
    public ImmutableArray<Collocate> Of(int concept)
    {
        var all = SentencesWith(concept);
        var sampled = Evenly(all, SampledSentences);
        var spellings = _corpus.Site.Concepts[concept].Spellings.ToList();
        var total = Math.Max(all.Count, (long)Math.Round(_sentences * _scale));
        return [.. sampled
            .SelectMany(sentence => WordsIn(Without(concept, sentence)))
            .CountBy(static word => word, StringComparer.Ordinal)
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

    /// <summary>The sentences of a concept, each once: those of one sentence follow each other.</summary>
    private List<(ConceptUse Use, int Block, TextRange Sentence)> SentencesWith(int concept)
    {
        var sentences = new List<(ConceptUse Use, int Block, TextRange Sentence)>();
        foreach (var use in _corpus.Site.Uses[concept])
        {
            var blocks = _corpus.Site.Reports[use.Report].Blocks;
            foreach (var occurrence in _corpus.Site.OccurrencesOf(concept, use))
            {
                var block = blocks[occurrence.Block];
                if (block.Kind == BlockKind.Heading)
                    continue;
                var sentence = (use, occurrence.Block, Sentences.Around(block.Text, occurrence.Range));
                if (sentences.Count == 0 || sentences[^1] != sentence)
                    sentences.Add(sentence);
            }
        }
        return sentences;
    }

    /// <summary>A sentence of a concept, the concept itself taken out.</summary>
    private string Without(int concept, (ConceptUse Use, int Block, TextRange Sentence) place)
    {
        var block = _corpus.Site.Reports[place.Use.Report].Blocks[place.Block].Text;
        var text = place.Sentence.Of(block).ToArray();
        foreach (var occurrence in _corpus.Site.OccurrencesOf(concept, place.Use))
        {
            if (occurrence.Block == place.Block && Sentences.Around(block, occurrence.Range) == place.Sentence)
                text.AsSpan(occurrence.Range.Start - place.Sentence.Start, occurrence.Range.Length).Fill('，');
        }
        return new string(text);
    }

    private HashSet<string> WordsIn(string text)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        foreach (var run in HanRuns.In(text))
        {
            foreach (var word in _lexicon.Cut(run.Of(text)))
            {
                if (word.Length > 1)
                    words.Add(text.Substring(run.Start + word.Start, word.Length));
            }
        }
        return words;
    }

    /// <summary>At most so many of a list, spread evenly over it.</summary>
    private static List<T> Evenly<T>(List<T> list, int most) =>
        list.Count <= most ? list : [.. Enumerable.Range(0, most).Select(i => list[(int)((long)i * list.Count / most)])];
}
