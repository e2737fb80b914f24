namespace ReportArchive.Import;

/// <summary>The lines of a dump that belong to one report, its frame and whatever furniture stands around it included.</summary>
/// <param name="Lines">Lines in order.</param>
/// <param name="Opening">Index of the line that begins with the words the report opens with; -1 where it has none.</param>
internal sealed record Segment(List<RawLine> Lines, int Opening);

/// <summary>
/// Cuts a dump into reports. A new one begins at a title line that prose follows and precedes, or before the frame of a
/// second opening (各位代表：现在，我代表…) where the list has no titles; how a list separates its items does not matter. A title
/// without prose after it is a link, one that repeats the title of the report it stands in is the head of a page; neither
/// begins anything. Prose without title and opening that reads like
/// a report is a fragment: by itself it says of nothing what it is, but it may be a witness of another.
/// </summary>
internal static class Segmenter
{
    /// <summary>So much prose makes a report of a part of a dump; the shortest report of the archive has 6,000 characters.</summary>
    private const int LeastProse = 300;

    /// <summary>So much is enough where the words a report opens with stand in it: a copy may break off soon after them.</summary>
    private const int LeastAfterOpening = 60;

    /// <summary>So much prose without title and opening may be a piece out of a report's middle.</summary>
    private const int LeastFragment = 200;

    /// <summary>A frame (title, session, date, speaker) has at most so many lines.</summary>
    private const int LongestFrame = 15;

    /// <summary>Cuts. A dump without any report gives no segment.</summary>
    public static List<Segment> Cut(string text)
    {
        var openings = Salutation.FindOpenings(text);
        var lines = LineCutter.Cut(text, openings);
        var starts = new HashSet<int>(openings.Select(static opening => opening.Start));
        var facts = lines.ConvertAll(line => LineFacts.Of(line, text, starts));
        return [.. Group(facts, Starts(facts)).Where(static segment => segment.IsReport).Select(static segment => segment.ToSegment())];
    }

    private static List<int> Starts(List<LineFacts> lines)
    {
        var starts = new List<int> { 0 };
        var (prose, isOpen, sinceOpening) = (0, false, 0);
        var titles = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < lines.Count; i++)
        {
            var cut = -1;
            if (lines[i].Title is { } title && prose >= LeastProse && !titles.Contains(title) && ProseAhead(lines, i) >= LeastProse)
                cut = i;
            else if (lines[i].IsOpening && isOpen && sinceOpening >= LeastProse)
                cut = FrameStart(lines, i);
            if (cut > starts[^1])
            {
                starts.Add(cut);
                (prose, isOpen, sinceOpening) = (0, false, 0);
                titles.Clear();
            }
            if (lines[i].Title is { } own && prose < LeastProse)
                titles.Add(own);
            isOpen |= lines[i].IsOpening;
            prose += lines[i].Prose;
            sinceOpening += isOpen ? lines[i].Prose : 0;
        }
        return starts;
    }

    /// <summary>Prose from a title to the next one, or past it where an opening shows that both head the same report.</summary>
    private static int ProseAhead(List<LineFacts> lines, int title)
    {
        var prose = 0;
        for (var i = title + 1; i < lines.Count && (prose < LeastProse || i - title <= LongestFrame); i++)
        {
            if (lines[i].IsTitle && prose >= LeastProse)
                break;
            prose += lines[i].Prose;
        }
        return prose;
    }

    private static int FrameStart(List<LineFacts> lines, int opening)
    {
        var start = opening;
        while (start > 0 && opening - start < LongestFrame && lines[start - 1].Prose == 0)
            start--;
        return start;
    }

    private static IEnumerable<Candidate> Group(List<LineFacts> lines, List<int> starts)
    {
        for (var n = 0; n < starts.Count; n++)
            yield return new Candidate(lines[starts[n]..(n + 1 < starts.Count ? starts[n + 1] : lines.Count)]);
    }

    private sealed record Candidate(List<LineFacts> Lines)
    {
        public bool IsReport => Lines.Sum(static line => line.Prose) is var prose
            && ((Lines.Exists(static line => line.IsOpening) && prose >= LeastAfterOpening)
                || (Lines.Exists(static line => line.IsTitle) && prose >= LeastProse)
                || (prose >= LeastFragment && Lines.Where(static line => line.IsReportProse).Sum(static line => line.Prose) * 2 > prose));

        public Segment ToSegment() => new(Lines.ConvertAll(static line => line.Line), Lines.FindIndex(static line => line.IsOpening));
    }

    /// <summary>What the cutter needs to know of a line.</summary>
    private sealed record LineFacts(RawLine Line, string? Title, bool IsOpening, int Prose, bool IsReportProse)
    {
        public bool IsTitle => Title is not null;

        public static LineFacts Of(RawLine line, string text, HashSet<int> openings)
        {
            var isOpening = openings.Contains(line.Range.Start);
            var compact = CompactText.Of(line.Range.Of(text)[..Math.Min(line.Range.Length, 400)]);
            var isProse = line.Range.Length > 400 || (compact.Length >= 20 && compact.AsSpan().ContainsAny("，。；") && !SiteText.IsFurniture(compact));
            return new LineFacts(line, !isProse && TitleLine.KindOf(compact) is not null ? TitleLine.Bare(compact) : null, isOpening, isProse ? line.Range.Length : 0, isProse && SiteText.ReadsLikeReport(compact));
        }
    }
}
