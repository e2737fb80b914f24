using Microsoft.Win32.SafeHandles;

namespace ReportArchive.Cli;

/// <summary>Reads bytes from anywhere in a file, all that are asked for.</summary>
internal static class FileBytes
{
    /// <summary>Reads bytes.</summary>
    /// <param name="file">The file.</param>
    /// <param name="from">Offset of the first.</param>
    /// <param name="into">Takes them, and is filled.</param>
    /// <exception cref="EndOfStreamException">The file ends before.</exception>
    public static void Read(SafeFileHandle file, long from, Span<byte> into)
    {
        while (!into.IsEmpty)
        {
            var read = RandomAccess.Read(file, into, from);
            if (read == 0)
                throw new EndOfStreamException("a file has become shorter while it was read");
            into = into[read..];
            from += read;
        }
    }

    /// <summary>Reads bytes of a file that is opened for them: nobody says when the last has been read.</summary>
    public static void Read(string path, long from, Span<byte> into)
    {
        using var file = File.OpenHandle(path);
        Read(file, from, into);
    }
}
