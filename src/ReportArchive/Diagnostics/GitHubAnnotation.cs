namespace ReportArchive.Diagnostics;

/// <summary>A diagnostic as a workflow command, which GitHub shows at the line of a pull request.</summary>
public static class GitHubAnnotation
{
    /// <summary><c>::error file=…,line=…,col=…,title=RA0007::message%0Ahint</c>, escaped as the runner asks.</summary>
    public static string Of(Diagnostic diagnostic)
    {
        var level = diagnostic.Severity switch { Severity.Error => "error", Severity.Warning => "warning", _ => "notice" };
        var at = $"file={Property(diagnostic.Span.File)}"
            + (diagnostic.Span.Line > 0 ? $",line={diagnostic.Span.Line}" : "")
            + (diagnostic.Span.Column > 0 ? $",col={diagnostic.Span.Column}" : "");
        var text = diagnostic.Hint.Length > 0 ? $"{diagnostic.Message}\n{diagnostic.Hint}" : diagnostic.Message;
        return $"::{level} {at},title={diagnostic.Code}::{Data(text)}";
    }

    private static string Data(string text) =>
        text.Replace("%", "%25", StringComparison.Ordinal).Replace("\r", "%0D", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) =>
        Data(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);
}
