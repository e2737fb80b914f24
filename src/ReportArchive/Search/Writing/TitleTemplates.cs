using System.Globalization;

namespace ReportArchive.Search.Writing;

/// <summary>
/// Titles as templates: most differ in the place and the year alone. U+0001 to U+0003 stand for the place, its parent and
/// grandparent, U+0004 for the plan year, U+0005 for the year before.
/// </summary>
internal sealed class TitleTemplates
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

    /// <summary>The templates by number.</summary>
    public List<string> Texts { get; } = [];

    /// <summary>The number of a title's template.</summary>
    public int NumberOf(SearchDocument document)
    {
        var template = document.Title
            .Replace(document.Year.ToString(CultureInfo.InvariantCulture), "\u0004", StringComparison.Ordinal)
            .Replace((document.Year - 1).ToString(CultureInfo.InvariantCulture), "\u0005", StringComparison.Ordinal);
        for (var up = 1; up <= Math.Min(3, document.PlacePath.Length); up++)
        {
            if (document.PlacePath[^up].Length > 0)
                template = template.Replace(document.PlacePath[^up], ((char)up).ToString(), StringComparison.Ordinal);
        }
        if (!_numbers.TryGetValue(template, out var number))
        {
            _numbers[template] = number = Texts.Count;
            Texts.Add(template);
        }
        return number;
    }

    /// <summary>The title a template gives for a report.</summary>
    public static string Expand(string template, IReadOnlyList<string> placePath, int year)
    {
        var title = template
            .Replace("\u0004", year.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("\u0005", (year - 1).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        for (var up = 1; up <= Math.Min(3, placePath.Count); up++)
            title = title.Replace(((char)up).ToString(), placePath[^up], StringComparison.Ordinal);
        return title;
    }
}
