using System.Globalization;
using System.Text;
using ReportArchive.Reports;

namespace ReportArchive.Anchors;

/// <summary>
/// A ledger as text: one line a block, fields separated by tabs, so that a diff shows which paragraph changed and how.
/// <code>
/// report	370306/2023/gwr
/// edition	2	2026-11-21	更正第三段的数字
/// next	p4
/// p1	h2	1f0c22ab	一、2022年工作回顾
/// p3	p	90ab33f1	刚刚过去的2022年…
/// retired	p2	2	into	p3	after	p1
/// edition	1	2026-07-01
/// order	p1-p3
/// p2	p	77aa01c4	…
/// p3	p	5c0e9a1b	…
/// </code>
/// The third field of a block is its <see cref="Fingerprint"/>. A line feed, a tab and a backslash in a text are <c>\n</c>,
/// <c>\t</c> and <c>\\</c>. <c>order</c> and the blocks that differ follow each former edition, the newest first.
/// </summary>
public static class LedgerWriter
{
    /// <summary>The first line of every ledger.</summary>
    public const string FirstLine = "# Anchors of published paragraphs. `report-archive anchors freeze` writes this file; editing it breaks links.";

    /// <summary>The file's text, with a final line feed.</summary>
    public static string Write(AnchorLedger ledger)
    {
        var text = new StringBuilder(FirstLine).Append('\n');
        Line(text, "report", ledger.Report.ToString());
        Edition(text, ledger.Current);
        Line(text, "next", ledger.Next.ToString());
        foreach (var entry in ledger.Live)
            Entry(text, entry);
        foreach (var retired in ledger.Retired)
            Retired(text, retired);
        foreach (var former in ledger.Former)
        {
            Edition(text, former.Edition);
            Line(text, "order", AnchorRanges.Write(former.Order));
            foreach (var entry in former.Entries)
                Entry(text, entry);
        }
        return text.ToString();
    }

    /// <summary>The mark of a block's kind: <c>h2</c> to <c>h6</c>, <c>p</c>, <c>list</c>, <c>table</c>.</summary>
    public static string Mark(BlockKind kind, int level) => kind switch
    {
        BlockKind.Heading => string.Create(CultureInfo.InvariantCulture, $"h{level}"),
        BlockKind.List => "list",
        BlockKind.Table => "table",
        _ => "p",
    };

    private static void Edition(StringBuilder text, Edition edition)
    {
        var number = edition.Number.ToString(CultureInfo.InvariantCulture);
        var date = edition.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            ?? throw new InvalidOperationException("only a frozen edition goes into a ledger");
        if (edition.Note.Length == 0)
            Line(text, "edition", number, date);
        else
            Line(text, "edition", number, date, Escape(edition.Note));
    }

    private static void Entry(StringBuilder text, LedgerEntry entry) =>
        Line(text, entry.Anchor.ToString(), Mark(entry.Kind, entry.Level), Fingerprint.Of(entry.Text), Escape(entry.Text));

    private static void Retired(StringBuilder text, RetiredAnchor retired)
    {
        text.Append(CultureInfo.InvariantCulture, $"retired\t{retired.Anchor}\t{retired.Edition}");
        if (retired.Into is { } into)
            text.Append(CultureInfo.InvariantCulture, $"\tinto\t{into}");
        if (retired.After is { } after)
            text.Append(CultureInfo.InvariantCulture, $"\tafter\t{after}");
        text.Append('\n');
    }

    private static void Line(StringBuilder text, params ReadOnlySpan<string> fields) => text.AppendJoin('\t', fields).Append('\n');

    private static string Escape(string value) => value
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("\r", "", StringComparison.Ordinal)
        .Replace("\n", "\\n", StringComparison.Ordinal)
        .Replace("\t", "\\t", StringComparison.Ordinal);
}
