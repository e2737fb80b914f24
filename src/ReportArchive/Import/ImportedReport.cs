using ReportArchive.Reports;
using ReportArchive.Text;

namespace ReportArchive.Import;

/// <summary>What an import does to a report of the archive.</summary>
public enum ImportOutcome
{
    /// <summary>It is new.</summary>
    Added,

    /// <summary>The archive has it, from these very dumps.</summary>
    Unchanged,

    /// <summary>The archive has it; a dump becomes a further witness.</summary>
    Witnessed,

    /// <summary>The archive had a part of it; its text is taken from the fuller dump.</summary>
    Completed,

    /// <summary>The archive has another text under the same place, year and kind; nothing is written.</summary>
    Conflicting,
}

/// <summary>A report as the importer would write it.</summary>
/// <param name="Id">Place, plan year and kind.</param>
/// <param name="Path">Its file below the reports folder: <c>370306/2023-gwr.md</c>.</param>
/// <param name="Markdown">The file's text.</param>
/// <param name="Variants">The variants file beside it; null where its witnesses do not differ.</param>
/// <param name="Witnesses">The dumps of this import that hold it.</param>
/// <param name="Outcome">What becomes of the archive's file.</param>
public sealed record ImportedReport(ReportId Id, string Path, string Markdown, VariantsFile? Variants, Witnesses Witnesses, ImportOutcome Outcome)
{
    /// <summary>The Markdown traced back to the dump it was made from; none where the text is the archive's own.</summary>
    internal TracedText? Traced { get; init; }
}
