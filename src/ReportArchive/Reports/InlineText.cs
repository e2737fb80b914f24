using System.Collections.Immutable;
using System.Text;
using ReportArchive.Text;

namespace ReportArchive.Reports;

/// <summary>Gathers the plain text of a block and remembers which runs of it are styled.</summary>
internal sealed class InlineText
{
    private readonly StringBuilder _text = new();
    private readonly List<InlineRun> _runs = [];

    public int Length => _text.Length;

    public void Append(ReadOnlySpan<char> text) => _text.Append(text);

    public void Append(char c) => _text.Append(c);

    /// <summary>A line break in the source: nothing between Chinese characters, a space between words.</summary>
    public void AppendLineBreak()
    {
        if (_text.Length > 0 && _text[^1] < '\u2E80')
            _text.Append(' ');
    }

    /// <summary>Styles whatever <paramref name="content"/> appends.</summary>
    public void Styled(RunStyle style, string? href, Action content)
    {
        var start = _text.Length;
        var index = _runs.Count;
        content();
        if (_text.Length > start && (style != RunStyle.Link || href is not null))
            _runs.Insert(index, new InlineRun(new TextRange(start, _text.Length - start), style, href));
    }

    /// <summary>The text, white space at both ends dropped where asked (runs move with it), and the runs in order of their start.</summary>
    public (string Text, ImmutableArray<InlineRun> Runs) Build(bool trim = true)
    {
        var text = _text.ToString();
        if (!trim)
            return (text, [.. _runs]);
        var lead = text.Length - text.AsSpan().TrimStart().Length;
        var trimmed = text.Trim();
        return (trimmed, [.. _runs.Select(run => Move(run, lead, trimmed.Length)).Where(static run => run.Range.Length > 0)]);
    }

    private static InlineRun Move(InlineRun run, int lead, int length)
    {
        var start = Math.Clamp(run.Range.Start - lead, 0, length);
        var end = Math.Clamp(run.Range.End - lead, 0, length);
        return run with { Range = new TextRange(start, end - start) };
    }
}
