using ReportArchive.Reports;

namespace ReportArchive.Import;

/// <summary>One report and every dump that holds it.</summary>
/// <param name="Best">The fullest witness, which the text is taken from.</param>
/// <param name="Others">The other witnesses, in the order they were given.</param>
public sealed record Witnesses(CleanReport Best, IReadOnlyList<CleanReport> Others)
{
    /// <summary>A copy with less of the text than this share is not whole, however it ends.</summary>
    private const double WholeShare = 0.97;

    /// <summary>One source entry a witness, the best first; the same dump counts once.</summary>
    public IEnumerable<Source> Sources => Others.Select(Judge).Prepend(Best.Source).DistinctBy(static source => source.Sha256, StringComparer.Ordinal);

    private Source Judge(CleanReport other) =>
        other.Source with { Complete = other.Grade == Grade.Complete && other.Bare.Length >= Best.Bare.Length * WholeShare };

    /// <summary>Brings together the reports of one identity or one text.</summary>
    public static IReadOnlyList<Witnesses> Gather(IReadOnlyList<CleanReport> reports)
    {
        var shingles = reports.Select(static report => Shingles.Of(report.Bare)).ToList();
        var groups = new List<List<int>>();
        foreach (var i in Enumerable.Range(0, reports.Count).OrderByDescending(i => reports[i].Id is not null).ThenByDescending(i => reports[i].Bare.Length).ThenBy(static i => i))
        {
            var group = groups.Find(group => shingles[i].ContainedIn(shingles[group[0]]) >= Shingles.SameText);
            if (group is null)
                groups.Add([i]);
            else
                group.Add(i);
        }
        return [.. groups.OrderBy(static group => group.Min()).Select(group => new Witnesses(reports[group[0]], [.. group.Skip(1).Order().Select(i => reports[i])]))];
    }
}
