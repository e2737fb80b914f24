using System.Collections.Immutable;
using ReportArchive.Places;
using ReportArchive.Sites;

namespace ReportArchive.Pages;

/// <summary>The places with their reports and what lies below them, made once.</summary>
internal sealed class PlaceTrees
{
    private readonly Site _site;
    private readonly Dictionary<PlaceCode, PlaceItem> _items = [];

    public PlaceTrees(Site site, PageViews views)
    {
        _site = site;
        Roots = [.. site.PlaceTree.Values.Where(static node => node.Path.Length == 1).Select(node => Make(node, views))];
    }

    /// <summary>The provinces.</summary>
    public ImmutableArray<PlaceItem> Roots { get; }

    public PlaceItem Item(PlaceCode code) => _items[code];

    /// <summary>Indexes of the reports of a place and of all places below it, by report id.</summary>
    public ImmutableArray<int> ReportsWithin(PlaceCode code) => [.. Within(_site.PlaceTree[code]).Order()];

    private IEnumerable<int> Within(PlaceNode node) =>
        node.Reports.Concat(node.Children.SelectMany(child => Within(_site.PlaceTree[child])));

    private PlaceItem Make(PlaceNode node, PageViews views) => _items[node.Place.Code] = new PlaceItem(
        node,
        [.. node.Children.Select(child => Make(_site.PlaceTree[child], views))],
        [.. node.Reports.Select(views.Item)]);
}
