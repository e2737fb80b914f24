using System.Text.RegularExpressions;
using ReportArchive.Places;

namespace ReportArchive.Import;

/// <summary>Which place a report is from: the name in its session, its title or its speaker's office, told from places of the same name by what else the dump says.</summary>
/// <param name="Place">The place.</param>
/// <param name="Name">The name it bears in the report; a former one where it was renamed since.</param>
internal sealed partial record PlaceEvidence(Place Place, string Name)
{
    private static readonly string[] Suffixes = ["市", "区", "县", "旗", "州", "镇", "街道", "乡", "自治县", "地区", "盟"];

    /// <summary>Finds the place; none where no name in the frame is one, or where two places fit equally well.</summary>
    public static PlaceEvidence? Find(Frame frame, string text, PlaceTable places)
    {
        var names = Names(frame).Distinct(StringComparer.Ordinal).ToList();
        foreach (var name in names)
        {
            var candidates = Candidates(name, places);
            if (Choose(candidates, name, frame, text, places) is { } place)
                return new PlaceEvidence(place, Bare(name, place));
        }
        return FromText(frame, text, places);
    }

    private static IEnumerable<string> Names(Frame frame)
    {
        if (frame.Meeting is { } meeting && InMeeting().Match(meeting) is { Success: true } session)
            yield return session.Groups["name"].Value;
        if (frame.Title is { } title)
        {
            foreach (Match match in InTitle().Matches(title))
                yield return match.Groups["name"].Value;
        }
        foreach (var hint in frame.Hints)
        {
            foreach (Match match in InHint().Matches(hint))
                yield return match.Groups["name"].Value;
        }
    }

    /// <summary>Places of a name; where there is none, those that bear it with another ending (历城县 is 历城区 today).</summary>
    private static List<Place> Candidates(string name, PlaceTable places)
    {
        switch (places.Resolve(name))
        {
            case PlaceResolution.Found found:
                return [found.Place];
            case PlaceResolution.Ambiguous ambiguous:
                return [.. ambiguous.Candidates];
            default:
                var stem = Stem(name);
                return stem.Length < 2 ? [] : [.. Suffixes.SelectMany(suffix => places.Resolve(stem + suffix) is PlaceResolution.Found found ? [found.Place] : Array.Empty<Place>()).DistinctBy(static place => place.Code)];
        }
    }

    private static string Stem(string name)
    {
        var suffix = Suffixes.Where(suffix => name.EndsWith(suffix, StringComparison.Ordinal)).MaxBy(static suffix => suffix.Length);
        return suffix is null ? "" : name[..^suffix.Length];
    }

    private static Place? Choose(List<Place> candidates, string name, Frame frame, string text, PlaceTable places)
    {
        if (candidates.Count <= 1)
            return candidates.Count == 0 ? null : candidates[0];
        var ranked = candidates.Select(place => (Place: place, Score: Score(place, name, frame, text, places))).OrderByDescending(static pair => pair.Score).ToList();
        return ranked[0].Score > ranked[1].Score ? ranked[0].Place : null;
    }

    /// <summary>
    /// How much the dump says of the places above a candidate. The frame counts for more than the text, a county for more
    /// than a province; and a town that speaks of 县委 lies in a county, not in a district.
    /// </summary>
    private static double Score(Place place, string name, Frame frame, string text, PlaceTable places)
    {
        var score = string.Equals(place.Name, name, StringComparison.Ordinal) ? 0.5 : 0;
        foreach (var above in places.Path(place.Code))
        {
            if (above.Code == place.Code)
                continue;
            var weight = above.Level switch { PlaceLevel.County => 1.0, PlaceLevel.Prefecture => 0.4, _ => 0.1 };
            score += frame.Hints.Count(hint => hint.Contains(above.Name, StringComparison.Ordinal)) * 10 * weight;
            score += Math.Min(6, Count(text, above.Name)) * weight;
            score += Math.Min(6, Count(text, Stem(above.Name) is { Length: >= 2 } stem ? stem : above.Name)) * 0.2 * weight;
            if (above.Level == PlaceLevel.County)
                score += Math.Min(6, Count(text, above.Name[^1] + "委")) * 0.5;
        }
        return score;
    }

    private static int Count(string text, string word)
    {
        var count = 0;
        for (var at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + word.Length, StringComparison.Ordinal))
            count++;
        return count;
    }

    /// <summary>Without a frame only a place that the text itself calls its own (代表周村区人民政府) will do.</summary>
    private static PlaceEvidence? FromText(Frame frame, string text, PlaceTable places)
    {
        foreach (Match match in OwnName().Matches(text.Length > 2000 ? text[..2000] : text))
        {
            var name = match.Groups["name"].Value;
            if (Choose(Candidates(name, places), name, frame, text, places) is { } place)
                return new PlaceEvidence(place, Bare(name, place));
        }
        return null;
    }

    /// <summary>The last name of 淄博市周村区: what the place itself is called in the report.</summary>
    private static string Bare(string name, Place place)
    {
        foreach (var known in place.FormerNames.Add(place.Name))
        {
            if (name.EndsWith(known, StringComparison.Ordinal))
                return known;
        }
        return place.Name;
    }

    [GeneratedRegex("^(?<name>.{2,20}?)第?[一二三四五六七八九十]+届", Patterns.Options, Patterns.Patience)]
    private static partial Regex InMeeting();

    [GeneratedRegex("(?<=^|年度?|关于|第)(?!关于)(?<name>[\u4E00-\u9FFF]{2,20}?(省|自治区|市|自治州|州|地区|盟|县|自治县|区|旗|镇|乡|街道))(?=(人民)?政府|[0-9]|办事处|国民|预算|.{0,2}[0-9]{4}年|财政)", Patterns.Options, Patterns.Patience)]
    private static partial Regex InTitle();

    [GeneratedRegex("(?!关于)(?<name>[\u4E00-\u9FFF]{2,16}?(省|自治区|市|自治州|州|地区|盟|县|自治县|区|旗|镇|乡|街道))(?=(人民政府)?(代理?)?(省长|市长|区长|县长|州长|盟长|旗长|镇长|乡长|主席|主任)|政府工作报告|人民政府|发展和改革|财政局)", Patterns.Options, Patterns.Patience)]
    private static partial Regex InHint();

    [GeneratedRegex("代表(?<name>[\u4E00-\u9FFF]{2,12}(省|市|州|县|区|旗|镇|乡))(人民)?政府", Patterns.Options, Patterns.Patience)]
    private static partial Regex OwnName();
}
