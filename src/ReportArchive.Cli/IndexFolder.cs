using ReportArchive.Search;

namespace ReportArchive.Cli;

/// <summary>The search index of a built site, read from disk as a browser reads it from a host.</summary>
internal static class IndexFolder
{
    /// <summary>Opens the index.</summary>
    /// <exception cref="UserException">There is no built site.</exception>
    public static SearchIndexReader Open(string output)
    {
        var folder = Path.Combine(output, "search");
        if (!Directory.Exists(folder))
            throw new UserException($"there is no built site in {output}", "run 'report-archive build' first, or name its folder with --output");
        return new SearchIndexReader((path, offset, length) => Read(Path.Combine(folder, path), offset, length));
    }

    private static ReadOnlyMemory<byte> Read(string path, long offset, int length)
    {
        if (!File.Exists(path))
            throw new SearchIndexException(SearchIndexFault.Missing, $"{path} is missing");
        using var file = File.OpenRead(path);
        file.Position = Math.Min(offset, file.Length);
        var rest = file.Length - file.Position;
        var bytes = new byte[length < 0 ? rest : Math.Min(rest, length)];
        file.ReadExactly(bytes);
        return bytes;
    }
}
