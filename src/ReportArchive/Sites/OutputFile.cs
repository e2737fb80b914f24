namespace ReportArchive.Sites;

/// <summary>A file of the published site.</summary>
/// <param name="Path">Path below the output folder, forward slashes, no leading one.</param>
/// <param name="Bytes">Its content.</param>
public readonly record struct OutputFile(string Path, ReadOnlyMemory<byte> Bytes);
