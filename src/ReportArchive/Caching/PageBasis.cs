using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using ReportArchive.Data;
using ReportArchive.Pages;

namespace ReportArchive.Caching;

/// <summary>A part of what a page is made from, and a hash of it.</summary>
/// <param name="Name">Name of the part: a property of the page's model, or a file.</param>
/// <param name="Hash">Eight bytes of its SHA-256.</param>
public readonly record struct BasisPart(string Name, ulong Hash);

/// <summary>All that a page is made from. Pages of the same basis are the same, byte for byte, and so are the files beside them.</summary>
/// <param name="Parts">The parts, in a fixed order.</param>
public sealed record PageBasis(ImmutableArray<BasisPart> Parts)
{
    /// <summary>The basis of a page whose model was made.</summary>
    /// <param name="models">Tells what models hold.</param>
    /// <param name="page">The page.</param>
    /// <param name="source">The bytes published beside it as they are; empty for none.</param>
    public static PageBasis Of(ModelBytes models, Page page, ReadOnlySpan<byte> source)
    {
        using var bytes = new ByteBuffer();
        var parts = ImmutableArray.CreateBuilder<BasisPart>();
        foreach (var field in models.FieldsOf(page.GetType()))
        {
            bytes.Clear();
            models.Write(bytes, field.GetValue(page));
            parts.Add(new BasisPart(NameOf(field.Name), HashOf(bytes.Written.Span)));
        }
        parts.Add(new BasisPart("source file", HashOf(source)));
        return new PageBasis(parts.ToImmutable());
    }

    /// <summary>A part made of one value.</summary>
    public static BasisPart Part(ModelBytes models, string name, object? value)
    {
        using var bytes = new ByteBuffer();
        models.Write(bytes, value);
        return new BasisPart(name, HashOf(bytes.Written.Span));
    }

    /// <summary>A part made of a text.</summary>
    public static BasisPart Part(string name, string text) => new(name, HashOf(Encoding.UTF8.GetBytes(text)));

    /// <summary>The parts that differ from those of another basis, by name; empty when both are the same.</summary>
    public IEnumerable<string> DifferencesFrom(PageBasis other) =>
        Parts.Except(other.Parts).Concat(other.Parts.Except(Parts)).Select(static part => part.Name).Distinct(StringComparer.Ordinal);

    /// <inheritdoc/>
    public bool Equals(PageBasis? other) => other is not null && Parts.AsSpan().SequenceEqual(other.Parts.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => Parts.IsEmpty ? 0 : Parts[0].Hash.GetHashCode();

    private static ulong HashOf(ReadOnlySpan<byte> bytes)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes, hash);
        return System.Buffers.Binary.BinaryPrimitives.ReadUInt64LittleEndian(hash);
    }

    /// <summary>The compiler names the field of a property <c>&lt;Name&gt;k__BackingField</c>.</summary>
    private static string NameOf(string field) => field.StartsWith('<') ? field[1..field.IndexOf('>', StringComparison.Ordinal)] : field;
}
