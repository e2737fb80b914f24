using Microsoft.Win32.SafeHandles;

namespace ReportArchive.Cli;

/// <summary>
/// A file for what a build need not hold in memory, in the system's folder for temporary files. It has no name by the time it is
/// used, where the system allows that: nothing is left of it whatever happens to the build.
/// </summary>
internal static class TemporaryFile
{
    /// <summary>Makes an empty one, which goes when it is closed.</summary>
    public static SafeFileHandle Create()
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        var file = File.OpenHandle(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, FileOptions.DeleteOnClose);
        if (!OperatingSystem.IsWindows())
            File.Delete(path);
        return file;
    }
}
