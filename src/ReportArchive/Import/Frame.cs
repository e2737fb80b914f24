using System.Collections.Immutable;
using ReportArchive.Reports;

namespace ReportArchive.Import;

/// <summary>What the lines above a report's text say of it. Whatever they do not say is absent.</summary>
/// <param name="Title">The title as it stands there, spaces dropped.</param>
/// <param name="Kind">The kind the title says.</param>
/// <param name="Date">Day of delivery.</param>
/// <param name="Meeting">The session, as named there.</param>
/// <param name="Speaker">Who delivered it.</param>
/// <param name="Office">The speaker's office.</param>
/// <param name="Hints">Labels of the list it stood in and other short lines, for telling places of one name apart.</param>
public sealed record Frame(
    string? Title,
    ReportKind? Kind,
    DateOnly? Date,
    string? Meeting,
    string? Speaker,
    string? Office,
    ImmutableArray<string> Hints)
{
    /// <summary>A frame that says nothing.</summary>
    public static Frame Empty { get; } = new(null, null, null, null, null, null, []);
}
