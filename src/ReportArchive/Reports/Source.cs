namespace ReportArchive.Reports;

/// <summary>Where a report's text came from: one witness of it.</summary>
/// <param name="Name">Who published it, or what the dump was.</param>
/// <param name="Url">Address it was read from, if known.</param>
/// <param name="Retrieved">Day it was read, if known.</param>
/// <param name="Sha256">Hash of the raw dump's bytes, 64 lower-case hex digits, if known.</param>
/// <param name="Complete">Whether the witness holds the whole report; none when nobody has judged.</param>
public sealed record Source(string Name, string? Url, DateOnly? Retrieved, string? Sha256, bool? Complete);
