using System.Collections.Immutable;
using ReportArchive.Reports;
using ReportArchive.Text;

namespace ReportArchive.Search;

/// <summary>How results are ordered.</summary>
public enum SearchOrder
{
    /// <summary>Best first; see <c>Ranking</c> for the formula.</summary>
    Relevance,

    /// <summary>Newest plan year first, then by place.</summary>
    Year,

    /// <summary>By place from the province down, then newest first.</summary>
    Place,
}

/// <summary>What a search is asked for beside its query.</summary>
/// <param name="Limit">Most results; 0 for all.</param>
/// <param name="Offset">Results to skip.</param>
/// <param name="Order">Order of the results.</param>
/// <param name="Exact">Whether a phrase is only itself: no other names of a concept, no traditional for simplified characters.</param>
/// <param name="HitsPerReport">Most sentences shown of a report; 0 for all.</param>
public sealed record SearchOptions(
    int Limit = 10, int Offset = 0, SearchOrder Order = SearchOrder.Relevance, bool Exact = false, int HitsPerReport = 3);

/// <summary>What a search found.</summary>
/// <param name="Query">The query as typed.</param>
/// <param name="Total">Number of reports.</param>
/// <param name="Exact">Whether that number is exact; else no report is missing, but some may not hold a phrase.</param>
/// <param name="Results">The reports asked for, in order.</param>
/// <param name="Also">Other names of concepts that were searched for too.</param>
/// <param name="Variants">Whether a hit is written in other characters than the query: traditional for simplified, or the other way round.</param>
/// <param name="Unknown">Filters that name no place or concept and were searched for as text.</param>
/// <param name="Shortened">Whether the query was too long and its end was not looked at.</param>
public sealed record SearchAnswer(
    string Query,
    int Total,
    bool Exact,
    ImmutableArray<SearchResult> Results,
    ImmutableArray<string> Also,
    bool Variants,
    ImmutableArray<string> Unknown,
    bool Shortened);

/// <summary>A report that was found.</summary>
/// <param name="Id">Its id, e.g. <c>370306/2023/gwr</c>.</param>
/// <param name="Url">Address of its page below the base URL.</param>
/// <param name="Title">Title.</param>
/// <param name="PlacePath">Names of its place from the province down.</param>
/// <param name="Year">Plan year.</param>
/// <param name="Kind">Kind.</param>
/// <param name="Date">Day of delivery, where stated.</param>
/// <param name="Score">What it was ranked by.</param>
/// <param name="Hits">Sentences that hold a phrase, in reading order, headings first.</param>
public sealed record SearchResult(
    string Id,
    string Url,
    string Title,
    ImmutableArray<string> PlacePath,
    int Year,
    ReportKind Kind,
    DateOnly? Date,
    double Score,
    ImmutableArray<SearchHit> Hits);

/// <summary>A sentence that holds a phrase.</summary>
/// <param name="Anchor">Anchor of its block.</param>
/// <param name="Text">The sentence; an ellipsis where it was cut.</param>
/// <param name="Marks">Where the phrases stand in <paramref name="Text"/>.</param>
public sealed record SearchHit(string Anchor, string Text, ImmutableArray<TextRange> Marks);
