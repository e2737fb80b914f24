using System.Collections.Immutable;
using ReportArchive.Sites;
using ReportArchive.Text;

namespace ReportArchive.Pages;

/// <summary>Links other concepts where a definition names them, each once.</summary>
internal static class DefinitionLinks
{
    public static ImmutableArray<Segment> Cut(Site site, string text, int self)
    {
        var seen = new HashSet<int> { self };
        var links = site.Matcher.Find(text)
            .Where(match => seen.Add(match.Concept))
            .Select(match => (match.Range, new Segment(SegmentKind.Concept, "", SiteUrl.Of(site.Concepts[match.Concept].Slug))));
        return SegmentCutter.Cut(text, new TextRange(0, text.Length), links);
    }
}
