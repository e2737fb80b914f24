using System.Text.RegularExpressions;
using ReportArchive.Diagnostics;

namespace ReportArchive.Yaml;

/// <summary>
/// Why a text is not YAML, said to an editor. The parser names what its grammar expected, often lines later; people make
/// few kinds of mistakes, and each is found by looking at one line, or at one and the line above.
/// </summary>
internal static partial class YamlMistake
{
    private const string Code = "RA0003";

    /// <summary>The first line with such a mistake; null where none is known. Only for text that the parser has rejected.</summary>
    public static Diagnostic? Find(string yaml, string file, int lineOffset)
    {
        var lines = yaml.Split('\n');
        var above = "";
        for (var i = 0; i < lines.Length; i++)
        {
            if (string.IsNullOrWhiteSpace(lines[i]) || lines[i].TrimStart().StartsWith('#'))
                continue;
            var found = OfLine(lines[i]) ?? OfIndent(lines[i], above);
            if (found is var (column, message, hint))
                return Diagnostic.Error(Code, new SourceSpan(file, lineOffset + i + 1, column), message, hint);
            above = lines[i];
        }
        return null;
    }

    private static (int Column, string Message, string Hint)? OfLine(string line)
    {
        var tab = line.AsSpan(0, line.Length - line.AsSpan().TrimStart(" \t").Length).IndexOf('\t');
        if (tab >= 0)
            return (tab + 1, "a tab stands where YAML allows only spaces", "replace the tab by spaces, as many as the lines beside it have");
        if (FullWidthColon().Match(line) is { Success: true } wide)
        {
            var key = wide.Groups["key"].Value;
            return (wide.Groups["colon"].Index + 1, $"a full-width colon follows '{key}'", $"write '{key}: {wide.Groups["value"].Value}' with an ASCII colon and a space");
        }
        if (NoSpace().Match(line) is { Success: true } tight)
        {
            var key = tight.Groups["key"].Value;
            return (tight.Groups["value"].Index + 1, $"a space is missing after '{key}:'", $"write '{key}: {tight.Groups["value"].Value}'");
        }
        return Entry().Match(line) is { Success: true } entry ? OfValue(entry.Groups["key"].Value, entry.Groups["value"]) : null;
    }

    private static (int Column, string Message, string Hint)? OfValue(string key, Group group)
    {
        var value = group.ValueSpan.TrimEnd();
        if (value.Length > 0 && value[0] is '"' or '\'')
        {
            return value.Length > 1 && value[^1] == value[0]
                ? null
                : (group.Index + 1, "a quotation mark is not closed", $"write a {value[0]} at the end of the line too, or remove the first");
        }
        var colon = value.IndexOf(": ");
        return colon < 0 || value[0] is '[' or '{' or '#'
            ? null
            : (group.Index + colon + 1, $"a colon stands within the value of '{key}'", $"put the value in quotation marks: {key}: '{value.ToString().Replace("'", "''", StringComparison.Ordinal)}'");
    }

    private static (int Column, string Message, string Hint)? OfIndent(string line, string above)
    {
        var (indent, text) = Indent(line);
        if (above.Length == 0)
            return indent == 0 ? null : (1, "the first key is indented", "remove the spaces at the beginning of the line");
        var (indentAbove, textAbove) = Indent(above);
        var item = text.StartsWith("- ", StringComparison.Ordinal);
        var itemAbove = textAbove.StartsWith("- ", StringComparison.Ordinal);
        // A key below "- key: …" stands below that key, not below its hyphen.
        var aligned = itemAbove && !item ? indentAbove + 2 : indentAbove;
        var deeper = textAbove.TrimEnd().EndsWith(':');
        var off = indent > aligned ? !deeper : indent > 0 && indent < aligned && !item;
        return off ? (indent + 1, $"the line is indented by {indent} spaces", $"indent it by {aligned} spaces, so that its key stands below the one above") : null;
    }

    private static (int Spaces, string Text) Indent(string line)
    {
        var text = line.TrimStart(' ');
        return (line.Length - text.Length, text);
    }

    [GeneratedRegex(@"^\s*(?:- )?(?<key>\p{L}[\p{L}\p{N}]*)\s*(?<colon>：)\s*(?<value>.*?)\s*$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex FullWidthColon();

    [GeneratedRegex(@"^\s*(?:- )?(?<key>[A-Za-z][A-Za-z0-9]*):(?<value>[^\s/].*?)\s*$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NoSpace();

    [GeneratedRegex(@"^\s*(?:- )?(?<key>\p{L}[\p{L}\p{N}]*):\s+(?<value>\S.*)$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Entry();
}
