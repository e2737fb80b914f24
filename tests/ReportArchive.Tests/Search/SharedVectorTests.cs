using System.Text.Json;
using ReportArchive.Search.Format;
using ReportArchive.Search.Query;
using ReportArchive.Search.Text;
using ReportArchive.Tests.Support;

namespace ReportArchive.Tests.Search;

/// <summary>The vectors that the browser's modules run too, in tests/node/search.</summary>
public sealed class SharedVectorTests
{
    [Fact]
    public void Text_is_folded_as_the_vectors_say()
    {
        foreach (var vector in Read("folding.json"))
        {
            var text = Text(vector, "text");
            Assert.Equal(Text(vector, "folded"), TextFolding.Fold(text));
            Assert.Equal(Text(vector, "exact"), TextFolding.Fold(text, variants: false));
        }
    }

    [Fact]
    public void Folding_twice_changes_nothing()
    {
        foreach (var vector in Read("folding.json"))
        {
            Assert.Equal(Text(vector, "folded"), TextFolding.Fold(Text(vector, "folded")));
            Assert.Equal(Text(vector, "exact"), TextFolding.Fold(Text(vector, "exact"), variants: false));
        }
    }

    [Fact]
    public void Every_folded_unit_knows_where_it_came_from()
    {
        foreach (var text in Read("folding.json").Select(static vector => Text(vector, "text")))
        {
            var folded = TextFolding.FoldWithOrigins(text);
            Assert.Equal(TextFolding.Fold(text), folded.Text);
            Assert.Equal(folded.Text.Length, folded.Starts.Length);
            for (var i = 0; i < folded.Starts.Length; i++)
            {
                Assert.InRange(folded.Starts[i], i == 0 ? 0 : folded.Starts[i - 1], text.Length - 1);
                Assert.InRange(folded.Ends[i], folded.Starts[i] + 1, text.Length);
            }
        }
    }

    [Fact]
    public void Queries_are_taken_apart_as_the_vectors_say()
    {
        foreach (var vector in Read("queries.json"))
        {
            var query = Text(vector, "query");
            var parsed = QueryParser.Parse(query);
            var clauses = vector.GetProperty("clauses").EnumerateArray().Select(static clause => (clause.GetProperty("not").GetBoolean(), Texts(clause, "phrases")));
            Assert.Equal(clauses, parsed.Clauses.Select(static clause => (clause.Not, string.Join('\n', clause.Phrases.Select(static phrase => phrase.Text)))));
            var filters = vector.GetProperty("filters").EnumerateArray().Select(static filter => (filter.GetProperty("not").GetBoolean(), Text(filter, "key"), Texts(filter, "values")));
            Assert.Equal(filters, parsed.Filters.Select(static filter => (filter.Not, filter.Key.ToString().ToLowerInvariant(), string.Join('\n', filter.Values))));
            Assert.False(parsed.Shortened);
        }
    }

    [Fact]
    public void Keys_are_spread_so_that_none_meet()
    {
        for (ulong key = 0; key <= uint.MaxValue; key += 65521 * 7)
            Assert.Equal((uint)key, GramHash.Gather(GramHash.Spread((uint)key)));
    }

    [Fact]
    public void The_tables_of_the_browser_are_those_of_the_program()
    {
        var folder = Path.Combine(Repository.Root, "theme", "assets", "search");
        Assert.Equal(FoldTable.Folds, Constant(Path.Combine(folder, "fold-table.js"), "folds"));
        Assert.Equal(FoldTable.Composed, Constant(Path.Combine(folder, "fold-table.js"), "composed"));
        Assert.Equal(VariantTable.Pairs, Constant(Path.Combine(folder, "variant-table.js"), "pairs"));
    }

    private static string Constant(string module, string name)
    {
        var start = $"export const {name} = ";
        var line = File.ReadLines(module).Single(line => line.StartsWith(start, StringComparison.Ordinal));
        return JsonSerializer.Deserialize<string>(line[start.Length..^1])!;
    }

    private static List<JsonElement> Read(string name)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(Repository.Fixtures("search", name)));
        return [.. json.RootElement.Clone().EnumerateArray()];
    }

    private static string Text(JsonElement json, string name) => json.GetProperty(name).GetString()!;

    private static string Texts(JsonElement json, string name) => string.Join('\n', json.GetProperty(name).EnumerateArray().Select(static value => value.GetString()));
}
