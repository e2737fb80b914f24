using System.Collections.Immutable;
using ReportArchive.Diagnostics;
using ReportArchive.Reports;
using ReportArchive.Text;

namespace ReportArchive.Import;

/// <summary>How much of a report a dump holds.</summary>
public enum Grade
{
    /// <summary>From its opening to its closing words, no part missing.</summary>
    Complete,

    /// <summary>It breaks off before the closing words.</summary>
    Truncated,

    /// <summary>Parts are missing within it, or characters are unreadable.</summary>
    Damaged,
}

/// <summary>A report drawn out of a dump.</summary>
public sealed class CleanReport
{
    internal CleanReport(Dump dump, TextRange segment, Metadata? metadata, TracedText text, List<DraftBlock> blocks, Grade grade, ImmutableArray<Diagnostic> diagnostics)
    {
        (Dump, Segment, Metadata, Text, Blocks, Grade, Diagnostics) = (dump, segment, metadata, text, blocks, grade, diagnostics);
    }

    /// <summary>Place, plan year and kind; absent where the dump does not say which report it holds, as a fragment does.</summary>
    public ReportId? Id => Metadata?.Id;

    /// <summary>The plan year that its title, day or headings name, also where the place is not known; absent where they name none.</summary>
    public PlanYear? Year { get; init; }

    /// <summary>How whole it is.</summary>
    public Grade Grade { get; }

    /// <summary>What is doubtful, in conflict or missing.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; }

    /// <summary>The dump it came from.</summary>
    public Dump Dump { get; }

    /// <summary>Where the dump says what stands in the front matter, a field an entry; empty where it does not say which report it holds.</summary>
    public ImmutableArray<FieldEvidence> Evidence() => Metadata is null ? [] : FieldEvidence.Of(Dump, Segment, Metadata);

    /// <summary>The dump as a witness of the report.</summary>
    public Source Source => new(Dump.SourceName ?? Dump.FileName, Dump.SourceUrl, Retrieved: null, Dump.Sha256, Complete: Grade == Grade.Complete);

    /// <summary>How many characters it has.</summary>
    public int Kept => Text.Text.Length;

    /// <summary>How many repairs were made in it; changes of layout do not count.</summary>
    public int Repairs => Text.Patches.Count(static patch => patch.Rule is not ("line-breaks" or "boilerplate"));

    /// <summary>The part of the dump's text it was cut from.</summary>
    internal TextRange Segment { get; }

    internal Metadata? Metadata { get; }

    /// <summary>Its normalised text, a block a line, traced back to the segment.</summary>
    internal TracedText Text { get; }

    internal List<DraftBlock> Blocks { get; }

    /// <summary>The report with repairs made within its blocks.</summary>
    /// <param name="repairs">Edits of <see cref="Text"/> that do not reach over the end of a block.</param>
    internal CleanReport Repaired(List<TextEdit> repairs)
    {
        if (repairs.Count == 0)
            return this;
        var blocks = Blocks.ConvertAll(block => block with { Range = Moved(block.Range, repairs) });
        return new CleanReport(Dump, Segment, Metadata, Text.Apply(repairs), blocks, Grade, Diagnostics) { Year = Year };
    }

    private static TextRange Moved(TextRange range, List<TextEdit> repairs)
    {
        var before = repairs.Where(edit => edit.Range.End <= range.Start).Sum(static edit => edit.Replacement.Length - edit.Range.Length);
        var within = repairs.Where(edit => edit.Range.Start >= range.Start && edit.Range.End <= range.End && edit.Range.End > range.Start).Sum(static edit => edit.Replacement.Length - edit.Range.Length);
        return new TextRange(range.Start + before, range.Length + within);
    }

    /// <summary>Its letters, digits and ideographs: what is compared between witnesses.</summary>
    internal string Bare { get => field ??= BareText.Of(Text.Text); private set; }

    /// <summary>Its front matter.</summary>
    /// <param name="sources">The witnesses, the one it was made from first.</param>
    /// <exception cref="InvalidOperationException">The dump does not say which report it holds.</exception>
    public FrontMatter MatterOf(ImmutableArray<Source> sources) =>
        Metadata is null
            ? throw new InvalidOperationException("a fragment has no front matter")
            : new FrontMatter(Metadata.Title, Metadata.Place, Metadata.Year, Metadata.Kind, Metadata.Frame.Date, Metadata.Frame.Meeting, Metadata.Frame.Speaker, Metadata.Frame.Office, [], sources);

    /// <summary>The Markdown file, traced back to the segment.</summary>
    /// <param name="matter">Its front matter.</param>
    public TracedText ToMarkdown(FrontMatter matter)
    {
        var body = Text.Apply(MarkdownWriter.BodyEdits(Text.Text, Blocks));
        return body.Apply([TextEdit.Insert(0, MarkdownWriter.FrontMatterOf(matter, Metadata?.PlacePath ?? matter.Place.Code.Value), "front-matter")]);
    }
}
