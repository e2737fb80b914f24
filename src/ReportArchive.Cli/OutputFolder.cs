using System.Collections.Concurrent;
using System.Security.Cryptography;
using ReportArchive.Caching;
using ReportArchive.Data;
using ReportArchive.Sites;

namespace ReportArchive.Cli;

/// <summary>What a build changed on disk.</summary>
/// <param name="Written">Files whose bytes are new.</param>
/// <param name="Unchanged">Files that were there already, byte for byte.</param>
/// <param name="Removed">Files of an earlier build that this one no longer makes.</param>
internal readonly record struct OutputChanges(int Written, int Unchanged, int Removed);

/// <summary>
/// The folder a site is published to, swapped in whole. New files go to a staging folder beside it; at the end the
/// unchanged ones are linked in, and the two folders change places. Until then readers see the old site;
/// whoever kills the build leaves it as it was. Where nothing changed nothing is written.
/// </summary>
internal sealed class OutputFolder : IDisposable
{
    private const string Marker = "manifest.json";

    // Bytes: a write of 100 KB costs little more than its copying.
    private const int EnoughToWrite = 100_000;

    private readonly string _folder;
    private readonly string _staging;
    private readonly string _previous;
    private readonly FileStream _lock;
    private readonly bool _hasSite;
    // Of each file whether it was there already, byte for byte; and the paths of those that were.
    private readonly ConcurrentDictionary<PathKey, bool> _files = new();
    private readonly SortedRecords _unchanged = new();
    private readonly ConcurrentDictionary<PathKey, bool> _madeFolders = new();
    private long _bytes;

    private OutputFolder(string folder, FileStream lockFile)
    {
        _folder = folder;
        (_staging, _previous, _) = Siblings(folder);
        _lock = lockFile;
        _hasSite = Directory.Exists(folder);
    }

    /// <summary>Where the record of the last build lies: beside the folder, for what is in it is published.</summary>
    public string RecordPath => Path.Combine(Path.GetDirectoryName(_folder)!, ".cache", Path.GetFileName(_folder) + ".record");

    /// <summary>Where the segments of the search index are kept from build to build.</summary>
    public string SegmentsPath => Path.Combine(Path.GetDirectoryName(_folder)!, ".cache", Path.GetFileName(_folder) + ".segments");

    /// <summary>Number of files taken so far, and their length in bytes.</summary>
    public (int Files, long Bytes) Size => (_files.Count, Interlocked.Read(ref _bytes));

    /// <summary>Takes the folder for one build.</summary>
    /// <exception cref="UserException">It is not a folder of ours, or another build is at work in it.</exception>
    public static OutputFolder Open(string path, string input)
    {
        var folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        RejectOverlap(path, input);
        RejectForeign(folder, path);
        var (staging, previous, lockPath) = Siblings(folder);
        Directory.CreateDirectory(Path.GetDirectoryName(folder)!);
        FileStream lockFile;
        try
        {
            lockFile = new FileStream(lockPath, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
        }
        catch (IOException)
        {
            throw new UserException($"another build is writing to {path}", "wait for it to end, or choose another folder with --output");
        }
        // A build that was killed between the two renames left the old site under another name; put it back.
        if (!Directory.Exists(folder) && Directory.Exists(previous))
            Directory.Move(previous, folder);
        DeleteTree(previous);
        DeleteTree(staging);
        return new OutputFolder(folder, lockFile);
    }

    /// <summary>Takes one file of the site; may be called from several threads at once.</summary>
    /// <exception cref="InvalidOperationException">The path was taken already: a bug, for addresses are checked before.</exception>
    public void Write(OutputFile file)
    {
        var same = _hasSite && ExistingFile.IsSame(Path.Combine(_folder, file.Path), file.Bytes.Span);
        Claim(file.Path, same, file.Bytes.Length);
        if (same)
            return;
        using var handle = File.OpenHandle(Staged(file.Path), FileMode.CreateNew, FileAccess.Write);
        RandomAccess.Write(handle, file.Bytes.Span, fileOffset: 0);
    }

    /// <summary>Whether a file of the last build is as that build left it.</summary>
    public bool IsAsLeft(FileRecord file) => _hasSite && ExistingFile.IsSame(Path.Combine(_folder, file.Path), file);

    /// <summary>Takes a file of the last build as it is.</summary>
    public void Keep(FileRecord file) => Claim(file.Path, same: true, file.Length);

    /// <summary>Where a file of the site lies, once the build is committed.</summary>
    public string PathOf(string file) => Path.Combine(_folder, file);

    /// <summary>Takes a file part by part; may be called from several threads at once, for different files.</summary>
    /// <returns>Its length in bytes, and its SHA-256 in lower-case hex.</returns>
    /// <exception cref="InvalidOperationException">The path was taken already.</exception>
    public (long Length, string Sha256) Write(StreamedFile file)
    {
        using var handle = new ChangedFile(new FileInfo(Path.Combine(_folder, file.Path)), () => Staged(file.Path));
        var hash = WriteParts(handle, file.Parts);
        Claim(file.Path, handle.IsSame(), handle.Length);
        return (handle.Length, hash);
    }

    /// <summary>Takes a file that lies elsewhere, by a second name where the file system allows it; may be called from several threads at once.</summary>
    /// <exception cref="InvalidOperationException">The path was taken already.</exception>
    public void Link(string path, FileInfo source)
    {
        var same = _hasSite && ExistingFile.IsSame(Path.Combine(_folder, path), source.FullName);
        Claim(path, same, source.Length);
        if (!same)
            HardLink.Create(source.FullName, Staged(path));
    }

    private static string WriteParts(ChangedFile file, IEnumerable<Action<ByteBuffer>> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var buffer = new ByteBuffer();
        foreach (var part in parts)
        {
            part(buffer);
            if (buffer.Length < EnoughToWrite)
                continue;
            Flush();
        }
        Flush();
        return Convert.ToHexStringLower(hash.GetHashAndReset());

        void Flush()
        {
            hash.AppendData(buffer.Written.Span);
            file.Append(buffer.Written.Span);
            buffer.Clear();
        }
    }

    private void Claim(string path, bool same, long length)
    {
        Interlocked.Add(ref _bytes, length);
        if (!_files.TryAdd(PathKey.Of(path), same))
            throw new InvalidOperationException($"two files claim {path}");
        if (same)
            _unchanged.Add(path, []);
    }

    /// <summary>Makes what was written the site; everything else that was in the folder goes.</summary>
    public OutputChanges Commit()
    {
        var unchanged = _files.Count(static file => file.Value);
        var removed = Existing().Count(path => !_files.ContainsKey(PathKey.Of(path)));
        var changes = new OutputChanges(_files.Count - unchanged, unchanged, removed);
        if (changes is { Written: 0, Removed: 0 } && Directory.Exists(_folder))
            return changes;

        foreach (var (path, _) in _unchanged.InOrder())
            HardLink.Create(Path.Combine(_folder, path), Staged(path));
        Swap();
        return changes;
    }

    /// <summary>At one moment where the system can; else in two, between which a build that is killed leaves no site, and the next puts it back.</summary>
    private void Swap()
    {
        if (Directory.Exists(_folder))
        {
            if (FolderExchange.Try(_staging, _folder))
                return; // What is in the staging folder now is the old site; it goes with the build.
            Directory.Move(_folder, _previous);
        }
        Directory.Move(_staging, _folder);
        DeleteTree(_previous);
    }

    /// <summary>Gives the folder back; what was not committed goes.</summary>
    public void Dispose()
    {
        _unchanged.Dispose();
        DeleteTree(_staging);
        _lock.Dispose();
    }

    private string Staged(string path)
    {
        var full = Path.Combine(_staging, path);
        var parent = Path.GetDirectoryName(full)!;
        var key = PathKey.Of(parent);
        if (_madeFolders.ContainsKey(key))
            return full;
        // Noted when it is there: another thread may want it at this moment.
        Directory.CreateDirectory(parent);
        _madeFolders[key] = true;
        return full;
    }

    private IEnumerable<string> Existing() =>
        !Directory.Exists(_folder)
            ? []
            : Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories)
                .Select(path => Path.GetRelativePath(_folder, path).Replace('\\', '/'));

