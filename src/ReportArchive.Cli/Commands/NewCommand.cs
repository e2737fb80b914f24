using System.CommandLine;
using ReportArchive.Places;
using ReportArchive.Reports;

namespace ReportArchive.Cli.Commands;

/// <summary><c>new</c>: a Markdown report to fill in.</summary>
internal static class NewCommand
{
    private const string Description =
        """
        Writes a Markdown report to fill in, where it belongs.

        Example:  report-archive new --place 山东省/淄博市/周村区 --year 2024 --kind gwr
        """;

    public static Command Create()
    {
        var place = new Option<string>("--place") { Description = "Names from the province down, or a code.", Required = true, HelpName = "P" };
        var year = new Option<string>("--year") { Description = "Plan year in the title.", Required = true, HelpName = "Y" };
        var kind = new Option<string>("--kind") { Description = "gwr, plan or budget.", DefaultValueFactory = static _ => "gwr", HelpName = "K" };
        var input = CommonOptions.Input();
        var command = new Command("new", Description) { place, year, kind, input };
        command.SetAction(call => Run(call.GetValue(place)!, call.GetValue(year)!, call.GetValue(kind)!, call.GetValue(input)!));
        return command;
    }

    private static int Run(string placeText, string yearText, string kindText, string input)
    {
        var place = Resolve(placeText);
        if (!PlanYear.TryParse(yearText, out var year))
            throw new UserException($"--year {yearText} is not a year", "write four digits from 1949 to 2100, e.g. --year 2024");
        if (!ReportKinds.TryParse(kindText, out var kind))
            throw new UserException($"--kind {kindText} is not a kind", "write gwr, plan or budget");

        var id = new ReportId(place.Code, year, kind);
        var path = Path.Combine(input, "reports", ReportReader.PathOf(id));
        if (File.Exists(path))
            throw new UserException($"{path} is there already", "edit it, or choose another place, year or kind");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, Skeleton(place, id));
        Console.WriteLine(path);
        return Failures.None;
    }

    private static Place Resolve(string text) => PlaceTable.National.Resolve(text) switch
    {
        PlaceResolution.Found found => found.Place,
        PlaceResolution.Ambiguous ambiguous => throw new UserException($"'{text}' is the name of several places", "write one of: " + List(ambiguous.Candidates)),
        PlaceResolution.Unknown unknown => throw new UserException($"no place is called '{text}'", "did you mean: " + List(unknown.Nearest)),
        _ => throw new InvalidOperationException("a place is found, ambiguous or unknown"),
    };

    private static string List(IEnumerable<Place> places) =>
        string.Join("; ", places.Take(5).Select(static place => $"{PlaceTable.National.FullName(place.Code)} ({place.Code})"));

    private static string Skeleton(Place place, ReportId id)
    {
        var title = id.Kind switch
        {
            ReportKind.GovernmentWork => $"{id.Year}年{place.Name}政府工作报告",
            ReportKind.Plan => $"关于{place.Name}{id.Year.Value - 1}年国民经济和社会发展计划执行情况与{id.Year}年计划草案的报告",
            _ => $"关于{place.Name}{id.Year.Value - 1}年预算执行情况和{id.Year}年预算草案的报告",
        };
        return $"""
            ---
            title: {title}
            place: {PlaceTable.National.FullName(place.Code)}
            year: {id.Year}
            kind: {id.Kind.Key()}
            date:
            meeting:
            speaker:
            office:
            source:
              - name: {place.Name}人民政府
                url:
                retrieved:
                sha256:
                complete:
            ---
            各位代表：

            ## 一、

            """.ReplaceLineEndings("\n");
    }
}
