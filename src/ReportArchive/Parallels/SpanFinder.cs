using System.Collections.Immutable;
using ReportArchive.Places;
using ReportArchive.Reports;

namespace ReportArchive.Parallels;

/// <summary>Two runs of equal characters, by the numbers of their first ones; the first stands in the earlier report.</summary>
internal readonly record struct SpanPair(int First, int Second, int Length);

/// <summary>
/// Finds the spans behind equal fingerprints. In a group all pairs are looked at; where a group is large, its members are
/// first told apart by the thirty characters around the fingerprint, what stands in many places is a formula, and of the
/// rest each member is paired with those nearest to it: reports stand in the order of place and year, so these are the same
/// place in other years, its neighbours, and, looked up besides, the places above it.
/// </summary>
internal sealed class SpanFinder
{
    /// <summary>Members of a group that are paired with a member on each side of it.</summary>
    public const int Nearest = 32;

    private readonly Paragraphs _paragraphs;
    private readonly ImmutableArray<PlaceCode> _prefectures;
    private readonly ImmutableArray<ImmutableArray<Range>> _above;
    private readonly int _leastPlaces;
    private readonly CharacterSet _crowded;
    private readonly CharacterSet _formulas;

    public SpanFinder(Paragraphs paragraphs, ImmutableArray<Report> reports)
    {
        _paragraphs = paragraphs;
        _crowded = new CharacterSet(paragraphs.Characters);
        _formulas = new CharacterSet(paragraphs.Characters);
        _prefectures = [.. reports.Select(static report => PrefectureOf(report.Id.Place))];
        _leastPlaces = LeastPlaces(_prefectures.Distinct().Count());
        var byPlace = reports.Select(static (report, index) => (report.Id.Place, index)).GroupBy(static pair => pair.Place).ToDictionary(static group => group.Key, static group => group.First().index..(group.Last().index + 1));
        _above = [.. reports.Select(report => Above(report.Id.Place).Where(byPlace.ContainsKey).Select(place => byPlace[place]).ToImmutableArray())];
    }

    /// <summary>
    /// In how many prefectures words must stand to be a formula: three, and in a large archive the square root of their number,
    /// so that a passage which a few share stays worth showing.
    /// </summary>
    public static int LeastPlaces(int prefectures) => Math.Max(3, (int)Math.Ceiling(Math.Sqrt(prefectures)));

    /// <summary>The characters at which thirty begin that are a formula; complete when all groups were looked at.</summary>
    public CharacterSet Formulas => _formulas;

    /// <summary>Notes whether a group is so large or so widely spread that not all its pairs will be looked at. To be done for all groups first.</summary>
    public void Sort(int[] group)
    {
        if (group.Length > Nearest || IsWide(group))
            _crowded.Add(group);
    }

    /// <summary>Adds the spans of a group; some come twice. Marks the formulas in it.</summary>
    public void Find(int[] group, RecentTexts texts, List<SpanPair> into)
    {
        if (!_crowded.Contains(group[0]))
        {
            Pair(group, group.Length, texts, into);
            return;
        }
        foreach (var same in ByWindow(group, texts))
        {
            if (IsWide(same))
                _formulas.Add(same);
            else
                Pair(same, Nearest, texts, into);
        }
    }

    /// <summary>The members told apart by the thirty characters they stand in: for each such string its places, in order.</summary>
    private IEnumerable<int[]> ByWindow(int[] group, RecentTexts texts)
    {
        var windows = new List<(ulong Hash, int Start)>(group.Length * Winnowing.Window);
        foreach (var member in group)
        {
            var paragraph = _paragraphs.ParagraphAt(member);
            var (text, origin) = (texts.Of(paragraph), _paragraphs.StartOf(paragraph));
            for (var start = Math.Max(0, member - origin - Winnowing.Window + 1); start <= member - origin && start + Winnowing.Threshold <= text.Length; start++)
                windows.Add((Winnowing.HashOf(text.AsSpan(start, Winnowing.Threshold)), origin + start));
        }
        windows.Sort();
        for (var first = 0; first < windows.Count;)
        {
            var next = first + 1;
            while (next < windows.Count && windows[next].Hash == windows[first].Hash)
                next++;
            if (next - first > 1)
                yield return [.. windows.GetRange(first, next - first).Select(static window => window.Start)];
            first = next;
        }
    }

    private bool IsWide(int[] places)
    {
        if (places.Length < _leastPlaces)
            return false;
        var prefectures = new HashSet<PlaceCode>();
        foreach (var place in places)
        {
            if (prefectures.Add(_prefectures[ReportAt(place)]) && prefectures.Count >= _leastPlaces)
                return true;
        }
        return false;
    }

    private void Pair(int[] places, int nearest, RecentTexts texts, List<SpanPair> into)
    {
        for (var i = 0; i < places.Length; i++)
        {
            for (var j = i + 1; j < Math.Min(places.Length, i + 1 + nearest); j++)
                Extend(places[i], places[j], texts, into);
            if (places.Length > nearest)
                PairWithAbove(places, i, nearest, texts, into);
        }
    }

    private void PairWithAbove(int[] places, int index, int nearest, RecentTexts texts, List<SpanPair> into)
    {
        foreach (var reports in _above[ReportAt(places[index])])
        {
            var from = Array.BinarySearch(places, _paragraphs.StartOf(_paragraphs.FirstOf[reports.Start.Value]));
            for (var i = from < 0 ? ~from : from; i < index - nearest && ReportAt(places[i]) < reports.End.Value; i++)
                Extend(places[i], places[index], texts, into);
        }
    }

    /// <summary>
    /// Lengthens a match as far as both texts agree. Where it reaches back a whole window, an earlier fingerprint of the same
    /// span exists, which finds it too, unless that one stands in a crowd.
    /// </summary>
    private void Extend(int first, int second, RecentTexts texts, List<SpanPair> into)
    {
        var (a, b) = (_paragraphs.ParagraphAt(first), _paragraphs.ParagraphAt(second));
        if (_paragraphs.Places[a].Report == _paragraphs.Places[b].Report)
            return;
        var (left, right) = (texts.Of(a), texts.Of(b));
        var (i, j) = (first - _paragraphs.StartOf(a), second - _paragraphs.StartOf(b));
        var back = 0;
        while (i > back && j > back && left[i - back - 1] == right[j - back - 1])
        {
            back++;
            if (back == Winnowing.Window && !_crowded.ContainsAny(first - back, back))
                return;
        }
        var length = back + left.AsSpan(i).CommonPrefixLength(right.AsSpan(j));
        if (length >= Winnowing.Threshold)
            into.Add(new SpanPair(first - back, second - back, length));
    }

    private int ReportAt(int character) => _paragraphs.Places[_paragraphs.ParagraphAt(character)].Report;

    /// <summary>The prefecture a place lies in; a province is its own.</summary>
    public static PlaceCode PrefectureOf(PlaceCode place)
    {
        while (place.Level > PlaceLevel.Prefecture && place.Parent is { } parent)
            place = parent;
        return place;
    }

    private static IEnumerable<PlaceCode> Above(PlaceCode place)
    {
        for (var above = place.Parent; above is { } code; above = code.Parent)
            yield return code;
    }
}
