using FsCheck;
using FsCheck.Fluent;
using ReportArchive.Text;

namespace ReportArchive.Tests.Concepts;

/// <summary>The sentence a concept is quoted in.</summary>
public class SentencesTests
{
    private static readonly Gen<string> s_texts =
        Gen.Elements("甲", "乙丙", "，", "。", "！", "？", "；", "”", "“", "）", "\n", " ", "!", "...", "。”").ListOf().Select(string.Concat);

    [Theory]
    [InlineData("过去一年，成绩显著。新的一年，任重道远！", "过去一年，成绩显著。", "新的一年，任重道远！")]
    [InlineData("他说：“好。”我们同意。", "他说：“好。”", "我们同意。")]
    [InlineData("（会议要求。）我们落实。", "（会议要求。）", "我们落实。")]
    [InlineData("怎么办？！干！", "怎么办？！", "干！")]
    [InlineData("一是稳；二是进。", "一是稳；", "二是进。")]
    [InlineData("增长4.5%。达到1,000亿元", "增长4.5%。", "达到1,000亿元")]
    [InlineData("甲\n乙。", "甲", "乙。")]
    [InlineData("  甲。  乙。 ", "甲。", "乙。")]
    [InlineData("没有句号", "没有句号")]
    [InlineData("", new string[0])]
    [InlineData("。", "。")]
    public void Prose_is_cut_after_the_marks_that_end_a_sentence(string text, params string[] sentences) =>
        Assert.Equal(sentences, Sentences.Of(text).Select(range => range.Of(text).ToString()));

    [Theory]
    [InlineData("甲。做好“六稳”工作！丙。", "六稳", "做好“六稳”工作！")]
    [InlineData("他说：“抓‘六稳’。”好。", "六稳", "他说：“抓‘六稳’。”")]
    [InlineData("六稳", "六稳", "六稳")]
    [InlineData("甲。六稳。六保。乙。", "六稳。六保", "六稳。六保。")]
    public void A_run_is_shown_in_its_sentence(string text, string run, string sentence) =>
        Assert.Equal(sentence, Sentences.Around(text, new TextRange(text.IndexOf(run, StringComparison.Ordinal), run.Length)).Of(text).ToString());

    [Fact]
    public void Sentences_follow_each_other_and_leave_out_white_space_alone() =>
        Prop.ForAll(s_texts.ToArbitrary(), text =>
        {
            var sentences = Sentences.Of(text).ToList();
            var ordered = sentences.Zip(sentences.Skip(1)).All(static pair => pair.First.End <= pair.Second.Start);
            return ordered && Bare(string.Concat(sentences.Select(range => range.Of(text).ToString()))) == Bare(text);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    [Fact]
    public void Around_any_letter_of_a_sentence_is_that_sentence() =>
        Prop.ForAll(s_texts.ToArbitrary(), text => Sentences.Of(text).All(sentence =>
            Enumerable.Range(sentence.Start, sentence.Length).Where(at => !char.IsWhiteSpace(text[at])).All(at => Sentences.Around(text, new TextRange(at, 1)) == sentence)))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    private static string Bare(string text) => string.Concat(text.Where(static c => !char.IsWhiteSpace(c)));
}
