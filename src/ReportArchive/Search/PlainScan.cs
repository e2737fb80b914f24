using System.Collections.Immutable;
using System.Text.Json;
using ReportArchive.Data;
using ReportArchive.Text;

namespace ReportArchive.Search;

/// <summary>A paragraph that holds what was asked for.</summary>
public sealed record ScanHit(string Anchor, string Text);

/// <summary>A report that holds what was asked for.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">Its title.</param>
/// <param name="Score">Number of times the words occur in it, those in its title counted ten times.</param>
/// <param name="Hits">The paragraphs, in reading order.</param>
public sealed record ScanResult(string Id, string Title, double Score, ImmutableArray<ScanHit> Hits);

/// <summary>
/// Finds exact runs of characters by reading all the text: right at any size, quick enough for a small archive.
/// Words apart are all required; <c>a|b</c> is either; <c>-a</c> is not; case, width and white space make no difference.
/// </summary>
public sealed class PlainScan
{
    private readonly ImmutableArray<Document> _documents;

    /// <summary>Reads the text file that the search page reads.</summary>
    /// <exception cref="JsonException">It is not the file this program writes.</exception>
    public PlainScan(ReadOnlyMemory<byte> searchText)
    {
        using var json = JsonDocument.Parse(searchText);
        _documents = [.. json.RootElement.EnumerateArray().Select(static report => new Document(
            report.GetProperty("id").GetString()!,
            report.GetProperty("title").GetString()!,
            [.. report.GetProperty("blocks").EnumerateArray().Select(static block => new ScanHit(
                block.GetProperty("anchor").GetString()!, block.GetProperty("text").GetString()!))]))];
    }

    /// <summary>The reports that match, those with most occurrences first, then the newest.</summary>
    public ImmutableArray<ScanResult> Find(string query)
    {
        var terms = query.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(Term.Parse).Where(static term => term.Spellings.Length > 0).ToList();
        if (!terms.Exists(static term => !term.IsExcluded))
            return [];
        return [.. _documents
            .AsParallel().AsOrdered()
            .Select(document => document.Match(terms))
            .OfType<ScanResult>()
            .OrderByDescending(static result => result.Score)
            .ThenByDescending(static result => result.Id.Split('/')[1], StringComparer.Ordinal)
            .ThenBy(static result => result.Id, StringComparer.Ordinal)];
    }

    /// <summary>The answer of <c>search --json</c>; see the contract for its shape.</summary>
    /// <param name="json">Receives the document.</param>
    /// <param name="query">As typed.</param>
    /// <param name="results">All results.</param>
    /// <param name="limit">Most results to write; 0 for all.</param>
    public static void Write(Utf8JsonWriter json, string query, ImmutableArray<ScanResult> results, int limit)
    {
        json.WriteStartObject();
        json.WriteString("query", query);
        json.WriteNumber("total", results.Length);
        json.WriteBoolean("exact", true);
        json.Objects("results", limit == 0 ? results : results.Take(limit), result =>
        {
            json.WriteString("id", result.Id);
            json.WriteString("url", $"/r/{result.Id}/");
            json.WriteString("title", result.Title);
            json.WriteNumber("score", result.Score);
            json.Objects("hits", result.Hits, hit =>
            {
                json.WriteString("anchor", hit.Anchor);
                json.WriteString("text", hit.Text);
            });
        });
        json.WriteEndObject();
    }

    private sealed record Document(string Id, string Title, ImmutableArray<ScanHit> Blocks)
    {
        private readonly string _title = Fold(Title);
        private readonly ImmutableArray<string> _folded = [.. Blocks.Select(static block => Fold(block.Text))];

        public ScanResult? Match(List<Term> terms)
        {
            if (terms.Exists(term => term.IsExcluded == (InTitle(term) || _folded.Any(term.IsIn))))
                return null;
            var wanted = terms.Where(static term => !term.IsExcluded).ToList();
            var hits = Blocks.Where((_, i) => wanted.Exists(term => term.IsIn(_folded[i]))).ToImmutableArray();
            var count = _folded.Sum(text => wanted.Sum(term => term.CountIn(text)));
            return new ScanResult(Id, Title, count + (10 * wanted.Count(InTitle)), hits);
        }

        private bool InTitle(Term term) => term.IsIn(_title);
    }

    private sealed record Term(bool IsExcluded, ImmutableArray<string> Spellings)
    {
        public static Term Parse(string word)
        {
            var excluded = word.Length > 1 && word[0] is '-' or '－';
            var spellings = (excluded ? word[1..] : word).Split('|').Select(static part => Fold(part.Trim('"'))).Where(static part => part.Length > 0);
            return new Term(excluded, [.. spellings]);
        }

        public bool IsIn(string text) => Spellings.Any(spelling => text.Contains(spelling, StringComparison.Ordinal));

        public int CountIn(string text) => Spellings.Sum(spelling => text.AsSpan().Count(spelling));
    }

    private static string Fold(string text) => string.Concat(text.Where(static c => !char.IsWhiteSpace(c)).Select(Width.Fold));
}
