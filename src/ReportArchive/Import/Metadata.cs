using ReportArchive.Diagnostics;
using ReportArchive.Places;
using ReportArchive.Reports;
using ReportArchive.Text;

namespace ReportArchive.Import;

/// <summary>What a report says of itself, resolved; what it does not say is absent.</summary>
/// <param name="Title">Title in the archive's form: 2023年周村区政府工作报告; plan and budget reports keep the title they state.</param>
/// <param name="Place">The place.</param>
/// <param name="PlacePath">Names from the province down; the last is the one the report uses.</param>
/// <param name="Year">Plan year.</param>
/// <param name="Kind">Kind.</param>
/// <param name="Frame">Day, session, speaker and office.</param>
internal sealed record Metadata(string Title, Place Place, string PlacePath, PlanYear Year, ReportKind Kind, Frame Frame)
{
    private const int LongestQuote = 40;

    /// <summary>Name of the place as the report has it.</summary>
    public required string PlaceName { get; init; }

    /// <summary>The words of the dump that say the plan year with most weight.</summary>
    public required string? YearWords { get; init; }

    /// <summary>Place, plan year and kind.</summary>
    public ReportId Id => new(Place.Code, Year, Kind);

    /// <summary>Resolves; null with an error where place or year cannot be told. The year is given also where the place is not known.</summary>
    /// <param name="frame">What stands above the text.</param>
    /// <param name="text">The normalised text.</param>
    /// <param name="headings">Its headings.</param>
    /// <param name="dump">The dump, for diagnostics.</param>
    /// <param name="segment">The part of it that the report stands in.</param>
    /// <param name="places">The table of places.</param>
    /// <param name="diagnostics">Receives what is wrong or in conflict.</param>
    public static (Metadata? Metadata, PlanYear? Year) Resolve(Frame frame, string text, List<string> headings, Dump dump, TextRange segment, PlaceTable places, ICollection<Diagnostic> diagnostics)
    {
        var kind = frame.Kind ?? KindOfText(text);
        var years = PlanYearEvidence.Weigh(frame.Title, kind, frame.Date, headings, text);
        var place = PlaceEvidence.Find(frame, text, places);
        if (years.Conflict is { } conflict)
        {
            var words = new WordFinder(dump.Text, segment);
            diagnostics.Add(Diagnostic.Warning(
                "RA0302", SpanOf(dump, words, conflict), $"the plan year is {years.Year} by {Quote(dump, words, years.By!)}, but {Quote(dump, words, conflict)} says {conflict.Year}", "check 'year' in the front matter"));
        }
        if (place is null || years.Year is not { } year)
        {
            var missing = place is null ? "the place" : "the plan year";
            diagnostics.Add(Diagnostic.Error(
                "RA0307", new SourceSpan(dump.Name), $"{missing} of '{frame.Title ?? Head(text)}' cannot be told from the dump", "write a title line such as 2023年周村区政府工作报告 above the text and import again"));
            return (null, years.Year);
        }
        return (new Metadata(TitleOf(frame, kind, year, place.Name), place.Place, PathOf(place, places), year, kind, frame) { PlaceName = place.Name, YearWords = years.By?.Words ?? (years.By?.Day is { } day ? new WordFinder(dump.Text, segment).Day(day) : null) }, year);
    }

    /// <summary>What says a year, with its words and the line they stand on.</summary>
    private static string Quote(Dump dump, WordFinder words, YearWitness witness) =>
        words.Find(witness.In(words)) is { } range
            ? $"{witness.What} '{range.Of(dump.Text)[..Math.Min(range.Length, LongestQuote)].ToString().ReplaceLineEndings(" ")}' (line {WordFinder.SpanOf(dump, range.Start).Line})"
            : witness.What;

    private static SourceSpan SpanOf(Dump dump, WordFinder words, YearWitness witness) =>
        words.Find(witness.In(words)) is { } range ? WordFinder.SpanOf(dump, range.Start) : new SourceSpan(dump.Name);

    private static string Head(string text) => text[..Math.Min(20, text.Length)].Replace('\n', ' ');

    private static string TitleOf(Frame frame, ReportKind kind, PlanYear year, string place) => kind switch
    {
        ReportKind.GovernmentWork => $"{year}年{place}政府工作报告",
        _ when frame.Title is { } title && title.Contains("关于", StringComparison.Ordinal) => title,
        ReportKind.Plan => $"关于{place}{year.Value - 1}年国民经济和社会发展计划执行情况与{year}年国民经济和社会发展计划草案的报告",
        _ => $"关于{place}{year.Value - 1}年预算执行情况和{year}年预算草案的报告",
    };

    private static string PathOf(PlaceEvidence evidence, PlaceTable places)
    {
        var names = places.Path(evidence.Place.Code).Select(static place => place.Name).ToArray();
        names[^1] = evidence.Name;
        return string.Join('/', names);
    }

    private static ReportKind KindOfText(string text)
    {
        var head = text.AsSpan(0, Math.Min(300, text.Length));
        if (head.Contains("国民经济和社会发展计划", StringComparison.Ordinal) && head.Contains("计划草案", StringComparison.Ordinal))
            return ReportKind.Plan;
        return head.Contains("预算草案", StringComparison.Ordinal) || head.Contains("预算执行情况", StringComparison.Ordinal) ? ReportKind.Budget : ReportKind.GovernmentWork;
    }
}
