using System.Collections.Frozen;
using System.Collections.Immutable;
using ReportArchive.Places;
using ReportArchive.Reports;
using ReportArchive.Text;

namespace ReportArchive.Sites;

/// <summary>A place where a report names it.</summary>
/// <param name="Place">The place.</param>
/// <param name="Block">Index into the report's blocks.</param>
/// <param name="Range">Where in the block's text.</param>
public readonly record struct PlaceNaming(Place Place, int Block, TextRange Range);

/// <summary>
/// Which report names which other place. A name that several places share means the one nearest to the report's own place: in
/// its county, then its prefecture, then its province; where two are as near, neither. A name without 市, 区 or 县 is taken for
/// a county only within its prefecture and for a town only within its county, for elsewhere it is mostly another word.
/// An editor switches a name off with <c>notPlaces</c> in the report's front matter.
/// </summary>
public sealed class NamedPlaces
{
    private readonly ImmutableArray<ImmutableArray<PlaceNaming>> _byReport;
    private readonly FrozenDictionary<PlaceCode, ImmutableArray<int>> _reports;

    private NamedPlaces(ImmutableArray<ImmutableArray<PlaceNaming>> byReport)
    {
        _byReport = byReport;
        _reports = byReport
            .SelectMany(static (namings, report) => namings.Select(static naming => naming.Place.Code).Distinct().Select(code => (Code: code, Report: report)))
            .GroupBy(static pair => pair.Code, static pair => pair.Report)
            .ToFrozenDictionary(static group => group.Key, static group => group.ToImmutableArray());
    }

    /// <summary>Looks through all reports.</summary>
    public static NamedPlaces Find(Site site)
    {
        var book = new PlaceNameBook(site.Places, site.PlaceTree.Values);
        return new NamedPlaces([.. site.Reports.AsParallel().AsOrdered().Select(report => In(report, site.Places, book))]);
    }

    /// <summary>The other places a report names, in reading order.</summary>
    public ImmutableArray<PlaceNaming> Of(int report) => _byReport[report];

    /// <summary>The reports of other places that name a place, by id.</summary>
    public ImmutableArray<int> ReportsThatName(PlaceCode place) => _reports.GetValueOrDefault(place, []);

    private static ImmutableArray<PlaceNaming> In(Report report, PlaceTable table, PlaceNameBook book)
    {
        var namings = ImmutableArray.CreateBuilder<PlaceNaming>();
        var blocks = report.Blocks;
        for (var block = 0; block < blocks.Length; block++)
        {
            if (blocks[block].Kind == BlockKind.Heading)
                continue;
            var text = blocks[block].Text;
            for (var at = 0; at < text.Length - 1;)
            {
                var (length, entries) = book.At(text.AsSpan(at));
                if (length > 0 && !report.Matter.NotPlaces.Contains(text.Substring(at, length), StringComparer.Ordinal)
                    && Meant(entries, report.Id.Place, table, Before(namings, block, at)) is { } place && place.Code != report.Id.Place)
                    namings.Add(new PlaceNaming(place, block, new TextRange(at, length)));
                at += Math.Max(1, length);
            }
        }
        return namings.ToImmutable();
    }

    /// <summary>The place whose name ends where the next one begins: 枣庄市 before 市中区.</summary>
    private static Place? Before(ImmutableArray<PlaceNaming>.Builder namings, int block, int at) =>
        namings is [.., var last] && last.Block == block && last.Range.End == at ? last.Place : null;

    private static Place? Meant(IReadOnlyList<PlaceNameBook.Entry> entries, PlaceCode here, PlaceTable table, Place? before)
    {
        var (best, nearness, isTie) = ((Place?)null, -1, false);
        foreach (var (place, isShort) in entries)
        {
            if (before is not null && table.LiesIn(place, before))
                return place;
            var shared = Shared(table, here, place.Code);
            if (shared < LeastShared(place.Level, isShort, place.Name.Length))
                continue;
            (best, isTie) = shared == nearness ? (best, true) : shared > nearness ? (place, false) : (best, isTie);
            nearness = Math.Max(nearness, shared);
        }
        return isTie ? null : best;
    }

    /// <summary>How many of the places above and itself a name must share with the report's place to be believed.</summary>
    private static int LeastShared(PlaceLevel level, bool isShort, int length) => (level, isShort) switch
    {
        (PlaceLevel.Province or PlaceLevel.Prefecture, _) => 0,
        (PlaceLevel.County, false) => length > 2 ? 0 : 2,
        (PlaceLevel.County, true) => 2,
        (_, false) => 2,
        (_, true) => 3,
    };

    /// <summary>Number of places that are above both, or one of them and above the other: province 1, prefecture 2, county 3.</summary>
    private static int Shared(PlaceTable table, PlaceCode a, PlaceCode b) =>
        table.Path(a).Zip(table.Path(b)).TakeWhile(static pair => pair.First.Code == pair.Second.Code).Count();
}
