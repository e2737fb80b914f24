using System.Collections.Frozen;
using System.Globalization;

namespace ReportArchive.Import;

/// <summary>Tables of n-grams and what each is worth, read from a resource: a line is the table's name, a whole number, and the n-grams that have it.</summary>
internal static class GramTables
{
    /// <summary>Reads a resource of the assembly.</summary>
    /// <exception cref="InvalidOperationException">There is no such resource.</exception>
    public static FrozenDictionary<string, FrozenDictionary<string, int>> Read(string resource)
    {
        using var stream = typeof(GramTables).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"the resource {resource} is missing");
        using var reader = new StreamReader(stream);
        var tables = new Dictionary<string, Dictionary<string, int>>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            var words = line.Split(' ');
            if (!tables.TryGetValue(words[0], out var table))
                tables[words[0]] = table = new Dictionary<string, int>(StringComparer.Ordinal);
            foreach (var gram in words.AsSpan(2))
                table[gram] = int.Parse(words[1], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        }
        return tables.ToFrozenDictionary(static pair => pair.Key, static pair => pair.Value.ToFrozenDictionary(StringComparer.Ordinal), StringComparer.Ordinal);
    }
}
