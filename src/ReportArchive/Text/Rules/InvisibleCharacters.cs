namespace ReportArchive.Text.Rules;

/// <summary>
/// Control characters, zero-width characters and soft hyphens: web editors and word processors leave them behind, no
/// reader sees them, and every search stumbles over them. Line feeds stay, for they carry the layout.
/// </summary>
public static class InvisibleCharacters
{
    /// <summary>The rule.</summary>
    public static TextRule Rule { get; } = new(
        "invisible", "control, zero-width and formatting characters are not text", Find);

    /// <summary>Whether a character leaves no mark on paper and is no space. Tabs count as spaces.</summary>
    public static bool Is(char c) => c switch
    {
        '\n' or '\t' => false,
        < ' ' or (>= '\u007F' and <= '\u009F') => true,
        '\u00AD' or '\u061C' or '\u180E' or '\uFEFF' => true,
        (>= '\u200B' and <= '\u200F') or (>= '\u2028' and <= '\u202E') or (>= '\u2060' and <= '\u206F') => true,
        (>= '\uFE00' and <= '\uFE0F') or (>= '\uFFF0' and <= '\uFFFB') => true,
        _ => false,
    };

    private static IEnumerable<TextEdit> Find(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!Is(text[i]))
                continue;
            var start = i;
            while (i + 1 < text.Length && Is(text[i + 1]))
                i++;
            yield return TextEdit.Delete(start, i + 1 - start, Rule.Name);
        }
    }
}
