using System.Text.Json;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace ReportArchive.Tests.Schemas;

/// <summary>As much of JSON Schema, draft 7, as the schemas of this archive use, applied to YAML as YAML 1.2 types it.</summary>
internal sealed partial class SchemaValidator(Func<string, string> readSchema)
{
    /// <summary>What is wrong with a document: the path of a value, and the keyword it violates.</summary>
    public IReadOnlyList<string> Validate(string yaml, string schema)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(yaml));
        var problems = new List<string>();
        Validate(stream.Documents[0].RootNode, Root(schema), "", problems);
        return problems;
    }

    private JsonElement Root(string schema) => JsonDocument.Parse(readSchema(schema)).RootElement;

    private void Validate(YamlNode node, JsonElement schema, string path, List<string> problems)
    {
        foreach (var rule in schema.EnumerateObject())
        {
            switch (rule.Name)
            {
                case "$ref":
                    Validate(node, Resolve(rule.Value.GetString()!), path, problems);
                    break;
                case "type" when !Types(rule.Value).Any(type => IsA(node, type)):
                case "pattern" when node is YamlScalarNode text && IsA(node, "string") && !Regex.IsMatch(text.Value!, rule.Value.GetString()!, RegexOptions.ECMAScript, TimeSpan.FromSeconds(1)):
                case "minLength" when node is YamlScalarNode empty && IsA(node, "string") && empty.Value!.Length < rule.Value.GetInt32():
                case "minimum" when IsA(node, "integer") && int.Parse(((YamlScalarNode)node).Value!) < rule.Value.GetInt32():
                case "maximum" when IsA(node, "integer") && int.Parse(((YamlScalarNode)node).Value!) > rule.Value.GetInt32():
                case "enum" when !rule.Value.EnumerateArray().Any(value => value.ValueKind == JsonValueKind.Null ? IsA(node, "null") : (node as YamlScalarNode)?.Value == value.GetString()):
                case "anyOf" when !rule.Value.EnumerateArray().Any(option => Fits(node, option)):
                    problems.Add($"{path}: {rule.Name}");
                    break;
                case "items" when node is YamlSequenceNode list:
                    for (var i = 0; i < list.Children.Count; i++)
                        Validate(list.Children[i], rule.Value, $"{path}/{i}", problems);
                    break;
                case "required" when node is YamlMappingNode mapping:
                    problems.AddRange(rule.Value.EnumerateArray().Select(key => key.GetString()!).Where(key => !mapping.Children.ContainsKey(key)).Select(key => $"{path}/{key}: required"));
                    break;
                case "properties" when node is YamlMappingNode mapping:
                    ValidateProperties(mapping, rule.Value, path, problems);
                    break;
            }
        }
    }

    private void ValidateProperties(YamlMappingNode mapping, JsonElement properties, string path, List<string> problems)
    {
        foreach (var (key, value) in mapping.Children)
        {
            var name = ((YamlScalarNode)key).Value!;
            if (properties.TryGetProperty(name, out var schema))
                Validate(value, schema, $"{path}/{name}", problems);
            else
                problems.Add($"{path}/{name}: additionalProperties");
        }
    }

    private bool Fits(YamlNode node, JsonElement schema)
    {
        var problems = new List<string>();
        Validate(node, schema, "", problems);
        return problems.Count == 0;
    }

    private JsonElement Resolve(string reference)
    {
        var (file, pointer) = (reference[..reference.IndexOf('#', StringComparison.Ordinal)], reference[(reference.IndexOf('#', StringComparison.Ordinal) + 1)..]);
        return pointer.Split('/', StringSplitOptions.RemoveEmptyEntries).Aggregate(Root(file), static (element, name) => element.GetProperty(name));
    }

    private static IEnumerable<string> Types(JsonElement types) =>
        types.ValueKind == JsonValueKind.String ? [types.GetString()!] : types.EnumerateArray().Select(static type => type.GetString()!);

    private static bool IsA(YamlNode node, string type) => (node, type) switch
    {
        (YamlMappingNode, "object") or (YamlSequenceNode, "array") => true,
        (YamlScalarNode scalar, _) => IsScalar(scalar, type),
        _ => false,
    };

    private static bool IsScalar(YamlScalarNode scalar, string type)
    {
        var plain = scalar.Style == ScalarStyle.Plain;
        var isNull = plain && scalar.Value is null or "" or "~" or "null";
        var isFlag = plain && scalar.Value is "true" or "false";
        var isNumber = plain && Number().IsMatch(scalar.Value ?? "");
        return type switch
        {
            "null" => isNull,
            "boolean" => isFlag,
            "integer" => isNumber && !scalar.Value!.Contains('.', StringComparison.Ordinal),
            "number" => isNumber,
            "string" => !isNull && !isFlag && !isNumber,
            _ => false,
        };
    }

    [GeneratedRegex(@"^[-+]?[0-9]+(\.[0-9]+)?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Number();
}
