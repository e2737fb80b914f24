namespace ReportArchive.Import;

/// <summary>
/// Finds, among many texts, those that may hold a given one, without comparing it with each: an inverted index of every
/// eighth shingle by hash value, so that equal passages are sampled at the same places in every text.
/// </summary>
internal sealed class ShingleIndex
{
    private readonly List<Shingles> _texts = [];
    private readonly Dictionary<int, List<int>> _postings = [];

    /// <summary>A text that was added.</summary>
    public Shingles this[int text] => _texts[text];

    /// <summary>Adds a text; its number is how many were added before.</summary>
    public void Add(Shingles shingles)
    {
        foreach (var hash in shingles.Sample)
        {
            if (!_postings.TryGetValue(hash, out var texts))
                _postings[hash] = texts = [];
            texts.Add(_texts.Count);
        }
        _texts.Add(shingles);
    }

    /// <summary>The text that holds most of a given one, and which share of its shingles; none where none holds any.</summary>
    public (int Text, double Share)? Holder(Shingles shingles) => Best(shingles, shingles.ContainedIn);

    /// <summary>The text that most of is part of a given one, and which share of that text's shingles; none where none is.</summary>
    public (int Text, double Share)? Part(Shingles shingles) => Best(shingles, other => other.ContainedIn(shingles));

    private (int Text, double Share)? Best(Shingles shingles, Func<Shingles, double> share)
    {
        (int Text, double Share)? best = null;
        foreach (var text in Candidates(shingles))
        {
            var value = share(_texts[text]);
            if (value > 0 && (best is null || value > best.Value.Share))
                best = (text, value);
        }
        return best;
    }

    /// <summary>The texts that share most sampled shingles, at most eight of them.</summary>
    private IEnumerable<int> Candidates(Shingles shingles) =>
        shingles.Sample.SelectMany(hash => _postings.GetValueOrDefault(hash, []))
            .CountBy(static text => text)
            .OrderByDescending(static pair => pair.Value).ThenBy(static pair => pair.Key)
            .Take(8)
            .Select(static pair => pair.Key);
}
