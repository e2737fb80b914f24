using System.Collections.Immutable;

namespace ReportArchive.Places;

/// <summary>Reads what a person wrote for a place; the rules are those of <see cref="PlaceTable.Resolve"/>.</summary>
internal readonly struct PlaceResolver(PlaceTable table)
{
    internal const char Separator = '/';
    private const int ShortestName = 2;

    internal PlaceResolution Resolve(string text)
    {
        if (PlaceCode.TryParse(text, out var code))
            return table.Find(code) is { } place ? new PlaceResolution.Found(place) : new PlaceResolution.Unknown(NearestPlaces.ToCode(table, code));

        var candidates = Candidates(text);
        if (candidates.Length > 1)
            candidates = Likeliest(candidates, text);
        return candidates.Length switch
        {
            0 => new PlaceResolution.Unknown(NearestPlaces.ToName(table, text)),
            1 => new PlaceResolution.Found(candidates[0]),
            _ => new PlaceResolution.Ambiguous(candidates),
        };
    }

    /// <summary>The places whose names, with those of some places above them, spell the text; in code order.</summary>
    internal ImmutableArray<Place> Candidates(ReadOnlySpan<char> text)
    {
        var found = new List<Place>();
        var lastName = text.LastIndexOf(Separator) + 1;
        // 淄博市周村区 is tried as one name, then without its first character, and so on until 周村区 is one.
        for (var start = lastName; start <= text.Length - ShortestName; start++)
        {
            foreach (var place in table.At(table.Names.Find(text[start..])))
            {
                if (IsSpelledAbove(place, text[..start]))
                    found.Add(place);
            }
        }
        return found.Count < 2 ? [.. found] : [.. found.DistinctBy(place => place.Code).OrderBy(place => place.Code)];
    }

    /// <summary>Whether places above <paramref name="place"/>, from the nearest up, spell all of <paramref name="text"/>.</summary>
    private bool IsSpelledAbove(Place place, ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
            return true;
        if (text[^1] == Separator)
            text = text[..^1];
        for (var above = table.ParentOf(place); above is not null; above = table.ParentOf(above))
        {
            if (IsSpelled(above, above.Name, text))
                return true;
            foreach (var former in above.FormerNames)
            {
                if (IsSpelled(above, former, text))
                    return true;
            }
        }
        return false;
    }

    private bool IsSpelled(Place place, string name, ReadOnlySpan<char> text) =>
        text.EndsWith(name, StringComparison.Ordinal) && IsSpelledAbove(place, text[..^name.Length]);

    /// <summary>
    /// Those whose names of today from the province down are the text; failing that, those whose name of today it ends
    /// with: 吉安市 is the city, not the district of 吉州 that was called so until 2000; failing that, all.
    /// </summary>
    private ImmutableArray<Place> Likeliest(ImmutableArray<Place> candidates, string text)
    {
        var places = table;
        var plain = text.Replace("/", "", StringComparison.Ordinal);
        var full = candidates.Where(place => string.Equals(places.FullName(place.Code, ""), plain, StringComparison.Ordinal)).ToImmutableArray();
        if (!full.IsEmpty)
            return full;
        var ofToday = candidates.Where(place => text.EndsWith(place.Name, StringComparison.Ordinal)).ToImmutableArray();
        return ofToday.IsEmpty ? candidates : ofToday;
    }
}
