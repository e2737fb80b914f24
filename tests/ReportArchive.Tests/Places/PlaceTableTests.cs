using ReportArchive.Places;

namespace ReportArchive.Tests.Places;

public class PlaceTableTests
{
    private static readonly PlaceTable s_table = PlaceTable.National;

    [Theory]
    [InlineData("370306", "山东省/淄博市/周村区")]
    [InlineData("370300", "山东省/淄博市")]
    [InlineData("371502", "山东省/聊城市/东昌府区")]
    [InlineData("370200", "山东省/青岛市")]
    [InlineData("370112", "山东省/济南市/历城区")]
    [InlineData("370828", "山东省/济宁市/金乡县")]
    [InlineData("371302", "山东省/临沂市/兰山区")]
    [InlineData("371525", "山东省/聊城市/冠县")]
    [InlineData("370481107", "山东省/枣庄市/滕州市/姜屯镇")]
    [InlineData("370505101", "山东省/东营市/垦利区/胜坨镇")]
    [InlineData("370830003", "山东省/济宁市/汶上县/南站街道")]
    [InlineData("371324102", "山东省/临沂市/兰陵县/兰陵镇")]
    [InlineData("371324110", "山东省/临沂市/兰陵县/南桥镇")]
    [InlineData("440000", "广东省")]
    [InlineData("440300", "广东省/深圳市")]
    [InlineData("440305", "广东省/深圳市/南山区")]
    [InlineData("440305007", "广东省/深圳市/南山区/粤海街道")]
    [InlineData("330000", "浙江省")]
    [InlineData("330100", "浙江省/杭州市")]
    [InlineData("330110", "浙江省/杭州市/余杭区")]
    [InlineData("330110005", "浙江省/杭州市/余杭区/五常街道")]
    [InlineData("150000", "内蒙古自治区")]
    [InlineData("152200", "内蒙古自治区/兴安盟")]
    [InlineData("152222", "内蒙古自治区/兴安盟/科尔沁右翼中旗")]
    [InlineData("152222100", "内蒙古自治区/兴安盟/科尔沁右翼中旗/巴彦呼舒镇")]
    [InlineData("540000", "西藏自治区")]
    [InlineData("540400", "西藏自治区/林芝市")]
    [InlineData("540402", "西藏自治区/林芝市/巴宜区")]
    [InlineData("540402102", "西藏自治区/林芝市/巴宜区/八一镇")]
    [InlineData("650000", "新疆维吾尔自治区")]
    [InlineData("654000", "新疆维吾尔自治区/伊犁哈萨克自治州")]
    [InlineData("654002", "新疆维吾尔自治区/伊犁哈萨克自治州/伊宁市")]
    [InlineData("654002004", "新疆维吾尔自治区/伊犁哈萨克自治州/伊宁市/喀赞其街道")]
    public void A_code_has_its_place(string code, string fullName)
    {
        Assert.Equal(fullName, s_table.FullName(PlaceCode.Parse(code)));
        Assert.Equal(fullName.Split('/')[^1], s_table.Find(PlaceCode.Parse(code))?.Name);
        Assert.Equal(fullName.Replace("/", "", StringComparison.Ordinal), s_table.FullName(PlaceCode.Parse(code), ""));
    }

    [Theory]
    [InlineData("110101", "北京市/东城区")]
    [InlineData("120116", "天津市/滨海新区")]
    [InlineData("310151", "上海市/崇明区")]
    [InlineData("500101", "重庆市/万州区")]
    [InlineData("500229", "重庆市/城口县")]
    [InlineData("419001", "河南省/济源市")]
    [InlineData("429004", "湖北省/仙桃市")]
    [InlineData("469027", "海南省/乐东黎族自治县")]
    [InlineData("659001", "新疆维吾尔自治区/石河子市")]
    [InlineData("110101001", "北京市/东城区/东华门街道")]
    public void What_fills_an_empty_level_of_the_statistics_is_no_place(string code, string fullName) =>
        Assert.Equal(fullName, s_table.FullName(PlaceCode.Parse(code)));

    [Theory]
    [InlineData("441900", "东莞市", "441900003", "东城街道")]
    [InlineData("442000", "中山市", "442000001", "石岐街道")]
    [InlineData("460400", "儋州市", "460400100", "那大镇")]
    [InlineData("620200", "嘉峪关市", "620201001", "雄关街道")]
    public void A_city_without_counties_has_its_towns_directly(string code, string name, string townCode, string townName)
    {
        var (city, town) = (s_table.Find(PlaceCode.Parse(code)), s_table.Find(PlaceCode.Parse(townCode)));
        Assert.Equal((name, PlaceLevel.Prefecture), (city!.Name, city.Level));
        Assert.Equal((townName, (PlaceCode?)city.Code), (town!.Name, town.Parent));
        Assert.Contains(town, s_table.Children(city.Code));
        Assert.All(s_table.Children(city.Code), child => Assert.Equal(PlaceLevel.Town, child.Level));
    }

    [Fact]
    public void Nothing_is_left_of_the_rows_that_are_no_divisions()
    {
        Assert.All(new[] { "110100", "500200", "429000", "659000", "620201" }, code => Assert.Null(s_table.Find(PlaceCode.Parse(code))));
        Assert.DoesNotContain(s_table.Places, place => place.Name is "市辖区" or "县" || place.Name.Contains("直辖", StringComparison.Ordinal));
    }

    [Fact]
    public void Children_come_in_code_order_and_are_counted_right()
    {
        Assert.Equal(
            ["淄川区", "张店区", "博山区", "临淄区", "周村区", "桓台县", "高青县", "沂源县"],
            s_table.Children(PlaceCode.Parse("370300")).Select(place => place.Name));
        var hubei = s_table.Children(PlaceCode.Parse("420000"));
        Assert.Equal(["仙桃市", "潜江市", "天门市", "神农架林区"], hubei.Where(place => place.Level == PlaceLevel.County).Select(place => place.Name));
        Assert.Equal(hubei.OrderBy(place => place.Code), hubei);
        Assert.Equal(16, s_table.Children(PlaceCode.Parse("110000")).Count);
        Assert.Equal(16, s_table.Children(PlaceCode.Parse("370000")).Count);
    }

    [Fact]
    public void The_table_has_the_divisions_of_mid_2023()
    {
        var counts = s_table.Places.CountBy(place => place.Level).ToDictionary();
        Assert.Equal(31, counts[PlaceLevel.Province]);
        // 中国统计年鉴 2023: 333 divisions at prefecture level.
        Assert.Equal(333, counts[PlaceLevel.Prefecture]);
        Assert.Equal(44_678, s_table.Places.Count);
    }

    [Fact]
    public void An_unknown_code_has_no_place_no_path_and_no_children()
    {
        var code = PlaceCode.Parse("370399");
        Assert.Null(s_table.Find(code));
        Assert.Empty(s_table.Path(code));
        Assert.Empty(s_table.Children(code));
        Assert.Equal("", s_table.FullName(code));
    }

    [Fact]
    public void Names_are_found_at_every_level_in_code_order()
    {
        Assert.Equal(["320106", "320302", "350102", "410204"], s_table.ByName("鼓楼区").Select(place => place.Code.Value));
        Assert.Equal(["370000"], s_table.ByName("山东省").Select(place => place.Code.Value));
        Assert.Empty(s_table.ByName("周村"));
        Assert.Empty(s_table.ByName(""));
    }
}
