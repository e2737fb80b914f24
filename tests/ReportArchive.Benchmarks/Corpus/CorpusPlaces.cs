using System.Collections.Immutable;
using ReportArchive.Places;
using ReportArchive.Reports;

namespace ReportArchive.Benchmarks.Corpus;

/// <summary>Which report is number N: real places, the last twenty years, three kinds. A larger corpus begins with the smaller one.</summary>
internal sealed class CorpusPlaces
{
    private const int FirstYear = 2005;
    private const int LastYear = 2024;
    private const int FirstYearOfPlans = 2018;
    private const int TownsOfCounty = 3;
    private const ulong CityStream = 3;
    private readonly PlaceTable _table;
    private readonly ImmutableArray<ReportId> _ids;

    private CorpusPlaces(PlaceTable table, ImmutableArray<ReportId> ids)
    {
        _table = table;
        _ids = ids;
    }

    /// <summary>Draws cities in a fixed random order; each comes with its counties and some of their towns.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There are not so many.</exception>
    public static CorpusPlaces Of(PlaceTable table, int reports)
    {
        var cities = table.Places
            .Where(static place => place.Level == PlaceLevel.Prefecture)
            .OrderBy(static place => SeededNumbers.At(CityStream, long.Parse(place.Code.Value)).Next());
        var provinces = new HashSet<PlaceCode>();
        var ids = cities.SelectMany(city => Group(table, city, provinces)).SelectMany(IdsOf).Take(reports).ToImmutableArray();
        return ids.Length == reports
            ? new CorpusPlaces(table, ids)
            : throw new ArgumentOutOfRangeException(nameof(reports), reports, $"there are places for {ids.Length} reports only");
    }

    public int Count => _ids.Length;

    public ReportId this[int number] => _ids[number];

    /// <summary>Names from the province down.</summary>
    public ImmutableArray<Place> Path(ReportId id) => _table.Path(id.Place);

    private static IEnumerable<Place> Group(PlaceTable table, Place city, HashSet<PlaceCode> provinces)
    {
        if (city.Parent is { } province && provinces.Add(province))
            yield return table.Find(province)!;
        yield return city;
        foreach (var county in table.Children(city.Code).Where(static place => place.Level == PlaceLevel.County))
        {
            yield return county;
            foreach (var town in table.Children(county.Code).Take(TownsOfCounty))
                yield return town;
        }
    }

    private static IEnumerable<ReportId> IdsOf(Place place)
    {
        for (var year = FirstYear; year <= LastYear; year++)
        {
            yield return new ReportId(place.Code, new PlanYear(year), ReportKind.GovernmentWork);
            if (year < FirstYearOfPlans || place.Level == PlaceLevel.Town)
                continue;
            yield return new ReportId(place.Code, new PlanYear(year), ReportKind.Plan);
            yield return new ReportId(place.Code, new PlanYear(year), ReportKind.Budget);
        }
    }
}
