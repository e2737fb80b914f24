using FsCheck;
using FsCheck.Fluent;
using ReportArchive.Concepts;

namespace ReportArchive.Tests.Concepts;

public sealed class MatchRuleTests
{
    [Theory]
    [InlineData("做好“六稳”工作，落实“六保”任务", "六稳 六保")]
    [InlineData("落实“六稳”“六保”要求", "六稳六保")]
    [InlineData("壮大“四新”经济", "四新经济")]
    [InlineData("发展四新，壮大四新经济", "四新 四新经济")]
    [InlineData("四好农村路和四好", "四好农村路 四好")]
    [InlineData("一二三五", "二三")]
    [InlineData("一二三四五", "一二三四")]
    [InlineData("ＧＤＰ增长，gdp\n提高", "gdp gdp")]
    public void The_first_to_begin_wins_and_of_those_the_longest(string text, string found)
    {
        string[] labels = ["六稳", "六保", "六稳六保", "四新", "四新经济", "四好", "四好农村路", "一二三四", "二三", "GDP"];

        var matches = new ConceptMatcher(labels.Select(static label => (IEnumerable<string>)[label])).Find(text);

        Assert.Equal(found.Split(' '), matches.Select(match => MatchText.Fold(match.Range.Of(text).ToString())));
    }

    [Fact]
    public void A_mark_of_quotation_never_parts_a_pair()
    {
        const string Text = "壮大“四新”经济，落实“六稳六保”。";

        var matches = new ConceptMatcher([["四新经济"], ["六稳六保"]]).Find(Text);

        Assert.Equal(["“四新”经济", "六稳六保"], matches.Select(static match => match.Range.Of(Text).ToString()));
    }

    [Fact]
    public void Nothing_is_found_in_nothing()
    {
        Assert.Empty(new ConceptMatcher([]).Find("四减四增"));
        Assert.Empty(new ConceptMatcher([["四减四增"]]).Find(""));
        Assert.Empty(new ConceptMatcher([[""]]).Find("四减四增"));
    }

    [Fact]
    public void Every_match_is_what_a_plain_scan_finds()
    {
        // A small alphabet makes spellings overlap, nest and fall back on each other as often as can be.
        var letter = Gen.Elements('一', '二', '三', '“', '”', ' ');
        var spelling = Gen.Choose(1, 4).SelectMany(length => Gen.Elements('一', '二', '三').ListOf(length)).Select(static list => string.Concat(list));
        var cases = from spellings in spelling.ListOf().Where(static list => list.Count is > 0 and < 12)
                    from text in letter.ListOf()
                    select (Spellings: spellings.Distinct(StringComparer.Ordinal).ToList(), Text: string.Concat(text));

        Prop.ForAll(cases.ToArbitrary(), static given =>
        {
            var matches = new ConceptMatcher(given.Spellings.Select(static spelling => (IEnumerable<string>)[spelling])).Find(given.Text);
            return matches.Select(match => (match.Concept, MatchText.Fold(match.Range.Of(given.Text).ToString())))
                .SequenceEqual(PlainScan.Of(given.Text, given.Spellings).Select(found => (found, given.Spellings[found])));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
    }
}
