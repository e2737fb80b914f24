using System.Text.RegularExpressions;

namespace ReportArchive.Import;

/// <summary>What all patterns of the importer share.</summary>
internal static class Patterns
{
    /// <summary>Only named groups capture; upper and lower case are those of ASCII and Unicode, not of a country.</summary>
    public const RegexOptions Options = RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant;

    /// <summary>
    /// Milliseconds after which a match is given up. No pattern gets more than a few hundred characters to read, so this
    /// is never reached; it is there to bound the damage of a mistake.
    /// </summary>
    public const int Patience = 60_000;
}
