using FsCheck;
using FsCheck.Fluent;
using ReportArchive.Places;

namespace ReportArchive.Tests.Places;

public class PlaceResolutionTests
{
    private static readonly PlaceTable s_table = PlaceTable.National;

    [Theory]
    [InlineData("370306")]
    [InlineData("山东省/淄博市/周村区")]
    [InlineData("淄博市/周村区")]
    [InlineData("山东省/周村区")]
    [InlineData("周村区")]
    [InlineData("淄博市周村区")]
    [InlineData("山东省淄博市周村区")]
    [InlineData("山东省/淄博市周村区")]
    [InlineData("  淄博市/周村区 ")]
    public void A_code_or_full_names_name_a_place(string text) => Assert.Equal("370306", Found(text));

    [Theory]
    [InlineData("370481107", "370481107")]
    [InlineData("胜坨镇", "370505101")]
    [InlineData("滕州市姜屯镇", "370481107")]
    [InlineData("湖北省/仙桃市", "429004")]
    [InlineData("北京市/朝阳区", "110105")]
    [InlineData("长春市朝阳区", "220104")]
    [InlineData("吉林省/吉林市", "220200")]
    [InlineData("甘肃省/嘉峪关市", "620200")]
    [InlineData("和林格尔县/城关镇", "150123100")]
    public void A_place_of_any_level_is_named(string text, string code) => Assert.Equal(code, Found(text));

    [Theory]
    [InlineData("鼓楼区", 4, "320106", "320302", "350102", "410204")]
    [InlineData("朝阳区", 2, "110105", "220104")]
    [InlineData("城关镇", 88, "120114110", "150123100")]
    [InlineData("姜屯镇", 2, "210726104", "370481107")]
    public void A_name_that_several_places_share_lists_them_in_code_order(string text, int count, params string[] first)
    {
        var ambiguous = Assert.IsType<PlaceResolution.Ambiguous>(s_table.Resolve(text));
        Assert.Equal(count, ambiguous.Candidates.Length);
        Assert.Equal(first, ambiguous.Candidates.Take(first.Length).Select(place => place.Code.Value));
        Assert.Equal(ambiguous.Candidates.OrderBy(place => place.Code), ambiguous.Candidates);
    }

    [Theory]
    [InlineData("周春区", "370306")]
    [InlineData("淄博市/周春区", "370306")]
    [InlineData("淄博市周春区", "370306")]
    [InlineData("山东省/淄博市/周春区", "370306")]
    [InlineData("山东省/淄薄市/周村区", "370306")]
    [InlineData("山东/淄博/周村", "370306")]
    [InlineData("周村", "370306")]
    [InlineData("淄博", "370300")]
    [InlineData("山东", "370000")]
    [InlineData("北镇区", "210782")]
    [InlineData("锦州市/凌海区", "210781")]
    [InlineData("冠线", "371525")]
    [InlineData("济宁市/汶上县/南站镇", "370830003")]
    [InlineData("北京市/市辖区/东城区", "110101")]
    [InlineData("临沂市/兰陵县/南轿镇", "371324110")]
    [InlineData("370307", "370301", "370302", "370303")]
    public void A_mistake_is_answered_with_the_nearest_place(string text, params string[] anyOfFirst)
    {
        var unknown = Assert.IsType<PlaceResolution.Unknown>(s_table.Resolve(text));
        Assert.Contains(unknown.Nearest[0].Code.Value, anyOfFirst);
        Assert.InRange(unknown.Nearest.Length, 1, 5);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/")]
    [InlineData("区")]
    [InlineData("Zibo")]
    [InlineData("九天揽月火星环形山基地")]
    [InlineData("山东省//")]
    public void What_resembles_no_place_is_answered_with_none(string text) =>
        Assert.Empty(Assert.IsType<PlaceResolution.Unknown>(s_table.Resolve(text)).Nearest);

    [Theory]
    [InlineData("济南市/章丘市", "370114")]
    [InlineData("章丘县", "370114")]
    [InlineData("山东省/临沂市/苍山县", "371324")]
    [InlineData("苍山县/南桥镇", "371324110")]
    [InlineData("临沂地区", "371300")]
    [InlineData("莱城区", "370116")]
    [InlineData("襄樊市", "420600")]
    [InlineData("普洱市/思茅市", "530802")]
    public void A_former_name_names_the_place_of_today(string text, string code) => Assert.Equal(code, Found(text));

    [Theory]
    [InlineData("聊城市", "371500")]
    [InlineData("山东省聊城市", "371500")]
    [InlineData("聊城地区/聊城市", "371502")]
    [InlineData("吉安市", "360800")]
    [InlineData("伊宁县", "654021")]
    public void A_name_borne_today_is_not_taken_for_a_former_one(string text, string code) => Assert.Equal(code, Found(text));

    [Theory]
    [InlineData("四方区")]
    [InlineData("青岛市/胶南市")]
    [InlineData("北京市/宣武区")]
    [InlineData("莱芜市")]
    public void A_division_that_went_into_another_is_not_taken_for_it(string text) =>
        Assert.IsType<PlaceResolution.Unknown>(s_table.Resolve(text));

    [Fact]
    public void Names_in_the_wrong_order_or_from_elsewhere_do_not_name_a_place()
    {
        Assert.IsType<PlaceResolution.Unknown>(s_table.Resolve("周村区/淄博市"));
        Assert.IsType<PlaceResolution.Unknown>(s_table.Resolve("河北省/周村区"));
        Assert.IsType<PlaceResolution.Unknown>(s_table.Resolve("淄博市//周村区"));
        Assert.IsType<PlaceResolution.Unknown>(s_table.Resolve("/周村区"));
        Assert.IsType<PlaceResolution.Unknown>(s_table.Resolve("周村区/"));
    }

    [Fact]
    public void A_code_that_does_not_exist_is_answered_with_its_siblings()
    {
        var unknown = Assert.IsType<PlaceResolution.Unknown>(s_table.Resolve("370306199"));
        Assert.All(unknown.Nearest, place => Assert.Equal("370306", place.Parent?.Value));
        unknown = Assert.IsType<PlaceResolution.Unknown>(s_table.Resolve("990000"));
        Assert.All(unknown.Nearest, place => Assert.Equal(PlaceLevel.Province, place.Level));
    }

    [Fact]
    public void One_wrong_character_in_a_county_of_a_path_is_put_right()
    {
        var counties = s_table.Places.Where(place => place.Level == PlaceLevel.County && place.Name.Length > 2).ToArray();
        Prop.ForAll(Gen.Elements(counties).ToArbitrary(), county =>
        {
            // 龘 stands in no name, so exactly one character is wrong.
            var mistyped = s_table.FullName(county.Parent!.Value) + "/龘" + county.Name[1..];
            return s_table.Resolve(mistyped) is PlaceResolution.Unknown unknown && unknown.Nearest.Contains(county);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void No_text_makes_it_fail()
    {
        var pieces = Gen.Elements("山东省", "淄博市", "周村区", "/", "//", " ", "镇", "370306", "鼓楼区", "𠀀", "\ud800", "a", "\n");
        Prop.ForAll(pieces.ListOf().Select(string.Concat).ToArbitrary(), text =>
            s_table.Resolve(text) is not PlaceResolution.Ambiguous { Candidates.Length: < 2 } && s_table.FindIn(text).All(place => s_table.Find(place.Code) == place))
            .QuickCheckThrowOnFailure();
    }

    private static string? Found(string text) => (s_table.Resolve(text) as PlaceResolution.Found)?.Place.Code.Value;
}
