using System.Collections.Frozen;
using System.Collections.Immutable;

namespace ReportArchive.Places;

/// <summary>
/// The places that a half-typed text may become. Unlike <see cref="PlaceTable.Resolve"/> it takes short names and bits of
/// the path: 周村, 淄博周村, 3703.
/// </summary>
/// <param name="table">The places.</param>
/// <param name="inUse">Those that have reports, which are likelier.</param>
public sealed class PlaceSuggestions(PlaceTable table, FrozenSet<PlaceCode> inUse)
{
    private readonly ImmutableArray<(Place Place, string Path)> _paths =
        [.. table.Places.Select(place => (place, table.FullName(place.Code, "")))];

    /// <summary>The likeliest places: those called so before those that begin so, contain it, or have its characters in order.</summary>
    /// <param name="typed">What was typed so far; white space and slashes are passed over.</param>
    /// <param name="most">Most places to return.</param>
    public ImmutableArray<Place> For(string typed, int most)
    {
        var wanted = string.Concat(typed.Where(static c => !char.IsWhiteSpace(c) && c != '/'));
        if (wanted.Length == 0)
            return [.. inUse.Order().Select(table.Find).OfType<Place>().Take(most)];
        return
        [
            .. _paths.Select(entry => (entry.Place, Rank: char.IsAsciiDigit(wanted[0]) ? RankOfCode(entry.Place, wanted) : RankOfName(entry.Place, entry.Path, wanted)))
                .Where(static entry => entry.Rank >= 0)
                .OrderBy(static entry => entry.Rank)
                .ThenBy(entry => inUse.Contains(entry.Place.Code) ? 0 : 1)
                .ThenBy(static entry => entry.Place.Level)
                .ThenBy(static entry => entry.Place.Code)
                .Select(static entry => entry.Place)
                .Take(most),
        ];
    }

    private static int RankOfCode(Place place, string digits) =>
        place.Code.Value.StartsWith(digits, StringComparison.Ordinal) ? 0 : -1;

    private static int RankOfName(Place place, string path, string wanted)
    {
        if (string.Equals(place.Name, wanted, StringComparison.Ordinal) || path.EndsWith(wanted, StringComparison.Ordinal))
            return 0;
        if (place.Name.StartsWith(wanted, StringComparison.Ordinal))
            return DivisionSuffix.LengthIn(place.Name) == place.Name.Length - wanted.Length ? 0 : 1;
        if (place.Name.Contains(wanted, StringComparison.Ordinal) || place.FormerNames.Any(name => name.StartsWith(wanted, StringComparison.Ordinal)))
            return 2;
        return EndsInOrder(path, place.Name.Length, wanted) ? 3 : -1;
    }

    /// <summary>Whether the characters stand in the path in this order, the last of them in the place's own name.</summary>
    private static bool EndsInOrder(string path, int ownLength, string wanted)
    {
        var at = 0;
        foreach (var c in wanted)
        {
            at = path.IndexOf(c, at) + 1;
            if (at == 0)
                return false;
        }
        return path.LastIndexOf(wanted[^1]) >= path.Length - ownLength;
    }
}
