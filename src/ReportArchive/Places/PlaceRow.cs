using System.Collections.Immutable;
using ReportArchive.Diagnostics;

namespace ReportArchive.Places;

/// <summary>One row of <c>places.csv</c> as text: looked over first, then read.</summary>
internal readonly struct PlaceRow(SourceSpan start, CsvLine line)
{
    internal const string Columns = "code,name,former_names,parent,note";
    private const int ColumnCount = 5;

    private CsvField Code => line.Fields[0];

    private CsvField Name => line.Fields[1];

    private CsvField FormerNames => line.Fields[2];

    private CsvField Parent => line.Fields[3];

    /// <summary>What is wrong with the row; null when <see cref="Read"/> can read it.</summary>
    internal Diagnostic? Fault() =>
        line.Fault is var (column, message) ? FaultAt(column, message, "double every quotation mark inside a quoted field")
        : line.Fields.Length != ColumnCount ? FaultAt(1, $"the row has {line.Fields.Length} fields instead of {ColumnCount}", $"the columns are {Columns}; an empty field still needs its comma")
        : CodeFault() ?? NameFault() ?? FormerNamesFault() ?? ParentFault();

    /// <summary>An error at the row's code.</summary>
    internal Diagnostic CodeFault(string message, string hint) => FaultAt(Code.Column, message, hint);

    /// <summary>The row's meaning.</summary>
    internal PlaceCorrection Read() => new(
        PlaceCode.Parse(Code.Text),
        Name.Text,
        Listed(FormerNames.Text),
        Parent.Text.Length == 0 ? null : PlaceCode.Parse(Parent.Text))
    { Span = start };

    private Diagnostic? CodeFault() =>
        PlaceCode.TryParse(Code.Text, out _) ? null
        : CodeFault($"'{Code.Text}' is not a place code", "write six digits down to a county, nine for a town");

    private Diagnostic? NameFault() =>
        IsName(Name.Text) ? null
        : FaultAt(Name.Column, $"'{Name.Text}' is not the name of a place", "write the name in full, without the places above it");

    private Diagnostic? FormerNamesFault()
    {
        var names = Listed(FormerNames.Text);
        if (names.FirstOrDefault(former => !IsName(former)) is { } faulty)
            return FaultAt(FormerNames.Column, $"'{faulty}' is not the name of a place", "separate former names by |, each in full, without the places above it");
        return names.Contains(Name.Text, StringComparer.Ordinal)
            ? FaultAt(FormerNames.Column, $"'{Name.Text}' is the name of today and a former name", "leave it out of the former names")
            : null;
    }

    private Diagnostic? ParentFault()
    {
        if (Parent.Text.Length == 0)
            return null;
        if (!PlaceCode.TryParse(Parent.Text, out var parent))
            return FaultAt(Parent.Column, $"'{Parent.Text}' is not a place code", "write the six digits of the place above, or leave the field empty");
        return parent.Level < PlaceCode.Parse(Code.Text).Level ? null
            : FaultAt(Parent.Column, $"{parent} is not of a higher level than {Code.Text}", "write the code of a place that can contain it, or leave the field empty");
    }

    private Diagnostic FaultAt(int column, string message, string hint) =>
        Diagnostic.Error("RA0103", start with { Column = column }, message, hint);

    private static ImmutableArray<string> Listed(string text) =>
        [.. text.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];

    private static bool IsName(string text) =>
        text.Length >= 2 && !text.AsSpan().ContainsAny("/|\"") && !text.Any(char.IsWhiteSpace) && !char.IsAsciiDigit(text[0]);
}
