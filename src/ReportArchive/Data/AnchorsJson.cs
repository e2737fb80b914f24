using ReportArchive.Anchors;
using ReportArchive.Reports;

namespace ReportArchive.Data;

/// <summary>What edits do to anchors, for programs and for people.</summary>
public static class AnchorsJson
{
    private const int Excerpt = 24;

    /// <summary>A list of the reports that differ from their last publication, with every change.</summary>
    public static byte[] Write(IEnumerable<(ReportId Id, Assignment Assignment)> reports) => Json.Write(json =>
    {
        json.WriteStartArray();
        foreach (var (id, assignment) in reports.Where(static report => !report.Assignment.IsPublished))
        {
            json.WriteStartObject();
            json.WriteString("id", id.ToString());
            json.WriteNumber("edition", (assignment.Ledger?.Current.Number ?? 0) + 1);
            json.WriteString("next", assignment.Next.ToString());
            json.Objects("changes", assignment.Changes, change =>
            {
                json.WriteString("change", change.Kind.ToString().ToLowerInvariant());
                json.WriteString("anchor", change.Anchor.ToString());
                json.WriteString("other", change.Other?.ToString());
                json.WriteString("before", change.Before);
                json.WriteString("after", change.After);
            });
            json.WriteEndObject();
        }
        json.WriteEndArray();
    });

    /// <summary>A change on one line: <c>p17 edited: 「…45条…」→「…54条…」</c>.</summary>
    public static string Describe(AnchorChange change) => change.Kind switch
    {
        ChangeKind.Added => $"{change.Anchor} added: {Short(change.After!)}",
        ChangeKind.Split => $"{change.Anchor} split, {change.Other} new: {Short(change.After!)}",
        ChangeKind.Merged => $"{change.Anchor} merged into {change.Other}: {Short(change.Before!)}",
        ChangeKind.Deleted => $"{change.Anchor} deleted: {Short(change.Before!)}",
        ChangeKind.Moved => $"{change.Anchor} moved: {Short(change.After!)}",
        ChangeKind.Restored => $"{change.Anchor} restored: {Short(change.After!)}",
        _ => $"{change.Anchor} edited: {Differences(change.Before!, change.After!)}",
    };

    private static string Differences(string before, string after)
    {
        var runs = TextDiff.Between(before, after);
        return runs.All(static run => run.Kind == DiffKind.Same)
            ? "heading level or kind"
            : string.Concat(runs.Select(static run => run.Kind switch
            {
                DiffKind.Deleted => $"[-{Short(run.Text)}-]",
                DiffKind.Inserted => $"[+{Short(run.Text)}+]",
                _ => run.Text.Length <= Excerpt / 2 ? run.Text : "…",
            }));
    }

    private static string Short(string text) => (text.Length <= Excerpt ? text : text[..Excerpt] + "…").ReplaceLineEndings(" ");
}
