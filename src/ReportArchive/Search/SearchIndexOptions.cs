namespace ReportArchive.Search;

/// <summary>How the files of an index lie on their host.</summary>
public enum IndexLayout
{
    /// <summary>Large files that are read in pieces with HTTP Range; hosts that do not know it serve them whole.</summary>
    Range,

    /// <summary>Many files of 16 KB, for large archives on hosts without Range.</summary>
    Chunks,
}

/// <summary>What the writer of an index is asked for.</summary>
/// <param name="Layout">How the files lie.</param>
/// <param name="SegmentReports">Most reports of a segment, at most 65,535: what bounds the memory a build takes.</param>
/// <param name="DividedFrom">
/// Archives of so many reports, half of what one segment may have, have the newest plan year in segments of its own. Fewer are asked in one
/// table: with two, 10,000 reports cost a reader a quarter more bytes and 38 requests in place of 27, to spare a build a minute.
/// </param>
/// <param name="Verify">
/// Candidates of a phrase are told apart by reading where they have no more parts to read than this; where there are more, the
/// index itself knows which of them hold it. So many in an archive of one segment; see <see cref="For"/>. Of 1,000 reports 32 made an index of
/// 33.9% of the text, 64 one of 31.9%, with 16 and 17 KB for the median of a next query and 42 and 77 for the dearest twentieth.
/// </param>
/// <param name="Masked">Longest list of reports that says in which parts of each report the gram stands.</param>
/// <param name="LongestGram">Length in UTF-16 units up to which the index is exact by itself.</param>
public sealed record SearchIndexOptions(
    IndexLayout Layout = IndexLayout.Range, int SegmentReports = 25_600, int DividedFrom = 12_800, int Verify = 64, int Masked = 4096, int LongestGram = 8)
{
    /// <summary>Segments among which <see cref="Verify"/> is shared out; each of more leaves as much.</summary>
    private const int MostSharing = 8;

    /// <summary>Bytes of a part of a file: the largest a host takes for <see cref="IndexLayout.Range"/>, else 16 KB.</summary>
    public int PartBytes => Layout == IndexLayout.Range ? 32 << 20 : 16 << 10;

    /// <summary>
    /// The options of each of so many segments. A reader asks all of them, so that together they may leave as much to be read as one does; of more than
    /// eight none leaves less than eight do, for with each halving the index grows faster.
    /// </summary>
    internal SearchIndexOptions For(int segments) => this with { Verify = Verify / Math.Clamp(segments, 1, MostSharing) };
}
