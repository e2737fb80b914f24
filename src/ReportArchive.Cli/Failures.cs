namespace ReportArchive.Cli;

/// <summary>The program's exit codes, and how what went wrong becomes one.</summary>
internal static class Failures
{
    /// <summary>Done.</summary>
    public const int None = 0;

    /// <summary>The content or the call is wrong; whoever typed it can mend it.</summary>
    public const int User = 1;

    /// <summary>The program or the machine failed.</summary>
    public const int Machine = 2;

    /// <summary>Runs the program and turns what it throws into a message on stderr and an exit code.</summary>
    public static async Task<int> GuardAsync(Func<Task<int>> run)
    {
        try
        {
            return await run();
        }
        catch (UserException e)
        {
            Complain(e.Message, e.Hint);
            return User;
        }
        catch (OperationCanceledException)
        {
            Complain("interrupted", "");
            return Machine;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Complain(e.Message, "check free disk space and the rights to the folder");
            return Machine;
        }
#pragma warning disable CA1031 // The last resort: a bug is reported as one, with all that helps to find it.
        catch (Exception e)
#pragma warning restore CA1031
        {
            Complain($"this is a bug in report-archive: {e}", "please report it with the message above");
            return Machine;
        }
    }

    private static void Complain(string message, string hint)
    {
        Console.Error.WriteLine($"error: {message}");
        if (hint.Length > 0)
            Console.Error.WriteLine($"  hint: {hint}");
    }
}
