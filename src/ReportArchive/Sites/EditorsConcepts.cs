using ReportArchive.Concepts;
using ReportArchive.Diagnostics;
using ReportArchive.Text;

namespace ReportArchive.Sites;

/// <summary>The concepts an editor names in a report's front matter, beside those found in its text.</summary>
internal static class EditorsConcepts
{
    /// <summary>Indexes of the named concepts that the text itself does not show, in the order they are named.</summary>
    public static IEnumerable<int> Of(Site site, int report)
    {
        var found = site.Occurrences[report].Select(static occurrence => occurrence.Concept).ToHashSet();
        foreach (var name in site.Reports[report].Matter.Concepts)
        {
            if (Slug.TryParse(name, out var slug) && site.ConceptBySlug.TryGetValue(slug, out var concept) && found.Add(concept))
                yield return concept;
        }
    }

    /// <summary>A name that is no concept's slug is an error.</summary>
    public static void Validate(Site site, ICollection<Diagnostic> diagnostics)
    {
        foreach (var report in site.Reports)
        {
            foreach (var name in report.Matter.Concepts.Where(name => !(Slug.TryParse(name, out var slug) && site.ConceptBySlug.ContainsKey(slug))))
            {
                var nearest = EditDistance.Nearest(name, site.ConceptBySlug.Keys.Select(static slug => slug.Value));
                var labelled = site.Concepts.FirstOrDefault(concept => concept.Label == name)?.Slug.Value;
                diagnostics.Add(Diagnostic.Error(
                    "RA0153",
                    report.Matter.ConceptsSpan,
                    $"'concepts' names '{name}', which is no concept's slug",
                    (labelled ?? nearest) is { } meant ? $"did you mean '{meant}'?" : "write the slug of a file in the concepts folder, or remove it"));
            }
        }
    }
}
