namespace ReportArchive.Text;

/// <summary>Cuts Chinese prose into sentences.</summary>
public static class Sentences
{
    private const string Enders = "。！？；!?;";
    private const string Closers = "”’」』）)》】";

    /// <summary>The sentence that holds an offset: from after the mark that ends the one before it to its own mark, closing quotation marks included.</summary>
    /// <param name="text">A block's text.</param>
    /// <param name="range">A run within it; a run over several sentences gives all of them.</param>
    public static TextRange Around(string text, TextRange range)
    {
        var start = range.Start;
        while (start > 0 && !IsBoundary(text, start))
            start--;
        var end = Math.Max(range.End, start + 1);
        while (end < text.Length && !IsBoundary(text, end))
            end++;
        return Trim(text, start, Math.Min(end, text.Length));
    }

    /// <summary>All sentences in order, white space between them dropped.</summary>
    public static IEnumerable<TextRange> Of(string text)
    {
        var start = 0;
        for (var i = 1; i <= text.Length; i++)
        {
            if (i < text.Length && !IsBoundary(text, i))
                continue;
            var sentence = Trim(text, start, i);
            if (sentence.Length > 0)
                yield return sentence;
            start = i;
        }
    }

    /// <summary>Whether a sentence begins at <paramref name="at"/>: an ender stands before it, with any closing marks between them.</summary>
    private static bool IsBoundary(string text, int at)
    {
        // Nearly every character follows a Chinese one, which neither ends nor closes anything.
        if (text[at - 1] is >= '\u3400' and <= '\u9FFF')
            return false;
        if (Closers.Contains(text[at], StringComparison.Ordinal) || Enders.Contains(text[at], StringComparison.Ordinal))
            return false;
        var before = at - 1;
        while (before >= 0 && Closers.Contains(text[before], StringComparison.Ordinal))
            before--;
        return text[at - 1] == '\n' || (before >= 0 && Enders.Contains(text[before], StringComparison.Ordinal));
    }

    private static TextRange Trim(string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
            start++;
        while (end > start && char.IsWhiteSpace(text[end - 1]))
            end--;
        return new TextRange(start, end - start);
    }
}
