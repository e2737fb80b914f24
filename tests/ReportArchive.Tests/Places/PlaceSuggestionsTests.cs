using System.Collections.Frozen;
using ReportArchive.Places;

namespace ReportArchive.Tests.Places;

public class PlaceSuggestionsTests
{
    private static readonly PlaceTable s_table = PlaceTable.National;
    private static readonly PlaceSuggestions s_suggestions = new(s_table, new[] { PlaceCode.Parse("370481107"), PlaceCode.Parse("130682115") }.ToFrozenSet());

    [Theory]
    [InlineData("周村", "130682115", "370306")]
    [InlineData("淄博周村", "370306")]
    [InlineData("淄博/周", "370306")]
    [InlineData("山东省/淄博市/周村区", "370306")]
    [InlineData("3703", "370300", "370302")]
    [InlineData("370481107", "370481107")]
    [InlineData("姜屯", "370481107", "210726104")]
    [InlineData("市中区", "370103", "370402", "511002")]
    public void The_likeliest_places_come_first_those_in_use_before_others(string typed, params string[] codes) =>
        Assert.Equal(codes, s_suggestions.For(typed, codes.Length).Select(static place => place.Code.Value));

    [Fact]
    public void Before_anything_is_typed_the_places_in_use_are_offered() =>
        Assert.Equal(["130682115", "370481107"], s_suggestions.For(" ", 8).Select(static place => place.Code.Value));

    [Theory]
    [InlineData("不存在的地方")]
    [InlineData("999")]
    public void What_no_place_is_called_suggests_none(string typed) => Assert.Empty(s_suggestions.For(typed, 8));

    [Fact]
    public void Every_place_is_found_by_its_full_name() =>
        Assert.All(
            s_table.Places.Where(static (_, i) => i % 997 == 0),
            static place => Assert.Contains(place, s_suggestions.For(s_table.FullName(place.Code), 8)));
}
