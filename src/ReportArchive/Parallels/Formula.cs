using System.Collections.Immutable;

namespace ReportArchive.Parallels;

/// <summary>Words that so many places use alike that they tell nothing of any two of them: 现在，我代表区人民政府向大会报告工作….</summary>
/// <param name="Text">The words.</param>
/// <param name="Reports">Indexes of the reports they stand in, in order.</param>
public sealed record Formula(string Text, ImmutableArray<int> Reports);
