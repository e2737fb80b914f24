using System.Buffers;
using System.Collections.Immutable;
using ReportArchive.Diagnostics;
using ReportArchive.Places;
using ReportArchive.Text;
using ReportArchive.Yaml;

namespace ReportArchive.Reports;

/// <summary>Reads the front matter of a report; the keys are those of the contract, and any other is an error.</summary>
public static class FrontMatterReader
{
    /// <summary>The keys a report may have, in the order they are written.</summary>
    public static ImmutableArray<string> Keys { get; } =
        ["title", "place", "year", "kind", "date", "meeting", "speaker", "office", "concepts", "source"];

    private static readonly SearchValues<char> Hex = SearchValues.Create("0123456789abcdef");
    private static readonly ImmutableArray<string> SourceKeys = ["name", "url", "retrieved", "sha256", "complete"];

    /// <summary>Reads and types the front matter; null where a required value is missing or wrong.</summary>
    /// <param name="text">The split file.</param>
    /// <param name="file">Its path, for diagnostics.</param>
    /// <param name="places">The table that names and codes are looked up in.</param>
    /// <param name="diagnostics">Receives what is wrong.</param>
    public static FrontMatter? Read(FrontMatterText text, string file, PlaceTable places, ICollection<Diagnostic> diagnostics)
    {
        var yaml = YamlMapping.Parse(text.Yaml, file, lineOffset: 1, Keys, diagnostics);
        if (yaml is null)
            return null;

        var title = yaml.RequiredText("title", "2023年周村区政府工作报告");
        var place = ReadPlace(yaml, places, diagnostics);
        var year = ReadYear(yaml);
        var kind = ReadKind(yaml);
        var matter = new
        {
            Date = yaml.Date("date"),
            Meeting = yaml.Text("meeting"),
            Speaker = yaml.Text("speaker"),
            Office = yaml.Text("office"),
            Concepts = yaml.Texts("concepts"),
            Sources = yaml.Mappings("source", SourceKeys).Select(ReadSource).ToImmutableArray(),
        };
        if (title is null || place is null || year is null || kind is null)
            return null;
        return new FrontMatter(
            title, place, year.Value, kind.Value, matter.Date, matter.Meeting, matter.Speaker, matter.Office, matter.Concepts, matter.Sources)
        {
            ConceptsSpan = yaml.SpanOf("concepts"),
        };
    }

    private static Place? ReadPlace(YamlMapping yaml, PlaceTable places, ICollection<Diagnostic> diagnostics)
    {
        if (yaml.RequiredText("place", "山东省/淄博市/周村区") is not { } text)
            return null;
        switch (places.Resolve(text))
        {
            case PlaceResolution.Found found:
                return found.Place;
            case PlaceResolution.Ambiguous ambiguous:
                diagnostics.Add(Diagnostic.Error(
                    "RA0102", yaml.SpanOf("place"), $"'{text}' is the name of several places", "write one of: " + List(ambiguous.Candidates, places)));
                return null;
            case PlaceResolution.Unknown unknown:
                diagnostics.Add(Diagnostic.Error(
                    "RA0101",
                    yaml.SpanOf("place"),
                    $"no place is called '{text}'",
                    unknown.Nearest.IsEmpty ? "write the names from the province down, e.g. 山东省/淄博市/周村区, or the code" : "did you mean: " + List(unknown.Nearest, places)));
                return null;
            default:
                return null;
        }
    }

    private static string List(ImmutableArray<Place> candidates, PlaceTable places) =>
        string.Join("; ", candidates.Take(5).Select(place => $"{places.FullName(place.Code)} ({place.Code})"));

    private static PlanYear? ReadYear(YamlMapping yaml)
    {
        if (yaml.RequiredText("year", "2023") is not { } text)
            return null;
        if (PlanYear.TryParse(text, out var year))
            return year;
        var meant = text.Length < 4 ? null : HanNumerals.Year(text[..4]);
        yaml.Wrong("year", $"a year from 1949 to 2100; '{text}' is not", meant is null ? "write four digits, e.g. 'year: 2023'" : $"write 'year: {meant}'");
        return null;
    }

    private static ReportKind? ReadKind(YamlMapping yaml)
    {
        if (yaml.RequiredText("kind", "gwr") is not { } text)
            return null;
        if (ReportKinds.TryParse(text, out var kind))
            return kind;
        var meant = ReportKinds.All.FirstOrDefault(k => k.Name().Contains(text, StringComparison.Ordinal) || text.Contains(k.Name(), StringComparison.Ordinal)).Key();
        yaml.Wrong(
            "kind",
            $"gwr, plan or budget; '{text}' is none of them",
            $"gwr is 政府工作报告, plan is 国民经济和社会发展计划报告, budget is 预算报告: write 'kind: {EditDistance.Nearest(text, ReportKinds.All.Select(static k => k.Key())) ?? meant}'");
        return null;
    }

    private static Source ReadSource(YamlMapping yaml)
    {
        var hash = yaml.Text("sha256");
        if (hash is not null && (hash.Length != 64 || hash.AsSpan().ContainsAnyExcept(Hex)))
            yaml.Wrong("sha256", "64 lower-case hex digits", "run 'sha256sum FILE' on the dump and copy what it prints, or leave the key empty");
        var url = yaml.Text("url");
        if (url is not null && !(Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"))
            yaml.Wrong("url", $"a web address; '{url}' is not", "write the whole address, beginning with https://");
        return new Source(yaml.RequiredText("name", "周村区人民政府") ?? "", url, yaml.Date("retrieved"), hash, yaml.Flag("complete"));
    }
}
