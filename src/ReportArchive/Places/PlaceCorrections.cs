using System.Collections.Immutable;
using ReportArchive.Diagnostics;

namespace ReportArchive.Places;

/// <summary>
/// Reads <c>input/places.csv</c>: a header, then one place a line. Former names are separated by <c>|</c>; an empty field
/// leaves what the table has; the note is for people.
/// </summary>
public static class PlaceCorrections
{
    /// <summary>The first line that the file must have.</summary>
    public const string Header = PlaceRow.Columns;

    /// <summary>The rows that can be read, and an error RA0103 for each of the others.</summary>
    /// <param name="csvText">The file's text; a byte order mark, LF or CRLF, blank lines and white space around fields are accepted.</param>
    /// <param name="file">The file's name for messages.</param>
    public static (ImmutableArray<PlaceCorrection> Corrections, ImmutableArray<Diagnostic> Diagnostics) Read(string csvText, string file)
    {
        ArgumentNullException.ThrowIfNull(csvText);
        var lines = csvText.TrimStart('\uFEFF').Split('\n');
        if (!string.Equals(lines[0].Trim(), Header, StringComparison.Ordinal))
            return ([], [Diagnostic.Error("RA0103", new SourceSpan(file, 1, 1), "the first line does not name the columns", $"write {Header}")]);

        var lineOf = new Dictionary<PlaceCode, int>();
        var corrections = ImmutableArray.CreateBuilder<PlaceCorrection>();
        var diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
        foreach (var (index, line) in lines.Index().Skip(1).Where(line => !string.IsNullOrWhiteSpace(line.Item)))
        {
            var row = new PlaceRow(new SourceSpan(file, index + 1, 1), CsvLine.Split(line.TrimEnd('\r')));
            if (row.Fault() is { } fault)
                diagnostics.Add(fault);
            else if (row.Read() is var correction && lineOf.TryAdd(correction.Code, index + 1))
                corrections.Add(correction);
            else
                diagnostics.Add(row.CodeFault($"{correction.Code} stands in line {lineOf[correction.Code]} already", "keep one row; several former names go into one field, separated by |"));
        }
        return (corrections.ToImmutable(), diagnostics.ToImmutable());
    }

    /// <summary>An error RA0103 for each correction that hangs in the air: its parent, or any place above it, does not exist.</summary>
    public static ImmutableArray<Diagnostic> Check(IReadOnlyCollection<PlaceCorrection> corrections, PlaceTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        var corrected = table.With(corrections);
        return
        [
            .. from correction in corrections
               let message = Misplaced(correction, corrected)
               where message is not null
               select Diagnostic.Error("RA0103", correction.Span, message, "add the place above in a row of its own, or correct the code"),
        ];
    }

    private static string? Misplaced(PlaceCorrection correction, PlaceTable corrected)
    {
        if (correction.Parent is { } parent && corrected.Find(parent) is null)
            return $"the parent {parent} of {correction.Code} {correction.Name} does not exist";
        var hangs = correction.Code.Level != PlaceLevel.Province && corrected.Find(correction.Code)?.Parent is null;
        return hangs ? $"no place above {correction.Code} {correction.Name} exists" : null;
    }
}
