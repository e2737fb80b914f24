using System.Collections.Immutable;
using System.Text.Json;
using ReportArchive.Concepts;
using ReportArchive.Data;
using ReportArchive.Reports;
using ReportArchive.Sites;
using ReportArchive.Yaml;

namespace ReportArchive.Schemas;

/// <summary>
/// Snippets for Visual Studio Code. It applies no schema to the front matter of Markdown, but it offers snippets there, with
/// lists of choices, and needs no extension for them.
/// </summary>
internal static class Snippets
{
    // A list of choices is shown whole; beyond some hundreds nobody reads it, and typing finds what it does not show.
    private const int MostChoices = 500;

    /// <summary>Writes one snippet a key, and one for each of the two forms in full.</summary>
    public static byte[] Write(Site site) => Json.Write(json =>
    {
        json.WriteStartObject();
        Form(json, "report", "新报告", ReportKeys.All, site, "各位代表：\n\n## 一、$0");
        Form(json, "concept", "新提法", ConceptKeys.All, site, "$0");
        json.WriteEndObject();
    });

    private static void Form(Utf8JsonWriter json, string name, string description, ImmutableArray<YamlKey> keys, Site site, string body)
    {
        var stop = 1;
        var lines = new List<string> { "---" };
        foreach (var key in keys)
        {
            if (key.Form != YamlForm.Entries)
            {
                Snippet(json, $"{name}.{key}", key.Name, $"{key.Title}：{key.Chinese}", [Line(key, 1, Choices(key, site))]);
                lines.Add(Line(key, stop++, InForm(key)));
                continue;
            }
            lines.Add($"{key}:");
            lines.AddRange(key.Keys.Select((inner, i) => (i == 0 ? "  - " : "    ") + Line(inner, stop++, InForm(inner))));
        }
        Snippet(json, name, name, description, [.. lines, "---", .. body.Split('\n')]);
    }

    private static void Snippet(Utf8JsonWriter json, string name, string prefix, string description, IEnumerable<string> body) => json.Nested(name, () =>
    {
        json.WriteString("scope", "markdown");
        json.WriteString("prefix", prefix);
        json.WriteString("description", description);
        json.Strings("body", body);
    });

    private static string Line(YamlKey key, int stop, IEnumerable<string> choices)
    {
        var listed = choices.Take(MostChoices).Select(Escape).ToList();
        var value = listed.Count == 0 ? $"${{{stop}}}" : $"${{{stop}|{string.Join(',', listed)}|}}";
        return key.Form == YamlForm.Texts ? $"{key}: [{value}]" : $"{key}: {value}";
    }

    // A list of choices inserts its first unless another is chosen; in a whole form only what must be there may be filled in like that.
    private static IEnumerable<string> InForm(YamlKey key) => key.IsRequired ? key.Choices.Select(static choice => choice.Value) : [];

    private static IEnumerable<string> Choices(YamlKey key, Site site) => (key.Offer, key.Form) switch
    {
        (YamlOffer.PlacesInUse, _) => InUseSchema.Places(site),
        (YamlOffer.ConceptsInUse, _) => InUseSchema.Concepts(site),
        (_, YamlForm.Flag) => ["true", "false"],
        _ => key.Choices.Select(static choice => choice.Value),
    };

    private static string Escape(string choice) =>
        choice.Replace(@"\", @"\\", StringComparison.Ordinal).Replace(",", @"\,", StringComparison.Ordinal).Replace("|", @"\|", StringComparison.Ordinal);
}
