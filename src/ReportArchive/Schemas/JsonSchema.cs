using System.Collections.Immutable;
using System.Text.Json;
using ReportArchive.Data;
using ReportArchive.Yaml;

namespace ReportArchive.Schemas;

/// <summary>
/// The JSON Schema of a list of keys, in draft 7, the newest that the YAML language server of editor programs reads.
/// A key that is not required may be empty, for that is how a form is left to be filled in.
/// </summary>
internal static class JsonSchema
{
    /// <summary>Writes the schema of a mapping.</summary>
    /// <param name="title">What the mapping is, in Chinese.</param>
    /// <param name="keys">Its keys.</param>
    public static byte[] Write(string title, ImmutableArray<YamlKey> keys) => Json.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("$schema", "http://json-schema.org/draft-07/schema#");
        json.WriteString("title", title);
        WriteMapping(json, keys);
        json.WriteEndObject();
    });

    private static void WriteMapping(Utf8JsonWriter json, ImmutableArray<YamlKey> keys)
    {
        json.WriteString("type", "object");
        json.WriteBoolean("additionalProperties", value: false);
        json.Strings("required", keys.Where(static key => key.IsRequired).Select(static key => key.Name));
        json.Nested("properties", () =>
        {
            foreach (var key in keys)
                json.Nested(key.Name, () => WriteKey(json, key));
        });
    }

    private static void WriteKey(Utf8JsonWriter json, YamlKey key)
    {
        json.WriteString("title", key.Title);
        json.WriteString("description", Describe(key));
        switch (key.Form)
        {
            case YamlForm.Entries:
                WriteEntries(json, key);
                break;
            case YamlForm.Texts:
                WriteTexts(json, key);
                break;
            default:
                WriteOffered(json, key, () => WriteValue(json, key));
                break;
        }
    }

    private static string Describe(YamlKey key)
    {
        var choices = string.Concat(key.Choices.Select(static choice => $"\n{choice.Value}：{choice.Meaning}"));
        // Not as 'examples' of the schema: those are offered for insertion, and an example inserted is a false statement.
        var example = key.Example.Length > 0 ? $"\n例 / e.g. {key.Name}: {key.Example}" : "";
        var byDefault = key.Default.Length > 0 ? $"\n默认 / default: {key.Default}" : "";
        return $"{key.Chinese}\n{key.English}{choices}{example}{byDefault}";
    }

    private static void WriteEntries(Utf8JsonWriter json, YamlKey key)
    {
        json.Strings("type", ["array", "null"]);
        json.Nested("items", () => WriteMapping(json, key.Keys));
    }

    private static void WriteTexts(Utf8JsonWriter json, YamlKey key)
    {
        json.Strings("type", ["array", "string", "null"]);
        json.Nested("items", () => WriteOffered(json, key, () =>
        {
            json.Strings("type", ["string", "number"]);
            json.WriteNumber("minLength", 1);
        }));
    }

    /// <summary>A reference to what the archive holds beside the value's own form: in draft 7 nothing may stand beside a reference.</summary>
    private static void WriteOffered(Utf8JsonWriter json, YamlKey key, Action value)
    {
        if (key.Offer == YamlOffer.None)
        {
            value();
            return;
        }
        json.WriteStartArray("anyOf");
        json.WriteStartObject();
        json.WriteString("$ref", $"{InUseSchema.FileName}#/definitions/{InUseSchema.Name(key.Offer)}");
        json.WriteEndObject();
        json.WriteStartObject();
        value();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteValue(Utf8JsonWriter json, YamlKey key)
    {
        var types = TypesOf(key);
        if (key.IsRequired && types.Length == 1)
            json.WriteString("type", types[0]);
        else
            json.Strings("type", key.IsRequired ? types : types.Add("null"));
        if (!key.Choices.IsEmpty)
        {
            json.WriteStartArray("enum");
            foreach (var choice in key.Choices)
                json.WriteStringValue(choice.Value);
            if (!key.IsRequired)
                json.WriteNullValue();
            json.WriteEndArray();
            json.Strings("enumDescriptions", key.Choices.Select(static choice => choice.Meaning));
        }
        if (key.Form == YamlForm.Number)
        {
            json.WriteNumber("minimum", key.Bounds.Least);
            json.WriteNumber("maximum", key.Bounds.Most);
        }
        if (PatternOf(key) is { Length: > 0 } pattern)
            json.WriteString("pattern", pattern);
        else if (key.IsRequired && key.Form == YamlForm.Text && key.Choices.IsEmpty)
            json.WriteNumber("minLength", 1);
    }

    // A code such as 370306 is a number to YAML and a text to the archive.
    private static ImmutableArray<string> TypesOf(YamlKey key) => key.Form switch
    {
        YamlForm.Number => ["integer"],
        YamlForm.Flag => ["boolean"],
        YamlForm.Place => ["string", "integer"],
        _ => ["string"],
    };

    private static string PatternOf(YamlKey key) => key.Form switch
    {
        YamlForm.Date => "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
        YamlForm.WebAddress => "^https?://",
        _ => key.Pattern,
    };
}
