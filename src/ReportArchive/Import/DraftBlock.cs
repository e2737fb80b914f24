using ReportArchive.Reports;
using ReportArchive.Text;

namespace ReportArchive.Import;

/// <summary>A block of a report that is being cleaned.</summary>
/// <param name="Range">Its characters in the normalised text.</param>
/// <param name="Kind">Heading, paragraph or table.</param>
/// <param name="Level">2 to 6 for a heading, 0 otherwise.</param>
internal readonly record struct DraftBlock(TextRange Range, BlockKind Kind, int Level);
