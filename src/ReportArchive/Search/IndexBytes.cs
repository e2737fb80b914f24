namespace ReportArchive.Search;

/// <summary>Reads part of a file of the index.</summary>
/// <param name="path">Path below <c>search/</c>, forward slashes.</param>
/// <param name="offset">First byte.</param>
/// <param name="length">Number of bytes; negative for all that follow.</param>
/// <returns>The bytes; fewer only where the file ends.</returns>
/// <exception cref="SearchIndexException">The file is missing.</exception>
public delegate ReadOnlyMemory<byte> IndexBytes(string path, long offset, int length);
