using ReportArchive.Reports;

namespace ReportArchive.Import;

/// <summary>One report and every dump of an import that holds it.</summary>
/// <param name="Best">The fullest witness, which the text is taken from.</param>
/// <param name="Others">The other witnesses, in the order they were given.</param>
public sealed record Witnesses(CleanReport Best, IReadOnlyList<CleanReport> Others)
{
    /// <summary>A copy with less of the text than this share is not whole, however it ends.</summary>
    public const double WholeShare = 0.97;

    /// <summary>One source entry a witness, the best first; the same dump counts once.</summary>
    public IEnumerable<Source> Sources => Others.Select(other => SourceOf(other, Best.Bare.Length)).Prepend(Best.Source).DistinctBy(static source => source.Sha256, StringComparer.Ordinal);

    /// <summary>A witness as a source of a report whose fullest copy has so many letters, digits and ideographs.</summary>
    public static Source SourceOf(CleanReport witness, int length) =>
        witness.Source with { Complete = witness.Grade == Grade.Complete && witness.Bare.Length >= length * WholeShare };

    /// <summary>Brings together the reports of one text. The fullest come first, so that a copy finds what it is a copy of.</summary>
    public static IReadOnlyList<Witnesses> Gather(IReadOnlyList<CleanReport> reports)
    {
        var groups = new List<List<int>>();
        var index = new ShingleIndex();
        foreach (var i in Enumerable.Range(0, reports.Count).OrderByDescending(i => reports[i].Id is not null).ThenByDescending(i => reports[i].Bare.Length).ThenBy(static i => i))
        {
            var shingles = Shingles.Of(reports[i].Bare);
            if (index.Holder(shingles) is { } holder && shingles.IsCopy(reports[i], reports[groups[holder.Text][0]].Id, holder.Share))
            {
                groups[holder.Text].Add(i);
                continue;
            }
            index.Add(shingles);
            groups.Add([i]);
        }
        return [.. groups.OrderBy(static group => group.Min()).Select(group => new Witnesses(reports[group[0]], [.. group.Skip(1).Order().Select(i => reports[i])]))];
    }
}
