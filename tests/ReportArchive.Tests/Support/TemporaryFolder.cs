namespace ReportArchive.Tests.Support;

/// <summary>A folder of its own for one test, gone afterwards.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("report-archive-").FullName;

    /// <summary>A path below it.</summary>
    public string this[params ReadOnlySpan<string> path] => System.IO.Path.Combine([Path, .. path]);

    /// <summary>Writes a text file below it, with the folders it needs.</summary>
    public string Write(string path, string text)
    {
        var full = this[path];
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
        return full;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
