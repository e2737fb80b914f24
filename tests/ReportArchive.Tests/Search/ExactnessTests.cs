using ReportArchive.Search;
using ReportArchive.Search.Text;

namespace ReportArchive.Tests.Search;

/// <summary>What the index finds is what a scan of all text finds, whatever the index leaves to be read.</summary>
public sealed class ExactnessTests
{
    private static readonly SearchOptions Everything = new(Limit: 0, HitsPerReport: 0);
    private static readonly (string Id, string[] Texts)[] Folded =
        [.. SmallCorpus.Reports.Select(static report => (report.Id.ToString(), (string[])[TextFolding.Fold(report.Title), .. report.Blocks.Select(static block => TextFolding.Fold(block.Text))]))];

    /// <summary>Segment size, most candidates read, longest list with parts, longest gram.</summary>
    public static TheoryData<int, int, int, int> Layouts => new()
    {
        { 50, 3, 30, 5 },
        { 65535, 0, 10, 8 },
        { 65535, 2, 4096, 3 },
        { 40, 16, 1, 8 },
        { 65535, 48, 4096, 8 },
    };

    [Theory]
    [MemberData(nameof(Layouts))]
    public void Any_phrase_is_found_where_it_stands_and_nowhere_else(int segment, int verify, int masked, int longest)
    {
        var index = new MemoryIndex(new SearchIndexOptions(SegmentReports: segment, Verify: verify, Masked: masked, LongestGram: longest)).Open();
        var random = new Random(7);
        for (var i = 0; i < 700; i++)
        {
            var phrase = Phrase(random, 1 + (i % 11), isReal: i % 4 != 0);
            AssertFound(index, $"\"{phrase}\"", TextsWith(phrase));
        }
    }

    [Fact]
    public void Conditions_join_as_sets_do()
    {
        var index = new MemoryIndex(MemoryIndex.Cramped).Open();
        var random = new Random(11);
        for (var i = 0; i < 250; i++)
        {
            var (a, b, c) = (Phrase(random, 2, true), Phrase(random, 3, true), Phrase(random, 2, true));
            AssertFound(index, $"\"{a}\" \"{b}\"", TextsWith(a).Intersect(TextsWith(b)));
            AssertFound(index, $"\"{a}\"|\"{b}\" \"{c}\"", TextsWith(a).Union(TextsWith(b)).Intersect(TextsWith(c)));
            AssertFound(index, $"\"{a}\" -\"{b}\"|\"{c}\"", TextsWith(a).Except(TextsWith(b)).Except(TextsWith(c)));
        }
    }

