using System.Text.Json;
using ReportArchive.Concepts;
using ReportArchive.Concepts.Usage;
using ReportArchive.Pages;

namespace ReportArchive.Data;

/// <summary><c>data.json</c> beside a concept: what it means and where it stands, for programs.</summary>
public static class ConceptJson
{
    /// <summary>Writes the concept's object; see the contract for its shape.</summary>
    public static void Write(Utf8JsonWriter json, ConceptPage page)
    {
        var concept = page.Concept;
        json.WriteStartObject();
        json.WriteString("slug", concept.Slug.Value);
        json.WriteString("url", page.Url.Value);
        json.WriteString("label", concept.Label);
        json.WriteString("kind", concept.Kind?.Key());
        json.WriteBoolean("curated", concept.IsCurated);
        json.Strings("aliases", concept.Aliases);
        json.Strings("variants", concept.Variants);
        json.Strings("parts", concept.Parts);
        json.WriteString("definition", string.Join('\n', concept.Definition));
        json.Objects("evidence", page.Evidence, evidence =>
        {
            json.WriteString("report", evidence.Report.Report.Id.ToString());
            json.WriteString("anchor", evidence.Anchor.ToString());
            json.WriteString("quote", evidence.Quote);
        });
        json.Objects("reports", page.Usage.Reports, report =>
        {
            json.WriteString("id", report.Report.Report.Id.ToString());
            json.WriteNumber("count", report.Count);
            json.Strings("anchors", report.Anchors.Select(static anchor => anchor.ToString()));
        });
        WriteYears(json, page.Usage.Matrix);
        json.Objects("places", page.Usage.Places, use => WritePlace(json, page.Usage, use));
        json.Objects("verbs", page.Usage.Verbs, word => WriteWord(json, word));
        json.Objects("collocates", page.Usage.Collocates, collocate =>
        {
            json.WriteString("word", collocate.Word);
            json.WriteNumber("together", collocate.Together);
            json.WriteNumber("own", collocate.Own);
            json.WriteNumber("logLikelihood", Math.Round(collocate.LogLikelihood, 3));
        });
        json.Objects("companions", page.Usage.Companions.List, companion =>
        {
            json.WriteString("slug", companion.Item.Concept.Slug.Value);
            json.WriteNumber("together", companion.Counts.Together);
            json.WriteNumber("own", companion.Counts.Own);
            json.WriteNumber("logLikelihood", Math.Round(companion.Counts.LogLikelihood, 3));
        });
        json.WriteEndObject();
    }

    // The years and levels that use it alone: what a share of all reports needs for the others, their number and length, is the
    // same for every concept and stands in data/reports.csv.
    private static void WriteYears(Utf8JsonWriter json, UsageMatrix matrix)
    {
        var cells = matrix.Levels.SelectMany((level, row) => matrix.Years.Select((year, column) => (Level: level, Year: year, Cell: matrix.Cells[row][column])));
        json.Objects("years", cells.Where(static entry => entry.Cell.Using > 0).OrderBy(static entry => entry.Year).ThenBy(static entry => entry.Level), entry =>
        {
            json.WriteNumber("year", entry.Year.Value);
            json.WriteString("level", entry.Level.ToString().ToLowerInvariant());
            json.WriteNumber("using", entry.Cell.Using);
            json.WriteNumber("reports", entry.Cell.All);
            json.WriteNumber("occurrences", entry.Cell.Occurrences);
            json.WriteNumber("characters", entry.Cell.Characters);
        });
    }

    private static void WritePlace(Utf8JsonWriter json, ConceptUsage usage, PlaceUse use)
    {
        json.WriteString("code", use.Place.Code.Value);
        json.WriteString("name", use.Place.Name);
        json.WriteString("first", usage.ReportAt(use.First).Report.Id.ToString());
        json.WriteString("last", usage.ReportAt(use.Last).Report.Id.ToString());
        json.WriteNumber("using", use.Total.Using);
        json.WriteNumber("reports", use.Total.All);
        json.WriteNumber("occurrences", use.Total.Occurrences);
        json.WriteString("descent", use.Descent.Key());
        json.WriteString("above", use.Above is { } above ? usage.ReportAt(above).Report.Id.ToString() : null);
        json.WriteString("silentSince", use.SilentSince is { } silent ? usage.ReportAt(silent).Report.Id.ToString() : null);
    }

    private static void WriteWord(Utf8JsonWriter json, WordCount word)
    {
        json.WriteString("word", word.Word);
        json.WriteNumber("count", word.Count);
        json.WriteNumber("reports", word.Reports);
    }
}
