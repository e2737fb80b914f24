namespace ReportArchive.Search.Writing;

/// <summary>The order of reports in an index: by place from the province down, a place before those below it, then by year, kind and id.</summary>
/// <param name="Codes">Codes of the place from the province down.</param>
/// <param name="Year">Plan year.</param>
/// <param name="Kind">Number of the kind.</param>
/// <param name="Id">Identity.</param>
/// <param name="Index">Where the report is in the list it came in.</param>
internal sealed record DocumentOrder(string[] Codes, int Year, int Kind, string Id, int Index) : IComparable<DocumentOrder>
{
    /// <summary>The key of a report.</summary>
    public static DocumentOrder Of(SearchDocument document, int index) =>
        new([.. document.PlaceCodes.Select(static code => code.Value)], document.Year, (int)document.Kind, document.Id.ToString(), index);

    /// <inheritdoc/>
    public int CompareTo(DocumentOrder? other)
    {
        if (other is null)
            return 1;
        for (var i = 0; i < Math.Min(Codes.Length, other.Codes.Length); i++)
        {
            var order = string.CompareOrdinal(Codes[i], other.Codes[i]);
            if (order != 0)
                return order;
        }
        return (Codes.Length, Year, Kind) != (other.Codes.Length, other.Year, other.Kind)
            ? (Codes.Length, Year, Kind).CompareTo((other.Codes.Length, other.Year, other.Kind))
            : string.CompareOrdinal(Id, other.Id);
    }
}
