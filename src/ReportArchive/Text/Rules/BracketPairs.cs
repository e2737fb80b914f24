namespace ReportArchive.Text.Rules;

/// <summary>Which round brackets of a text belong together, of either width, line by line.</summary>
internal sealed class BracketPairs
{
    private readonly Dictionary<int, int> _partner = [];

    private BracketPairs()
    {
    }

    /// <summary>Pairs the brackets of each line; those that have no partner there stay alone.</summary>
    public static BracketPairs Find(string text)
    {
        var pairs = new BracketPairs();
        var open = new Stack<int>();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n')
                open.Clear();
            else if (text[i] is '(' or '（')
                open.Push(i);
            else if (text[i] is ')' or '）' && open.TryPop(out var start))
                pairs.Join(start, i);
        }
        return pairs;
    }

    /// <summary>Whether the bracket at <paramref name="at"/> belongs to Chinese prose: it, its partner or what they enclose touches an ideograph.</summary>
    public bool IsWide(string text, int at)
    {
        if (!_partner.TryGetValue(at, out var other))
            return Touches(text, at);
        var (start, end) = at < other ? (at, other) : (other, at);
        return text[other] is '（' or '）'
            || (start > 0 && Glyphs.IsWide(text[start - 1]))
            || (end + 1 < text.Length && Glyphs.IsWide(text[end + 1]))
            || HasWide(text.AsSpan(start + 1, Math.Min(end - start - 1, 200)));
    }

    private void Join(int start, int end)
    {
        _partner[start] = end;
        _partner[end] = start;
    }

    private static bool HasWide(ReadOnlySpan<char> inner)
    {
        foreach (var c in inner)
        {
            if (Glyphs.IsWide(c))
                return true;
        }
        return false;
    }

    private static bool Touches(string text, int at) =>
        (at > 0 && Glyphs.IsWide(text[at - 1])) || (at + 1 < text.Length && Glyphs.IsWide(text[at + 1]));
}