    [Fact]
    public void Every_sentence_holds_what_is_marked_in_it_and_none_is_left_out()
    {
        var index = new MemoryIndex(MemoryIndex.Cramped).Open();
        foreach (var phrase in (string[])["发展", "四减四增", "gdp", "5g基站", "100万", "新时代"])
        {
            var answer = index.Search(phrase, Everything with { Exact = false });
            var blocks = SmallCorpus.Reports.ToDictionary(static report => report.Id.ToString(), static report => report.Blocks, StringComparer.Ordinal);
            foreach (var result in answer.Results)
            {
                Assert.All(result.Hits, hit => Assert.All(hit.Marks, mark => Assert.Contains(TextFolding.Fold(mark.Of(hit.Text).ToString()), (string[])[phrase, "减增行动"])));
                var expected = blocks[result.Id].Where(block => TextFolding.Fold(block.Text).Contains(phrase, StringComparison.Ordinal)).Select(static block => block.Anchor);
                Assert.Equal(expected.Order(StringComparer.Ordinal), result.Hits.Select(static hit => hit.Anchor).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
            }
        }
    }

    [Fact]
    public void Traditional_and_simplified_find_each_other_unless_told_otherwise()
    {
        var index = new MemoryIndex(MemoryIndex.Cramped).Open();
        var both = index.Search("四減四增", Everything);
        Assert.True(both.Variants);
        Assert.Equal(TextsWith("四减四增").Count, both.Total);
        Assert.Equal(["370000/2015/gwr"], index.Search("四減四增", Everything with { Exact = true }).Results.Select(static result => result.Id));
        Assert.DoesNotContain("370000/2015/gwr", index.Search("四减四增", Everything with { Exact = true }).Results.Select(static result => result.Id));
    }

    [Fact]
    public void The_other_names_of_a_concept_are_found_and_said()
    {
        var index = new MemoryIndex(MemoryIndex.Cramped).Open();
        var answer = index.Search("减增行动", Everything);
        Assert.Equal(["四减四增"], answer.Also);
        Assert.Equal(TextsWith("四减四增").Count, answer.Total);
        Assert.Equal(0, index.Search("减增行动", Everything with { Exact = true }).Total);
    }

    [Theory]
    [InlineData("地:河北", "36")]
    [InlineData("地:3601", "3601")]
    [InlineData("地:360100", "3601")]
    [InlineData("地:江苏/第2市", "3503")]
    public void A_place_stands_for_all_below_it(string query, string code)
    {
        var found = new MemoryIndex(MemoryIndex.Cramped).Open().Search(query, Everything);
        Assert.Equal(SmallCorpus.Reports.Count(report => report.Id.Place.Value.StartsWith(code, StringComparison.Ordinal)), found.Total);
        Assert.All(found.Results, result => Assert.StartsWith(code, result.Id, StringComparison.Ordinal));
        Assert.Empty(found.Unknown);
    }

    [Fact]
    public void Filters_by_year_kind_and_concept_agree_with_the_reports()
    {
        var index = new MemoryIndex(MemoryIndex.Cramped).Open();
        Assert.Equal(SmallCorpus.Reports.Count(static report => report.Year is >= 2021 and <= 2022), index.Search("年:2021-2022", Everything).Total);
        Assert.Equal(SmallCorpus.Reports.Count(static report => report.Kind == ReportArchive.Reports.ReportKind.Plan), index.Search("类:计划", Everything).Total);
        Assert.Equal(SmallCorpus.Reports.Count(static report => report.ConceptSlugs.Contains("shuang-zhao-shuang-yin")), index.Search("提法:双招双引", Everything).Total);
        Assert.Equal(SmallCorpus.Reports.Count(static report => !report.ConceptSlugs.Contains("shuang-zhao-shuang-yin") && report.Year != 2020), index.Search("-提法:双招双引 -年:2020", Everything).Total);
    }

    [Fact]
    public void A_filter_that_names_nothing_is_searched_for_as_text_and_said()
    {
        var answer = new MemoryIndex(MemoryIndex.Cramped).Open().Search("地:乌有之乡", Everything);
        Assert.Equal(0, answer.Total);
        Assert.Equal(["地:乌有之乡"], answer.Unknown);
    }

    [Fact]
    public void Results_come_in_the_order_asked_for()
    {
        var index = new MemoryIndex(MemoryIndex.Cramped).Open();
        var byYear = index.Search("发展", Everything with { Order = SearchOrder.Year }).Results.Select(static result => result.Year).ToList();
        Assert.Equal(byYear.OrderDescending(), byYear);
        var byPlace = index.Search("发展", Everything with { Order = SearchOrder.Place }).Results.Select(static result => result.Id.Split('/')[0]).ToList();
        Assert.Equal(byPlace.Order(StringComparer.Ordinal), byPlace);
        var byScore = index.Search("发展", new SearchOptions(Limit: 10)).Results.Select(static result => result.Score).ToList();
        Assert.Equal(byScore.OrderDescending(), byScore);
    }

    [Fact]
    public void Pages_of_results_make_up_the_whole()
    {
        var index = new MemoryIndex(MemoryIndex.Cramped).Open();
        var whole = index.Search("建设", Everything).Results.Select(static result => result.Id);
        var pages = Enumerable.Range(0, 20).SelectMany(page => index.Search("建设", new SearchOptions(Limit: 7, Offset: page * 7)).Results.Select(static result => result.Id));
        Assert.Equal(whole, pages);
    }

    private static void AssertFound(SearchIndexReader index, string query, IEnumerable<string> expected)
    {
        var answer = index.Search(query, Everything with { Exact = false });
        Assert.True(expected.Order(StringComparer.Ordinal).SequenceEqual(answer.Results.Select(static result => result.Id).Order(StringComparer.Ordinal)), query);
        Assert.Equal(answer.Results.Length, answer.Total);
        Assert.True(answer.Exact);
    }

    private static HashSet<string> TextsWith(string phrase)
    {
        var folded = TextFolding.Fold(phrase);
        // The corpus has one concept with another name; whoever asks for it gets that too.
        string[] names = folded is "四减四增" or "减增行动" ? ["四减四增", "减增行动"] : [folded];
        return [.. Folded.Where(report => report.Texts.Any(text => names.Any(name => text.Contains(name, StringComparison.Ordinal)))).Select(static report => report.Id)];
    }

    /// <summary>A piece of a block; or two pieces put together, which hardly ever stand together.</summary>
    private static string Phrase(Random random, int length, bool isReal)
    {
        while (true)
        {
            var phrase = isReal || length == 1 ? Piece(random, length) : Piece(random, length / 2) + Piece(random, length - (length / 2));
            if (TextFolding.Fold(phrase).Length > 0 && !phrase.Contains('"', StringComparison.Ordinal) && !phrase.Any(char.IsSurrogate) && !phrase.Contains('＂', StringComparison.Ordinal))
                return phrase;
        }
    }

    private static string Piece(Random random, int length)
    {
        while (true)
        {
            var report = SmallCorpus.Reports[random.Next(SmallCorpus.Reports.Length)];
            if (report.Blocks.IsEmpty)
                continue;
            var text = report.Blocks[random.Next(report.Blocks.Length)].Text;
            if (text.Length >= length)
                return text.Substring(random.Next(text.Length - length + 1), length);
        }
    }
}
