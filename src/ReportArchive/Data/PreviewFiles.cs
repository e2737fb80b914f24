using System.Text.Json;
using ReportArchive.Concepts;
using ReportArchive.Sites;
using ReportArchive.Text;

namespace ReportArchive.Data;

/// <summary>
/// What a reader sees of a concept before going to its page: <c>c/previews/s.json</c> holds all concepts whose slugs begin with
/// that letter, <c>c/previews/u/4e09.json</c> all expressions nobody has described that begin with that character, each a list of
/// label, kind, definition, number of reports, first plan year. Small files, asked for when a reader first points at a link.
/// </summary>
public static class PreviewFiles
{
    private const int LongestDefinition = 140;

    /// <summary>A file for each group of slugs.</summary>
    public static IEnumerable<OutputFile> Write(Site site) => Enumerable.Range(0, site.Concepts.Length)
        .GroupBy(concept => site.Concepts[concept].Slug.Group, StringComparer.Ordinal)
        .Select(group => new OutputFile($"c/previews/{group.Key}.json", Json.WriteLine(json =>
        {
            json.WriteStartObject();
            foreach (var concept in group)
                Write(json, site, concept);
            json.WriteEndObject();
        })));

    private static void Write(Utf8JsonWriter json, Site site, int index)
    {
        var concept = site.Concepts[index];
        json.WriteStartArray(concept.Slug.Value);
        json.WriteStringValue(concept.Label);
        json.WriteStringValue(concept.Kind?.Name() ?? "未整理");
        json.WriteStringValue(Beginning(concept.Definition.IsEmpty ? "" : concept.Definition[0]));
        json.WriteNumberValue(site.Uses[index].Length);
        json.WriteNumberValue(site.Uses[index].IsEmpty ? 0 : site.Reports[site.Uses[index][0].Report].Id.Year.Value);
        json.WriteEndArray();
    }

    /// <summary>As many whole sentences as fit, at least one.</summary>
    private static string Beginning(string definition)
    {
        var end = 0;
        foreach (var sentence in Sentences.Of(definition))
        {
            if (end > 0 && sentence.End > LongestDefinition)
                break;
            end = sentence.End;
        }
        return definition[..end];
    }
}
