using System.Collections.Immutable;
using ReportArchive.Citations;
using ReportArchive.Places;
using ReportArchive.Reports;

namespace ReportArchive.Tests.Citations;

/// <summary>Reports to cite, of every level of place and with everything that can be missing.</summary>
internal static class Works
{
    public const string Base = "https://baogao.example/";

    public static readonly DateOnly Accessed = new(2026, 11, 21);

    public static ImmutableArray<Place> Path(string names, string codes, params string[] formerNames)
    {
        var places = names.Split('/').Zip(codes.Split('/'), (name, code) => new Place(PlaceCode.Parse(code), name, Parent: null, []));
        return [.. places.SkipLast(1), places.Last() with { FormerNames = [.. formerNames] }];
    }

    public static ImmutableArray<Place> Zhoucun => Path("山东省/淄博市/周村区", "370000/370300/370306");

    public static FrontMatter Matter(
        Place place, string title, int year, string? date = null, ReportKind kind = ReportKind.GovernmentWork, string? meeting = null,
        string? speaker = null, string? office = null) => new(
            title,
            place,
            new PlanYear(year),
            kind,
            date is null ? null : DateOnly.Parse(date, System.Globalization.CultureInfo.InvariantCulture),
            meeting,
            speaker,
            office,
            [],
            []);

    public static Citation Cite(ImmutableArray<Place> path, FrontMatter matter, params string[] keywords) =>
        Citation.Of(matter, path, $"{Base}r/{matter.Id}/", keywords);

    public static FrontMatter ZhoucunMatter => Matter(
        Zhoucun[^1], "2023年周村区政府工作报告", 2023, "2023-01-07",
        meeting: "淄博市周村区第十九届人民代表大会第二次会议", speaker: "李晓红", office: "区长");

    public static Citation ZhoucunReport => Cite(Zhoucun, ZhoucunMatter, "六张时代新答卷", "四减四增");

    public static Citation Undated
    {
        get
        {
            var path = Path("山东省/枣庄市/滕州市/姜屯镇", "370000/370400/370481/370481107");
            return Cite(path, Matter(path[^1], "2020年姜屯镇政府工作报告", 2020));
        }
    }

    public static Citation Concept => Citation.OfEntry("c-si-jian-si-zeng", "四减四增", "地方政府报告档案", Base + "c/si-jian-si-zeng/");
}
