using Microsoft.Win32.SafeHandles;
using ReportArchive.Search;

namespace ReportArchive.Cli;

/// <summary>
/// A file in the system's folder for temporary files. It has no name by the time it is used, where the system allows that: nothing is
/// left of it whatever happens to the build.
/// </summary>
internal sealed class TemporaryFile : IScratchFile
{
    private readonly SafeFileHandle _file = Open();
    private long _end;

    /// <summary>Opens an empty one.</summary>
    public static SafeFileHandle Open()
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        var file = File.OpenHandle(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, FileOptions.DeleteOnClose);
        if (!OperatingSystem.IsWindows())
            File.Delete(path);
        return file;
    }

    public void Append(ReadOnlySpan<byte> bytes)
    {
        RandomAccess.Write(_file, bytes, _end);
        _end += bytes.Length;
    }

    public void Read(long from, Span<byte> into) => FileBytes.Read(_file, from, into);

    public void Dispose() => _file.Dispose();
}
