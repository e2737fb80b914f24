using System.Collections.Immutable;
using ReportArchive.Diagnostics;
using ReportArchive.Reports;
using ReportArchive.Text;
using ReportArchive.Yaml;

namespace ReportArchive.Concepts;

/// <summary>One authority file in, one concept out.</summary>
public static class ConceptReader
{
    /// <summary>Reads a concept; null where it cannot be used, with a diagnostic that says why.</summary>
    public static Concept? Read(string text, string file, ICollection<Diagnostic> diagnostics)
    {
        text = SourceText.Normalise(text);
        if (!SourceText.IsReadable(text, file, diagnostics)
            || FrontMatterText.Split(text, file, diagnostics) is not { } parts
            || YamlMapping.Parse(parts.Yaml, file, lineOffset: 1, ConceptKeys.All, diagnostics) is not { } yaml)
            return null;

        var label = yaml.RequiredText(ConceptKeys.Label);
        var slug = ReadSlug(yaml, ConceptKeys.Slug, yaml.RequiredText(ConceptKeys.Slug));
        var kind = ReadKind(yaml);
        if (slug is { } declared && !file.EndsWith($"/{declared}.md", StringComparison.Ordinal))
            yaml.Wrong(ConceptKeys.Slug, $"the file's name; the file is not called {declared}.md", $"rename the file to {declared}.md, or correct the slug");
        var definition = MarkdownBody.Parse(parts.Body, file, parts.BodyLine, diagnostics);
        if (definition.IsEmpty)
            diagnostics.Add(Diagnostic.Warning("RA0158", new SourceSpan(file, parts.BodyLine, 1), "the concept has no definition", "write one to three sentences below the second '---'"));
        if (label is null || slug is null || kind is null)
            return null;
        return new Concept(
            slug.Value,
            label,
            yaml.Texts(ConceptKeys.Aliases),
            yaml.Texts(ConceptKeys.Variants),
            kind,
            yaml.Texts(ConceptKeys.Parts),
            ReadSlug(yaml, ConceptKeys.Parent, yaml.Text(ConceptKeys.Parent)),
            [.. yaml.Texts(ConceptKeys.Related).Select(text => ReadSlug(yaml, ConceptKeys.Related, text)).OfType<Slug>()],
            ReadSlug(yaml, ConceptKeys.ReplacedBy, yaml.Text(ConceptKeys.ReplacedBy)),
            yaml.FittingText(ConceptKeys.Wikidata, "an identifier such as Q12345", "copy it from the item's address"),
            yaml.Text(ConceptKeys.Scope),
            yaml.Flag(ConceptKeys.General) ?? false,
            [.. yaml.Mappings(ConceptKeys.Evidence).Select(ReadEvidence).OfType<Evidence>()],
            [.. definition.Select(static block => block.Text)],
            file)
        {
            Spans = ConceptKeys.All.Select(static key => key.Name).Where(yaml.Has).ToImmutableDictionary(static key => key, yaml.SpanOf, StringComparer.Ordinal),
        };
    }

    private static Slug? ReadSlug(YamlMapping yaml, YamlKey key, string? text)
    {
        if (text is null)
            return null;
        if (Slug.TryParse(text, out var slug))
            return slug;
        yaml.Wrong(key, $"lower-case letters, digits and hyphens; '{text}' is not", $"write pinyin without tones, syllables joined by hyphens, e.g. {ConceptKeys.Slug.Example}");
        return null;
    }

    private static ConceptKind? ReadKind(YamlMapping yaml)
    {
        if (yaml.RequiredText(ConceptKeys.Kind) is not { } text)
            return null;
        foreach (var kind in ConceptKinds.All)
        {
            if (string.Equals(kind.Key(), text, StringComparison.Ordinal))
                return kind;
        }
        var keys = ConceptKinds.All.Select(static kind => kind.Key()).ToList();
        var nearest = EditDistance.Nearest(text, keys);
        yaml.Wrong(ConceptKeys.Kind, $"one of {string.Join(", ", keys)}; '{text}' is none of them", nearest is null ? "write one of them" : $"did you mean '{nearest}'?");
        return null;
    }

    private static Evidence? ReadEvidence(YamlMapping yaml)
    {
        var report = yaml.RequiredText(ConceptKeys.EvidenceReport);
        var quote = yaml.RequiredText(ConceptKeys.EvidenceQuote);
        if (report is null || quote is null)
            return null;
        if (ReportId.TryParse(report, out var id))
            return new Evidence(id, quote, yaml.SpanOf(ConceptKeys.EvidenceQuote));
        yaml.Wrong(ConceptKeys.EvidenceReport, $"place code, year and kind; '{report}' is not", $"write e.g. {ConceptKeys.EvidenceReport.Example}");
        return null;
    }
}
