using System.Collections.Immutable;
using ReportArchive.Diagnostics;
using ReportArchive.Places;
using ReportArchive.Text;
using ReportArchive.Yaml;

namespace ReportArchive.Reports;

/// <summary>Reads the front matter of a report; the keys are those of the contract, and any other is an error.</summary>
public static class FrontMatterReader
{
    /// <summary>Reads and types the front matter; null where a required value is missing or wrong.</summary>
    /// <param name="text">The split file.</param>
    /// <param name="file">Its path, for diagnostics.</param>
    /// <param name="places">The table that names and codes are looked up in.</param>
    /// <param name="diagnostics">Receives what is wrong.</param>
    public static FrontMatter? Read(FrontMatterText text, string file, PlaceTable places, ICollection<Diagnostic> diagnostics)
    {
        var yaml = YamlMapping.Parse(text.Yaml, file, lineOffset: 1, ReportKeys.All, diagnostics);
        if (yaml is null)
            return null;

        var title = yaml.RequiredText(ReportKeys.Title);
        var place = ReadPlace(yaml, places, diagnostics);
        var year = ReadYear(yaml);
        var kind = ReadKind(yaml);
        var matter = new
        {
            Date = yaml.Date(ReportKeys.Date),
            Meeting = yaml.Text(ReportKeys.Meeting),
            Speaker = yaml.Text(ReportKeys.Speaker),
            Office = yaml.Text(ReportKeys.Office),
            Concepts = yaml.Texts(ReportKeys.Concepts),
            Sources = yaml.Mappings(ReportKeys.Source).Select(ReadSource).ToImmutableArray(),
        };
        if (title is null || place is null || year is null || kind is null)
            return null;
        return new FrontMatter(
            title, place, year.Value, kind.Value, matter.Date, matter.Meeting, matter.Speaker, matter.Office, matter.Concepts, matter.Sources)
        {
            ConceptsSpan = yaml.SpanOf("concepts"),
            NotPlaces = yaml.Texts(ReportKeys.NotPlaces),
        };
    }

    private static Place? ReadPlace(YamlMapping yaml, PlaceTable places, ICollection<Diagnostic> diagnostics)
    {
        if (yaml.RequiredText(ReportKeys.Place) is not { } text)
            return null;
        switch (places.Resolve(text))
        {
            case PlaceResolution.Found found:
                return found.Place;
            case PlaceResolution.Ambiguous ambiguous:
                diagnostics.Add(Diagnostic.Error(
                    "RA0102", yaml.SpanOf(ReportKeys.Place), $"'{text}' is the name of several places", "write one of: " + List(ambiguous.Candidates, places)));
                return null;
            case PlaceResolution.Unknown unknown:
                diagnostics.Add(Diagnostic.Error(
                    "RA0101",
                    yaml.SpanOf(ReportKeys.Place),
                    $"no place is called '{text}'",
                    unknown.Nearest.IsEmpty ? $"write the names from the province down, e.g. {ReportKeys.Place.Example}, or the code" : "did you mean: " + List(unknown.Nearest, places)));
                return null;
            default:
                return null;
        }
    }

    private static string List(ImmutableArray<Place> candidates, PlaceTable places) =>
        string.Join("; ", candidates.Take(5).Select(place => $"{places.FullName(place.Code)} ({place.Code})"));

    private static PlanYear? ReadYear(YamlMapping yaml)
    {
        if (yaml.RequiredText(ReportKeys.Year) is not { } text)
            return null;
        if (PlanYear.TryParse(text, out var year))
            return year;
        var meant = text.Length < 4 ? null : HanNumerals.Year(text[..4]);
        yaml.Wrong(ReportKeys.Year, $"a year from {PlanYear.Earliest} to {PlanYear.Latest}; '{text}' is not", meant is null ? "write four digits, e.g. 'year: 2023'" : $"write 'year: {meant}'");
        return null;
    }

    private static ReportKind? ReadKind(YamlMapping yaml)
    {
        if (yaml.RequiredText(ReportKeys.Kind) is not { } text)
            return null;
        if (ReportKinds.TryParse(text, out var kind))
            return kind;
        var meant = ReportKinds.All.FirstOrDefault(k => k.Name().Contains(text, StringComparison.Ordinal) || text.Contains(k.Name(), StringComparison.Ordinal)).Key();
        yaml.Wrong(
            ReportKeys.Kind,
            $"gwr, plan or budget; '{text}' is none of them",
            $"gwr is 政府工作报告, plan is 国民经济和社会发展计划报告, budget is 预算报告: write 'kind: {EditDistance.Nearest(text, ReportKinds.All.Select(static k => k.Key())) ?? meant}'");
        return null;
    }

    private static Source ReadSource(YamlMapping yaml) => new(
        yaml.RequiredText(ReportKeys.SourceName) ?? "",
        yaml.WebAddress(ReportKeys.SourceUrl),
        yaml.Date(ReportKeys.SourceRetrieved),
        yaml.FittingText(ReportKeys.SourceSha256, "64 lower-case hex digits", "run 'sha256sum FILE' on the dump and copy what it prints, or leave the key empty"),
        yaml.Flag(ReportKeys.SourceComplete));
}
