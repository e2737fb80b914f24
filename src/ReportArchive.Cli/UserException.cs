namespace ReportArchive.Cli;

/// <summary>The call was wrong in a way its author can mend: one line and a hint, exit code 1.</summary>
internal sealed class UserException(string message, string hint = "") : Exception(message)
{
    /// <summary>What to type instead.</summary>
    public string Hint { get; } = hint;
}
