using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using ReportArchive.Reports;

namespace ReportArchive.Anchors;

/// <summary>Anchors in order, runs of consecutive ones shortened: <c>p1-p17 p93 p18-p90</c>.</summary>
public static class AnchorRanges
{
    /// <summary>Writes the anchors.</summary>
    public static string Write(IReadOnlyList<AnchorId> anchors)
    {
        var text = new StringBuilder();
        for (var from = 0; from < anchors.Count;)
        {
            var to = from;
            while (to + 1 < anchors.Count && anchors[to + 1].Number == anchors[to].Number + 1)
                to++;
            text.Append(from > 0 ? " " : "").Append(anchors[from]);
            if (to > from)
                text.Append('-').Append(anchors[to]);
            from = to + 1;
        }
        return text.ToString();
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static bool TryRead(string text, out ImmutableArray<AnchorId> anchors)
    {
        var read = ImmutableArray.CreateBuilder<AnchorId>();
        anchors = [];
        foreach (var run in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var ends = run.Split('-');
            if (ends.Length > 2 || !TryRead(ends[0], out AnchorId first) || !TryRead(ends[^1], out AnchorId last) || last.Number - first.Number is < 0 or > 100_000)
                return false;
            for (var number = first.Number; number <= last.Number; number++)
                read.Add(new AnchorId(number));
        }
        anchors = read.ToImmutable();
        return true;
    }

    /// <summary>Reads <c>p17</c>.</summary>
    public static bool TryRead(string text, out AnchorId anchor)
    {
        var ok = text.StartsWith('p')
            && int.TryParse(text.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number > 0;
        anchor = ok ? new AnchorId(int.Parse(text.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture)) : default;
        return ok && string.Equals(anchor.ToString(), text, StringComparison.Ordinal);
    }
}
