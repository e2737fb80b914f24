namespace ReportArchive.Search;

/// <summary>What is wrong with the files of an index.</summary>
public enum SearchIndexFault
{
    /// <summary>A file is not there.</summary>
    Missing,

    /// <summary>A file is there and does not hold what the manifest says.</summary>
    Corrupt,

    /// <summary>The index was written in a form this program does not know.</summary>
    Foreign,
}

/// <summary>The files of a search index cannot be read: never to be taken for "nothing found".</summary>
#pragma warning disable RCS1194 // An exception that does not say which fault it is would be of no use.
public sealed class SearchIndexException : Exception
{
    /// <summary>Says what is wrong.</summary>
    public SearchIndexException(SearchIndexFault fault, string message)
        : base(message) => Fault = fault;

    /// <summary>Says what is wrong and what it came from.</summary>
    public SearchIndexException(SearchIndexFault fault, string message, Exception inner)
        : base(message, inner) => Fault = fault;

    /// <summary>What is wrong.</summary>
    public SearchIndexFault Fault { get; }
}
