using ReportArchive.Concepts;
using ReportArchive.Diagnostics;
using ReportArchive.Places;
using ReportArchive.Reports;
using ReportArchive.Sites;

namespace ReportArchive.Tests.Concepts;

/// <summary>An archive of a few short reports, built by the same code as a large one.</summary>
internal static class SmallArchive
{
    /// <summary>A report as a contributor would write it.</summary>
    public static Report Report(string id, string body, string? date = null, string title = "政府工作报告")
    {
        Assert.True(ReportId.TryParse(id, out var parsed));
        var file = $"input/reports/{parsed.Place}/{parsed.Year}-{parsed.Kind.Key()}.md";
        var text = $"---\ntitle: {title}\nplace: \"{parsed.Place}\"\nyear: {parsed.Year}\nkind: {parsed.Kind.Key()}\n{(date is null ? "" : $"date: {date}\n")}---\n{body}\n";
        var diagnostics = new List<Diagnostic>();
        var report = ReportReader.Read(text, file, PlaceTable.National, diagnostics);
        Assert.DoesNotContain(diagnostics, static diagnostic => diagnostic.Severity == Severity.Error);
        return Assert.IsType<Report>(report);
    }

    /// <summary>A concept as an editor would write it, found by its label and aliases.</summary>
    public static Concept Concept(string slug, string label, params string[] aliases) =>
        Read(slug, $"label: {label}\naliases: [{string.Join(", ", aliases)}]");

    /// <summary>A concept from the lines of its front matter below slug and kind.</summary>
    public static Concept Read(string slug, string lines, string definition = "释义。")
    {
        var diagnostics = new List<Diagnostic>();
        var concept = ConceptReader.Read($"---\nslug: {slug}\nkind: formula\n{lines}\n---\n{definition}\n", $"input/concepts/{slug}.md", diagnostics);
        Assert.DoesNotContain(diagnostics, static diagnostic => diagnostic.Severity == Severity.Error);
        return Assert.IsType<Concept>(concept);
    }

    /// <summary>The site of these reports and concepts; only errors are a failure.</summary>
    public static Site Site(IEnumerable<Report> reports, params Concept[] concepts)
    {
        var diagnostics = new List<Diagnostic>();
        var site = SiteBuilder.Build(SiteSettings.Default, PlaceTable.National, reports, concepts, diagnostics);
        Assert.DoesNotContain(diagnostics, static diagnostic => diagnostic.Severity == Severity.Error);
        return site;
    }

    /// <summary>The index of the concept of that label.</summary>
    public static int IndexOf(this Site site, string label) =>
        Enumerable.Range(0, site.Concepts.Length).Single(i => site.Concepts[i].Label == label);
}
