using ReportArchive.Search;
using ReportArchive.Search.Format;

namespace ReportArchive.Tests.Search;

/// <summary>The columns of all segments read back as they were written, and damage to them is said.</summary>
public sealed class ReportColumnsTests
{
    [Fact]
    public void Columns_read_back()
    {
        var random = new Random(4);
        ReportColumns[] segments = [.. Enumerable.Range(0, 6).Select(segment => new ReportColumns(Column(segment, 2030), Column(segment, 3), Column(segment, 40_000)))];
        var read = ReportColumns.Read(ReportColumns.Write(segments), [.. segments.Select(static segment => segment.Years.Length)]);
        Assert.Equal(segments.Length, read.Length);
        foreach (var (expected, actual) in segments.Zip(read))
        {
            Assert.Equal(expected.Years, actual.Years);
            Assert.Equal(expected.Kinds, actual.Kinds);
            Assert.Equal(expected.Titles, actual.Titles);
        }

        int[] Column(int segment, int below) => [.. Enumerable.Range(0, segment * 10).Select(_ => random.Next(below))];
    }

    [Theory]
    [InlineData(new byte[] { 2, 2 })]
    [InlineData(new byte[] { 2, 2, 0x80 })]
    [InlineData(new byte[] { 2, 2, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 1 })]
    public void What_ends_early_or_never_is_damaged(byte[] bytes)
    {
        var error = Assert.Throws<SearchIndexException>(() => ReportColumns.Read(bytes, [1]));
        Assert.Equal(SearchIndexFault.Corrupt, error.Fault);
    }
}