    /// <summary>What a site is made from must not be swapped away with it, nor the folder one is in.</summary>
    /// <exception cref="UserException">It would be.</exception>
    public static void RejectOverlap(string path, string input)
    {
        var (folder, content) = (Path.TrimEndingDirectorySeparator(Path.GetFullPath(path)), Path.TrimEndingDirectorySeparator(Path.GetFullPath(input)));
        if (Path.GetDirectoryName(folder) is null || IsWithin(content, folder) || IsWithin(folder, content) || IsWithin(Environment.CurrentDirectory, folder))
            throw new UserException($"--output {path} would replace a folder that holds more than the site", "name a folder of its own, e.g. --output output");
    }

    /// <summary>
    /// A folder that holds something else must never be swapped away: only an empty or missing one, or one with a
    /// manifest of ours and no repository in it.
    /// </summary>
    private static void RejectForeign(string folder, string path)
    {
        if (File.Exists(folder))
            throw new UserException($"--output {path} is a file", "name a folder, e.g. --output output");
        if (new DirectoryInfo(folder).LinkTarget is not null)
            throw new UserException($"--output {path} is a symbolic link, which cannot be swapped for a new folder", "name the folder it points to");
        if (!Directory.Exists(folder) || !Directory.EnumerateFileSystemEntries(folder).Any())
            return;
        if (!HasOurManifest(folder) || Path.Exists(Path.Combine(folder, ".git")))
        {
            throw new UserException(
                $"--output {path} is not empty and was not made by this program (it has no {Marker} of a site, or a .git)",
                "choose an empty or new folder; nothing was changed");
        }
    }

    /// <summary>Other programs have files of that name too; ours begins with its list of addresses.</summary>
    private static bool HasOurManifest(string folder)
    {
        var path = Path.Combine(folder, Marker);
        if (!File.Exists(path))
            return false;
        using var reader = new StreamReader(path);
        var beginning = new char[64];
        var length = reader.ReadBlock(beginning);
        return string.Concat(beginning.Take(length).Where(static c => !char.IsWhiteSpace(c))).StartsWith("{\"urls\":[", StringComparison.Ordinal);
    }

    private static bool IsWithin(string inner, string outer) =>
        string.Equals(inner, outer, StringComparison.Ordinal) || inner.StartsWith(outer + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    private static (string Staging, string Previous, string Lock) Siblings(string folder)
    {
        var name = Path.Combine(Path.GetDirectoryName(folder)!, "." + Path.GetFileName(folder));
        return (name + ".staging", name + ".previous", name + ".lock");
    }

    private static void DeleteTree(string folder)
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }
}
