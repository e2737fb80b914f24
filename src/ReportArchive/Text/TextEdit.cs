namespace ReportArchive.Text;

/// <summary>One replacement in a text.</summary>
/// <param name="Range">The run that goes, in UTF-16 units of the text the edit was found in; empty for an insertion.</param>
/// <param name="Replacement">What comes in its place; empty for a deletion.</param>
/// <param name="Rule">Name of the rule that asks for it, e.g. <c>narrow-punctuation</c>; it is what the edit log shows.</param>
public readonly record struct TextEdit(TextRange Range, string Replacement, string Rule)
{
    /// <summary>Replaces <paramref name="length"/> units from <paramref name="start"/>.</summary>
    public static TextEdit Replace(int start, int length, string replacement, string rule) =>
        new(new TextRange(start, length), replacement, rule);

    /// <summary>Deletes <paramref name="length"/> units from <paramref name="start"/>.</summary>
    public static TextEdit Delete(int start, int length, string rule) =>
        new(new TextRange(start, length), "", rule);

    /// <summary>Inserts before the unit at <paramref name="at"/>.</summary>
    public static TextEdit Insert(int at, string text, string rule) =>
        new(new TextRange(at, 0), text, rule);
}
