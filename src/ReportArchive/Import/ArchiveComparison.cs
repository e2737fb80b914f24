using System.Collections.Immutable;
using ReportArchive.Diagnostics;
using ReportArchive.Reports;
using ReportArchive.Text;

namespace ReportArchive.Import;

/// <summary>
/// Decides what new reports do to the archive. A dump whose text the archive has becomes a witness of that report; one
/// that has the archive's text and more completes it; the same place, year and kind with another text is a conflict that
/// an editor must settle; texts that are neither copies nor clearly different are pointed out.
/// </summary>
internal sealed class ArchiveComparison
{
    /// <summary>Share of shingles from which on two reports are too alike to be different, though neither is a copy of the other.</summary>
    private const double NearDuplicate = 0.4;

    private readonly IReadOnlyList<ArchivedReport> _archive;
    private readonly ICollection<Diagnostic> _diagnostics;
    private readonly ShingleIndex _index = new();
    private readonly Dictionary<ReportId, string> _taken = [];

    /// <summary>Compares with an archive.</summary>
    public ArchiveComparison(IReadOnlyList<ArchivedReport> archive, ICollection<Diagnostic> diagnostics)
    {
        (_archive, _diagnostics) = (archive, diagnostics);
        foreach (var report in archive)
            _index.Add(Shingles.Of(report.Bare));
    }

    /// <summary>The reports the archive would have of these groups of witnesses.</summary>
    public List<ImportedReport> Place(IReadOnlyList<Witnesses> groups) => [.. groups.Select(Place).OfType<ImportedReport>()];

    private ImportedReport? Place(Witnesses group)
    {
        var shingles = Shingles.Of(group.Best.Bare);
        var holder = _index.Holder(shingles);
        if (holder is not null && shingles.IsCopy(group.Best, _archive[holder.Value.Text].Report.Id, holder.Value.Share) && group.Best.Bare.Length <= _archive[holder.Value.Text].Bare.Length / Witnesses.WholeShare)
            return Witness(group, _archive[holder.Value.Text]);
        if (_index.Part(shingles) is { } part && part.Share >= Shingles.SameText && _index[part.Text].IsCopy(group.Best, _archive[part.Text].Report.Id, part.Share))
            return Complete(group, _archive[part.Text]);
        if (group.Best.Id is not { } id)
            return null;
        if (holder is { Share: >= NearDuplicate })
            Warn(group, $"{id} and {_archive[holder.Value.Text].Report.Id} share {holder.Value.Share:P0} of their text, but neither is a copy of the other", "check place and year of both");
        return Add(group, id);
    }

    private ImportedReport Witness(Witnesses group, ArchivedReport archived)
    {
        var id = archived.Report.Id;
        if (group.Best.Id is { } said && said != id)
            Warn(group, $"it says that it is {said}, but has the text of {id}", "it was taken as a witness of that; check place and year of both");
        var all = group.Others.Prepend(group.Best).ToList();
        var fresh = all.Where(copy => !archived.Knows(copy.Dump.Sha256)).DistinctBy(static copy => copy.Dump.Sha256, StringComparer.Ordinal).ToList();
        // The archive's text is the editors': nothing of it is repaired here.
        var variants = fresh.SelectMany(copy => Collation.Of(archived.Text, copy.Text.Text, copy.Dump.FileName, HeadingsOf(archived)).Variants).Select(static variant => variant with { IsRestored = false });
        return new ImportedReport(
            id,
            archived.Path,
            fresh.Count == 0 ? archived.Markdown : archived.WithSources(fresh.Select(copy => Witnesses.SourceOf(copy, archived.Bare.Length))),
            FileOf(archived.Report.Matter, [.. VariantsFile.Read(archived.Variants).Variants, .. variants]),
            group,
            fresh.Count == 0 ? ImportOutcome.Unchanged : ImportOutcome.Witnessed);
    }

    private ImportedReport Complete(Witnesses group, ArchivedReport archived)
    {
        var id = group.Best.Id ?? archived.Report.Id;
        if (id != archived.Report.Id)
        {
            Warn(group, $"it has the text of {archived.Report.Id} and more, but says that it is {id}", "check place and year of both; the archive's file was left as it is");
            return Make(group, id, archived: null, ImportOutcome.Conflicting);
        }
        Warn(group, $"it is fuller than {archived.Path}, whose text it replaces", "changes made to that file by hand are in the version history");
        return Make(group, id, archived, ImportOutcome.Completed);
    }

    private ImportedReport Add(Witnesses group, ReportId id)
    {
        var outcome = ImportOutcome.Added;
        var other = _archive.FirstOrDefault(report => report.Report.Id == id)?.Path ?? _taken.GetValueOrDefault(id);
        if (other is not null)
        {
            Warn(group, $"{other} is another text of {id}", "check the plan year and the place; nothing was written");
            outcome = ImportOutcome.Conflicting;
        }
        _taken[id] = group.Best.Dump.Name;
        return Make(group, id, archived: null, outcome);
    }

    /// <summary>Collates the witnesses, the archive's text among them, and writes the fullest.</summary>
    private static ImportedReport Make(Witnesses group, ReportId id, ArchivedReport? archived, ImportOutcome outcome)
    {
        var best = group.Best;
        var variants = ImmutableArray.CreateBuilder<Variant>();
        var others = group.Others.DistinctBy(static copy => copy.Dump.Sha256, StringComparer.Ordinal).Select(static copy => (copy.Text.Text, copy.Dump.FileName)).ToList();
        var known = ImmutableArray<Source>.Empty;
        if (archived is not null)
        {
            others.Add((archived.Text, archived.Report.Matter.Sources.FirstOrDefault()?.Name ?? archived.Path));
            known = [.. archived.Report.Matter.Sources.Where(source => !group.Sources.Any(own => string.Equals(own.Sha256, source.Sha256, StringComparison.Ordinal))).Select(static source => source with { Complete = false })];
        }
        foreach (var (text, name) in others)
        {
            var collation = Collation.Of(best.Text.Text, text, name, [.. best.Blocks.Where(static block => block.Kind == BlockKind.Heading).Select(static block => block.Range)]);
            variants.AddRange(collation.Variants);
            best = best.Repaired(collation.Repairs);
        }
        var matter = best.MatterOf([.. group.Sources, .. known]);
        var markdown = best.ToMarkdown(matter);
        return new ImportedReport(id, ReportReader.PathOf(id), markdown.Text, FileOf(matter, variants.ToImmutable()), group, outcome) { Traced = markdown };
    }

    private static VariantsFile? FileOf(FrontMatter matter, ImmutableArray<Variant> variants) =>
        variants.IsEmpty ? null : new VariantsFile(matter.Title, matter.Sources.FirstOrDefault()?.Name ?? "", [.. variants.Distinct()]);

    private static List<TextRange> HeadingsOf(ArchivedReport report)
    {
        var headings = new List<TextRange>();
        var at = 0;
        foreach (var block in report.Report.Blocks)
        {
            if (block.Kind == BlockKind.Heading)
                headings.Add(new TextRange(at, block.Text.Length));
            at += block.Text.Length + 1;
        }
        return headings;
    }

    private void Warn(Witnesses group, string message, string hint) =>
        _diagnostics.Add(Diagnostic.Warning("RA0304", new SourceSpan(group.Best.Dump.Name), message, hint));
}
