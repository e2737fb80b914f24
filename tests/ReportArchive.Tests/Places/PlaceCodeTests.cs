using FsCheck;
using FsCheck.Fluent;
using ReportArchive.Places;

namespace ReportArchive.Tests.Places;

public class PlaceCodeTests
{
    [Theory]
    [InlineData("370000", PlaceLevel.Province, null)]
    [InlineData("370300", PlaceLevel.Prefecture, "370000")]
    [InlineData("370306", PlaceLevel.County, "370300")]
    [InlineData("429004", PlaceLevel.County, "429000")]
    [InlineData("370481107", PlaceLevel.Town, "370481")]
    [InlineData("441900003", PlaceLevel.Town, "441900")]
    public void The_digits_say_the_level_and_the_code_above(string text, PlaceLevel level, string? above)
    {
        var code = PlaceCode.Parse(text);
        Assert.Equal(level, code.Level);
        Assert.Equal(above, code.Parent?.Value);
        Assert.Equal(text, code.Value);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("37030")]
    [InlineData("3703061")]
    [InlineData("37030610")]
    [InlineData("3703061000")]
    [InlineData("070306")]
    [InlineData("37030６")]
    [InlineData("-70306")]
    [InlineData("37 306")]
    [InlineData("370306000")]
    public void Anything_but_six_digits_or_the_nine_of_a_town_is_no_code(string? text)
    {
        Assert.False(PlaceCode.TryParse(text, out _));
        Assert.Throws<FormatException>(() => PlaceCode.Parse(text!));
    }

    [Fact]
    public void Codes_sort_as_their_digits_do() =>
        Prop.ForAll(Codes(), Codes(), (a, b) => Math.Sign(a.CompareTo(b)) == Math.Sign(string.CompareOrdinal(a.Value, b.Value)))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void A_code_is_read_back_from_its_digits() =>
        Prop.ForAll(Codes(), code => PlaceCode.Parse(code.Value) == code).QuickCheckThrowOnFailure();

    [Fact]
    public void A_code_lies_below_exactly_the_codes_its_parents_lead_to()
    {
        var town = PlaceCode.Parse("370481107");
        Assert.All(new[] { "370481", "370400", "370000" }, above => Assert.True(PlaceCode.Parse(above).IsAbove(town)));
        Assert.All(new[] { "370481107", "370482", "370500", "360000" }, other => Assert.False(PlaceCode.Parse(other).IsAbove(town)));
    }

    [Fact]
    public void The_code_of_no_place_has_six_zeros() => Assert.Equal("000000", default(PlaceCode).Value);

    // Of every level alike: a random number is nearly always a town.
    private static Arbitrary<PlaceCode> Codes() =>
        (from number in Gen.Choose(100_001, 999_999)
         from step in Gen.Elements(1, 100, 10_000)
         from town in Gen.Choose(0, 999)
         let above = number / step * step
         select PlaceCode.Parse(town == 0 || step > 1 ? $"{above}" : $"{above}{town:D3}"))
        .ToArbitrary();
}
