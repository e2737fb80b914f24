using System.Text.Json;
using ReportArchive.Search.Format;

namespace ReportArchive.Search.Writing;

/// <summary>
/// Which reports of a segment hold which concepts. The file begins with its directory, deflated JSON of slugs, numbers of
/// reports and lengths in bytes, whose own length the manifest states; the lists follow in that order, sealed each.
/// </summary>
internal sealed class ConceptLists
{
    private readonly SortedDictionary<string, List<ushort>> _reports = new(StringComparer.Ordinal);

    /// <summary>Takes the next report.</summary>
    public void Take(SearchDocument document, int report)
    {
        foreach (var slug in document.ConceptSlugs.Distinct(StringComparer.Ordinal))
        {
            if (!_reports.TryGetValue(slug, out var reports))
                _reports[slug] = reports = [];
            reports.Add((ushort)report);
        }
    }

    /// <summary>Writes the file.</summary>
    /// <returns>Length of the directory in bytes.</returns>
    public int Write(PartedBytes file, int reportCount)
    {
        var lists = new List<byte[]>();
        foreach (var reports in _reports.Values)
        {
            var writer = new BitWriter();
            SortedNumbers.Write(writer, System.Runtime.InteropServices.CollectionsMarshal.AsSpan(reports), reportCount);
            lists.Add(Checksum.Seal(writer.ToArray()));
        }
        var directory = Deflated.Write(JsonSerializer.SerializeToUtf8Bytes(new[]
        {
            _reports.Keys.Cast<object>().ToArray(),
            [.. _reports.Values.Select(static reports => (object)reports.Count)],
            [.. lists.Select(static list => (object)list.Length)],
        }));
        file.Append(directory);
        foreach (var list in lists)
            file.Append(list);
        return directory.Length;
    }
}
