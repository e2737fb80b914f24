namespace ReportArchive.Search.Format;

/// <summary>The logical files of a segment. Each is published in parts: <c>{segment}/{name}-{part}.bin</c>.</summary>
internal enum SegmentFile
{
    /// <summary>Places, years, kinds and titles of the reports; deflated JSON.</summary>
    Meta,

    /// <summary>The table of grams of one and two units.</summary>
    Grams,

    /// <summary>The table of longer grams.</summary>
    Long,

    /// <summary>Codes too long for the pages of either table.</summary>
    Lists,

    /// <summary>Where each report's parts of text lie; records of <see cref="ReportRecord.Bytes"/>.</summary>
    Reports,

    /// <summary>The texts.</summary>
    Text,

    /// <summary>Which reports hold which concepts.</summary>
    Concepts,
}

/// <summary>Names of the files.</summary>
internal static class SegmentFiles
{
    /// <summary>Version of all that lies below <c>search/</c>; a reader refuses any other.</summary>
    public const int Format = 1;

    /// <summary>All of them.</summary>
    public static IReadOnlyList<SegmentFile> All { get; } = Enum.GetValues<SegmentFile>();

    /// <summary>The name used in paths and in the manifest.</summary>
    public static string Name(this SegmentFile file) => file.ToString().ToLowerInvariant();

    /// <summary>Path of a part below <c>search/</c>.</summary>
    public static string Path(string segment, SegmentFile file, int part) => $"{segment}/{file.Name()}-{part}.bin";
}
