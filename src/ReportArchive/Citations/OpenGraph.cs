using System.Collections.Immutable;
using System.Globalization;
using ReportArchive.Reports;

namespace ReportArchive.Citations;

/// <summary>The Open Graph properties that make a link preview of a report's page: title, place, year, kind.</summary>
public static class OpenGraph
{
    /// <summary>Width and height of a preview image in pixels.</summary>
    public static (int Width, int Height) ImageSize => (1200, 630);

    /// <summary>The properties in their fixed order.</summary>
    public static ImmutableArray<MetaTag> Of(PageMetadata page) =>
    [
        new("og:type", "article"),
        new("og:title", page.Citation.Title),
        new("og:description", Description(page)),
        new("og:url", page.Citation.Url),
        new("og:site_name", page.Archive.Name),
        new("og:locale", "zh_CN"),
        .. Published(page.Citation.Issued),
        .. Image(page),
    ];

    /// <summary>The properties of any other page.</summary>
    public static ImmutableArray<MetaTag> Of(string title, string description, string url, string archive) =>
    [
        new("og:type", "website"),
        new("og:title", title),
        new("og:description", description),
        new("og:url", url),
        new("og:site_name", archive),
        new("og:locale", "zh_CN"),
    ];

    /// <summary><c>山东省淄博市周村区 · 2023年 · 政府工作报告 · 2023年1月7日在…会议上，区长李晓红</c>, as far as stated.</summary>
    public static string Description(PageMetadata page)
    {
        var head = $"{page.PlaceName} · {page.Year}年 · {page.Kind.Name()}";
        var delivery = Delivery(page.Citation);
        return delivery.Length == 0 ? head : $"{head} · {delivery}";
    }

    private static string Delivery(Citation work)
    {
        var day = work.Issued.Day is { } date ? $"{date.Year}年{date.Month}月{date.Day}日" : "";
        var meeting = work.Meeting is null ? "" : $"在{work.Meeting}上";
        var speaker = work.Speaker is null ? "" : $"{work.Office}{work.Speaker}";
        return (day + meeting).Length > 0 && speaker.Length > 0 ? $"{day}{meeting}，{speaker}" : day + meeting + speaker;
    }

    private static IEnumerable<MetaTag> Published(Issued issued) =>
        issued.Day is null ? [] : [new("article:published_time", issued.IsoDay)];

    private static IEnumerable<MetaTag> Image(PageMetadata page)
    {
        if (page.Image is not { } image)
            yield break;
        yield return new("og:image", image);
        yield return new("og:image:width", ImageSize.Width.ToString(CultureInfo.InvariantCulture));
        yield return new("og:image:height", ImageSize.Height.ToString(CultureInfo.InvariantCulture));
        yield return new("og:image:type", "image/png");
        yield return new("og:image:alt", page.Citation.Title);
        yield return new("twitter:card", "summary_large_image");
    }
}
