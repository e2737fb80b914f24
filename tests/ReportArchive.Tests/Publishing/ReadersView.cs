using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text;
using ReportArchive.Sites;

namespace ReportArchive.Tests.Publishing;

/// <summary>A site as its readers see it: the home page, and whatever can be reached from it by links.</summary>
/// <param name="baseUrl">Where the site says it is published.</param>
internal sealed class ReadersView(Uri baseUrl)
{
    private readonly ConcurrentDictionary<(string Path, string ETag), (ImmutableArray<(string Path, string Id)> Links, PageFacts Facts)> _pages = new();

    /// <summary>Links of pages that can be reached that lead nowhere, or to a paragraph that is not there.</summary>
    public IReadOnlyList<string> BrokenLinks(ImmutableSortedDictionary<string, S3Object> objects)
    {
        var broken = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Queue<string>();
        if (objects.ContainsKey("index.html"))
            open.Enqueue("index.html");
        while (open.TryDequeue(out var path))
        {
            foreach (var (target, id) in Page(objects, path).Links)
            {
                if (!objects.ContainsKey(target))
                    broken.Add($"{path} → {target}");
                else if (target.EndsWith(".html", StringComparison.Ordinal) && id.Length > 0 && !Page(objects, target).Facts.Ids.Contains(id))
                    broken.Add($"{path} → {target}#{id}");
                else if (target.EndsWith(".html", StringComparison.Ordinal) && seen.Add(target))
                    open.Enqueue(target);
            }
        }
        return broken;
    }

    private (ImmutableArray<(string Path, string Id)> Links, PageFacts Facts) Page(ImmutableSortedDictionary<string, S3Object> objects, string path) =>
        _pages.GetOrAdd((path, objects[path].ETag), key =>
        {
            var facts = PageFacts.Read(Encoding.UTF8.GetString(objects[key.Path].Bytes), key.Path);
            return ([.. facts.Links.Select(link => Resolve(key.Path, link.Target)).OfType<(string, string)>().Distinct()], facts);
        });

    private (string Path, string Id)? Resolve(string page, string link)
    {
        if (!Uri.TryCreate(new Uri(baseUrl, page), link, out var url) || !baseUrl.IsBaseOf(url))
            return null;
        var path = Uri.UnescapeDataString(baseUrl.MakeRelativeUri(new Uri(url.GetLeftPart(UriPartial.Path))).OriginalString);
        if (path.Length == 0 || path[^1] == '/')
            path += "index.html";
        return (path, url.Fragment.StartsWith("#:~:", StringComparison.Ordinal) ? "" : Uri.UnescapeDataString(url.Fragment.TrimStart('#')));
    }
}
