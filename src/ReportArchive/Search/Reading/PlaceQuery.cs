using ReportArchive.Search.Text;

namespace ReportArchive.Search.Reading;

/// <summary>
/// Which places <c>地:</c> means: those whose code begins with the digits; else those of that very name; else those whose name
/// without 省, 市, 县… it is; else those whose name begins with it. A slash goes down the tree: <c>山东/淄博</c>.
/// </summary>
internal static class PlaceQuery
{
    private static readonly string[] Suffixes = ["特别行政区", "维吾尔自治区", "壮族自治区", "回族自治区", "自治区", "自治州", "自治县", "自治旗", "地区", "街道", "省", "市", "县", "区", "旗", "盟", "镇", "乡"];

    /// <summary>A test for the places a folded word means; none where there are none.</summary>
    public static Func<SegmentPlace, bool>? Choose(string word, IEnumerable<SegmentPlace> places)
    {
        var known = places.ToList();
        return Tests(word).FirstOrDefault(known.Exists) is { } test ? new Func<SegmentPlace, bool>(test) : null;
    }

    private static IEnumerable<Predicate<SegmentPlace>> Tests(string word)
    {
        if (!word.AsSpan().ContainsAnyExceptInRange('0', '9'))
        {
            var digits = word.Length is 6 && word.EndsWith("0000", StringComparison.Ordinal) ? word[..2] : word.Length is 6 && word.EndsWith("00", StringComparison.Ordinal) ? word[..4] : word;
            yield return place => digits.Length >= 2 && place.Code.StartsWith(digits, StringComparison.Ordinal);
        }
        var steps = word.Split('/', StringSplitOptions.RemoveEmptyEntries);
        yield return place => Matches(place, steps, static (name, step) => name == step);
        yield return place => Matches(place, steps, static (name, step) => name == step || Bare(name) == step);
        yield return place => Matches(place, steps, static (name, step) => name.StartsWith(step, StringComparison.Ordinal));
    }

    /// <summary>Whether the last step is the place and each before it a place above, in order.</summary>
    private static bool Matches(SegmentPlace place, string[] steps, Func<string, string, bool> same)
    {
        if (steps.Length == 0 || !same(TextFolding.Fold(place.Path[^1]), steps[^1]))
            return false;
        var at = steps.Length - 2;
        for (var i = place.Path.Length - 2; i >= 0 && at >= 0; i--)
        {
            if (same(TextFolding.Fold(place.Path[i]), steps[at]))
                at--;
        }
        return at < 0;
    }

    private static string Bare(string name)
    {
        foreach (var suffix in Suffixes)
        {
            if (name.Length > suffix.Length + 1 && name.EndsWith(suffix, StringComparison.Ordinal))
                return name[..^suffix.Length];
        }
        return name;
    }
}
