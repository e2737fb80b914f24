using ReportArchive.Concepts;
using ReportArchive.Places;
using ReportArchive.Reports;

namespace ReportArchive.Pages;

/// <summary>
/// The address of something this site publishes, below the base URL: begins with a slash, ends with a slash for a page
/// and with a file name for a file. Frozen once published.
/// </summary>
/// <param name="Value">E.g. <c>/r/370306/2023/gwr/</c>.</param>
public readonly record struct SiteUrl(string Value) : IComparable<SiteUrl>
{
    /// <summary>The home page.</summary>
    public static SiteUrl Home { get; } = new("/");

    /// <summary>The concepts.</summary>
    public static SiteUrl Concepts { get; } = new("/c/");

    /// <summary>Concepts side by side.</summary>
    public static SiteUrl Compare { get; } = new("/compare/");

    /// <summary>The places as a tree.</summary>
    public static SiteUrl Places { get; } = new("/p/");

    /// <summary>The years.</summary>
    public static SiteUrl Years { get; } = new("/y/");

    /// <summary>The kinds.</summary>
    public static SiteUrl Kinds { get; } = new("/k/");

    /// <summary>The search page.</summary>
    public static SiteUrl Search { get; } = new("/search/");

    /// <summary>The bulk downloads.</summary>
    public static SiteUrl Data { get; } = new("/data/");

    /// <summary>What the archive is and how to cite it.</summary>
    public static SiteUrl About { get; } = new("/about/");

    /// <summary>The page that finds a paragraph from a reference.</summary>
    public static SiteUrl Cite { get; } = new("/cite/");

    /// <summary>What a host shows for an address that leads nowhere.</summary>
    public static SiteUrl NotFound { get; } = new("/404.html");

    /// <summary>One edition of a report.</summary>
    public static SiteUrl Of(ReportId id, int edition) => new($"{Of(id).Value}v{edition}/");

    /// <summary>What reports have in common word for word.</summary>
    public static SiteUrl Parallels { get; } = new("/parallels/");

    /// <summary>A report side by side with those it shares passages with.</summary>
    public static SiteUrl ComparisonsOf(ReportId id) => new($"{Of(id).Value}with/");

    /// <summary>The id of a report's section on another one's page of comparisons, e.g. <c>370300-2023-gwr</c>.</summary>
    public static string ComparisonId(ReportId id) => $"{id.Place}-{id.Year}-{id.Kind.Key()}";

    /// <summary>One report.</summary>
    public static SiteUrl Of(ReportId id) => new($"/r/{id.Place}/{id.Year}/{id.Kind.Key()}/");

    /// <summary>One concept.</summary>
    public static SiteUrl Of(Slug slug) => new($"/c/{slug}/");

    /// <summary>One place.</summary>
    public static SiteUrl Of(PlaceCode code) => new($"/p/{code}/");

    /// <summary>One plan year.</summary>
    public static SiteUrl Of(PlanYear year) => new($"/y/{year}/");

    /// <summary>One kind.</summary>
    public static SiteUrl Of(ReportKind kind) => new($"/k/{kind.Key()}/");

    /// <summary>The address that serves a file: that of its folder for an <c>index.html</c>.</summary>
    public static SiteUrl OfFile(string path)
    {
        var name = path.LastIndexOf('/') + 1;
        return new SiteUrl("/" + (path.AsSpan(name).SequenceEqual("index.html") ? path[..name] : path));
    }

    /// <summary>A file beside this page.</summary>
    public SiteUrl File(string name) => new(Value + name);

    /// <summary>The path of the file that serves this address, without a leading slash: a page is the <c>index.html</c> of its folder.</summary>
    public string FilePath => Value[^1] == '/' ? Value[1..] + "index.html" : Value[1..];

    /// <summary>
    /// The link to write on the page at <paramref name="from"/>. Relative, so that the same bytes work below any base path
    /// and from any folder of any host.
    /// </summary>
    public string RelativeTo(SiteUrl from)
    {
        var source = from.Value.AsSpan(0, from.Value.LastIndexOf('/') + 1);
        var shared = 0;
        for (var i = 0; i < Math.Min(source.Length, Value.Length) && source[i] == Value[i]; i++)
        {
            if (source[i] == '/')
                shared = i + 1;
        }
        var ups = source[shared..].Count('/');
        var rest = Value.AsSpan(shared);
        return ups == 0
            ? rest.IsEmpty ? "./" : rest.ToString()
            : string.Concat(string.Concat(Enumerable.Repeat("../", ups)), rest);
    }

    /// <inheritdoc/>
    public int CompareTo(SiteUrl other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
