using System.Collections.Immutable;
using System.Runtime.InteropServices;
using ReportArchive.Anchors;
using ReportArchive.Data;
using ReportArchive.Diagnostics;
using ReportArchive.Reports;

namespace ReportArchive.Sharding;

/// <summary>
/// Writes facts as bytes, for a machine with the same content and the same program; <see cref="FactsReader"/> reads them. The text of a
/// report is written apart (<see cref="BodyBytes"/>), and what the tables of the content say is looked up there again.
/// </summary>
/// <param name="bytes">Where to.</param>
/// <param name="root">The content's folder with a slash, as paths begin: it has another name elsewhere, and is left out.</param>
public sealed class FactsWriter(ByteBuffer bytes, string root)
{
    /// <summary>Writes where a text lies.</summary>
    /// <param name="offset">Where it begins, in bytes.</param>
    /// <param name="bounds">Where its blocks begin from there, and where the last one ends.</param>
    public void WritePlace(long offset, ReadOnlySpan<int> bounds)
    {
        bytes.AppendLong(offset);
        bytes.AppendNumber(bounds.Length);
        for (var i = 0; i < bounds.Length; i++)
            bytes.AppendNumber(bounds[i] - (i == 0 ? 0 : bounds[i - 1]));
    }

    /// <summary>Writes the facts of a report.</summary>
    public void Write(ReportFacts facts)
    {
        WritePath(facts.File);
        WriteAll(facts.Diagnostics, Write);
        bytes.AppendNumber(facts.Published is null ? 0 : 1);
        if (facts.Published is not { } published)
            return;
        Write(published.Report.Matter);
        Write(published.Report.Body.Figures);
        WriteAll(published.Report.Variants, Write);
        Write(published.History);
    }

    private void Write(Diagnostic diagnostic)
    {
        bytes.AppendText(diagnostic.Code);
        bytes.AppendNumber((int)diagnostic.Severity);
        Write(diagnostic.Span);
        bytes.AppendText(diagnostic.Message);
        bytes.AppendText(diagnostic.Hint);
    }

    private void Write(FrontMatter matter)
    {
        bytes.AppendText(matter.Title);
        bytes.AppendText(matter.Place.Code.Value);
        bytes.AppendNumber(matter.Year.Value);
        bytes.AppendNumber((int)matter.Kind);
        Write(matter.Date);
        bytes.AppendOptionalText(matter.Meeting);
        bytes.AppendOptionalText(matter.Speaker);
        bytes.AppendOptionalText(matter.Office);
        WriteAll(matter.Concepts, bytes.AppendText);
        Write(matter.ConceptsSpan);
        WriteAll(matter.NotPlaces, bytes.AppendText);
        WriteAll(matter.Sources, Write);
    }

    private void Write(Source source)
    {
        bytes.AppendText(source.Name);
        bytes.AppendOptionalText(source.Url);
        Write(source.Retrieved);
        bytes.AppendOptionalText(source.Sha256);
        bytes.AppendNumber(source.Complete switch { null => 0, false => 1, true => 2 });
    }

    private void Write(BodyFigures figures)
    {
        bytes.AppendNumber(figures.Blocks);
        bytes.AppendNumber(figures.Paragraphs);
        bytes.AppendNumber(figures.Characters);
        bytes.AppendNumber(figures.Length);
        foreach (var half in MemoryMarshal.Cast<UInt128, long>([figures.Hash]))
            bytes.AppendLong(half);
    }

    private void Write(Variant variant)
    {
        bytes.AppendText(variant.Heading);
        bytes.AppendText(variant.Base);
        bytes.AppendText(variant.Other);
        bytes.AppendText(variant.Witness);
        bytes.AppendNumber(variant.IsRestored ? 1 : 0);
    }

    private void Write(ReportHistory history)
    {
        WriteAll(history.Editions, Write);
        bytes.AppendNumber(history.Ledger is null ? 0 : 1);
        if (history.Ledger is not { } ledger)
            return;
        bytes.AppendText(ledger.Report.ToString());
        Write(ledger.Current);
        bytes.AppendNumber(ledger.Next.Number);
        WriteAll(ledger.Live, Write);
        WriteAll(ledger.Retired, Write);
        WriteAll(ledger.Former, Write);
    }

    private void Write(Edition edition)
    {
        bytes.AppendNumber(edition.Number);
        Write(edition.Date);
        bytes.AppendText(edition.Note);
    }

    private void Write(LedgerEntry entry)
    {
        bytes.AppendNumber(entry.Anchor.Number);
        bytes.AppendNumber((int)entry.Kind);
        bytes.AppendNumber(entry.Level);
        bytes.AppendText(entry.Text);
    }

    private void Write(RetiredAnchor retired)
    {
        bytes.AppendNumber(retired.Anchor.Number);
        bytes.AppendNumber(retired.Edition);
        Write(retired.Into);
        Write(retired.After);
    }

    private void Write(FormerEdition former)
    {
        Write(former.Edition);
        WriteAll(former.Order, anchor => bytes.AppendNumber(anchor.Number));
        WriteAll(former.Entries, Write);
    }

    // Anchors are counted from 1, and days from the first.
    private void Write(AnchorId? anchor) => bytes.AppendNumber(anchor?.Number ?? 0);

    private void Write(DateOnly? day) => bytes.AppendNumber(day is { } known ? known.DayNumber + 1 : 0);

    private void Write(SourceSpan span)
    {
        WritePath(span.File);
        bytes.AppendNumber(span.Line);
        bytes.AppendNumber(span.Column);
    }

    /// <summary>A path below the root without it; a span that was never set has none.</summary>
    private void WritePath(string? path)
    {
        var isBelow = path?.StartsWith(root, StringComparison.Ordinal) == true;
        bytes.AppendNumber(isBelow ? 1 : 0);
        bytes.AppendOptionalText(isBelow ? path![root.Length..] : path);
    }

    private void WriteAll<T>(ImmutableArray<T> items, Action<T> write)
    {
        bytes.AppendNumber(items.Length);
        foreach (var item in items)
            write(item);
    }
}
