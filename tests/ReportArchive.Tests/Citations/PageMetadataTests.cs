using System.Collections.Immutable;
using System.Text.Json;
using ReportArchive.Citations;
using ReportArchive.Reports;

namespace ReportArchive.Tests.Citations;

public sealed class PageMetadataTests
{
    private static PageMetadata Zhoucun => new(
        Works.ZhoucunReport,
        ReportKind.GovernmentWork,
        new PlanYear(2023),
        Works.Zhoucun,
        [new Source("周村区人民政府", "http://www.zhoucun.gov.cn/1.html", new DateOnly(2023, 1, 20), Sha256: null, Complete: true)],
        [new Term("四减四增", Works.Base + "c/si-jian-si-zeng/")],
        new Archive("地方政府报告档案", Works.Base),
        Edition: 2,
        Modified: new DateOnly(2026, 11, 21),
        Image: Works.Base + "r/370306/2023/gwr/card.png");

    [Fact]
    public void The_tags_of_a_report() => Assert.Equal(
        """
        citation_title 2023年周村区政府工作报告
        citation_author 淄博市周村区人民政府
        citation_publication_date 2023/01/07
        citation_technical_report_institution 淄博市周村区人民政府
        citation_public_url https://baogao.example/r/370306/2023/gwr/
        citation_language zh-CN
        citation_keywords 六张时代新答卷; 四减四增
        DC.type report
        DC.title 2023年周村区政府工作报告
        DC.creator 淄博市周村区人民政府
        DC.contributor 李晓红
        DC.date 2023-01-07
        DC.identifier https://baogao.example/r/370306/2023/gwr/
        DC.language zh-CN
        DC.source http://www.zhoucun.gov.cn/1.html
        DC.subject 六张时代新答卷
        DC.subject 四减四增
        """,
        string.Join('\n', MetaTags.Of(Zhoucun).Select(tag => $"{tag.Name} {tag.Content}")));

    [Fact]
    public void A_report_without_a_day_says_its_plan_year_and_never_claims_to_be_in_a_journal()
    {
        var tags = MetaTags.Of(Zhoucun with { Citation = Works.Undated, Sources = [] });
        Assert.Contains(new MetaTag("citation_publication_date", "2020"), tags);
        Assert.Contains("citation_technical_report_institution", tags.Select(tag => tag.Name), StringComparer.Ordinal);
        Assert.DoesNotContain(tags, tag => tag.Name is "citation_journal_title" or "DC.publisher" or "DC.coverage");
        Assert.DoesNotContain(tags, tag => tag.Name is "DC.contributor");
    }

    [Fact]
    public void A_link_preview_shows_title_place_and_year()
    {
        var properties = OpenGraph.Of(Zhoucun).ToImmutableDictionary(tag => tag.Name, tag => tag.Content, StringComparer.Ordinal);
        Assert.Equal("2023年周村区政府工作报告", properties["og:title"]);
        Assert.Equal(
            "山东省淄博市周村区 · 2023年 · 政府工作报告 · 2023年1月7日在淄博市周村区第十九届人民代表大会第二次会议上，区长李晓红",
            properties["og:description"]);
        Assert.Equal("1200", properties["og:image:width"]);
    }

    [Fact]
    public void A_link_preview_of_a_report_that_states_nothing_says_no_more_than_is_known() =>
        Assert.Equal("山东省淄博市周村区 · 2023年 · 政府工作报告", OpenGraph.Description(Zhoucun with { Citation = Works.Undated }));

    [Fact]
    public void The_JSON_LD_of_a_report_has_what_it_is_based_on_covers_and_is_part_of()
    {
        using var json = JsonDocument.Parse(JsonLd.Of(Zhoucun));
        var root = json.RootElement;
        Assert.Equal("Report", root.GetProperty("@type").GetString());
        Assert.Equal("2023-01-07", root.GetProperty("datePublished").GetString());
        Assert.Equal("2026-11-21", root.GetProperty("dateModified").GetString());
        Assert.Equal("淄博市周村区人民政府", root.GetProperty("author").GetProperty("name").GetString());
        Assert.Equal("李晓红", root.GetProperty("contributor").GetProperty("name").GetString());
        Assert.Equal("370306", root.GetProperty("spatialCoverage").GetProperty("identifier").GetString());
        Assert.Equal("淄博市", root.GetProperty("spatialCoverage").GetProperty("containedInPlace").GetProperty("name").GetString());
        Assert.Equal("http://www.zhoucun.gov.cn/1.html", root.GetProperty("isBasedOn")[0].GetProperty("url").GetString());
        Assert.Equal(Works.Base, root.GetProperty("isPartOf").GetProperty("url").GetString());
        var term = root.GetProperty("about")[0];
        Assert.Equal("DefinedTerm", term.GetProperty("@type").GetString());
        Assert.Equal(Works.Base + "c/", term.GetProperty("inDefinedTermSet").GetProperty("@id").GetString());
    }

    [Fact]
    public void JSON_LD_cannot_close_the_script_element_it_stands_in()
    {
        var json = JsonLd.Of(Zhoucun with { Citation = Works.ZhoucunReport with { Title = "</script><b>报告</b>" } });
        Assert.DoesNotContain('<', json);
        using var parsed = JsonDocument.Parse(json);
        Assert.Equal("</script><b>报告</b>", parsed.RootElement.GetProperty("name").GetString());
    }
}
