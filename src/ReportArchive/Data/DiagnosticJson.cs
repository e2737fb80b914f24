using ReportArchive.Diagnostics;

namespace ReportArchive.Data;

/// <summary><c>check --format json</c>: one document, a list of diagnostics.</summary>
public static class DiagnosticJson
{
    /// <summary>Writes the list in the given order; a line or column that is not known is 0.</summary>
    public static byte[] Write(IEnumerable<Diagnostic> diagnostics) => Json.Write(json =>
    {
        json.WriteStartArray();
        foreach (var diagnostic in diagnostics)
        {
            json.WriteStartObject();
            json.WriteString("code", diagnostic.Code);
            json.WriteString("severity", diagnostic.Severity.ToString().ToLowerInvariant());
            json.WriteString("file", diagnostic.Span.File);
            json.WriteNumber("line", diagnostic.Span.Line);
            json.WriteNumber("column", diagnostic.Span.Column);
            json.WriteString("message", diagnostic.Message);
            json.WriteString("hint", diagnostic.Hint);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    });
}
