using System.Collections.Immutable;
using ReportArchive.Anchors;
using ReportArchive.Import;
using ReportArchive.Reports;

namespace ReportArchive.Changes;

/// <summary>One thing that cleaning did, with the words around it.</summary>
/// <param name="Rule">The rule that did it, as the edit log names it; <see cref="Cleaning.ByHand"/> for what an editor did afterwards.</param>
/// <param name="Lead">What stands before it; empty where the dump's text is not at hand.</param>
/// <param name="Before">What stood there.</param>
/// <param name="After">What stands there now.</param>
/// <param name="Follow">What stands after it.</param>
public readonly record struct CleaningEdit(string Rule, string Lead, string Before, string After, string Follow);

/// <summary>What became of a dump on its way to a report, for whoever has to trust it.</summary>
/// <param name="Dump">Name of the dump.</param>
/// <param name="Edits">What was done, in the order of the text; what was dropped around the report first.</param>
public sealed record Cleaning(string Dump, ImmutableArray<CleaningEdit> Edits)
{
    /// <summary>The rule of what differs from the importer's work.</summary>
    public const string ByHand = "by-hand";

    private const int Context = 12;

    /// <summary>What a log says of a report; null where the report is not from its dump.</summary>
    /// <param name="log">The log of the dump.</param>
    /// <param name="report">The report.</param>
    /// <param name="raw">The dump's text, for the words around an edit; null where it is not at hand.</param>
    public static Cleaning? Of(EditLog log, ReportId report, string? raw)
    {
        ArgumentNullException.ThrowIfNull(log);
        var id = report.ToString();
        if (!log.Edits.Any(edit => string.Equals(edit.Report, id, StringComparison.Ordinal)))
            return null;
        var around = log.Edits.Where(static edit => edit.Report is null);
        var own = log.Edits.Where(edit => string.Equals(edit.Report, id, StringComparison.Ordinal));
        return new Cleaning(log.Dump, [.. around.Concat(own).Select(edit => InContext(edit, raw))]);
    }

    /// <summary>With what an editor changed after the import.</summary>
    /// <param name="imported">The file as the importer makes it.</param>
    /// <param name="committed">The file as it is.</param>
    public Cleaning With(string imported, string committed)
    {
        var edits = Edits.ToBuilder();
        var runs = TextDiff.Between(imported, committed);
        for (var i = 0; i < runs.Length; i++)
        {
            if (runs[i].Kind == DiffKind.Same)
                continue;
            var lead = i > 0 && runs[i - 1].Kind == DiffKind.Same ? Last(runs[i - 1].Text) : "";
            var before = runs[i].Kind == DiffKind.Deleted ? runs[i].Text : "";
            var after = runs[i].Kind == DiffKind.Inserted ? runs[i].Text : i + 1 < runs.Length && runs[i + 1].Kind == DiffKind.Inserted ? runs[++i].Text : "";
            edits.Add(new CleaningEdit(ByHand, lead, before, after, i + 1 < runs.Length ? First(runs[i + 1].Text) : ""));
        }
        return this with { Edits = edits.ToImmutable() };
    }

    private static CleaningEdit InContext(LoggedEdit edit, string? raw) => raw is null
        ? new CleaningEdit(edit.Rule, "", edit.Before, edit.After, "")
        : new CleaningEdit(edit.Rule, Last(raw[..edit.Offset]), edit.Before, edit.After, First(raw[(edit.Offset + edit.Before.Length)..]));

    private static string Last(string text) => text.Length <= Context ? text : text[^Context..];

    private static string First(string text) => text.Length <= Context ? text : text[..Context];
}
