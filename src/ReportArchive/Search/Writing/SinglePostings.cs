namespace ReportArchive.Search.Writing;

/// <summary>For each single unit the reports that hold it, ascending.</summary>
/// <param name="Units">The units.</param>
/// <param name="Starts">Where each unit's reports begin; one more than there are units.</param>
/// <param name="Reports">Numbers of the reports.</param>
internal sealed record SinglePostings(char[] Units, int[] Starts, ushort[] Reports)
{
    /// <summary>Number of reports that hold a unit.</summary>
    public int Frequency(int unit) => Starts[unit + 1] - Starts[unit];

    /// <summary>The reports that hold a unit.</summary>
    public ReadOnlySpan<ushort> ReportsOf(int unit) => Reports.AsSpan(Starts[unit]..Starts[unit + 1]);

    /// <summary>Turns around what units each report holds.</summary>
    public static SinglePostings Invert(IReadOnlyList<char[]> unitsOfReports)
    {
        var starts = new int[char.MaxValue + 2];
        foreach (var units in unitsOfReports)
        {
            foreach (var unit in units)
                starts[unit + 1]++;
        }
        for (var unit = 0; unit <= char.MaxValue; unit++)
            starts[unit + 1] += starts[unit];
        char[] held = [.. Enumerable.Range(0, char.MaxValue + 1).Where(unit => starts[unit + 1] > starts[unit]).Select(static unit => (char)unit)];
        int[] firsts = [.. held.Select(unit => starts[unit]), starts[^1]];
        var reports = new ushort[starts[^1]];
        for (var report = 0; report < unitsOfReports.Count; report++)
        {
            foreach (var unit in unitsOfReports[report])
                reports[starts[unit]++] = (ushort)report;
        }
        return new SinglePostings(held, firsts, reports);
    }
}
