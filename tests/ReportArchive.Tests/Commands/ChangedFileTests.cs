using ReportArchive.Cli;
using ReportArchive.Tests.Support;

namespace ReportArchive.Tests.Commands;

/// <summary>A file is written where its bytes are not those of the one that is there, and only there.</summary>
public sealed class ChangedFileTests : IDisposable
{
    private const int Size = 300_000;

    private readonly TemporaryFolder _folder = new();
    private readonly byte[] _bytes = new byte[Size];

    public ChangedFileTests() => new Random(4).NextBytes(_bytes);

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(Size)]
    [InlineData(70_000)]
    [InlineData(999)]
    public void Of_the_bytes_that_are_there_nothing_is_written(int piece)
    {
        File.WriteAllBytes(_folder["there"], _bytes);
        Assert.True(Write(piece));
        Assert.False(File.Exists(_folder["changed"]));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(150_000)]
    [InlineData(Size - 1)]
    public void One_that_differs_anywhere_is_written_whole(int at)
    {
        byte[] other = [.. _bytes];
        other[at] ^= 1;
        File.WriteAllBytes(_folder["there"], other);
        AssertWritten();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(140_000)]
    [InlineData(Size - 1)]
    public void One_that_is_longer_than_what_is_there_is_written_whole(int length)
    {
        File.WriteAllBytes(_folder["there"], _bytes[..length]);
        AssertWritten();
    }

    [Fact]
    public void One_that_is_shorter_than_what_is_there_is_written_whole()
    {
        File.WriteAllBytes(_folder["there"], [.. _bytes, 0]);
        AssertWritten();
    }

    [Fact]
    public void One_that_is_not_there_is_written_whole() => AssertWritten();

    [Fact]
    public void An_empty_one_is_written_where_none_is_there_and_only_there()
    {
        Assert.False(Write(1, []));
        Assert.Empty(File.ReadAllBytes(_folder["changed"]));
        File.Move(_folder["changed"], _folder["there"]);
        Assert.True(Write(1, []));
        Assert.False(File.Exists(_folder["changed"]));
    }

    [Fact]
    public void A_link_to_the_same_bytes_is_replaced()
    {
        File.WriteAllBytes(_folder["elsewhere"], _bytes);
        File.CreateSymbolicLink(_folder["there"], _folder["elsewhere"]);
        AssertWritten();
    }

    private void AssertWritten()
    {
        var before = File.Exists(_folder["there"]) ? File.ReadAllBytes(_folder["there"]) : null;
        Assert.False(Write(piece: 70_000));
        Assert.Equal(_bytes, File.ReadAllBytes(_folder["changed"]));
        if (before is not null)
            Assert.Equal(before, File.ReadAllBytes(_folder["there"]));
    }

    private bool Write(int piece) => Write(piece, _bytes);

    private bool Write(int piece, byte[] bytes)
    {
        using var file = new ChangedFile(new FileInfo(_folder["there"]), () => _folder["changed"]);
        foreach (var part in bytes.Chunk(piece))
            file.Append(part);
        Assert.Equal(bytes.Length, file.Length);
        return file.IsSame();
    }
}
