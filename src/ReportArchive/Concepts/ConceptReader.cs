using System.Collections.Immutable;
using ReportArchive.Diagnostics;
using ReportArchive.Reports;
using ReportArchive.Text;
using ReportArchive.Yaml;

namespace ReportArchive.Concepts;

/// <summary>One authority file in, one concept out.</summary>
public static class ConceptReader
{
    /// <summary>The keys an authority file may have, in the order they are written.</summary>
    public static ImmutableArray<string> Keys { get; } =
        ["label", "slug", "kind", "aliases", "variants", "parts", "parent", "related", "replacedBy", "wikidata", "scope", "general", "evidence"];

    private static readonly ImmutableArray<string> EvidenceKeys = ["report", "quote"];

    /// <summary>Reads a concept; null where it cannot be used, with a diagnostic that says why.</summary>
    public static Concept? Read(string text, string file, ICollection<Diagnostic> diagnostics)
    {
        text = SourceText.Normalise(text);
        if (!SourceText.IsReadable(text, file, diagnostics)
            || FrontMatterText.Split(text, file, diagnostics) is not { } parts
            || YamlMapping.Parse(parts.Yaml, file, lineOffset: 1, Keys, diagnostics) is not { } yaml)
            return null;

        var label = yaml.RequiredText("label", "四减四增");
        var slug = ReadSlug(yaml, "slug", yaml.RequiredText("slug", "si-jian-si-zeng"));
        var kind = ReadKind(yaml);
        if (slug is { } declared && !file.EndsWith($"/{declared}.md", StringComparison.Ordinal))
            yaml.Wrong("slug", $"the file's name; the file is not called {declared}.md", $"rename the file to {declared}.md, or correct the slug");
        var definition = MarkdownBody.Parse(parts.Body, file, parts.BodyLine, diagnostics);
        if (definition.IsEmpty)
            diagnostics.Add(Diagnostic.Warning("RA0158", new SourceSpan(file, parts.BodyLine, 1), "the concept has no definition", "write one to three sentences below the second '---'"));
        if (label is null || slug is null || kind is null)
            return null;
        return new Concept(
            slug.Value,
            label,
            yaml.Texts("aliases"),
            yaml.Texts("variants"),
            kind,
            yaml.Texts("parts"),
            ReadSlug(yaml, "parent", yaml.Text("parent")),
            [.. yaml.Texts("related").Select(text => ReadSlug(yaml, "related", text)).OfType<Slug>()],
            ReadSlug(yaml, "replacedBy", yaml.Text("replacedBy")),
            ReadWikidata(yaml),
            yaml.Text("scope"),
            yaml.Flag("general") ?? false,
            [.. yaml.Mappings("evidence", EvidenceKeys).Select(ReadEvidence).OfType<Evidence>()],
            [.. definition.Select(static block => block.Text)],
            file)
        {
            Spans = Keys.Where(yaml.Has).ToImmutableDictionary(static key => key, yaml.SpanOf, StringComparer.Ordinal),
        };
    }

    private static Slug? ReadSlug(YamlMapping yaml, string key, string? text)
    {
        if (text is null)
            return null;
        if (Slug.TryParse(text, out var slug))
            return slug;
        yaml.Wrong(key, $"lower-case letters, digits and hyphens; '{text}' is not", "write pinyin without tones, syllables joined by hyphens, e.g. si-jian-si-zeng");
        return null;
    }

    private static ConceptKind? ReadKind(YamlMapping yaml)
    {
        if (yaml.RequiredText("kind", "slogan") is not { } text)
            return null;
        foreach (var kind in ConceptKinds.All)
        {
            if (string.Equals(kind.Key(), text, StringComparison.Ordinal))
                return kind;
        }
        var keys = ConceptKinds.All.Select(static kind => kind.Key()).ToList();
        var nearest = EditDistance.Nearest(text, keys);
        yaml.Wrong("kind", $"one of {string.Join(", ", keys)}; '{text}' is none of them", nearest is null ? "write one of them" : $"did you mean '{nearest}'?");
        return null;
    }

    private static string? ReadWikidata(YamlMapping yaml)
    {
        var text = yaml.Text("wikidata");
        if (text is not null && (text[0] != 'Q' || text.Length < 2 || text.AsSpan(1).ContainsAnyExceptInRange('0', '9')))
            yaml.Wrong("wikidata", $"an identifier such as Q12345; '{text}' is not", "copy it from the item's address");
        return text;
    }

    private static Evidence? ReadEvidence(YamlMapping yaml)
    {
        var report = yaml.RequiredText("report", "370306/2023/gwr");
        var quote = yaml.RequiredText("quote", "…");
        if (report is null || quote is null)
            return null;
        if (ReportId.TryParse(report, out var id))
            return new Evidence(id, quote, yaml.SpanOf("quote"));
        yaml.Wrong("report", $"place code, year and kind; '{report}' is not", "write e.g. 370306/2023/gwr");
        return null;
    }
}
