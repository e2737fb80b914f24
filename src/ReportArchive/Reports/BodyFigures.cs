using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace ReportArchive.Reports;

/// <summary>What is known of a report's text without reading it.</summary>
/// <param name="Blocks">Number of blocks.</param>
/// <param name="Paragraphs">Number of blocks that are not headings.</param>
/// <param name="Characters">UTF-16 units of all blocks.</param>
/// <param name="Length">UTF-16 units of all blocks that are not headings.</param>
/// <param name="Hash">Stands for the text: half of its SHA-256.</param>
public readonly record struct BodyFigures(int Blocks, int Paragraphs, int Characters, int Length, UInt128 Hash)
{
    /// <summary>Measures a body.</summary>
    public static BodyFigures Of(ImmutableArray<Block> blocks)
    {
        var (paragraphs, characters, length) = (0, 0, 0);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var block in blocks)
        {
            characters += block.Text.Length;
            if (block.Kind != BlockKind.Heading)
                (paragraphs, length) = (paragraphs + 1, length + block.Text.Length);
            hash.AppendData(MemoryMarshal.AsBytes(block.Text.AsSpan()));
            hash.AppendData("\n\0"u8);
        }
        return new BodyFigures(blocks.Length, paragraphs, characters, length, MemoryMarshal.Read<UInt128>(hash.GetHashAndReset()));
    }
}
