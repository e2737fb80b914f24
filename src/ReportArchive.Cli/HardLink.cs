using System.Runtime.InteropServices;

namespace ReportArchive.Cli;

/// <summary>A second name for a file that is there already: no bytes are copied. The framework has only symbolic links.</summary>
internal static partial class HardLink
{
    /// <summary>Gives <paramref name="existing"/> a second name; copies the file where the file system has no hard links.</summary>
    /// <exception cref="IOException">Neither worked.</exception>
    public static void Create(string existing, string name)
    {
        var linked = OperatingSystem.IsWindows()
            ? CreateHardLink(name, existing, 0) != 0
            : Link(existing, name) == 0;
        if (!linked)
            File.Copy(existing, name);
    }

    [LibraryImport("libc", EntryPoint = "link", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Link(string existing, string name);

    [LibraryImport("kernel32", EntryPoint = "CreateHardLinkW", StringMarshalling = StringMarshalling.Utf16)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial int CreateHardLink(string name, string existing, nint security);
}
