using System.Collections.Immutable;
using System.Text.Encodings.Web;
using Markdig;
using Microsoft.AspNetCore.Components.Web;
using ReportArchive.Caching;
using ReportArchive.Data;
using ReportArchive.Pages;
using ReportArchive.Sites;
using ReportArchive.Theme;

namespace ReportArchive.Cli;

/// <summary>
/// Which pages of the last build are still what this one would make. A page is kept where all that it is made from is the same and its
/// files are as they were left: of the same length and time, or else of the same hash. The record of the last build lies beside the output
/// folder, and is replaced at one moment when a build is done: a build that was killed leaves the older one, which its files no
/// longer match.
/// </summary>
internal sealed class PageCache : IDisposable
{
    private readonly BuildRecord _last;
    private readonly ModelBytes _models;
    private readonly ImmutableArray<BasisPart> _common;
    private readonly SortedRecords _pages = new();
    private readonly PartNames _names = new();
    private readonly Action<string>? _explain;
    private int _kept;
    private int _made;

    private PageCache(BuildRecord last, ModelBytes models, ImmutableArray<BasisPart> common, Action<string>? explain)
    {
        _last = last;
        _models = models;
        _common = common;
        _explain = explain;
    }

    /// <summary>Pages kept so far.</summary>
    public int Kept => _kept;

    /// <summary>Pages made so far.</summary>
    public int Made => _made;

    /// <summary>Opens the record of the last build; a missing or damaged one is an empty one.</summary>
    /// <param name="output">The folder being built.</param>
    /// <param name="theme">What all pages share.</param>
    /// <param name="models">Tells what models hold.</param>
    /// <param name="isUsed">Whether pages may be kept; the record of this build is written either way.</param>
    /// <param name="explain">Is told why each page is made that is not kept.</param>
    public static PageCache Open(OutputFolder output, ThemeContext theme, ModelBytes models, bool isUsed, Action<string>? explain)
    {
        var last = isUsed ? BuildRecord.Open(output.RecordPath) : BuildRecord.None;
        return new PageCache(last, models, [PageBasis.Part("program", Program), PageBasis.Part(models, "site.yml and theme", theme)], explain);
    }

    /// <summary>What a page is made from, the program and the settings included.</summary>
    /// <param name="page">The page.</param>
    /// <param name="source">The bytes published beside it as they are.</param>
    public PageBasis BasisOf(Page page, ReadOnlySpan<byte> source)
    {
        var own = PageBasis.Of(_models, page, source);
        return new PageBasis([.. _common, .. own.Parts]);
    }

    /// <summary>Keeps the page of the last build, where it is what this one would make.</summary>
    public bool TryKeep(Page page, PageBasis basis, OutputFolder output, Publication publication)
    {
        var last = _last.Find(page.Url);
        if (WhyNot(last, basis, output) is { } reason)
        {
            _explain?.Invoke($"{page.Url.Value}: {reason}");
            return false;
        }
        publication.Keep(page, last!);
        Remember(page.Url, last!);
        Interlocked.Increment(ref _kept);
        return true;
    }

    /// <summary>Remembers a page that was made.</summary>
    public void Add(Page page, PageBasis basis, IEnumerable<FileRecord> files)
    {
        Remember(page.Url, new PageRecord(basis, [.. files]));
        Interlocked.Increment(ref _made);
    }

    /// <summary>Writes the record, once the site is in its place.</summary>
    public void Save(OutputFolder output)
    {
        // Closed before another takes its place: not every system allows that with a file that is open.
        _last.Dispose();
        Directory.CreateDirectory(Path.GetDirectoryName(output.RecordPath)!);
        BuildRecord.Write(output.RecordPath, _pages.InOrder().Select(page => (page.Key, AsLeft(PageRecord.Read(new ByteReader(page.Record), _names), output))));
    }

    public void Dispose()
    {
        _last.Dispose();
        _pages.Dispose();
    }

    private void Remember(SiteUrl url, PageRecord page)
    {
        using var bytes = new ByteBuffer();
        page.Write(bytes, _names);
        _pages.Add(url.Value, bytes.Written.Span);
    }

    private static string? WhyNot(PageRecord? last, PageBasis basis, OutputFolder output) =>
        last is null ? "not in the record of the last build"
        : !last.Basis.Equals(basis) ? $"changed: {string.Join(", ", basis.DifferencesFrom(last.Basis))}"
        : last.Files.FirstOrDefault(file => !output.IsAsLeft(file)) is { } file ? $"{file.Path} is not as the last build left it"
        : null;

    private static PageRecord AsLeft(PageRecord page, OutputFolder output) => page with
    {
        Files = [.. page.Files.Select(file => file with { Written = File.GetLastWriteTimeUtc(output.PathOf(file.Path)).Ticks })],
    };

    /// <summary>The program and what it writes with: another build of any of these has another id.</summary>
    public static string Program { get; } = string.Join(' ', new[] { typeof(Site), typeof(Layout), typeof(PageCache), typeof(Markdown), typeof(HtmlRenderer), typeof(HtmlEncoder), typeof(string) }
        .Select(static type => type.Module.ModuleVersionId));
}
