using System.Collections.Immutable;
using System.Globalization;
using ReportArchive.Places;
using ReportArchive.Reports;

namespace ReportArchive.Citations;

/// <summary>What kind of work is cited: it decides the type mark of every form.</summary>
public enum CitedWork
{
    /// <summary>A report: [R/OL], <c>@techreport</c>, <c>RPRT</c>.</summary>
    Report,

    /// <summary>A page of the archive itself, such as a concept: [EB/OL], <c>@misc</c>, <c>ELEC</c>.</summary>
    Entry,
}

/// <summary>What a reference to one work says, before any style shapes it.</summary>
/// <param name="Work">Report or entry.</param>
/// <param name="Key">Name of the work in citation files: ASCII, begins with a letter, e.g. <c>gwr-370306-2023</c>.</param>
/// <param name="Title">Title in full.</param>
/// <param name="Author">Institution answering for the work: a government, or the archive for its own pages.</param>
/// <param name="Issued">When it was issued.</param>
/// <param name="Url">Absolute address, with a fragment when a paragraph is cited.</param>
/// <param name="Meeting">Session a report was delivered to, where stated.</param>
/// <param name="Speaker">Who delivered it, where stated: a contributor, never the author.</param>
/// <param name="Office">The speaker's office, where stated.</param>
/// <param name="Keywords">Labels of the concepts found in it.</param>
public sealed record Citation(
    CitedWork Work,
    string Key,
    string Title,
    string Author,
    Issued Issued,
    string Url,
    string? Meeting,
    string? Speaker,
    string? Office,
    ImmutableArray<string> Keywords)
{
    /// <summary>The language of every work of the archive, as BCP 47.</summary>
    public const string Language = "zh-CN";

    /// <summary>The reference to a report.</summary>
    /// <param name="matter">Its front matter.</param>
    /// <param name="path">Its places from the province down to its own.</param>
    /// <param name="url">Absolute address of its page.</param>
    /// <param name="keywords">Labels of the concepts found in it.</param>
    public static Citation Of(FrontMatter matter, IReadOnlyList<Place> path, string url, IEnumerable<string> keywords) => new(
        CitedWork.Report,
        $"{matter.Kind.Key()}-{matter.Place.Code}-{matter.Year}",
        matter.Title,
        Institution.Name(path, matter.Title, matter.Meeting),
        Issued.On(matter.Date, matter.Year),
        url,
        matter.Meeting,
        matter.Speaker,
        matter.Office,
        [.. keywords]);

    /// <summary>The reference to a page that the archive itself writes and goes on editing: it has no date of its own.</summary>
    /// <param name="key">Name in citation files, ASCII.</param>
    /// <param name="title">Title of the page.</param>
    /// <param name="archive">Name of the archive.</param>
    /// <param name="url">Absolute address.</param>
    public static Citation OfEntry(string key, string title, string archive, string url) => new(
        CitedWork.Entry, key, title, archive, default, url, Meeting: null, Speaker: null, Office: null, []);

    /// <summary>The same reference to one paragraph: only the address says which.</summary>
    public Citation At(AnchorId anchor) => this with { Url = string.Create(CultureInfo.InvariantCulture, $"{Url}#{anchor}") };
}
