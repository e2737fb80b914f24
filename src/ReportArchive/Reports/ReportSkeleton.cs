using System.Text;
using ReportArchive.Places;
using ReportArchive.Schemas;

namespace ReportArchive.Reports;

/// <summary>What is known of a report before its text is there; what is not known stays empty.</summary>
/// <param name="Id">Identity.</param>
/// <param name="Place">Its place: full name from the province down.</param>
/// <param name="PlaceName">The place's own name.</param>
public sealed record ReportSkeleton(ReportId Id, string Place, string PlaceName)
{
    /// <summary>Title in full; the usual one until somebody knows better.</summary>
    public string Title { get; init; } = TitleOf(Id, PlaceName);

    /// <summary>Day of delivery, <c>yyyy-MM-dd</c>.</summary>
    public string Date { get; init; } = "";

    /// <summary>The session it was delivered to.</summary>
    public string Meeting { get; init; } = "";

    /// <summary>Who delivered it.</summary>
    public string Speaker { get; init; } = "";

    /// <summary>The speaker's office.</summary>
    public string Office { get; init; } = "";

    /// <summary>Who published the text.</summary>
    public string SourceName { get; init; } = $"{PlaceName}人民政府";

    /// <summary>Address it was read from.</summary>
    public string SourceUrl { get; init; } = "";

    /// <summary>The skeleton of a report of a place.</summary>
    public static ReportSkeleton Of(ReportId id, PlaceTable places)
    {
        ArgumentNullException.ThrowIfNull(places);
        return new(id, places.FullName(id.Place), places.Path(id.Place)[^1].Name);
    }

    /// <summary>The Markdown file, ready for the text to be pasted in.</summary>
    public string Write()
    {
        var yaml = new StringBuilder($"---\n{EditorFiles.SchemaLine("report", depth: 2)}\n");
        Line(yaml, ReportKeys.Title, Title);
        Line(yaml, ReportKeys.Place, Place);
        Line(yaml, ReportKeys.Year, Id.Year.ToString());
        Line(yaml, ReportKeys.Kind, Id.Kind.Key());
        Line(yaml, ReportKeys.Date, Date);
        Line(yaml, ReportKeys.Meeting, Meeting);
        Line(yaml, ReportKeys.Speaker, Speaker);
        Line(yaml, ReportKeys.Office, Office);
        yaml.Append(ReportKeys.Source).Append(":\n");
        Line(yaml, $"  - {ReportKeys.SourceName}", SourceName);
        Line(yaml, $"    {ReportKeys.SourceUrl}", SourceUrl);
        Line(yaml, $"    {ReportKeys.SourceRetrieved}", "");
        Line(yaml, $"    {ReportKeys.SourceComplete}", "");
        return yaml.Append("---\n各位代表：\n\n## 一、\n").ToString();
    }

    private static void Line(StringBuilder yaml, string key, string value) =>
        yaml.Append(key).Append(value.Length == 0 ? ":" : ": ").Append(Quoted(value)).Append('\n');

    /// <summary>A value as YAML: plain where it may be, in double quotation marks where it holds what YAML takes for its own.</summary>
    private static string Quoted(string value)
    {
        var plain = value.Length == 0
            || (!value.Contains(": ", StringComparison.Ordinal) && !value.Contains(" #", StringComparison.Ordinal) && value[^1] != ':'
                && !"-?:,[]{}#&*!|>'\"%@` ".Contains(value[0], StringComparison.Ordinal) && value is not ("true" or "false" or "null" or "~"));
        return plain ? value : $"\"{value.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
    }

    private static string TitleOf(ReportId id, string place) => id.Kind switch
    {
        ReportKind.GovernmentWork => $"{id.Year}年{place}政府工作报告",
        ReportKind.Plan => $"关于{place}{id.Year.Value - 1}年国民经济和社会发展计划执行情况与{id.Year}年计划草案的报告",
        _ => $"关于{place}{id.Year.Value - 1}年预算执行情况和{id.Year}年预算草案的报告",
    };
}
