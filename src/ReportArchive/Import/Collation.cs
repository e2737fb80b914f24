using ReportArchive.Reports;
using ReportArchive.Text;

namespace ReportArchive.Import;

/// <summary>What the comparison of two witnesses found.</summary>
/// <param name="Variants">Every difference of wording or punctuation, in the base's order.</param>
/// <param name="Repairs">Separators that the base lost between numbers and the other witness has.</param>
internal sealed record Collation(List<Variant> Variants, List<TextEdit> Repairs)
{
    private const int Context = 8;
    private const int MostVariants = 500;
    private const string Separators = "、，。；和及";

    private (TextRange Mine, TextRange Theirs, bool IsLost)? _open;

    /// <summary>Collates: the base's text stays, but for separators lost between numbers.</summary>
    /// <param name="text">Normalised text of the base, a paragraph a line.</param>
    /// <param name="other">Normalised text of the other witness.</param>
    /// <param name="witness">Name of the other witness.</param>
    /// <param name="headings">The base's headings, in order.</param>
    public static Collation Of(string text, string other, string witness, IReadOnlyList<TextRange> headings)
    {
        var (left, right) = (new BareMap(text), new BareMap(other));
        var collation = new Collation([], []);
        var runs = TextAlignment.Align(left.Bare, right.Bare);
        for (var n = 0; n < runs.Count; n++)
        {
            if (n > 0)
                collation.Compare(text, other, left.Between(runs[n - 1].Left + runs[n - 1].Length - 1, runs[n].Left), right.Between(runs[n - 1].Right + runs[n - 1].Length - 1, runs[n].Right), witness, headings);
            for (var i = 0; i + 1 < runs[n].Length; i++)
                collation.Compare(text, other, left.Between(runs[n].Left + i, runs[n].Left + i + 1), right.Between(runs[n].Right + i, runs[n].Right + i + 1), witness, headings);
        }
        collation.Close(text, other, witness, headings);
        return collation;
    }

    /// <summary>Compares what stands between the same two characters in both texts; line ends and spaces do not count.</summary>
    private void Compare(string text, string other, TextRange mine, TextRange theirs, string witness, IReadOnlyList<TextRange> headings)
    {
        var (a, b) = (Marks(mine.Of(text)), Marks(theirs.Of(other)));
        if (string.Equals(a, b, StringComparison.Ordinal))
            return;
        var isLost = IsLostSeparator(text, mine, a, b);
        if (isLost)
            Repairs.Add(TextEdit.Replace(mine.Start, mine.Length, b, "collation"));
        if (_open is { } open && mine.Start - open.Mine.End <= Context && theirs.Start - open.Theirs.End <= Context)
        {
            _open = (Reach(open.Mine, mine), Reach(open.Theirs, theirs), open.IsLost && isLost);
            return;
        }
        Close(text, other, witness, headings);
        _open = (mine, theirs, isLost);
    }

    /// <summary>Notes the open variant: differences so close to each other that one's surroundings are the other are one.</summary>
    private void Close(string text, string other, string witness, IReadOnlyList<TextRange> headings)
    {
        if (_open is not { } open || Variants.Count >= MostVariants)
            return;
        var heading = headings.LastOrDefault(heading => heading.Start <= open.Mine.Start);
        Variants.Add(new Variant(heading.Of(text).ToString(), Excerpt(text, open.Mine), Excerpt(other, open.Theirs), witness, open.IsLost));
        _open = null;
    }

    private static TextRange Reach(TextRange from, TextRange to) => new(from.Start, to.End - from.Start);

    /// <summary>Whether the base has two numbers run together that the other keeps apart: 72.6%67.84% for 72.6%、67.84%.</summary>
    private static bool IsLostSeparator(string text, TextRange gap, string mine, string theirs) =>
        mine is "%" or "" && theirs.Length <= 3 && theirs.StartsWith(mine, StringComparison.Ordinal)
        && theirs[mine.Length..] is [var separator] && Separators.Contains(separator, StringComparison.Ordinal)
        && gap.Start > 0 && char.IsAsciiDigit(text[gap.Start - 1])
        && (mine == "%" || separator != '。');

    private static string Marks(ReadOnlySpan<char> gap)
    {
        var marks = new System.Text.StringBuilder(gap.Length);
        foreach (var c in gap)
        {
            if (c is not ('\n' or ' '))
                marks.Append(c);
        }
        return marks.ToString();
    }

    private static string Excerpt(string text, TextRange range)
    {
        var start = Math.Max(0, range.Start - Context);
        var end = Math.Min(text.Length, range.End + Context);
        return text[start..end].Replace('\n', ' ');
    }
}

/// <summary>A text's letters, digits and ideographs, and where each of them stands in it.</summary>
internal sealed class BareMap
{
    private readonly List<int> _places = [];

    /// <summary>Maps a text.</summary>
    public BareMap(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (Glyphs.IsBare(text[i]))
                _places.Add(i);
        }
        Bare = string.Create(_places.Count, (_places, text), static (span, state) =>
        {
            for (var i = 0; i < span.Length; i++)
                span[i] = state.text[state._places[i]];
        });
    }

    /// <summary>The bare text.</summary>
    public string Bare { get; }

    /// <summary>What stands in the text between two bare characters, both left out.</summary>
    public TextRange Between(int first, int second) => new(_places[first] + 1, _places[second] - _places[first] - 1);
}
