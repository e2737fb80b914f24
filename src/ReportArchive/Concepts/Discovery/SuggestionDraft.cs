using System.Buffers;
using System.Text;

namespace ReportArchive.Concepts.Discovery;

/// <summary>An authority file to begin with: everything the texts say, and a place for what an editor must.</summary>
public static class SuggestionDraft
{
    private static readonly SearchValues<char> Marks = SearchValues.Create(":#,[]{}'\"\n");

    /// <summary>The text of the file; the slug is left open where a reading is not known, the definition always.</summary>
    public static string Write(Suggestion suggestion)
    {
        var file = new StringBuilder("---\n");
        file.Append("label: ").Append(Quoted(suggestion.Text)).Append('\n');
        file.Append("slug: ").Append(suggestion.Slug?.Value ?? "").Append('\n');
        file.Append("kind: ").Append(suggestion.Kind.Key()).Append('\n');
        if (!suggestion.Parts.IsEmpty)
            file.Append("parts: [").Append(string.Join(", ", suggestion.Parts.Select(Quoted))).Append("]\n");
        file.Append("evidence:\n");
        foreach (var evidence in (suggestion.PartsIn is null ? suggestion.Evidence : suggestion.Evidence.Prepend(suggestion.PartsIn)).Distinct())
            file.Append("  - report: ").Append(evidence.Report).Append('\n').Append("    quote: ").Append(Quoted(evidence.Text)).Append('\n');
        return file.Append("---\n").ToString();
    }

    /// <summary>A scalar in single quotes (YAML 1.2, 7.3.2) where it could be read as something else.</summary>
    private static string Quoted(string text)
    {
        var isPlain = text.Length > 0 && Text.Han.Is(text[0]) && !text.AsSpan().ContainsAny(Marks);
        return isPlain ? text : $"'{text.Replace("\n", " ", StringComparison.Ordinal).Replace("'", "''", StringComparison.Ordinal)}'";
    }
}
