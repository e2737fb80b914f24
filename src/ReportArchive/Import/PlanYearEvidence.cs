using System.Globalization;
using System.Text.RegularExpressions;
using ReportArchive.Reports;
using ReportArchive.Text;

namespace ReportArchive.Import;

/// <summary>
/// The plan year of a report and what speaks for it. A title names it; so does the day of delivery (a session in October
/// or later plans the next year); so do headings (2022年工作回顾 looks back, 2023年工作安排 looks ahead). The year with most
/// weight wins; a year that something else speaks for is a conflict.
/// </summary>
/// <param name="Year">The year; none where nothing names one.</param>
/// <param name="By">What says so with most weight.</param>
/// <param name="Conflict">The first thing that says another year.</param>
internal sealed partial record PlanYearEvidence(PlanYear? Year, YearWitness? By, YearWitness? Conflict)
{
    private const int FirstMonthOfNextPlan = 10;

    /// <summary>Weighs the evidence.</summary>
    /// <param name="title">The title, where there is one.</param>
    /// <param name="kind">Plan and budget titles name the year reported on too: the later one is meant.</param>
    /// <param name="date">Day of delivery.</param>
    /// <param name="headings">Headings of the text.</param>
    /// <param name="text">The text, asked only where all else is silent.</param>
    public static PlanYearEvidence Weigh(string? title, ReportKind kind, DateOnly? date, IEnumerable<string> headings, string text)
    {
        var votes = new List<YearWitness>();
        if (title is not null && Years(title) is { Count: > 0 } inTitle)
            votes.Add(new(kind == ReportKind.GovernmentWork ? inTitle[0] : inTitle.Max(), 2, "the title", title));
        if (date is { } day)
            votes.Add(new(day.Month >= FirstMonthOfNextPlan ? day.Year + 1 : day.Year, 1.5, "the day of delivery", null) { Day = day });
        if (FromHeadings(headings) is { } fromHeadings)
            votes.Add(new(fromHeadings.Year, 1.6, "the heading", fromHeadings.Heading));
        if (votes.Count == 0 && AheadIn().Match(text) is { Success: true } ahead && Years(ahead.Value) is [var only, ..])
            votes.Add(new(only, 1, "the text", ahead.Value));
        return Decide(votes);
    }

    private static PlanYearEvidence Decide(List<YearWitness> votes)
    {
        if (votes.Count == 0)
            return new PlanYearEvidence(null, null, null);
        var year = votes.GroupBy(static vote => vote.Year).MaxBy(static group => group.Sum(static vote => vote.Weight))!.Key;
        var other = votes.Find(vote => vote.Year != year);
        return new PlanYearEvidence(
            PlanYear.TryParse(year.ToString(CultureInfo.InvariantCulture), out var plan) ? plan : null,
            votes.Where(vote => vote.Year == year).MaxBy(static vote => vote.Weight),
            other);
    }

    private static (int Year, string Heading)? FromHeadings(IEnumerable<string> headings)
    {
        (int Year, string Heading)? back = null;
        foreach (var heading in headings)
        {
            if (Years(heading) is not { Count: > 0 } years)
                continue;
            if (Ahead().IsMatch(heading) && !Back().IsMatch(heading))
                return (years.Max(), heading);
            if (Back().IsMatch(heading))
                back ??= (years.Max() + 1, heading);
        }
        return back;
    }

    private static List<int> Years(string text)
    {
        var years = new List<int>();
        foreach (Match match in YearNumber().Matches(text))
        {
            if (HanNumerals.Year(match.Groups["year"].Value) is { } year)
                years.Add(int.Parse(year, NumberStyles.None, CultureInfo.InvariantCulture));
        }
        return years;
    }

    [GeneratedRegex("(?<year>(19|20)[0-9]{2}|一九[〇零一二三四五六七八九]{2}|二[〇零][〇零一二三四五六七八九]{2})(?=年|(?=[^0-9]*(工作)?报告))", Patterns.Options, Patterns.Patience)]
    private static partial Regex YearNumber();

    [GeneratedRegex("安排|任务|目标|重点|打算|部署|建议|计划(草案)?|措施|今年", Patterns.Options, Patterns.Patience)]
    private static partial Regex Ahead();

    [GeneratedRegex("回顾|总结|执行情况|完成情况|过去|发展成就", Patterns.Options, Patterns.Patience)]
    private static partial Regex Back();

    [GeneratedRegex("((19|20)[0-9]{2}|一九[〇零一二三四五六七八九]{2}|二[〇零][〇零一二三四五六七八九]{2})年[，]?(是|我们要|全[省市县区镇]|政府工作|经济社会发展)", Patterns.Options, Patterns.Patience)]
    private static partial Regex AheadIn();
}

/// <summary>Something in a dump that names the plan year.</summary>
/// <param name="Year">The year it names.</param>
/// <param name="Weight">How much it counts.</param>
/// <param name="What">What it is.</param>
/// <param name="Words">Its words; none for a day, which is written in several ways.</param>
internal sealed record YearWitness(int Year, double Weight, string What, string? Words)
{
    /// <summary>The day, where it is one.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>The words as the dump has them, in search of which <see cref="WordFinder"/> goes.</summary>
    public string? In(WordFinder words) => Day is { } day ? words.Day(day) : Words;
}
