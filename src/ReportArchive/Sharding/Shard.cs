using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ReportArchive.Sharding;

/// <summary>
/// One of several machines that build a site together, and the share of the work that is its own. What is whose is told by a hash of
/// its name, so that a report or a page that is added moves no other.
/// </summary>
/// <param name="Number">Which machine, counted from 1.</param>
/// <param name="Of">How many there are.</param>
public readonly record struct Shard(int Number, int Of)
{
    /// <summary>Most machines: beyond, what each of them must do outweighs what is shared out.</summary>
    public const int Most = 1024;

    /// <summary>One machine that does everything.</summary>
    public static Shard Whole { get; } = new(1, 1);

    /// <summary>Whether it is the only machine.</summary>
    public bool IsWhole => Of == 1;

    /// <summary>Every machine, in order.</summary>
    public IEnumerable<Shard> All
    {
        get
        {
            var of = Of;
            return Enumerable.Range(1, of).Select(number => new Shard(number, of));
        }
    }

    /// <summary>The name of its files: <c>3-of-16</c>.</summary>
    public string Name => string.Create(CultureInfo.InvariantCulture, $"{Number}-of-{Of}");

    /// <summary>Reads <c>3/16</c>: two whole numbers, the first no greater than the second, the second at most <see cref="Most"/>.</summary>
    public static bool TryParse(string text, out Shard shard)
    {
        var parts = text.Split('/');
        shard = parts is [var number, var of] ? new Shard(Parse(number), Parse(of)) : default;
        return shard is { Number: >= 1, Of: <= Most } && shard.Number <= shard.Of;
    }

    /// <summary>Whether a piece of work is this machine's: of all machines it is exactly one's.</summary>
    /// <param name="name">What the piece makes or reads: an address, or a path with forward slashes.</param>
    public bool Has(string name)
    {
        if (Of == 1)
            return true;
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(name), hash);
        return BinaryPrimitives.ReadUInt64LittleEndian(hash) % (ulong)Of == (ulong)(Number - 1);
    }

    /// <summary>Whether a piece of work is this machine's where the pieces are few and large: they are dealt out in turn.</summary>
    /// <param name="index">The piece, counted from 0.</param>
    public bool HasInTurn(int index) => index % Of == Number - 1;

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Number}/{Of}");

    private static int Parse(string digits) => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
