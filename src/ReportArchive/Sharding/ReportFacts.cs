using System.Collections.Immutable;
using ReportArchive.Anchors;
using ReportArchive.Diagnostics;

namespace ReportArchive.Sharding;

/// <summary>All that reading a report's file comes to.</summary>
/// <param name="File">The file, as its diagnostics name it.</param>
/// <param name="Published">The report; none where it cannot be published.</param>
/// <param name="Diagnostics">What is wrong with the file and with those beside it.</param>
public sealed record ReportFacts(string File, PublishedReport? Published, ImmutableArray<Diagnostic> Diagnostics);
