using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using ReportArchive.Diagnostics;
using ReportArchive.Text;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace ReportArchive.Yaml;

/// <summary>
/// A YAML mapping read key by key. Every getter returns the typed value, or nothing and a diagnostic at the value's line
/// and column; what no getter may read is an unknown key.
/// </summary>
public sealed class YamlMapping
{
    // How the parser's own message begins.
    private const string Duplicate = "Duplicate key ";

    private readonly YamlMappingNode _node;
    private readonly string _file;
    private readonly int _lineOffset;
    private readonly ICollection<Diagnostic> _diagnostics;

    private YamlMapping(YamlMappingNode node, string file, int lineOffset, ICollection<Diagnostic> diagnostics)
    {
        _node = node;
        _file = file;
        _lineOffset = lineOffset;
        _diagnostics = diagnostics;
    }

    /// <summary>Reads a document whose root is a mapping; null with a diagnostic where it is not.</summary>
    /// <param name="yaml">The YAML text.</param>
    /// <param name="file">Path for diagnostics.</param>
    /// <param name="lineOffset">Lines of the file before the first of <paramref name="yaml"/>.</param>
    /// <param name="keys">All keys that may stand in it.</param>
    /// <param name="diagnostics">Receives what is wrong.</param>
    public static YamlMapping? Parse(string yaml, string file, int lineOffset, IReadOnlyCollection<YamlKey> keys, ICollection<Diagnostic> diagnostics)
    {
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(yaml));
            if (stream.Documents.Count > 0 && stream.Documents[0].RootNode is YamlMappingNode root)
            {
                var mapping = new YamlMapping(root, file, lineOffset, diagnostics);
                mapping.RejectUnknownKeys(keys);
                return mapping;
            }
            diagnostics.Add(YamlMistake.Find(yaml, file, lineOffset) ?? Diagnostic.Error(
                "RA0003", new SourceSpan(file, lineOffset + 1, 1), "there are no keys here", $"write one key a line, e.g. '{keys.First()}: …'"));
        }
        catch (YamlException e)
        {
            diagnostics.Add(YamlMistake.Find(yaml, file, lineOffset) ?? FromException(e, file, lineOffset));
        }
        return null;
    }

    /// <summary>Where the mapping itself begins.</summary>
    public SourceSpan Span => At(_node);

    /// <summary>Where a key's value stands; the mapping itself when the key is missing.</summary>
    public SourceSpan SpanOf(string key) => Find(key) is { } value ? At(value) : Span;

    /// <summary>Whether a key stands in the mapping, with or without a value.</summary>
    public bool Has(string key) => Find(key) is not null;

    /// <summary>A text that must be there and not be empty.</summary>
    public string? RequiredText(YamlKey key)
    {
        var text = Text(key);
        switch (Find(key))
        {
            case null:
                _diagnostics.Add(Diagnostic.Error("RA0006", Span, $"the key '{key}' is missing", $"add a line '{key}: {key.Example}'"));
                break;
            case YamlScalarNode empty when text is null:
                _diagnostics.Add(Diagnostic.Error("RA0006", At(empty), $"'{key}' is empty", $"write e.g. '{key}: {key.Example}'"));
                break;
        }
        return text;
    }

    /// <summary>A text, or nothing when the key is missing or empty.</summary>
    public string? Text(string key)
    {
        if (Find(key) is not { } node)
            return null;
        if (node is YamlScalarNode scalar)
            return string.IsNullOrWhiteSpace(scalar.Value) || IsNull(scalar) ? null : scalar.Value.Trim();
        Wrong(key, node, "one text", $"write '{key}: …' on one line");
        return null;
    }

    /// <summary>A text that fits the key's pattern, or nothing; one that does not is an error, and returned all the same.</summary>
    public string? FittingText(YamlKey key, string expected, string hint)
    {
        var text = Text(key);
        if (text is not null && !Regex.IsMatch(text, key.Pattern, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)))
            Wrong(key, $"{expected}; '{text}' is not", hint);
        return text;
    }

    /// <summary>An address that begins with http:// or https://, or nothing; one that does not is an error, and returned all the same.</summary>
    public string? WebAddress(YamlKey key)
    {
        var text = Text(key);
        if (text is not null && !(Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"))
            Wrong(key, $"a web address; '{text}' is not", "write the whole address, beginning with https://");
        return text;
    }

    /// <summary>A day written <c>yyyy-MM-dd</c>, or nothing.</summary>
    public DateOnly? Date(string key)
    {
        if (Text(key) is not { } text)
            return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            return date;
        var meant = ChineseDate.Guess(text);
        Wrong(
            key,
            Find(key)!,
            $"a date; '{text}' is not one",
            meant is null ? $"write a day of the calendar in digits, e.g. '{key}: 2023-01-07'" : $"write '{key}: {meant:yyyy-MM-dd}'");
        return null;
    }

    /// <summary><c>true</c> or <c>false</c>, or nothing.</summary>
    public bool? Flag(string key)
    {
        switch (Text(key))
        {
            case null:
                return null;
            case "true":
                return true;
            case "false":
                return false;
            case { } other:
                Wrong(key, Find(key)!, $"true or false; '{other}' is neither", $"write '{key}: true' or '{key}: false'");
                return null;
        }
    }

    /// <summary>A whole number within bounds, or nothing.</summary>
    public int? Number(YamlKey key)
    {
        if (Text(key) is not { } text)
            return null;
        var (least, most) = key.Bounds;
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
            return number;
        Wrong(key, Find(key)!, $"a whole number from {least} to {most}; '{text}' is not", $"write digits, e.g. '{key}: {least}'");
        return null;
    }

    /// <summary>A list of texts; empty when the key is missing. One text alone counts as a list of one.</summary>
    public ImmutableArray<string> Texts(string key)
    {
        switch (Find(key))
        {
            case null:
                return [];
            case YamlScalarNode scalar:
                return string.IsNullOrWhiteSpace(scalar.Value) || IsNull(scalar) ? [] : [scalar.Value.Trim()];
            case YamlSequenceNode sequence when sequence.All(static item => item is YamlScalarNode { Value: not (null or "") }):
                return [.. sequence.Select(static item => ((YamlScalarNode)item).Value!.Trim())];
            case { } other:
                Wrong(key, other, "a list of texts", $"write '{key}: [甲, 乙]'");
                return [];
        }
    }

    /// <summary>A list of mappings; empty when the key is missing.</summary>
    public ImmutableArray<YamlMapping> Mappings(YamlKey key)
    {
        var node = Find(key);
        if (node is null || (node is YamlScalarNode scalar && (string.IsNullOrWhiteSpace(scalar.Value) || IsNull(scalar))))
            return [];
        if (node is not YamlSequenceNode sequence || !sequence.All(static item => item is YamlMappingNode))
        {
            Wrong(key, node, "a list of entries", $"begin each entry with a hyphen: '{key}:' and below it '  - {key.Keys[0]}: …'");
            return [];
        }
        var mappings = sequence.Select(item => new YamlMapping((YamlMappingNode)item, _file, _lineOffset, _diagnostics)).ToImmutableArray();
        foreach (var mapping in mappings)
            mapping.RejectUnknownKeys(key.Keys);
        return mappings;
    }

    /// <summary>Says that a value is not what its key asks for.</summary>
    public void Wrong(string key, string expected, string hint) => Wrong(key, Find(key) ?? _node, expected, hint);

    private void Wrong(string key, YamlNode node, string expected, string hint) =>
        _diagnostics.Add(Diagnostic.Error("RA0007", At(node), $"'{key}' must be {expected}", hint));

    private YamlNode? Find(string key) =>
        _node.Children.TryGetValue(new YamlScalarNode(key), out var value) ? value : null;

    private SourceSpan At(YamlNode node) => new(_file, _lineOffset + (int)node.Start.Line, (int)node.Start.Column);

    private static bool IsNull(YamlScalarNode scalar) =>
        scalar.Style == ScalarStyle.Plain && scalar.Value is "~" or "null";

    private void RejectUnknownKeys(IReadOnlyCollection<YamlKey> known)
    {
        var keys = known.Select(static key => key.Name).ToList();
        foreach (var node in _node.Children.Keys)
        {
            var key = (node as YamlScalarNode)?.Value ?? "";
            if (keys.Contains(key, StringComparer.Ordinal))
                continue;
            var nearest = EditDistance.Nearest(key, keys) ?? Translated(key, keys);
            _diagnostics.Add(Diagnostic.Error(
                "RA0004",
                At(node),
                $"unknown key '{key}'",
                nearest is null ? $"the keys are: {string.Join(", ", keys)}" : $"did you mean '{nearest}'?"));
        }
    }

    /// <summary>What editors write when they do not remember the English key.</summary>
    private static string? Translated(string key, List<string> keys)
    {
        var meant = key switch
        {
            "标题" or "题目" or "name" => "title",
            "地区" or "地方" or "地点" or "region" or "area" => "place",
            "年份" or "年" or "年度" => "year",
            "类型" or "种类" or "类别" or "type" or "category" => "kind",
            "日期" or "时间" or "delivered" => "date",
            "会议" => "meeting",
            "报告人" or "作者" or "author" => "speaker",
            "职务" or "position" => "office",
            "来源" or "sources" or "url" => "source",
            _ => null,
        };
        return meant is not null && keys.Contains(meant, StringComparer.Ordinal) ? meant : null;
    }

    private static Diagnostic FromException(YamlException e, string file, int lineOffset)
    {
        var span = new SourceSpan(file, lineOffset + Math.Max(1, (int)e.Start.Line), Math.Max(1, (int)e.Start.Column));
        return e.Message.StartsWith(Duplicate, StringComparison.Ordinal)
            ? Diagnostic.Error("RA0005", span, $"the key '{e.Message[Duplicate.Length..].Trim()}' stands twice", "keep one of the two lines")
            : Diagnostic.Error(
                "RA0003",
                span,
                $"this is not valid YAML: {e.Message.Split('\n')[0].TrimEnd('.')}",
                "write 'key: value' with a space after an ASCII colon, and put a value that has ': ' or ' #' in quotation marks");
    }
}
