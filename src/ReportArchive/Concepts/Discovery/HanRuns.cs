using ReportArchive.Text;

namespace ReportArchive.Concepts.Discovery;

/// <summary>The stretches of Chinese characters of a text: no word reaches across a mark of punctuation, a digit or a letter.</summary>
public static class HanRuns
{
    /// <summary>The runs in reading order.</summary>
    public static IEnumerable<TextRange> In(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            if (!Han.Is(text[at]))
            {
                at++;
                continue;
            }
            var start = at;
            while (at < text.Length && Han.Is(text[at]))
                at++;
            yield return new TextRange(start, at - start);
        }
    }
}
