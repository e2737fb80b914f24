namespace ReportArchive.Text.Rules;

/// <summary>
/// The middle dot between the parts of a name or a slogan (水城·明珠, 艾尔肯·吐尼亚孜) is U+00B7 (GB/T 15834—2011, 4.14).
/// Bullets and Japanese dots stand in for it in dumps. A bullet before a space or at the beginning of a line is a bullet.
/// </summary>
public static class MiddleDots
{
    /// <summary>The rule.</summary>
    public static TextRule Rule { get; } = new(
        "middle-dot", "the dot between parts of a name is U+00B7", Find);

    private static IEnumerable<TextEdit> Find(string text)
    {
        for (var i = 1; i + 1 < text.Length; i++)
        {
            if (text[i] is '•' or '‧' or '∙' or '⋅' or '・' or '･' && Joins(text[i - 1]) && Joins(text[i + 1]))
                yield return TextEdit.Replace(i, 1, "·", Rule.Name);
        }
    }

    private static bool Joins(char c) => char.IsLetterOrDigit(c) || c is '”' or '“' or '’' or '‘' or '》' or '《' or '）' or ')';
}
