using ReportArchive.Diagnostics;
using ReportArchive.Pages;

namespace ReportArchive.Anchors;

/// <summary>The redirects of a site, followed to where they end.</summary>
/// <param name="redirects">The redirects.</param>
/// <param name="published">What the site publishes: each page with its anchors.</param>
public sealed class RedirectGraph(IReadOnlyCollection<Redirect> redirects, IReadOnlyDictionary<SiteUrl, IReadOnlySet<string>> published)
{
    private readonly Dictionary<Target, Redirect> _byFrom = redirects.ToDictionary(static redirect => redirect.From);

    /// <summary>
    /// Where something that was published is found now; none when nowhere. An anchor of a page that moved keeps its name where the
    /// new page has it, and leads to the top of that page otherwise.
    /// </summary>
    public Target? Follow(Target start)
    {
        var at = start;
        for (var steps = 0; steps <= redirects.Count; steps++)
        {
            if (IsPublished(at))
                return at;
            if (Step(at) is not { } next)
                return null;
            at = next;
        }
        return null;
    }

    /// <summary>What is wrong with the redirects themselves.</summary>
    public IEnumerable<Diagnostic> Check()
    {
        foreach (var redirect in redirects)
        {
            if (IsPublished(redirect.From))
                yield return Diagnostic.Error("RA0607", redirect.Span, $"{redirect.From} is published, so nobody would be redirected", "remove the line, or the page");
            else if (Follow(redirect.From) is null)
                yield return IsCircle(redirect.From)
                    ? Diagnostic.Error("RA0608", redirect.Span, $"the redirect of {redirect.From} leads back to itself", "let one of its lines end at a page")
                    : Diagnostic.Error("RA0606", redirect.Span, $"{redirect.To} is not published", "name a page or a paragraph that the site has");
        }
    }

    private Target? Step(Target at)
    {
        if (_byFrom.TryGetValue(at, out var redirect))
            return redirect.To;
        if (at.Anchor.Length == 0 || !_byFrom.TryGetValue(at with { Anchor = "" }, out redirect))
            return null;
        var same = redirect.To with { Anchor = at.Anchor };
        return redirect.To.Anchor.Length == 0 && IsPublished(same) ? same : redirect.To;
    }

    private bool IsPublished(Target target) =>
        published.TryGetValue(target.Page, out var anchors) && (target.Anchor.Length == 0 || anchors.Contains(target.Anchor));

    private bool IsCircle(Target from)
    {
        var seen = new HashSet<Target>();
        for (Target? at = from; at is { } target; at = Step(target))
        {
            if (!seen.Add(target))
                return true;
        }
        return false;
    }
}
