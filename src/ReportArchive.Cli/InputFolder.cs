using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using ReportArchive.Anchors;
using ReportArchive.Diagnostics;

namespace ReportArchive.Cli;

/// <summary>A text file of the input.</summary>
/// <param name="Path">Path as given on the command line, forward slashes.</param>
/// <param name="Text">Its text.</param>
internal readonly record struct InputFile(string Path, string Text);

/// <summary>The folder an archive is kept in: reports, concepts, places and settings.</summary>
/// <param name="Root">Path as given on the command line.</param>
internal sealed record InputFolder(string Root)
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>How the paths of its files begin, forward slashes.</summary>
    public string Prefix => Slashed(Path.Combine(Root, "x"))[..^1];

    /// <summary>The folder, which must be there.</summary>
    /// <exception cref="UserException">It is not.</exception>
    public static InputFolder Open(string path) =>
        Directory.Exists(path)
            ? new InputFolder(path)
            : throw new UserException($"there is no folder {path}", "go to the archive's folder, or name its input with --input");

    /// <summary>Paths of all reports, in order; a large archive reads them one by one.</summary>
    public ImmutableArray<string> ReportFiles(ICollection<Diagnostic> diagnostics) => Files("reports", diagnostics);

    /// <summary>All reports, ordered by path.</summary>
    public ImmutableArray<InputFile> Reports(ICollection<Diagnostic> diagnostics) => ReadAll(ReportFiles(diagnostics), diagnostics);

    /// <summary>All authority files, ordered by path.</summary>
    public ImmutableArray<InputFile> Concepts(ICollection<Diagnostic> diagnostics) => ReadAll(Files("concepts", diagnostics), diagnostics);

    /// <summary>A file at the root of the folder; empty text where there is none.</summary>
    public InputFile File(string name, ICollection<Diagnostic> diagnostics)
    {
        var path = Path.Combine(Root, name);
        return System.IO.File.Exists(path) ? Read(path, diagnostics) ?? new InputFile(Slashed(path), "") : new InputFile(Slashed(path), "");
    }

    /// <summary>The SHA-256 of all that a build reads in the folder, in hex: every file's path below it, and its bytes.</summary>
    public string Fingerprint()
    {
        var files = ((string[])["site.yml", "places.csv", Redirects.FileName]).Select(name => Path.Combine(Root, name)).Where(System.IO.File.Exists)
            .Concat(((string[])["anchors", "concepts", "reports"]).Select(name => Path.Combine(Root, name)).Where(Directory.Exists)
                .SelectMany(static folder => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)))
            .Select(path => (Path: path, Name: Slashed(path)[Prefix.Length..]))
            .OrderBy(static file => file.Name, StringComparer.Ordinal);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (name, bytes) in files.AsParallel().AsOrdered().Select(static file => (file.Name, SHA256.HashData(System.IO.File.ReadAllBytes(file.Path)))))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(name + '\n'));
            hash.AppendData(bytes);
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private ImmutableArray<string> Files(string folder, ICollection<Diagnostic> diagnostics)
    {
        var path = Path.Combine(Root, folder);
        if (!Directory.Exists(path))
            return [];
        var all = Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories)
            .Where(static file => !Path.GetFileName(file).StartsWith('.'))
            .Order(StringComparer.Ordinal)
            .ToLookup(static file => file.EndsWith(".md", StringComparison.Ordinal));
        foreach (var file in all[false])
            diagnostics.Add(Unread(file));
        return [.. all[true]
            .Where(static file => !Path.GetFileName(file).EndsWith(".variants.md", StringComparison.Ordinal) && !Path.GetFileName(file).Equals("README.md", StringComparison.OrdinalIgnoreCase))];
    }

    private static ImmutableArray<InputFile> ReadAll(ImmutableArray<string> files, ICollection<Diagnostic> diagnostics)
    {
        var found = new List<Diagnostic>[files.Length];
        var read = files.Select((file, i) => (file, i)).AsParallel().AsOrdered()
            .Select(entry => Read(entry.file, found[entry.i] = []))
            .ToList();
        foreach (var diagnostic in found.SelectMany(static list => list))
            diagnostics.Add(diagnostic);
        return [.. read.OfType<InputFile>()];
    }

    /// <summary>A file; none, with an error, where it is not text.</summary>
    public static InputFile? Read(string path, ICollection<Diagnostic> diagnostics)
    {
        var bytes = System.IO.File.ReadAllBytes(path);
        try
        {
            return new InputFile(Slashed(path), StrictUtf8.GetString(bytes));
        }
        catch (DecoderFallbackException e)
        {
            diagnostics.Add(NotUtf8(path, bytes, e.Index));
            return null;
        }
    }

    private static Diagnostic NotUtf8(string path, byte[] bytes, int at)
    {
        var before = bytes.AsSpan(0, at);
        var line = before[(before.LastIndexOf((byte)'\n') + 1)..];
        var wide = bytes.AsSpan().StartsWith(Encoding.Unicode.Preamble) || bytes.AsSpan().StartsWith(Encoding.BigEndianUnicode.Preamble);
        return Diagnostic.Error(
            "RA0009",
            new SourceSpan(Slashed(path), before.Count((byte)'\n') + 1, Encoding.UTF8.GetCharCount(line) + 1),
            wide ? "the file is UTF-16, not UTF-8" : "from here on the file is not UTF-8 text; it may be GBK",
            "open it in an editor that shows its Chinese rightly, and save it as UTF-8 (in Notepad: Save as, Encoding: UTF-8)");
    }

    /// <summary>Another file in a content folder is most likely a report saved in another form, or a picture of one.</summary>
    private static Diagnostic Unread(string path) => Diagnostic.Warning(
        "RA0020",
        new SourceSpan(Slashed(path), 1, 1),
        $"the file ({(new FileInfo(path).Length + 1023) / 1024:#,0} KB) is not read: only files whose names end in .md are",
        "if it is a report, save it as text and rename it, e.g. 2023-gwr.md; if not, keep it elsewhere");

    private static string Slashed(string path) => path.Replace('\\', '/');
}
