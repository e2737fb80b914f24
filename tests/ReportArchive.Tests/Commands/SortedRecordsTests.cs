using System.Globalization;
using System.Text;
using ReportArchive.Cli;

namespace ReportArchive.Tests.Commands;

/// <summary>Records come back whole and in order, whether they fit into memory or not.</summary>
public sealed class SortedRecordsTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(1_000)]
    [InlineData(100_000)]
    public void Records_of_several_threads_are_read_in_order_and_read_again(int count)
    {
        using var records = new SortedRecords();
        // 7,919 is prime to all these numbers: each comes once, and not in order.
        Parallel.For(0, count, i => records.Add(KeyOf(i * 7919L % count), Encoding.UTF8.GetBytes(RecordOf(i * 7919L % count))));

        var expected = Enumerable.Range(0, count).Select(static i => (KeyOf(i), RecordOf(i))).OrderBy(static pair => pair.Item1, StringComparer.Ordinal).ToList();
        for (var reading = 0; reading < 2; reading++)
            Assert.Equal(expected, records.InOrder().Select(static pair => (pair.Key, Encoding.UTF8.GetString(pair.Record))));
    }

    private static string KeyOf(long number) => string.Create(CultureInfo.InvariantCulture, $"/c/{number}/");

    // Of all lengths up to a few hundred bytes, none among them.
    private static string RecordOf(long number) => new('县', (int)(number % 100));
}
