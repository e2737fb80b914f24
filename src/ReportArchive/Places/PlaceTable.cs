using System.Collections.Immutable;

namespace ReportArchive.Places;

/// <summary>
/// The divisions from province to town, as a tree. Immutable; every member may be called from several threads.
/// </summary>
public sealed class PlaceTable
{
    private static readonly Lazy<PlaceTable> s_national = new(() => new PlaceTable(NationalPlaces.Read()));

    // In code order, so that what lies below a place mostly follows it.
    private readonly Place[] _places;
    private readonly Lazy<PlaceNames> _names;
    private readonly Lazy<ILookup<PlaceCode, Place>> _children;
    private readonly Lazy<PlaceScanner> _scanner;

    private PlaceTable(Place[] places)
    {
        _places = places;
        _names = new(() => new PlaceNames(_places));
        _children = new(() => _places.Where(place => place.Parent is not null).ToLookup(place => place.Parent!.Value));
        _scanner = new(() => new PlaceScanner(this));
    }

    /// <summary>The table of the National Bureau of Statistics as of 30 June 2023, 44,678 divisions of four levels, with names they bore since 1984.</summary>
    public static PlaceTable National => s_national.Value;

    /// <summary>Every place, in code order.</summary>
    public IReadOnlyList<Place> Places => _places;

    internal PlaceNames Names => _names.Value;

    /// <summary>This table with places added and renamed. A later correction of one code replaces an earlier one.</summary>
    public PlaceTable With(IEnumerable<PlaceCorrection> corrections)
    {
        var corrected = CorrectedPlaces.Merge(this, corrections);
        return corrected.Length == 0 ? this : new PlaceTable(corrected);
    }

    /// <summary>The place of that code.</summary>
    public Place? Find(PlaceCode code)
    {
        var position = PositionOf(code);
        return position < 0 ? null : _places[position];
    }

    /// <summary>The places that bear or bore exactly that name, at any level, in code order.</summary>
    public IReadOnlyList<Place> ByName(string name) => At(Names.Find(name));

    /// <summary>The places directly below, in code order; none when the code is unknown.</summary>
    public IReadOnlyList<Place> Children(PlaceCode code) => [.. _children.Value[code]];

    /// <summary>The places from the province down to the place itself; empty when the code is unknown.</summary>
    public ImmutableArray<Place> Path(PlaceCode code)
    {
        if (Find(code) is not { } place)
            return [];
        var path = new List<Place>(4) { place };
        while (ParentOf(place) is { } parent)
            path.Add(place = parent);
        path.Reverse();
        return [.. path];
    }

    /// <summary>The names from the province down, e.g. <c>山东省/淄博市/周村区</c>; empty when the code is unknown.</summary>
    public string FullName(PlaceCode code, string separator = "/") =>
        string.Join(separator, Path(code).Select(place => place.Name));

    /// <summary>
    /// The place that a person means by a code (<c>370306</c>) or by full names from any level down
    /// (<c>山东省/淄博市/周村区</c>, <c>淄博市/周村区</c>, <c>淄博市周村区</c>, <c>周村区</c>). Levels may be left out; short
    /// names (<c>周村</c>) are not understood, but the places they may mean are offered. Former names are understood, and
    /// where a place bears today a name that another bore before, it is meant.
    /// </summary>
    public PlaceResolution Resolve(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new PlaceResolver(this).Resolve(text.Trim());
    }

    /// <summary>
    /// The places a free text such as a title names, in the order of the text, each once: <c>滕州市姜屯镇</c> gives 姜屯镇 alone.
    /// A name that several places share is left out unless the text also names one that only one of them lies in. Made
    /// for titles: in running text words of other meaning are found too (示范县 has 范县).
    /// </summary>
    public IReadOnlyList<Place> FindIn(string text) =>
        [.. Mentions(text).Where(mention => mention.Candidates.Length == 1).Select(mention => mention.Candidates[0]).DistinctBy(place => place.Code)];

    /// <summary>Every run of a free text that names places, with all places it may mean.</summary>
    public IReadOnlyList<PlaceMention> Mentions(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return _scanner.Value.Scan(text);
    }

    internal Place? ParentOf(Place place) => place.Parent is { } parent ? Find(parent) : null;

    internal bool LiesIn(Place place, Place ancestor)
    {
        for (var above = ParentOf(place); above is not null; above = ParentOf(above))
        {
            if (above.Code == ancestor.Code)
                return true;
        }
        return false;
    }

    internal ImmutableArray<Place> At(List<int> positions) => [.. positions.Select(position => _places[position])];

    private int PositionOf(PlaceCode code)
    {
        var (low, high) = (0, _places.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            var order = _places[middle].Code.CompareTo(code);
            if (order == 0)
                return middle;
            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }
        return -1;
    }
}
