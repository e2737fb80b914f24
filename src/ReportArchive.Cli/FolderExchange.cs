using System.Runtime.InteropServices;

namespace ReportArchive.Cli;

/// <summary>Two folders change names at one moment, so that nobody finds neither. The framework can only rename.</summary>
internal static partial class FolderExchange
{
    // AT_FDCWD and RENAME_EXCHANGE of Linux, RENAME_SWAP of macOS.
    private const int CurrentFolder = -100;
    private const uint Exchange = 2;

    /// <summary>Exchanges them; false where the system or the file system cannot, and nothing has changed.</summary>
    public static bool Try(string a, string b)
    {
        try
        {
            return OperatingSystem.IsLinux() ? RenameLinux(CurrentFolder, a, CurrentFolder, b, Exchange) == 0
                : OperatingSystem.IsMacOS() && RenameMacOS(a, b, Exchange) == 0;
        }
        catch (EntryPointNotFoundException)
        {
            return false; // An older C library.
        }
    }

    [LibraryImport("libc", EntryPoint = "renameat2", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int RenameLinux(int folderOfA, string a, int folderOfB, string b, uint flags);

    [LibraryImport("libc", EntryPoint = "renamex_np", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int RenameMacOS(string a, string b, uint flags);
}
