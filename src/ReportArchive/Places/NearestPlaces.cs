using System.Collections.Immutable;
using ReportArchive.Text;

namespace ReportArchive.Places;

/// <summary>What a mistyped place may have meant. Looks at every place, so it is for errors only.</summary>
internal static class NearestPlaces
{
    private const int Most = 5;

    /// <summary>The siblings of a code that does not exist, nearest digits first.</summary>
    internal static ImmutableArray<Place> ToCode(PlaceTable table, PlaceCode code)
    {
        var digits = code.Value;
        var above = code.Parent;
        while (above is { } candidate && table.Find(candidate) is null)
            above = candidate.Parent;
        var siblings = above is { } parent ? table.Children(parent) : table.Places.Where(place => place.Parent is null);
        return [.. siblings.OrderBy(place => EditDistance.Between(place.Code.Value, digits)).ThenBy(place => place.Code).Take(Most)];
    }

    /// <summary>
    /// The places whose name is nearest to the last name of a path: first those under the place that the path's beginning
    /// names, then by edits, then by edits of the whole path, then by the characters the names begin with alike, then the larger.
    /// </summary>
    internal static ImmutableArray<Place> ToName(PlaceTable table, string text)
    {
        var (scope, wanted) = SplitAtKnown(table, text);
        if (wanted.Length < 2)
            return [];
        var near = new List<(Place Place, bool InScope, int Edits)>();
        foreach (var place in table.Places)
        {
            if (NameEdits(place, wanted) is { } edits)
                near.Add((place, scope.Any(known => table.LiesIn(place, known)), edits));
        }
        return
        [
            .. near.OrderByDescending(candidate => candidate.InScope)
                .ThenBy(candidate => candidate.Edits)
                .ThenBy(candidate => text.Contains(PlaceResolver.Separator) ? EditDistance.Between(table.FullName(candidate.Place.Code), text) : 0)
                .ThenByDescending(candidate => candidate.Place.Name.AsSpan().CommonPrefixLength(wanted))
                .ThenBy(candidate => candidate.Place.Level)
                .ThenBy(candidate => candidate.Place.Code)
                .Select(candidate => candidate.Place)
                .Take(Most),
        ];
    }

    /// <summary>The places that the longest known beginning of a path names, and the last name of what follows it.</summary>
    private static (ImmutableArray<Place> Scope, string Wanted) SplitAtKnown(PlaceTable table, string text)
    {
        var resolver = new PlaceResolver(table);
        for (var end = text.Length - 1; end > 1; end--)
        {
            var scope = resolver.Candidates(text.AsSpan(0, end));
            if (!scope.IsEmpty)
                return (scope, LastName(text.AsSpan(end)).ToString());
        }
        return ([], LastName(text).ToString());
    }

    private static ReadOnlySpan<char> LastName(ReadOnlySpan<char> text)
    {
        text = text.Trim(PlaceResolver.Separator);
        return text[(text.LastIndexOf(PlaceResolver.Separator) + 1)..];
    }

    /// <summary>Edits between a place's nearest name and the one wanted; null when they have too little in common.</summary>
    private static int? NameEdits(Place place, ReadOnlySpan<char> wanted)
    {
        var best = NameEdits(place.Name, wanted);
        foreach (var former in place.FormerNames)
        {
            if (NameEdits(former, wanted) is { } edits && (best is null || edits < best))
                best = edits;
        }
        return best;
    }

    // Counted double, so that a wrong level (章丘市 for 章丘区) lies between no edit and one.
    private static int? NameEdits(ReadOnlySpan<char> name, ReadOnlySpan<char> wanted)
    {
        var wantedStem = wanted[..^DivisionSuffix.LengthIn(wanted)];
        if (!name.EndsWith(wanted[wantedStem.Length..], StringComparison.Ordinal))
            return name.StartsWith(wantedStem, StringComparison.Ordinal) && DivisionSuffix.LengthIn(name) == name.Length - wantedStem.Length ? 1 : null;
        var stem = name[..^(wanted.Length - wantedStem.Length)];
        var allowed = Math.Max(1, wantedStem.Length / 2);
        if (Math.Abs(stem.Length - wantedStem.Length) > allowed || (wantedStem.Length > 1 && stem.IndexOfAny(wantedStem) < 0))
            return null;
        var edits = EditDistance.Between(stem, wantedStem);
        return edits <= allowed ? edits * 2 : null;
    }
}
