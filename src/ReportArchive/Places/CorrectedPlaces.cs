namespace ReportArchive.Places;

/// <summary>The places of a table with corrections laid on top.</summary>
internal static class CorrectedPlaces
{
    /// <summary>All places in code order; none when there was nothing to correct.</summary>
    internal static Place[] Merge(PlaceTable table, IEnumerable<PlaceCorrection> corrections)
    {
        var byCode = new Dictionary<PlaceCode, PlaceCorrection>();
        foreach (var correction in corrections)
            byCode[correction.Code] = correction;
        if (byCode.Count == 0)
            return [];

        var added = byCode.Keys.Where(code => table.Find(code) is null).ToHashSet();
        bool Exists(PlaceCode code) => added.Contains(code) || table.Find(code) is not null;

        var kept = table.Places.Select(place =>
            byCode.TryGetValue(place.Code, out var correction) ? Corrected(place, correction, Exists)
            : added.Count > 0 ? place with { Parent = WithAddedParent(place, added) }
            : place);
        var more = added.Select(code => New(byCode[code], Exists));
        return [.. kept.Concat(more).OrderBy(place => place.Code)];
    }

    private static Place Corrected(Place place, PlaceCorrection correction, Func<PlaceCode, bool> exists) => place with
    {
        Name = correction.Name,
        FormerNames = correction.FormerNames.IsEmpty ? place.FormerNames.Remove(correction.Name, StringComparer.Ordinal) : correction.FormerNames,
        Parent = GivenParent(correction, exists) ?? place.Parent,
    };

    private static Place New(PlaceCorrection correction, Func<PlaceCode, bool> exists) => new(
        correction.Code,
        correction.Name,
        GivenParent(correction, exists) ?? NearestAbove(correction.Code, exists),
        correction.FormerNames);

    // Only of a higher level: the tree stays one whatever the corrections say.
    private static PlaceCode? GivenParent(PlaceCorrection correction, Func<PlaceCode, bool> exists) =>
        correction.Parent is { } parent && parent.Level < correction.Code.Level && exists(parent) ? parent : null;

    private static PlaceCode? NearestAbove(PlaceCode code, Func<PlaceCode, bool> exists)
    {
        var above = code.Parent;
        while (above is { } candidate && !exists(candidate))
            above = candidate.Parent;
        return above;
    }

    /// <summary>A place that was added between a place and the one above it is the one above it now.</summary>
    private static PlaceCode? WithAddedParent(Place place, HashSet<PlaceCode> added)
    {
        for (var above = place.Code.Parent; above is { } code && place.Parent is { } parent && parent.IsAbove(code); above = code.Parent)
        {
            if (added.Contains(code))
                return code;
        }
        return place.Parent;
    }
}
