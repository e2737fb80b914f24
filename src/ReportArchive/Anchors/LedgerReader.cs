using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using ReportArchive.Diagnostics;
using ReportArchive.Reports;

namespace ReportArchive.Anchors;

/// <summary>A ledger read, or what is wrong with the file.</summary>
/// <param name="Ledger">The ledger; none when a line cannot be read, since a guess would move published anchors.</param>
/// <param name="Diagnostics">What is wrong, with lines.</param>
public sealed record LedgerReading(AnchorLedger? Ledger, ImmutableArray<Diagnostic> Diagnostics);

/// <summary>Reads what <see cref="LedgerWriter"/> wrote.</summary>
public static class LedgerReader
{
    /// <summary>Reads a ledger.</summary>
    /// <param name="text">The file's text.</param>
    /// <param name="file">Its path, for diagnostics.</param>
    public static LedgerReading Read(string text, string file)
    {
        var draft = new Draft();
        var number = 0;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            number++;
            if (line.IsEmpty || line[0] == '#')
                continue;
            if (draft.Take(line.ToString().Split('\t')) is { } problem)
                return Failed(file, number, problem);
        }
        return draft.Finish() is { } ledger ? new LedgerReading(ledger, []) : Failed(file, 0, draft.Missing());
    }

    private static LedgerReading Failed(string file, int line, string problem) => new(null, [
        Diagnostic.Error("RA0601", new SourceSpan(file, line), problem, "restore the file from its last commit and run `report-archive anchors freeze`"),
    ]);

    /// <summary>What has been read so far. Lines come in the order in which they are written.</summary>
    private sealed class Draft
    {
        private readonly List<LedgerEntry> _entries = [];
        private readonly List<RetiredAnchor> _retired = [];
        private readonly List<FormerEdition> _former = [];
        private readonly HashSet<AnchorId> _known = [];
        private ReportId? _report;
        private AnchorId? _next;
        private Edition? _current;
        private Edition? _formerEdition;
        private ImmutableArray<AnchorId> _order = [];
        private ImmutableArray<LedgerEntry> _live = [];

        public string? Take(string[] fields) => fields[0] switch
        {
            "report" => Report(fields),
            "edition" => EditionLine(fields),
            "next" => Next(fields),
            "order" => Order(fields),
            "retired" => Retired(fields),
            _ => Entry(fields),
        };

        public string Missing() => _report is null ? "the line `report` is missing"
            : _current is null ? "the line `edition` is missing"
            : _next is null ? "the line `next` is missing"
            : "the anchors do not agree with `next` and `order`";

        public AnchorLedger? Finish()
        {
            Close();
            if (_report is not { } report || _current is null || _next is not { } next)
                return null;
            var ledger = new AnchorLedger(report, _current, next, _live, [.. _retired], [.. _former]);
            return IsWhole(ledger) ? ledger : null;
        }

        // Every anchor of a former edition is alive or retired, and none is as high as the next to be given out.
        private bool IsWhole(AnchorLedger ledger) =>
            _known.All(anchor => anchor.Number < ledger.Next.Number)
            && ledger.Former.All(former => former.Order.All(_known.Contains))
            && ledger.Former.All(former => former.Entries.All(entry => _known.Contains(entry.Anchor)))
            && ledger.Retired.All(retired => ledger.Former.Any(former => former.Entries.Any(entry => entry.Anchor == retired.Anchor)));

        private string? Report(string[] fields)
        {
            if (fields.Length != 2 || !ReportId.TryParse(fields[1], out var id))
                return "`report` must name a report like 370306/2023/gwr";
            _report = id;
            return null;
        }

        private string? Next(string[] fields)
        {
            if (fields.Length != 2 || !AnchorRanges.TryRead(fields[1], out AnchorId next))
                return "`next` must name an anchor like p93";
            _next = next;
            return null;
        }

        private string? EditionLine(string[] fields)
        {
            if (fields.Length is < 3 or > 4
                || !int.TryParse(fields[1], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                || !DateOnly.TryParseExact(fields[2], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
                return "`edition` must have a number and a day like 2026-11-21";
            var edition = new Edition(number, date, fields.Length == 4 ? Unescape(fields[3]) : "");
            if (_current is null)
                _current = edition;
            else
                return Former(edition);
            return null;
        }

        private string? Former(Edition edition)
        {
            var above = _formerEdition ?? _current!;
            Close();
            _formerEdition = edition;
            return edition.Number == above.Number - 1 ? null : "editions must count down to 1";
        }

        private string? Order(string[] fields) =>
            fields.Length == 2 && AnchorRanges.TryRead(fields[1], out _order) ? null : "`order` must list anchors like p1-p17 p93";

        private string? Retired(string[] fields)
        {
            if (fields.Length is not (3 or 5 or 7)
                || !AnchorRanges.TryRead(fields[1], out AnchorId anchor)
                || !int.TryParse(fields[2], NumberStyles.None, CultureInfo.InvariantCulture, out var edition)
                || !_known.Add(anchor))
                return "`retired` must name an anchor that stands nowhere else, and an edition";
            AnchorId? into = null, after = null;
            for (var i = 3; i < fields.Length; i += 2)
            {
                if (!AnchorRanges.TryRead(fields[i + 1], out AnchorId other) || fields[i] is not ("into" or "after"))
                    return "a retired anchor is `into` or `after` another";
                if (fields[i] is "into")
                    into = other;
                else
                    after = other;
            }
            _retired.Add(new RetiredAnchor(anchor, edition, into, after));
            return null;
        }

        private string? Entry(string[] fields)
        {
            if (fields.Length != 4 || !AnchorRanges.TryRead(fields[0], out AnchorId anchor) || KindOf(fields[1]) is not { } kind)
                return "the line is none that a ledger has";
            var text = Unescape(fields[3]);
            if (_formerEdition is null && !_known.Add(anchor))
                return $"{anchor} stands twice";
            _entries.Add(new LedgerEntry(anchor, kind.Kind, kind.Level, text));
            return null;
        }

        private void Close()
        {
            if (_formerEdition is { } edition)
                _former.Add(new FormerEdition(edition, _order, [.. _entries]));
            else
                _live = [.. _entries];
            _entries.Clear();
            _order = [];
        }
    }

    private static (BlockKind Kind, int Level)? KindOf(string mark) => mark switch
    {
        "p" => (BlockKind.Paragraph, 0),
        "list" => (BlockKind.List, 0),
        "table" => (BlockKind.Table, 0),
        ['h', >= '1' and <= '6' and var level] => (BlockKind.Heading, level - '0'),
        _ => null,
    };

    private static string Unescape(string value)
    {
        if (!value.Contains('\\', StringComparison.Ordinal))
            return value;
        var text = new StringBuilder(value.Length);
        for (var i = 0; i < value.Length; i++)
        {
            if (value[i] != '\\' || i + 1 == value.Length)
                text.Append(value[i]);
            else
                text.Append(value[++i] switch { 'n' => '\n', 't' => '\t', var c => c });
        }
        return text.ToString();
    }
}
