using ReportArchive.Diagnostics;

namespace ReportArchive.Cli;

/// <summary>Writes diagnostics for people: errors and warnings with their hints, then a count.</summary>
internal static class DiagnosticPrinter
{
    private const int MostWarnings = 20;

    /// <summary>All errors; the first warnings, or all when asked to be verbose.</summary>
    public static void Print(IReadOnlyCollection<Diagnostic> diagnostics, Terminal terminal)
    {
        var warnings = 0;
        foreach (var diagnostic in diagnostics)
        {
            if (diagnostic.Severity != Severity.Error && (terminal.IsQuiet || (warnings++ >= MostWarnings && !terminal.IsVerbose)))
                continue;
            Console.Error.WriteLine(Coloured(diagnostic));
            if (diagnostic.Hint.Length > 0)
                Console.Error.WriteLine($"  hint: {diagnostic.Hint}");
        }
        if (warnings > MostWarnings && !terminal.IsVerbose && !terminal.IsQuiet)
            Console.Error.WriteLine($"… and {warnings - MostWarnings} more warnings; --verbose shows them all");
        var errors = diagnostics.Count(static diagnostic => diagnostic.Severity == Severity.Error);
        if (errors > 0)
            Console.Error.WriteLine($"{errors} {(errors == 1 ? "error" : "errors")}, {warnings} {(warnings == 1 ? "warning" : "warnings")}");
    }

    private static string Coloured(Diagnostic diagnostic)
    {
        var line = diagnostic.ToString();
        if (!Terminal.HasColours)
            return line;
        var colour = diagnostic.Severity == Severity.Error ? "31" : "33";
        return $"\u001b[{colour}m{line}\u001b[0m";
    }
}
