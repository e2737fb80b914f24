using ReportArchive.Anchors;

namespace ReportArchive.Tests.Anchors;

public sealed class FingerprintTests
{
    [Theory]
    [InlineData("增长 3.5%，好于预期。", "增长3.5好于预期")]
    [InlineData("ＧＤＰ增长３．５％", "gdp增长3.5")]
    [InlineData("“1+9+N”专项", "19n专项")]
    [InlineData("3.", "3")]
    [InlineData(".5亿", "5亿")]
    [InlineData("15. 持续", "15持续")]
    [InlineData("（一）抓经济、稳运行", "一抓经济稳运行")]
    [InlineData("①甲②乙", "①甲②乙")]
    [InlineData("𠮷林\u3000大学", "𠮷林大学")]
    [InlineData("——", "")]
    public void The_essence_of_a_text_is_its_letters_and_digits(string text, string essence) => Assert.Equal(essence, Fingerprint.Essence(text));

    [Fact]
    public void A_fingerprint_is_eight_hex_digits_of_FNV_1a()
    {
        // Reference values of FNV-1a, 32 bits: the empty text is the offset basis, "foobar" is bf9cf968.
        Assert.Equal("811c9dc5", Fingerprint.Of(""));
        Assert.Equal("bf9cf968", Fingerprint.Of("Foo, bar!"));
    }

    [Fact]
    public void Punctuation_changes_no_fingerprint_but_a_decimal_point_does()
    {
        Assert.Equal(Fingerprint.Of("增长3.5%，"), Fingerprint.Of("增长 ３．５％,"));
        Assert.False(string.Equals(Fingerprint.Of("增长3.5%"), Fingerprint.Of("增长35%"), StringComparison.Ordinal));
    }
}
