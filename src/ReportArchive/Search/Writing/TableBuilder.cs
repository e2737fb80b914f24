using System.Collections.Immutable;
using ReportArchive.Search.Format;

namespace ReportArchive.Search.Writing;

/// <summary>Makes the tables that some segments share, of what each brings to them.</summary>
internal static class TableBuilder
{
    /// <summary>Makes the tables.</summary>
    /// <param name="runs">What each segment brings, by slot.</param>
    /// <param name="reports">Number of reports of each.</param>
    /// <param name="partBytes">Size of the parts of their files.</param>
    /// <param name="scratch">Where they are made.</param>
    /// <exception cref="SearchIndexException">A run is damaged.</exception>
    public static (TablesEntry Entry, IReadOnlyList<IndexFile> Files) Build(IReadOnlyList<TableRun> runs, ImmutableArray<int> reports, int partBytes, ScratchFiles scratch)
    {
        PartedBytes[] files = [.. SegmentFiles.Tables.Select(_ => new PartedBytes(scratch.Take(), partBytes))];
        var lists = files[(int)TableFile.Lists];
        var (grams, gramPages) = GramPages.Write(() => new MergedGrams(runs.Select(static run => run.Grams)), runs.Count, files[(int)TableFile.Grams], lists);
        var longPages = LongPages.Write(
            () => new MergedGrams(runs.Select(static run => run.Long)), () => new MergedGrams(runs.Select(static run => run.Unstored)), runs.Count, files[(int)TableFile.Long], lists);
        var entry = new TablesEntry(FolderHash.Of(files), reports, grams, gramPages, longPages, [.. files.Select(static file => file.Length)]);
        return (entry, [.. SegmentFiles.Tables.SelectMany(file => files[(int)file].Parts(entry.Hash, file))]);
    }
}
