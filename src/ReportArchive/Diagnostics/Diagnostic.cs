namespace ReportArchive.Diagnostics;

/// <summary>How bad a <see cref="Diagnostic"/> is. Errors make <c>build</c> and <c>check</c> exit with 1.</summary>
public enum Severity
{
    /// <summary>Worth knowing; nothing needs doing.</summary>
    Info,

    /// <summary>Probably not what the editor meant; the site is still built.</summary>
    Warning,

    /// <summary>The content cannot be published like this.</summary>
    Error,
}

/// <summary>Something about the content that a person should know: what, where, and what to type instead.</summary>
/// <param name="Code">Stable number such as <c>RA0007</c>; each is described in <see cref="DiagnosticCatalog"/>.</param>
/// <param name="Severity">Whether it stops publication.</param>
/// <param name="Span">Where it is.</param>
/// <param name="Message">What is wrong, one sentence without a final stop.</param>
/// <param name="Hint">What to type or do instead; empty when the message says it all.</param>
public sealed record Diagnostic(string Code, Severity Severity, SourceSpan Span, string Message, string Hint = "")
{
    /// <summary>An error at <paramref name="span"/>.</summary>
    public static Diagnostic Error(string code, SourceSpan span, string message, string hint = "") =>
        new(code, Severity.Error, span, message, hint);

    /// <summary>A warning at <paramref name="span"/>.</summary>
    public static Diagnostic Warning(string code, SourceSpan span, string message, string hint = "") =>
        new(code, Severity.Warning, span, message, hint);

    /// <summary>By place, then code, then message: the same content gives the same list, however it was read.</summary>
    public static int Compare(Diagnostic a, Diagnostic b)
    {
        var byPlace = a.Span.CompareTo(b.Span);
        if (byPlace != 0)
            return byPlace;
        var byCode = string.CompareOrdinal(a.Code, b.Code);
        return byCode != 0 ? byCode : string.CompareOrdinal(a.Message, b.Message);
    }

    /// <summary>The one-line form: <c>file:line:col: error RA0007: message</c>.</summary>
    public override string ToString() =>
        $"{Span}: {Severity.ToString().ToLowerInvariant()} {Code}: {Message}";
}
