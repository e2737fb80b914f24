using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.Encodings.Web;
using Markdig;
using Microsoft.AspNetCore.Components.Web;
using ReportArchive.Caching;
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
internal sealed class PageCache
{
    private readonly BuildRecord _last;
    private readonly ModelBytes _models;
    private readonly ImmutableArray<BasisPart> _common;
    private readonly ConcurrentDictionary<string, PageRecord> _pages = new(StringComparer.Ordinal);
    private readonly Action<string>? _explain;
    private int _kept;

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
    public int Made => _pages.Count - _kept;

    /// <summary>Opens the record of the last build; a missing or damaged one is an empty one.</summary>
    /// <param name="output">The folder being built.</param>
    /// <param name="theme">What all pages share.</param>
    /// <param name="models">Tells what models hold.</param>
    /// <param name="isUsed">Whether pages may be kept; the record of this build is written either way.</param>
    /// <param name="explain">Is told why each page is made that is not kept.</param>
    public static PageCache Open(OutputFolder output, ThemeContext theme, ModelBytes models, bool isUsed, Action<string>? explain)
    {
        var last = isUsed && File.Exists(output.RecordPath) ? BuildRecord.Read(File.ReadAllBytes(output.RecordPath)) : BuildRecord.None;
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
        var last = _last.Pages.GetValueOrDefault(page.Url.Value);
        if (WhyNot(last, basis, output) is { } reason)
        {
            _explain?.Invoke($"{page.Url.Value}: {reason}");
            return false;
        }
        publication.Keep(page, last!);
        _pages[page.Url.Value] = last!;
        Interlocked.Increment(ref _kept);
        return true;
    }

    /// <summary>Remembers a page that was made.</summary>
    public void Add(Page page, PageBasis basis, IEnumerable<FileRecord> files) => _pages[page.Url.Value] = new PageRecord(basis, [.. files]);

    /// <summary>Writes the record, once the site is in its place.</summary>
    public void Save(OutputFolder output)
    {
        var pages = _pages.ToDictionary(static page => page.Key, page => AsLeft(page.Value, output), StringComparer.Ordinal);
        Directory.CreateDirectory(Path.GetDirectoryName(output.RecordPath)!);
        var unfinished = output.RecordPath + ".new";
        File.WriteAllBytes(unfinished, BuildRecord.Write(pages));
        File.Move(unfinished, output.RecordPath, overwrite: true);
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
