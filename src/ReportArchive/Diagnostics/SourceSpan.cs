namespace ReportArchive.Diagnostics;

/// <summary>A place in a source file that a person can go to.</summary>
/// <param name="File">Path as given on the command line, with forward slashes, e.g. <c>input/reports/370306/2023-gwr.md</c>.</param>
/// <param name="Line">Line, counted from 1; 0 when the whole file is meant.</param>
/// <param name="Column">Column in UTF-16 units, counted from 1; 0 when the whole line is meant.</param>
public readonly record struct SourceSpan(string File, int Line = 0, int Column = 0) : IComparable<SourceSpan>
{
    /// <summary>Orders by file (ordinal), then line, then column.</summary>
    public int CompareTo(SourceSpan other)
    {
        var byFile = string.CompareOrdinal(File, other.File);
        if (byFile != 0)
            return byFile;
        var byLine = Line.CompareTo(other.Line);
        return byLine != 0 ? byLine : Column.CompareTo(other.Column);
    }

    /// <summary>The form editors and terminals make clickable: <c>file:line:col</c>.</summary>
    public override string ToString() =>
        Line == 0 ? File : Column == 0 ? $"{File}:{Line}" : $"{File}:{Line}:{Column}";
}
