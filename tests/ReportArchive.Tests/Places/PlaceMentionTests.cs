using ReportArchive.Places;

namespace ReportArchive.Tests.Places;

public class PlaceMentionTests
{
    private static readonly PlaceTable s_table = PlaceTable.National;

    [Theory]
    [InlineData("2021年历城区政府工作报告", "370112")]
    [InlineData("滕州市姜屯镇", "370481107")]
    [InlineData("2018年淄博市周村区人民政府工作报告", "370306")]
    [InlineData("淄博市周村区第十九届人民代表大会第二次会议", "370306")]
    [InlineData("2023年冠县国民经济和社会发展计划报告", "371525")]
    [InlineData("兰陵县兰陵镇政府工作报告", "371324102")]
    [InlineData("南京市鼓楼区政府工作报告", "320106")]
    [InlineData("大同市云冈区", "140214")]
    [InlineData("2021年青岛市政府工作报告——2021年1月在青岛市第十六届人民代表大会上", "370200")]
    [InlineData("嘉峪关市雄关街道", "620201001")]
    [InlineData("2015年章丘市政府工作报告", "370114")]
    [InlineData("2009年临沂市苍山县政府工作报告", "371324")]
    [InlineData("2021年吉安市政府工作报告", "360800")]
    [InlineData("1997年聊城地区聊城市政府工作报告", "371502")]
    public void A_title_names_one_place(string title, string code) =>
        Assert.Equal([code], s_table.FindIn(title).Select(place => place.Code.Value));

    [Fact]
    public void Several_places_come_in_the_order_of_the_text_and_once() =>
        Assert.Equal(["370306", "370112"], s_table.FindIn("周村区学习历城区，历城区回访周村区").Select(place => place.Code.Value));

    [Fact]
    public void A_shared_name_is_understood_by_the_place_above_it_anywhere_in_the_text() =>
        Assert.Equal(["350102", "350100"], s_table.FindIn("鼓楼区政府工作报告（福州市）").Select(place => place.Code.Value));

    [Fact]
    public void A_shared_name_alone_is_left_to_the_reader_with_its_candidates()
    {
        Assert.Empty(s_table.FindIn("鼓楼区政府工作报告"));
        var mention = Assert.Single(s_table.Mentions("鼓楼区政府工作报告"));
        Assert.Equal((0, 3), (mention.Range.Start, mention.Range.Length));
        Assert.Equal(4, mention.Candidates.Length);
    }

    [Fact]
    public void Names_that_follow_one_another_downwards_are_one_mention()
    {
        const string text = "在山东省枣庄市滕州市姜屯镇召开";
        var mention = Assert.Single(s_table.Mentions(text));
        Assert.Equal("山东省枣庄市滕州市姜屯镇", mention.Range.Of(text).ToString());
        Assert.Equal("370481107", Assert.Single(mention.Candidates).Code.Value);
    }

    [Fact]
    public void Words_that_are_names_of_places_too_count_only_below_a_place()
    {
        Assert.Empty(s_table.Mentions("主城区、开发区、农业园区和街道建设"));
        Assert.Equal(["140702"], s_table.FindIn("晋中市榆次区城区建设").Select(place => place.Code.Value));
    }

    [Theory]
    [InlineData("")]
    [InlineData("县")]
    [InlineData("政府工作报告")]
    public void A_text_without_places_has_none(string text) => Assert.Empty(s_table.Mentions(text));
}
