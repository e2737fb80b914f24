using System.Collections.Immutable;
using ReportArchive.Places;
using ReportArchive.Reports;

namespace ReportArchive.Sites;

/// <summary>The places that have pages: those with reports and all above them.</summary>
internal static class PlaceTree
{
    /// <summary>Builds the nodes, by code.</summary>
    public static ImmutableSortedDictionary<PlaceCode, PlaceNode> Build(ImmutableArray<Report> reports, PlaceTable places)
    {
        var own = Enumerable.Range(0, reports.Length).ToLookup(i => reports[i].Id.Place);
        var paths = own.ToDictionary(static group => group.Key, group => places.Path(group.Key));
        var all = paths.Values.SelectMany(static path => path).DistinctBy(static place => place.Code).ToList();
        var children = all.Where(static place => place.Parent is not null).ToLookup(static place => place.Parent!.Value, static place => place.Code);
        var below = new Dictionary<PlaceCode, int>();
        foreach (var (code, path) in paths)
        {
            foreach (var ancestor in path.SkipLast(1))
                below[ancestor.Code] = below.GetValueOrDefault(ancestor.Code) + own[code].Count();
        }
        return all.ToImmutableSortedDictionary(
            static place => place.Code,
            place => new PlaceNode(
                place,
                places.Path(place.Code),
                [.. children[place.Code].Order()],
                [.. own[place.Code].OrderByDescending(i => reports[i].Matter.Year).ThenBy(i => reports[i].Matter.Kind)],
                below.GetValueOrDefault(place.Code)));
    }
}
