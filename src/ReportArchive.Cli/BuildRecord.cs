using System.Text;
using ReportArchive.Caching;
using ReportArchive.Data;
using ReportArchive.Pages;

namespace ReportArchive.Cli;

/// <summary>
/// What the last build made each page from, as a file: a mark; of each page the address, the length of what follows and this; an empty
/// address; the names of parts; the SHA-256 of all before. What is said of a page stays in the file until it is asked for. It is a memory,
/// not a source: without it everything is made anew.
/// </summary>
internal sealed class BuildRecord : IDisposable
{
    private const int Chunk = 1 << 16;

    private readonly FileStream? _file;
    private readonly Dictionary<PathKey, (long Offset, int Length)> _pages = [];
    private readonly PartNames _names = new();

    private BuildRecord(FileStream? file) => _file = file;

    // Another format has another mark, and is not read.
    private static ReadOnlySpan<byte> Mark => "report-archive build record 3\n"u8;

    /// <summary>Nothing is known.</summary>
    public static BuildRecord None => new(file: null);

    /// <summary>Opens a record; <see cref="None"/> for a file that is missing, cut short, damaged or of another format.</summary>
    public static BuildRecord Open(string path)
    {
        if (!File.Exists(path))
            return None;
        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, Chunk);
        if (IsWhole(file))
        {
            var record = new BuildRecord(file);
            record.ReadPlaces(file);
            return record;
        }
        file.Dispose();
        return None;
    }

    /// <summary>What a page was made from; none where that is not known. May be called from several threads at once.</summary>
    public PageRecord? Find(SiteUrl url)
    {
        if (!_pages.TryGetValue(PathKey.Of(url.Value), out var place))
            return null;
        var bytes = new byte[place.Length];
        FileBytes.Read(_file!.SafeFileHandle, place.Offset, bytes);
        return PageRecord.Read(new ByteReader(bytes), _names);
    }

    /// <summary>Writes a record, which is there whole or not at all.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="pages">The pages with their addresses; each is written before the next is asked for.</param>
    public static void Write(string path, IEnumerable<(string Url, PageRecord Page)> pages) => HashedFile.Write(path, file =>
    {
        using var bytes = new ByteBuffer();
        using var writer = new BinaryWriter(file, Encoding.UTF8, leaveOpen: true);
        var names = new PartNames();
        writer.Write(Mark);
        foreach (var (url, page) in pages)
        {
            bytes.Clear();
            page.Write(bytes, names);
            writer.Write(url);
            writer.Write7BitEncodedInt(bytes.Length);
            writer.Write(bytes.Written.Span);
        }
        writer.Write("");
        writer.Write7BitEncodedInt(names.Count);
        for (var i = 0; i < names.Count; i++)
            writer.Write(names[i]);
    });

    public void Dispose() => _file?.Dispose();

    private static bool IsWhole(FileStream file)
    {
        var mark = new byte[Mark.Length];
        return file.ReadAtLeast(mark, mark.Length, throwOnEndOfStream: false) == mark.Length && Mark.SequenceEqual(mark) && HashedFile.HashOf(file) is not null;
    }

    /// <summary>Reads where the pages are, and the names.</summary>
    private void ReadPlaces(FileStream file)
    {
        file.Position = Mark.Length;
        using var reader = new BinaryReader(file, Encoding.UTF8, leaveOpen: true);
        for (var url = reader.ReadString(); url.Length > 0; url = reader.ReadString())
        {
            var length = reader.Read7BitEncodedInt();
            _pages.Add(PathKey.Of(url), (file.Position, length));
            file.Seek(length, SeekOrigin.Current);
        }
        for (var left = reader.Read7BitEncodedInt(); left > 0; left--)
            _names.NumberOf(reader.ReadString());
    }
}
