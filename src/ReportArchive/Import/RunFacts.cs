namespace ReportArchive.Import;

/// <summary>What a run of sentences has in common: how many name topics, where its enumerations are, which sentences open alike.</summary>
internal sealed class RunFacts
{
    private readonly SentenceRun _run;
    private readonly Dictionary<string, int> _longOpenings;
    private readonly Dictionary<string, int> _shortOpenings;
    private readonly int[] _toTopic;

    /// <summary>Gathers.</summary>
    public RunFacts(SentenceRun run)
    {
        _run = run;
        Topics = run.Kinds.Count(static kind => kind == SentenceKind.Topic);
        FirstOrdinal = run.Kinds.IndexOf(SentenceKind.Ordinal);
        _longOpenings = Openings(5);
        _shortOpenings = Openings(3);
        _toTopic = Distances(i => run.Kinds[i] == SentenceKind.Topic || run.IsForced(i));
    }

    /// <summary>Sentences that name topics.</summary>
    public int Topics { get; }

    /// <summary>The first member of an enumeration in words; -1 where there is none.</summary>
    public int FirstOrdinal { get; }

    /// <summary>How many sentences open with the same five and with the same three characters.</summary>
    public (int Long, int Short) Parallels(int sentence) =>
        (_longOpenings[Opening(sentence, 5)], _shortOpenings[Opening(sentence, 3)]);

    /// <summary>Characters to the next sentence that names a topic.</summary>
    public int ToNextTopic(int sentence) => _toTopic[sentence];

    private Dictionary<string, int> Openings(int length) =>
        Enumerable.Range(0, _run.Sentences.Count).CountBy(i => Opening(i, length), StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);

    private string Opening(int sentence, int length) => _run.Folded[sentence][..Math.Min(length, _run.Folded[sentence].Length)];

    private int[] Distances(Func<int, bool> isMark)
    {
        var distances = new int[_run.Sentences.Count];
        var next = _run.Length;
        for (var i = distances.Length - 1; i >= 0; i--)
        {
            distances[i] = next - _run.Position(i);
            if (isMark(i))
                next = _run.Position(i);
        }
        return distances;
    }
}
