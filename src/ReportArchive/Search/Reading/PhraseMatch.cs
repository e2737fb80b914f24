using ReportArchive.Search.Format;

namespace ReportArchive.Search.Reading;

/// <summary>How sure the index is that the reports it names hold a phrase.</summary>
internal enum Certainty
{
    /// <summary>They do.</summary>
    Sure,

    /// <summary>All of them do or none does: reading one tells.</summary>
    AllOrNone,

    /// <summary>Some may not: each must be read.</summary>
    Candidates,
}

/// <summary>The reports of a segment that hold a phrase, as far as the index knows.</summary>
/// <param name="Reports">Ascending; none that holds it is missing.</param>
/// <param name="Masks">The parts that may hold it, as many.</param>
/// <param name="Certainty">How sure that is.</param>
internal sealed record PhraseMatch(ushort[] Reports, byte[] Masks, Certainty Certainty)
{
    /// <summary>Parts that must be read, at worst, to be sure of every report.</summary>
    public int Cost => PartMasks.Cost(Masks);

    /// <summary>No report holds it.</summary>
    public static PhraseMatch None { get; } = new([], [], Certainty.Sure);

    /// <summary>From the reports of a gram.</summary>
    public static PhraseMatch Of(GramReports gram, Certainty certainty) =>
        new(gram.Reports, gram.Masks ?? [.. Enumerable.Repeat(PartMasks.All, gram.Reports.Length)], certainty);

    /// <summary>The reports of both that have a part in common.</summary>
    public static PhraseMatch Intersect(PhraseMatch a, PhraseMatch b, Certainty certainty)
    {
        var reports = new List<ushort>();
        var masks = new List<byte>();
        for (int i = 0, j = 0; i < a.Reports.Length && j < b.Reports.Length;)
        {
            if (a.Reports[i] < b.Reports[j])
                i++;
            else if (a.Reports[i] > b.Reports[j])
                j++;
            else
                Add(a.Reports[i], (byte)(a.Masks[i++] & b.Masks[j++]));
        }
        return new PhraseMatch([.. reports], [.. masks], certainty);

        void Add(ushort report, byte mask)
        {
            if (mask == 0)
                return;
            reports.Add(report);
            masks.Add(mask);
        }
    }

    /// <summary>Those at some ranks.</summary>
    public PhraseMatch At(ushort[] ranks, Certainty certainty) =>
        new([.. ranks.Select(rank => Reports[rank])], [.. ranks.Select(rank => Masks[rank])], certainty);

    /// <summary>Those that pass a test.</summary>
    public PhraseMatch Where(Func<ushort, bool> keep, Certainty certainty) =>
        At([.. Enumerable.Range(0, Reports.Length).Where(i => keep(Reports[i])).Select(static i => (ushort)i)], certainty);

    /// <summary>The parts of a report that may hold the phrase; 0 where it is not among the reports.</summary>
    public byte MaskOf(ushort report)
    {
        var index = Array.BinarySearch(Reports, report);
        return index < 0 ? (byte)0 : Masks[index];
    }
}
