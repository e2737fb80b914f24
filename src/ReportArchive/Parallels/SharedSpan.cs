namespace ReportArchive.Parallels;

/// <summary>A run of characters that two reports have in common, and that cannot be lengthened on either side.</summary>
/// <param name="Block">Block of the report it is looked at from.</param>
/// <param name="Start">Offset in that block's text.</param>
/// <param name="Length">Number of characters (UTF-16 units), at least thirty.</param>
/// <param name="Other">Index of the other report.</param>
/// <param name="OtherBlock">Block of the other report.</param>
/// <param name="OtherStart">Offset in that block's text.</param>
public readonly record struct SharedSpan(int Block, int Start, int Length, int Other, int OtherBlock, int OtherStart)
{
    /// <summary>Offset after the last character.</summary>
    public int End => Start + Length;

    /// <summary>The characters.</summary>
    /// <param name="report">The report it is looked at from.</param>
    public string TextIn(Reports.Report report) => report.Body[Block].Text.Substring(Start, Length);
}
