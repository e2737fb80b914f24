using System.Text;
using ReportArchive.Concepts;
using ReportArchive.Diagnostics;
using ReportArchive.Places;
using ReportArchive.Reports;
using ReportArchive.Schemas;
using ReportArchive.Sites;
using ReportArchive.Tests.Support;
using ReportArchive.Yaml;

namespace ReportArchive.Tests.Schemas;

public sealed class SchemaTests
{
    private const string Report =
        """
        title: 2023年周村区政府工作报告
        place: 山东省/淄博市/周村区
        year: 2023
        kind: gwr
        """;

    private static readonly SchemaValidator s_validator = new(static name =>
        File.ReadAllText(Path.Combine(Repository.Input, EditorFiles.SchemaFolder, name)));

    public static TheoryData<string> CommittedSchemas => [.. EditorFiles.OfTheProgram().Select(static file => file.Path)];

    [Theory]
    [MemberData(nameof(CommittedSchemas))]
    public void The_committed_schemas_are_those_the_program_writes(string path)
    {
        var written = EditorFiles.OfTheProgram().Single(file => file.Path == path);

        Golden.Equal(Path.Combine(Repository.Input, path), Encoding.UTF8.GetString(written.Bytes.Span));
    }

    [Fact]
    public void Every_report_and_concept_of_the_archive_fits_its_schema()
    {
        var problems = new List<string>();
        foreach (var (folder, schema) in new[] { ("reports", "report.json"), ("concepts", "concept.json") })
        {
            foreach (var file in Files(folder))
            {
                var yaml = FrontMatterText.Split(File.ReadAllText(file), file, [])!.Yaml;
                problems.AddRange(s_validator.Validate(yaml, schema).Select(problem => $"{file}{problem}"));
            }
        }

        Assert.NotEmpty(Files("concepts"));
        Assert.Empty(problems);
    }

    [Fact]
    public void The_settings_of_the_archive_fit_their_schema() =>
        Assert.Empty(s_validator.Validate(File.ReadAllText(Path.Combine(Repository.Input, "site.yml")), "site.json"));

    [Theory]
    [InlineData("", "")]
    [InlineData("date: 2023-01-07", "")]
    [InlineData("date:", "")]
    [InlineData("date: 2023/1/7", "/date: pattern")]
    [InlineData("datum: 2023-01-07", "/datum: additionalProperties")]
    [InlineData("concepts: [si-jian-si-zeng]", "")]
    [InlineData("concepts: {a: b}", "/concepts: type")]
    [InlineData("source:\n  - name: 周村区人民政府\n    sha256:\n    complete:", "")]
    [InlineData("source:\n  - url: https://example.org/", "/source/0/name: required")]
    [InlineData("source:\n  - name: 周村区人民政府\n    url: example.org", "/source/0/url: pattern")]
    [InlineData("source:\n  - name: 周村区人民政府\n    sha256: ABC", "/source/0/sha256: pattern")]
    [InlineData("source:\n  - name: 周村区人民政府\n    complete: 是", "/source/0/complete: type")]
    public void Schema_and_reader_agree_on_what_a_report_may_say(string more, string problem)
    {
        var diagnostics = new List<Diagnostic>();
        ReportReader.Read($"---\n{Report}\n{more}\n---\n各位代表：\n", "input/reports/370306/2023-gwr.md", PlaceTable.National, diagnostics);

        Assert.Equal(problem.Length == 0 ? [] : [problem], s_validator.Validate($"{Report}\n{more}\n", "report.json"));
        Assert.Equal(problem.Length > 0, diagnostics.Exists(static diagnostic => diagnostic.Severity == Severity.Error));
    }

    [Theory]
    [InlineData("title: 2023年周村区政府工作报告", "title:", "/title: type")]
    [InlineData("place: 山东省/淄博市/周村区", "place: 370306", "")]
    [InlineData("year: 2023", "year: 二〇二三", "/year: type")]
    [InlineData("year: 2023", "year: 1948", "/year: minimum")]
    [InlineData("kind: gwr", "kind: 政府工作报告", "/kind: enum")]
    [InlineData("kind: gwr", "", "/kind: required")]
    public void Schema_and_reader_agree_on_what_a_report_must_say(string line, string instead, string problem)
    {
        var yaml = Report.Replace(line, instead, StringComparison.Ordinal);
        var diagnostics = new List<Diagnostic>();
        ReportReader.Read($"---\n{yaml}\n---\n各位代表：\n", "input/reports/370306/2023-gwr.md", PlaceTable.National, diagnostics);

        Assert.Equal(problem.Length == 0 ? [] : [problem], s_validator.Validate(yaml, "report.json"));
        Assert.Equal(problem.Length > 0, diagnostics.Exists(static diagnostic => diagnostic.Severity == Severity.Error));
    }

    [Theory]
    [InlineData("licence: CC-BY-4.0", "")]
    [InlineData("licence: GPL", "/licence: enum")]
    [InlineData("quotedInReports: 1", "/quotedInReports: minimum")]
    [InlineData("language: zh-Hans", "")]
    [InlineData("language: 中文", "/language: pattern")]
    [InlineData("repository: example/archive", "/repository: pattern")]
    [InlineData("baseURL: https://example.org/", "/baseURL: additionalProperties")]
    public void Schema_and_reader_agree_on_settings(string yaml, string problem)
    {
        var diagnostics = new List<Diagnostic>();
        SiteSettings.Read(yaml, "input/site.yml", diagnostics);

        Assert.Equal(problem.Length == 0 ? [] : [problem], s_validator.Validate(yaml, "site.json"));
        Assert.Equal(problem.Length > 0, diagnostics.Exists(static diagnostic => diagnostic.Severity == Severity.Error));
    }

    [Fact]
    public void Every_example_of_a_key_fits_its_own_pattern()
    {
        var keys = ReportKeys.All.Concat(ConceptKeys.All).Concat(SiteKeys.All).SelectMany(static key => key.Keys.Prepend(key)).Where(static key => key.Pattern.Length > 0 && key.Example.Length > 0);

        Assert.All(keys, static key => Assert.Matches(key.Pattern, key.Example));
    }

    [Fact]
    public void The_README_documents_every_key_of_the_settings_with_its_default()
    {
        var readme = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));

        Assert.All(SiteKeys.All, key =>
        {
            var row = readme.Split('\n').FirstOrDefault(line => line.StartsWith($"| `{key}` |", StringComparison.Ordinal));
            Assert.True(row is not null, $"README.md does not describe '{key}'");
            Assert.Contains(key.Default, row, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Snippets_offer_the_kinds_and_the_concepts_of_the_archive()
    {
        var concept = ConceptReader.Read("---\nlabel: 四减四增\nslug: si-jian-si-zeng\nkind: formula\n---\n释义。\n", "input/concepts/si-jian-si-zeng.md", [])!;
        var site = SiteBuilder.Build(SiteSettings.Default, PlaceTable.National, [], [concept], []);

        var snippets = Encoding.UTF8.GetString(EditorFiles.Snippets(site).Bytes.Span);

        Assert.Contains("kind: ${1|gwr,plan,budget|}", snippets, StringComparison.Ordinal);
        Assert.Contains("concepts: [${1|si-jian-si-zeng|}]", snippets, StringComparison.Ordinal);
    }

    private static IReadOnlyList<string> Files(string folder) =>
        folder == "reports" ? Repository.Reports : Directory.GetFiles(Path.Combine(Repository.Input, folder), "*.md");
}
