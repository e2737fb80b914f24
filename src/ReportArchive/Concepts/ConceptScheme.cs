using System.Collections.Immutable;
using ReportArchive.Concepts.Discovery;
using ReportArchive.Diagnostics;
using ReportArchive.Reports;
using ReportArchive.Sites;

namespace ReportArchive.Concepts;

/// <summary>What must hold among concepts, and between concepts and texts.</summary>
internal static class ConceptScheme
{
    /// <summary>The concepts that can stand together; the second of two that clash is left out, with an error that names both files.</summary>
    public static ImmutableArray<Concept> Validate(IEnumerable<Concept> concepts, ICollection<Diagnostic> diagnostics)
    {
        var ordered = concepts.OrderBy(static concept => concept.File, StringComparer.Ordinal).ToList();
        var bySlug = new Dictionary<Slug, Concept>();
        var bySpelling = new Dictionary<string, Concept>(StringComparer.Ordinal);
        foreach (var concept in ordered)
        {
            if (!bySlug.TryAdd(concept.Slug, concept))
            {
                diagnostics.Add(Clash("RA0151", concept.SpanOf("slug"), $"slug '{concept.Slug}' is taken by {bySlug[concept.Slug].File}", "choose another slug"));
                continue;
            }
            foreach (var spelling in concept.Spellings.Where(spelling => !bySpelling.TryAdd(MatchText.Fold(spelling), concept)))
            {
                var other = bySpelling[MatchText.Fold(spelling)];
                var span = concept.SpanOf(KeyOf(concept, spelling));
                diagnostics.Add(ReferenceEquals(other, concept)
                    ? Clash("RA0152", span, $"'{spelling}' stands twice among label, aliases and variants", "keep one; quotation marks and case make no difference")
                    : Clash("RA0152", span, $"'{spelling}' is claimed by {other.File}", "a spelling belongs to one concept: remove it from one of the two files"));
            }
        }
        foreach (var concept in bySlug.Values)
        {
            ValidateReferences(concept, bySlug, diagnostics);
            ValidateSpellings(concept, diagnostics);
        }
        ConceptCycles.Validate(bySlug.Values, bySlug, bySpelling, diagnostics);
        return [.. bySlug.Values];
    }

    /// <summary>Quoted evidence must stand in the report it names, and a concept should occur somewhere.</summary>
    public static void ValidateAgainstTexts(Site site, bool allRead, ICollection<Diagnostic> diagnostics)
    {
        for (var i = 0; i < site.Concepts.Length; i++)
        {
            var concept = site.Concepts[i];
            if (!concept.IsCurated)
                continue;
            if (allRead && site.Uses[i].IsEmpty && !site.Reports.IsEmpty)
                diagnostics.Add(Unused(site, concept));
            if (concept.Kind == ConceptKind.Formula)
                ValidateFormula(site, i, diagnostics);
            foreach (var evidence in concept.Evidence.Where(evidence => EvidencePassage.Find(site, evidence) is null))
            {
                var known = site.ReportById.ContainsKey(evidence.Report);
                if (!known && !allRead)
                    continue;
                diagnostics.Add(Diagnostic.Warning(
                    "RA0156",
                    evidence.Span,
                    known ? $"the quoted passage does not occur in {evidence.Report}" : $"the archive has no report {evidence.Report}",
                    known ? "copy the words from the report's page; punctuation makes no difference" : "correct the id, or add the report"));
            }
        }
    }

    private static Diagnostic Unused(Site site, Concept concept) => HiddenSpellings.HiddenBy(site, concept) is { } longer
        ? Clash("RA0161", concept.SpanOf("label"), $"'{concept.Label}' stands only within '{longer.Label}', which is found instead", "add an alias that stands alone, or remove the file", Severity.Warning)
        : Clash("RA0155", concept.SpanOf("label"), $"'{concept.Label}' occurs in no report", "check the spelling, or add aliases", Severity.Warning);

    /// <summary>A formula should stand for as many things as its name says, and a text that spells it out should be heard.</summary>
    private static void ValidateFormula(Site site, int index, ICollection<Diagnostic> diagnostics)
    {
        var concept = site.Concepts[index];
        var counts = FormulaNumeral.PartsOf(concept.Label);
        if (!concept.Parts.IsEmpty && !counts.IsEmpty && !counts.Contains(concept.Parts.Length))
        {
            diagnostics.Add(Clash(
                "RA0157", concept.SpanOf("parts"), $"'{concept.Label}' says {string.Join(" or ", counts)} parts; the file lists {concept.Parts.Length}", "complete or correct 'parts:'", Severity.Warning));
        }
        if (concept.Parts.IsEmpty && ExpansionOf(site, index) is var (report, parts))
        {
            diagnostics.Add(Clash(
                "RA0159", concept.SpanOf("label"), $"{report.Id} spells out '{concept.Label}'", $"add 'parts: [{string.Join(", ", parts)}]'", Severity.Info));
        }
    }

    private static (Report Report, ImmutableArray<string> Parts)? ExpansionOf(Site site, int index)
    {
        foreach (var use in site.Uses[index])
        {
            foreach (var occurrence in site.OccurrencesOf(index, use))
            {
                if (Expansions.At(site.Reports[use.Report].Body[occurrence.Block].Text, occurrence.Range) is { } expansion)
                    return (site.Reports[use.Report], expansion.Parts);
            }
        }
        return null;
    }

    private static void ValidateReferences(Concept concept, Dictionary<Slug, Concept> bySlug, ICollection<Diagnostic> diagnostics)
    {
        (string Key, Slug? Target)[] references =
            [("parent", concept.Parent), ("replacedBy", concept.ReplacedBy), .. concept.Related.Select(static slug => ("related", (Slug?)slug))];
        foreach (var (key, reference) in references)
        {
            if (reference is not { } target || bySlug.ContainsKey(target))
                continue;
            var nearest = Text.EditDistance.Nearest(target.Value, bySlug.Keys.Select(static slug => slug.Value));
            diagnostics.Add(Clash("RA0153", concept.SpanOf(key), $"no concept has the slug '{target}'", nearest is null ? "correct it, or add the concept's file" : $"did you mean '{nearest}'?"));
        }
        if (concept.Related.Contains(concept.Slug))
            diagnostics.Add(Clash("RA0153", concept.SpanOf("related"), $"'{concept.Slug}' is related to itself", "remove it from 'related:'"));
    }

    /// <summary>A spelling of one letter would be found everywhere, and one of quotation marks nowhere.</summary>
    private static void ValidateSpellings(Concept concept, ICollection<Diagnostic> diagnostics)
    {
        foreach (var spelling in concept.Spellings.Where(static spelling => MatchText.Fold(spelling).Length < 2))
            diagnostics.Add(Clash("RA0160", concept.SpanOf(KeyOf(concept, spelling)), $"'{spelling}' has fewer than two letters and cannot tell a concept", "write the name in full"));
    }

    private static string KeyOf(Concept concept, string spelling) =>
        concept.Variants.Contains(spelling, StringComparer.Ordinal) ? "variants"
        : concept.Aliases.Contains(spelling, StringComparer.Ordinal) ? "aliases"
        : "label";

    private static Diagnostic Clash(string code, SourceSpan span, string message, string hint, Severity severity = Severity.Error) =>
        new(code, severity, span, message, hint);
}
