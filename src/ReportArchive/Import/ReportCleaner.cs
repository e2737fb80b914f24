using ReportArchive.Diagnostics;
using ReportArchive.Places;
using ReportArchive.Reports;
using ReportArchive.Text;
using ReportArchive.Text.Rules;

namespace ReportArchive.Import;

/// <summary>
/// One dump in, its reports out. Every stage is a function that hands edits to the next:
/// segments → lines sorted into frame, text and furniture → paragraphs → normalised characters → outline → metadata.
/// </summary>
public static class ReportCleaner
{
    /// <summary>Cleans a dump.</summary>
    /// <param name="dump">Its text.</param>
    /// <param name="places">The table of places.</param>
    /// <param name="diagnostics">Receives what stopped a report from being imported; what is doubtful about an imported one goes with it.</param>
    public static IReadOnlyList<CleanReport> Clean(Dump dump, PlaceTable places, ICollection<Diagnostic> diagnostics)
    {
        var segments = Segmenter.Cut(dump.Text);
        if (segments.Count == 0)
            diagnostics.Add(Diagnostic.Error("RA0301", new SourceSpan(dump.Name), "no report was found in it", "a report has a title line or opens with 各位代表, and has at least 300 characters of prose"));
        return [.. segments.Select(segment => Clean(dump, segment, places))];
    }

    private static CleanReport Clean(Dump dump, Segment segment, PlaceTable places)
    {
        var start = segment.Lines[0].Range.Start;
        var end = segment.Lines[^1].Range.End;
        var sorted = LineSorter.Sort(dump.Text, segment);
        var raw = TracedText.Of(dump.Text[start..end]);
        var layout = Layout.Of(raw.Raw, sorted.Body, start);
        var text = TextRules.Normalise(raw.Apply(layout.Edits));
        var outline = OutlineParser.Parse(text.Text, layout.Glued);
        var frame = FrameReader.Read(sorted.Frame);
        var headings = outline.Blocks.Where(static block => block.Kind == BlockKind.Heading).Select(block => block.Range.Of(text.Text).ToString()).ToList();
        var diagnostics = new List<Diagnostic>();
        var (metadata, year) = Metadata.Resolve(frame, text.Text, headings, dump, new TextRange(start, end - start), places, diagnostics);
        diagnostics.AddRange(Doubts.Of(dump, text.Text, sorted, outline));
        return new CleanReport(dump, new TextRange(start, end - start), metadata, text, outline.Blocks, Doubts.GradeOf(text.Text, sorted, outline), [.. diagnostics]) { Year = year };
    }
}
