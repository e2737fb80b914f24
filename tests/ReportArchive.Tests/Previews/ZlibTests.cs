using System.IO.Compression;
using FsCheck;
using FsCheck.Fluent;
using ReportArchive.Previews;

namespace ReportArchive.Tests.Previews;

/// <summary>The framework's own unpacker reads what our packer wrote, and checks its sum.</summary>
public sealed class ZlibTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(300)]
    [InlineData(70_000)]
    public void A_flat_surface_is_packed_into_little(int length)
    {
        var packed = Zlib.Pack(new byte[length], stride: 601);
        Assert.Equal(new byte[length], Unpack(packed));
        Assert.InRange(packed.Length, 8, 20 + (length / 100));
    }

    [Fact]
    public void Whatever_is_packed_is_unpacked_again()
    {
        // Few values, so that there is much to find again.
        var rows = Gen.Choose(0, 9).Select(static value => (byte)(value * 28)).ArrayOf();
        Prop.ForAll(rows.ToArbitrary(), Gen.Choose(2, 700).ToArbitrary(), static (bytes, stride) => Unpack(Zlib.Pack(bytes, stride)).AsSpan().SequenceEqual(bytes))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
    }

    private static byte[] Unpack(byte[] packed)
    {
        using var stream = new ZLibStream(new MemoryStream(packed), CompressionMode.Decompress);
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
