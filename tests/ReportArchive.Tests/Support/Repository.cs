namespace ReportArchive.Tests.Support;

/// <summary>The checkout the tests run in.</summary>
internal static class Repository
{
    /// <summary>Its top folder: the one that holds the solution.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The archive's own content.</summary>
    public static string Input { get; } = Path.Combine(Root, "input");

    /// <summary>The Markdown files of its reports, without the variants that lie beside some, in order.</summary>
    public static IReadOnlyList<string> Reports { get; } =
        [.. Directory.GetFiles(Path.Combine(Input, "reports"), "*.md", SearchOption.AllDirectories)
            .Where(static file => !file.EndsWith(".variants.md", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)];

    /// <summary>A folder of fixtures, in the checkout and not beside the program, so that golden files can be updated.</summary>
    public static string Fixtures(params ReadOnlySpan<string> path) =>
        Path.Combine([Root, "tests", "ReportArchive.Tests", "Fixtures", .. path]);

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "ReportArchive.sln")))
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException($"no checkout above {AppContext.BaseDirectory}");
        return folder;
    }
}
