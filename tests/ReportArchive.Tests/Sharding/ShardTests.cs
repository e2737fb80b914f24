using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using ReportArchive.Sharding;

namespace ReportArchive.Tests.Sharding;

/// <summary>Whose work is whose.</summary>
public sealed class ShardTests
{
    [Theory]
    [InlineData("1/1", 1, 1)]
    [InlineData("3/16", 3, 16)]
    [InlineData("1024/1024", 1024, 1024)]
    public void A_shard_is_a_number_of_a_number(string text, int number, int of)
    {
        Assert.True(Shard.TryParse(text, out var shard));
        Assert.Equal(new Shard(number, of), shard);
        Assert.Equal(text, shard.ToString());
        Assert.Equal(text.Replace("/", "-of-", StringComparison.Ordinal), shard.Name);
    }

    [Theory]
    [InlineData("")]
    [InlineData("3")]
    [InlineData("0/4")]
    [InlineData("5/4")]
    [InlineData("-1/4")]
    [InlineData("1/0")]
    [InlineData("1/1025")]
    [InlineData("1/4/2")]
    [InlineData("x/4")]
    [InlineData("1/ 4")]
    [InlineData("1/99999999999")]
    public void Anything_else_is_none(string text) => Assert.False(Shard.TryParse(text, out _));

    [Fact]
    public void Every_piece_of_work_is_of_one_shard() => Prop.ForAll<NonNull<string>, PositiveInt, NonNegativeInt>((name, of, index) =>
    {
        var all = new Shard(1, 1 + (of.Get % 40)).All.ToList();
        return all.Count(shard => shard.Has(name.Get)) == 1 && all.Count(shard => shard.HasInTurn(index.Get)) == 1;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_work_is_shared_about_equally()
    {
        List<string> names = [.. Enumerable.Range(0, 16_000).Select(static i => string.Create(CultureInfo.InvariantCulture, $"/r/370306/{i}/gwr/"))];
        Assert.All(new Shard(1, 16).All, shard => Assert.InRange(names.Count(shard.Has), 850, 1150));
    }

    /// <summary>Machines with different builds of the program must agree, today and in later versions.</summary>
    [Theory]
    [InlineData("/r/370306/2023/gwr/", 16)]
    [InlineData("reports/370306/2023-gwr.md", 9)]
    [InlineData("/", 11)]
    public void What_is_whose_never_changes(string name, int number) =>
        Assert.Equal(new Shard(number, 16), Assert.Single(new Shard(1, 16).All, shard => shard.Has(name)));
}
