using System.Text.Json;
using ReportArchive.Tests.Support;

namespace ReportArchive.Tests.Sites;

/// <summary>What readers can rely on in the archive of this repository.</summary>
public sealed class ArchiveContentTests(RepositorySite site) : IClassFixture<RepositorySite>
{
    [Theory]
    [InlineData("liu-zhang-shi-dai-xin-da-juan", "六张时代新答卷")]
    [InlineData("si-jian-si-zeng", "四减四增")]
    public void A_concept_page_lists_exactly_the_reports_that_say_it(string slug, string name)
    {
        var expected = Repository.Reports
            .Where(file => Plain(File.ReadAllText(file)).Contains(name, StringComparison.Ordinal))
            .Select(static file => $"{Path.GetFileName(Path.GetDirectoryName(file))}/{Path.GetFileNameWithoutExtension(file).Replace('-', '/')}");
        var listed = site.Json($"c/{slug}/data.json").GetProperty("reports").EnumerateArray().Select(static report => report.GetProperty("id").GetString()!);
        Assert.Equal(expected.Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
        Assert.NotEmpty(listed);
    }

    [Fact]
    public void Every_sentence_on_a_concept_page_leads_to_a_paragraph_that_has_it()
    {
        foreach (var (_, concept) in site.Concepts)
        {
            foreach (var report in concept.GetProperty("reports").EnumerateArray())
            {
                var anchors = site.Json($"r/{report.GetProperty("id").GetString()}/data.json").GetProperty("blocks").EnumerateArray().Select(static block => block.GetProperty("anchor").GetString());
                Assert.Equal([], report.GetProperty("anchors").EnumerateArray().Select(static anchor => anchor.GetString()).Except(anchors));
            }
        }
    }

    [Fact]
    public void The_archive_describes_at_least_sixty_concepts() =>
        Assert.InRange(site.Concepts.Count(static concept => concept.Data.GetProperty("curated").ValueKind == JsonValueKind.True), 60, int.MaxValue);

    private static string Plain(string text) => string.Concat(text.Where(static c => !char.IsWhiteSpace(c) && c is not ('“' or '”')));
}
