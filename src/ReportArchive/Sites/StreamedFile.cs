using ReportArchive.Data;

namespace ReportArchive.Sites;

/// <summary>A file too large to be held in memory: it is made part by part.</summary>
/// <param name="Path">Path below the output folder, forward slashes, no leading one.</param>
/// <param name="Parts">Each writes the next part of the file into an empty buffer.</param>
public sealed record StreamedFile(string Path, IEnumerable<Action<ByteBuffer>> Parts);
