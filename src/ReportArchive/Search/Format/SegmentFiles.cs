namespace ReportArchive.Search.Format;

/// <summary>The logical files of a segment. Each is kept in parts: <c>{segment}/{name}-{part}.bin</c>.</summary>
internal enum SegmentFile
{
    /// <summary>Where each report's parts of text lie; records of <see cref="ReportRecord.Bytes"/>.</summary>
    Reports,

    /// <summary>The texts.</summary>
    Text,

    /// <summary>Which reports hold which concepts.</summary>
    Concepts,

    /// <summary>
    /// Places, years, kinds and titles of the reports; JSON. From here on nothing is published as it is: it is put together with that of
    /// other segments.
    /// </summary>
    Meta,

    /// <summary>What it brings to the table of grams of one and two units.</summary>
    GramRun,

    /// <summary>What it brings to the table of longer grams.</summary>
    LongRun,

    /// <summary>Its longer grams of which nothing is stored.</summary>
    UnstoredRun,
}

/// <summary>The logical files of the tables that segments share.</summary>
internal enum TableFile
{
    /// <summary>The table of grams of one and two units.</summary>
    Grams,

    /// <summary>The table of longer grams.</summary>
    Long,

    /// <summary>Codes too long for the pages of either table.</summary>
    Lists,
}

/// <summary>Names of the files.</summary>
internal static class SegmentFiles
{
    /// <summary>Version of all that lies below <c>search/</c>; a reader refuses any other.</summary>
    public const int Format = 9;

    /// <summary>Those of a segment that are published.</summary>
    public static IReadOnlyList<SegmentFile> Published { get; } = [SegmentFile.Reports, SegmentFile.Text, SegmentFile.Concepts];

    /// <summary>Those of a segment that tables are made of.</summary>
    public static IReadOnlyList<SegmentFile> Runs { get; } = [SegmentFile.GramRun, SegmentFile.LongRun, SegmentFile.UnstoredRun];

    /// <summary>Those of a segment that are put together with those of others.</summary>
    public static IReadOnlyList<SegmentFile> Passing { get; } = [SegmentFile.Meta, .. Runs];

    /// <summary>Those of tables.</summary>
    public static IReadOnlyList<TableFile> Tables { get; } = Enum.GetValues<TableFile>();

    /// <summary>The name used in paths and in the manifest.</summary>
    public static string Name(Enum file) => file.ToString().ToLowerInvariant();

    /// <summary>Path of a part below <c>search/</c>.</summary>
    public static string Path(string folder, Enum file, int part) => $"{folder}/{Name(file)}-{part}.bin";

    /// <summary>Whether a path is that of a part of a file.</summary>
    public static bool IsPart(string path, string folder, Enum file) => path.StartsWith($"{folder}/{Name(file)}-", StringComparison.Ordinal);
}
