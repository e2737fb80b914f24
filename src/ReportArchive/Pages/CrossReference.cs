using System.Collections.Immutable;
using ReportArchive.Parallels;
using ReportArchive.Reports;
using ReportArchive.Sites;

namespace ReportArchive.Pages;

/// <summary>A report to read next.</summary>
/// <param name="Report">The report.</param>
/// <param name="Why">The words that say why; none where the archive knows of nothing that the two have in common.</param>
public sealed record CrossReference(ReportItem Report, CrossReason? Why);

/// <summary>A sentence that makes a report worth opening from another one.</summary>
/// <param name="What">What sort of tie it is, in a few words: 相同119字, 提到周村区, 都用“四减四增”.</param>
/// <param name="Report">The report the sentence stands in: the one referred to, or the one it is referred to from.</param>
/// <param name="Anchor">The paragraph.</param>
/// <param name="Snippet">The words.</param>
public sealed record CrossReason(string What, ReportItem Report, AnchorId Anchor, Snippet Snippet);

/// <summary>
/// Says why another report is worth reading beside one: it names the place, unless that lies above its own, as every report
/// names those; it shares a passage, the longest is quoted; the place of it is named here; or it uses the rarest of
/// the concepts that both use and not all do. The first of these that holds is shown.
/// </summary>
internal sealed class CrossReasons
{
    private const int MostWords = 48;
    private const int Room = 22;

    private readonly Site _site;
    private readonly PageViews _views;
    private readonly int _report;
    private readonly Dictionary<int, SharedSpan> _longest;
    private readonly HashSet<int> _concepts;
    private readonly Dictionary<int, CrossReason?> _found = [];

    public CrossReasons(Site site, int report, PageViews views)
    {
        (_site, _views, _report) = (site, views, report);
        _longest = site.Parallels.Of(report).GroupBy(static span => span.Other).ToDictionary(static group => group.Key, static group => group.MaxBy(static span => span.Length));
        _concepts = [.. views.ConceptsOf(report)];
    }

    /// <summary>The report with the reason to read it.</summary>
    public CrossReference To(int other)
    {
        if (!_found.TryGetValue(other, out var why))
            _found[other] = why = Naming(other, _report, "提到") ?? Passage(other) ?? Naming(_report, other, "本篇提到") ?? Concept(other);
        return new CrossReference(_views.Item(other), why);
    }

    private CrossReason? Naming(int from, int to, string what)
    {
        var place = _site.Reports[to].Id.Place;
        if (place.IsAbove(_site.Reports[from].Id.Place) || _site.NamedPlaces.ReportsThatName(place).BinarySearch(from) < 0)
            return null;
        var namings = _site.NamedPlaces.Of(from).Where(naming => naming.Place.Code == place).ToList();
        // 周村区 is surely the place; 周村 may stand in the name of a market.
        var naming = namings[Math.Max(0, namings.FindIndex(static naming => naming.Range.Length == naming.Place.Name.Length))];
        var block = _site.Reports[from].Body[naming.Block];
        return new CrossReason(what + naming.Place.Name, _views.Item(from), block.Anchor, Snippet.Of(block.Text, naming.Range, Room));
    }

    private CrossReason? Passage(int other)
    {
        if (!_longest.TryGetValue(other, out var span))
            return null;
        var block = _site.Reports[other].Body[span.OtherBlock];
        var words = block.Text.AsSpan(span.OtherStart, span.Length).TrimStart("，。；、：”’）！？ ");
        var cut = words.Length > MostWords ? string.Concat(words[..(char.IsHighSurrogate(words[MostWords - 1]) ? MostWords - 1 : MostWords)], "…") : words.ToString();
        return new CrossReason($"相同{span.Length}字", _views.Item(other), block.Anchor, new Snippet("", cut, ""));
    }

    private CrossReason? Concept(int other)
    {
        var shared = _views.ConceptsOf(other).Where(concept => _concepts.Contains(concept) && _views.Rarity(concept) > 0).ToList();
        if (shared.Count == 0)
            return null;
        var rarest = shared.OrderByDescending(_views.Rarity).ThenBy(static concept => concept).First();
        var first = _site.Occurrences[other].First(occurrence => occurrence.Concept == rarest);
        var block = _site.Reports[other].Body[first.Block];
        return new CrossReason($"都用“{_site.Concepts[rarest].Label}”", _views.Item(other), block.Anchor, Snippet.Of(block.Text, first.Range, Room));
    }
}
