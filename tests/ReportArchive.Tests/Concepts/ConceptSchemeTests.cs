using ReportArchive.Diagnostics;
using ReportArchive.Tests.Support;

namespace ReportArchive.Tests.Concepts;

/// <summary>What is said of concept files that cannot stand together, or stand for nothing.</summary>
public sealed class ConceptSchemeTests
{
    [Theory]
    [InlineData("RA0151", "jia", "甲提法", "", "jia", "乙提法", "")]
    [InlineData("RA0152", "jia", "甲提法", "", "yi", "乙提法", "aliases: [“甲”提法]\n")]
    [InlineData("RA0152", "jia", "甲提法", "aliases: [甲提法]\n", "yi", "乙提法", "")]
    [InlineData("RA0153", "jia", "甲提法", "parent: bing\n", "yi", "乙提法", "")]
    [InlineData("RA0153", "jia", "甲提法", "related: [bing]\n", "yi", "乙提法", "")]
    [InlineData("RA0153", "jia", "甲提法", "related: [jia]\n", "yi", "乙提法", "")]
    [InlineData("RA0153", "jia", "甲提法", "replacedBy: bing\n", "yi", "乙提法", "")]
    [InlineData("RA0154", "jia", "甲提法", "parent: yi\n", "yi", "乙提法", "parent: jia\n")]
    [InlineData("RA0154", "jia", "甲提法", "replacedBy: yi\n", "yi", "乙提法", "replacedBy: jia\n")]
    [InlineData("RA0154", "jia", "甲提法", "parts: [乙提法, 丙]\n", "yi", "乙提法", "parts: [甲提法, 丁]\n")]
    [InlineData("RA0154", "jia", "甲提法", "parent: jia\n", "yi", "乙提法", "")]
    [InlineData("RA0155", "jia", "从未说过", "", "yi", "乙提法", "")]
    [InlineData("RA0160", "jia", "甲提法", "variants: [甲]\n", "yi", "乙提法", "")]
    [InlineData("RA0160", "jia", "甲提法", "variants: [“”]\n", "yi", "乙提法", "")]
    [InlineData("RA0161", "jia", "只在", "", "yi", "只在里面", "")]
    public void Each_mistake_has_its_number(string code, string slug, string label, string more, string otherSlug, string otherLabel, string otherMore)
    {
        var archive = new SampleArchive().Concept(slug, label, more).Concept(otherSlug, otherLabel, otherMore).Report("370306/2023/gwr", "甲提法、乙提法、只在里面。");
        archive.Build();

        var found = Assert.Single(archive.Diagnostics, diagnostic => diagnostic.Code == code);
        Assert.NotEmpty(found.Hint!);
    }

    [Fact]
    public void A_circle_is_reported_once_and_spells_out_the_way()
    {
        var archive = new SampleArchive().Concept("jia", "甲提法", "parent: yi\n").Concept("yi", "乙提法", "parent: bing\n").Concept("bing", "丙提法", "parent: jia\n").Report("370306/2023/gwr", "甲提法、乙提法、丙提法。");
        archive.Build();

        Assert.EndsWith("bing → jia → yi → bing", Assert.Single(archive.Diagnostics, static diagnostic => diagnostic.Code == "RA0154").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_chain_and_a_shared_part_are_no_circle()
    {
        var archive = new SampleArchive()
            .Concept("jia", "甲提法", "parent: yi\nparts: [丙提法, 丁]\n").Concept("yi", "乙提法", "parent: bing\nparts: [丙提法, 戊]\n").Concept("bing", "丙提法")
            .Report("370306/2023/gwr", "甲提法、乙提法、丙提法。");
        archive.Build();

        Assert.DoesNotContain(archive.Diagnostics, static diagnostic => diagnostic.Severity == Severity.Error);
    }
}
