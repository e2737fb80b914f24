using ReportArchive.Search.Query;
using ReportArchive.Search.Text;

namespace ReportArchive.Search.Reading;

/// <summary>A query as it is answered in one segment.</summary>
internal sealed class SegmentRun
{
    private readonly SegmentReader _segment;
    private readonly ResolvedQuery _query;
    private readonly PhraseMatch[][] _matches;
    private readonly bool[] _allowed;
    private readonly Dictionary<int, ReportText> _texts = [];

    private SegmentRun(SegmentReader segment, ResolvedQuery query)
    {
        (_segment, _query) = (segment, query);
        _allowed = new bool[segment.Entry.Reports];
        Array.Fill(_allowed, true);
        foreach (var filter in query.Filters)
            Restrict(filter);
        _matches = [.. query.Clauses.Select(clause => clause.Phrases.Select(phrase => Match(phrase)).ToArray())];
    }

    /// <summary>Answers a query, to the last doubt.</summary>
    public static SegmentRun Answer(SegmentReader segment, ResolvedQuery query)
    {
        var run = new SegmentRun(segment, query);
        run.Settle();
        return run;
    }

    /// <summary>The segment.</summary>
    public SegmentReader Segment => _segment;

    /// <summary>The reports that the query finds, ascending.</summary>
    public int[] Reports => [.. Enumerable.Range(0, _allowed.Length).Where(report => Holds(report, withNegative: true))];

    /// <summary>Number of reports that hold a phrase, so far as it was looked at.</summary>
    public int Frequency(int clause, int phrase) => _matches[clause][phrase].Reports.Length;

    /// <summary>The parts of a report that may hold a phrase.</summary>
    public byte MaskOf(int clause, int phrase, int report) => _matches[clause][phrase].MaskOf((ushort)report);

    /// <summary>The text of a report.</summary>
    public ReportText Text(int report)
    {
        if (!_texts.TryGetValue(report, out var text))
            _texts[report] = text = _segment.Text(report);
        return text;
    }

    private PhraseMatch Match(Phrase phrase)
    {
        if (!_query.Exact)
            return _segment.Find(phrase.Text);
        // With a traditional character that the segment has none of, the phrase is nowhere; where it has no other form of any of the
        // phrase's characters, the phrase is written in one way alone.
        if (!TextFolding.VariantsIn(phrase.Exact).IsSubsetOf(_segment.Entry.Variants))
            return PhraseMatch.None;
        var match = _segment.Find(phrase.Text);
        return phrase.Text.AsSpan().ContainsAny(_segment.Entry.Simplified) ? match with { Certainty = Certainty.Candidates } : match;
    }

    private void Restrict(ResolvedFilter filter)
    {
        var reports = filter.Select(_segment);
        for (var report = 0; report < _allowed.Length; report++)
            _allowed[report] = _allowed[report] && reports[report] != filter.Not;
    }

    /// <summary>Reads what the index left open, of reports alone that may be results.</summary>
    private void Settle()
    {
        // What a phrase leaves open does not wait for what another does: a reader far from the host asks for all at once.
        bool[] possible = [.. Enumerable.Range(0, _allowed.Length).Select(report => Holds(report, withNegative: false))];
        for (var clause = 0; clause < _matches.Length; clause++)
        {
            for (var i = 0; i < _matches[clause].Length; i++)
            {
                var phrase = _query.Clauses[clause].Phrases[i];
                var match = _matches[clause][i];
                if (match.Certainty == Certainty.Candidates)
                    _matches[clause][i] = match.Where(report => possible[report] && HoldsText(report, match.MaskOf(report), phrase), Certainty.Sure);
                else if (match.Certainty == Certainty.AllOrNone)
                    _matches[clause][i] = Confirm(match, phrase, possible);
            }
        }
    }

    private PhraseMatch Confirm(PhraseMatch match, Phrase phrase, bool[] possible)
    {
        var index = Array.FindIndex(match.Reports, report => possible[report]);
        if (index < 0)
            return match;
        var witness = match.Reports[index];
        return HoldsText(witness, match.MaskOf(witness), phrase) ? match with { Certainty = Certainty.Sure } : PhraseMatch.None;
    }

    private bool HoldsText(ushort report, byte mask, Phrase phrase) =>
        Text(report).Holds(mask, block => Snippets.Find(block, phrase, _query.Exact).Any());

    /// <summary>Whether a report is a result, as far as is known.</summary>
    /// <param name="report">The report.</param>
    /// <param name="withNegative">Whether what it must not hold is looked at where it is not sure yet.</param>
    private bool Holds(int report, bool withNegative)
    {
        if (!_allowed[report])
            return false;
        for (var clause = 0; clause < _matches.Length; clause++)
        {
            var not = _query.Clauses[clause].Not;
            if (Array.Exists(_matches[clause], match => (!not || withNegative || match.Certainty == Certainty.Sure) && match.MaskOf((ushort)report) != 0) == not)
                return false;
        }
        return true;
    }
}
