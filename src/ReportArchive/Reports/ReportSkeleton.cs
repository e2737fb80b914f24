using System.Collections.Immutable;
using ReportArchive.Import;
using ReportArchive.Places;
using ReportArchive.Schemas;

namespace ReportArchive.Reports;

/// <summary>What is known of a report before its text is there; what is not known stays empty.</summary>
/// <param name="Id">Identity.</param>
/// <param name="Place">Its place.</param>
/// <param name="PlacePath">Full name of the place from the province down.</param>
public sealed record ReportSkeleton(ReportId Id, Place Place, string PlacePath)
{
    /// <summary>Title in full; the usual one until somebody knows better.</summary>
    public string Title { get; init; } = TitleOf(Id, Place.Name);

    /// <summary>Day of delivery.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>The session it was delivered to.</summary>
    public string Meeting { get; init; } = "";

    /// <summary>Who delivered it.</summary>
    public string Speaker { get; init; } = "";

    /// <summary>The speaker's office.</summary>
    public string Office { get; init; } = "";

    /// <summary>Who published the text.</summary>
    public string SourceName { get; init; } = $"{Place.Name}人民政府";

    /// <summary>Address it was read from.</summary>
    public string SourceUrl { get; init; } = "";

    /// <summary>The skeleton of a report of a place.</summary>
    public static ReportSkeleton Of(ReportId id, PlaceTable places)
    {
        ArgumentNullException.ThrowIfNull(places);
        return new(id, places.Path(id.Place)[^1], places.FullName(id.Place));
    }

    /// <summary>The Markdown file, ready for the text to be pasted in.</summary>
    public string Write()
    {
        ImmutableArray<Source> sources = SourceName.Length == 0 ? [] : [new Source(SourceName, SourceUrl, Retrieved: null, Sha256: null, Complete: null)];
        var matter = new FrontMatter(Title, Place, Id.Year, Id.Kind, Date, Meeting, Speaker, Office, [], sources);
        var text = MarkdownWriter.FrontMatterOf(matter, PlacePath);
        return text.Insert(text.IndexOf('\n', StringComparison.Ordinal) + 1, EditorFiles.SchemaLine("report", depth: 2) + "\n") + "各位代表：\n\n## 一、\n";
    }

    private static string TitleOf(ReportId id, string place) => id.Kind switch
    {
        ReportKind.GovernmentWork => $"{id.Year}年{place}政府工作报告",
        ReportKind.Plan => $"关于{place}{id.Year.Value - 1}年国民经济和社会发展计划执行情况与{id.Year}年计划草案的报告",
        _ => $"关于{place}{id.Year.Value - 1}年预算执行情况和{id.Year}年预算草案的报告",
    };
}
