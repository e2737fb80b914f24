using ReportArchive.Text;

namespace ReportArchive.Import;

/// <summary>The letters, digits and ideographs of a text, without punctuation and spaces: what no cleaning may lose or add.</summary>
public static class BareText
{
    /// <summary>Reduces.</summary>
    public static string Of(ReadOnlySpan<char> text)
    {
        var bare = new System.Text.StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (Glyphs.IsBare(c))
                bare.Append(c);
        }
        return bare.ToString();
    }
}
