using System.Text;
using ReportArchive.Text;
using ReportArchive.Text.Rules;

namespace ReportArchive.Import;

/// <summary>The form of a line that patterns are matched against: what a reader would call the same line comes out the same.</summary>
internal static class CompactText
{
    private const string Narrow = ",:;!?()[]~";
    private const string Wide = "，：；！？（）【】～";

    /// <summary>Without spaces, line ends and invisible characters; ASCII punctuation full-width, digits and letters half-width.</summary>
    public static string Of(ReadOnlySpan<char> line)
    {
        var text = new StringBuilder(line.Length);
        foreach (var c in line)
        {
            if (c != '\n' && !Glyphs.IsSpace(c) && !InvisibleCharacters.Is(c))
                text.Append(Fold(c));
        }
        return text.ToString();
    }

    /// <summary>A character half-width or full-width as compact lines have it.</summary>
    public static char Fold(char c)
    {
        if (c < '\u0080')
            return Narrow.IndexOf(c, StringComparison.Ordinal) is var n and >= 0 ? Wide[n] : c;
        return c switch
        {
            (>= '０' and <= '９') or (>= 'Ａ' and <= 'Ｚ') or (>= 'ａ' and <= 'ｚ') => (char)(c - 0xFEE0),
            '○' or '◯' or 'Ο' or 'О' => '〇',
            '─' or '━' or '―' or '–' => '—',
            _ => c,
        };
    }
}
