using System.Globalization;
using System.Text;
using ReportArchive.Diagnostics;
using ReportArchive.Text;

namespace ReportArchive.Import;

/// <summary>Finds words in a raw dump that were read from its cleaned form: spaces, line ends, width and punctuation make no difference.</summary>
internal sealed class WordFinder
{
    private readonly string _text;
    private readonly TextRange _segment;
    private readonly List<int> _places = [];
    private readonly string _bare;

    /// <summary>Reads a segment of a dump's text.</summary>
    public WordFinder(string text, TextRange segment)
    {
        (_text, _segment) = (text, segment);
        var bare = new StringBuilder(segment.Length);
        for (var i = segment.Start; i < segment.End; i++)
        {
            if (CompactText.Fold(text[i]) is var c && Glyphs.IsBare(c))
            {
                bare.Append(c);
                _places.Add(i);
            }
        }
        _bare = bare.ToString();
    }

    /// <summary>Where words stand first; none where they do not.</summary>
    public TextRange? Find(string? words)
    {
        var bare = words is null ? "" : string.Concat(words.Select(CompactText.Fold).Where(Glyphs.IsBare));
        var at = bare.Length == 0 ? -1 : _bare.IndexOf(bare, StringComparison.Ordinal);
        return at < 0 ? null : new TextRange(_places[at], _places[at + bare.Length - 1] + 1 - _places[at]);
    }

    /// <summary>The words that name a day first; none where none do.</summary>
    public string? Day(DateOnly day)
    {
        var digits = string.Create(CultureInfo.InvariantCulture, $"{day:yyyyMMdd}");
        foreach (var line in RawLine.Split(_text).SkipWhile(line => line.Range.Start < _segment.Start).TakeWhile(line => line.Range.End <= _segment.End))
        {
            var compact = CompactText.Of(line.Range.Of(_text)[..Math.Min(line.Range.Length, RawParagraph.LongestHead)]);
            if (ChineseDate.Find(compact) == day)
                return ChineseDate.Words(compact);
            if (compact.Contains(digits, StringComparison.Ordinal))
                return digits;
        }
        return null;
    }

    /// <summary>Line and column of an offset of a dump's text.</summary>
    public static SourceSpan SpanOf(Dump dump, int offset)
    {
        var before = dump.Text.AsSpan(0, offset);
        return new SourceSpan(dump.Name, before.Count('\n') + 1, offset - before.LastIndexOf('\n'));
    }
}
