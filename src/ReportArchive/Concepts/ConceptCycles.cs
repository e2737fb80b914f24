using ReportArchive.Diagnostics;

namespace ReportArchive.Concepts;

/// <summary>Circles among concepts: no concept may be broader than itself, stand for itself, or take its own place.</summary>
internal static class ConceptCycles
{
    /// <summary>Reports each circle once, at the first of its files.</summary>
    public static void Validate(IReadOnlyCollection<Concept> concepts, IReadOnlyDictionary<Slug, Concept> bySlug, IReadOnlyDictionary<string, Concept> byName, ICollection<Diagnostic> diagnostics)
    {
        Report("parent", "its parents form a circle", concept => concept.Parent is { } parent && bySlug.TryGetValue(parent, out var above) ? [above] : []);
        Report("replacedBy", "its successors form a circle", concept => concept.ReplacedBy is { } next && bySlug.TryGetValue(next, out var successor) ? [successor] : []);
        Report("parts", "its parts form a circle", concept => concept.Parts.Select(part => byName.GetValueOrDefault(MatchText.Fold(part))).OfType<Concept>().Where(part => part != concept));

        void Report(string key, string message, Func<Concept, IEnumerable<Concept>> next)
        {
            var done = new HashSet<Slug>();
            foreach (var concept in concepts)
            {
                if (done.Contains(concept.Slug) || CircleFrom(concept, next) is not { } circle)
                    continue;
                done.UnionWith(circle.Select(static member => member.Slug));
                diagnostics.Add(new Diagnostic(
                    "RA0154",
                    Severity.Error,
                    concept.SpanOf(key),
                    $"{message}: {string.Join(" → ", circle.Select(static member => member.Slug))} → {concept.Slug}",
                    $"remove one of them from '{key}:'"));
            }
        }
    }

    /// <summary>The shortest way from a concept back to itself; none where there is no way back.</summary>
    private static List<Concept>? CircleFrom(Concept start, Func<Concept, IEnumerable<Concept>> next)
    {
        var cameFrom = new Dictionary<Slug, Concept?> { [start.Slug] = null };
        var queue = new Queue<Concept>([start]);
        while (queue.TryDequeue(out var at))
        {
            foreach (var target in next(at))
            {
                if (target.Slug == start.Slug)
                    return PathTo(at, cameFrom);
                if (cameFrom.TryAdd(target.Slug, at))
                    queue.Enqueue(target);
            }
        }
        return null;
    }

    private static List<Concept> PathTo(Concept last, Dictionary<Slug, Concept?> cameFrom)
    {
        var path = new List<Concept>();
        for (var at = last; at is not null; at = cameFrom[at.Slug])
            path.Add(at);
        path.Reverse();
        return path;
    }
}
