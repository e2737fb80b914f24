using System.IO.Compression;
using System.Numerics;
using ReportArchive.Search;
using ReportArchive.Search.Format;
using ReportArchive.Search.Writing;

namespace ReportArchive.Tests.Search;

/// <summary>Every code of the index reads back as what was written.</summary>
public sealed class CodeTests
{
    [Fact]
    public void Numbers_of_every_code_read_back()
    {
        var random = new Random(1);
        for (var round = 0; round < 200; round++)
        {
            var writer = new BitWriter(1);
            var numbers = Enumerable.Range(0, 50).Select(_ => (Value: random.Next(1 << random.Next(1, 20)), Kind: random.Next(5))).ToList();
            foreach (var (value, kind) in numbers)
                Write(writer, value, kind);
            var reader = new BitReader(writer.ToArray());
            foreach (var (value, kind) in numbers)
                Assert.Equal(value, Read(reader, value, kind));
            Assert.InRange(writer.BitLength - reader.Position, 0, 0);
        }
    }

    [Fact]
    public void Sorted_numbers_read_back_at_every_density()
    {
        var random = new Random(2);
        for (var round = 0; round < 2000; round++)
        {
            var limit = 1 + random.Next(1 << random.Next(1, 14));
            var density = random.NextDouble();
            ushort[] numbers = [.. Enumerable.Range(0, limit).Where(_ => random.NextDouble() < density).Select(static number => (ushort)number)];
            var writer = new BitWriter();
            SortedNumbers.Write(writer, numbers, limit);
            Assert.Equal(numbers, SortedNumbers.Read(new BitReader(writer.ToArray()), numbers.Length, limit));
        }
    }

    [Fact]
    public void Many_sorted_numbers_take_hardly_more_bits_than_chance_allows()
    {
        var random = new Random(3);
        foreach (var density in (double[])[0.001, 0.01, 0.1, 0.3, 0.5, 0.7, 0.9, 0.99])
        {
            const int Limit = 60_000;
            ushort[] numbers = [.. Enumerable.Range(0, Limit).Where(_ => random.NextDouble() < density).Select(static number => (ushort)number)];
            var writer = new BitWriter();
            SortedNumbers.Write(writer, numbers, Limit);
            var share = (double)numbers.Length / Limit;
            var chance = -Limit * ((share * Math.Log2(share)) + ((1 - share) * Math.Log2(1 - share)));
            Assert.InRange(writer.BitLength / chance, 0.98, 1.06);
        }
    }

    [Fact]
    public void Parts_read_back_and_four_or_more_count_as_all()
    {
        var random = new Random(4);
        for (var round = 0; round < 500; round++)
        {
            byte[] masks = [.. Enumerable.Range(0, random.Next(60)).Select(_ => (byte)(random.Next(255) + 1))];
            var writer = new BitWriter();
            PartMasks.Write(writer, masks);
            var read = PartMasks.Read(new BitReader(writer.ToArray()), masks.Length);
            Assert.Equal(masks.Select(static mask => BitOperations.PopCount(mask) >= 4 ? byte.MaxValue : mask), read);
            Assert.Equal(masks.Select(PartMasks.Coarse), read);
        }
    }

    [Fact]
    public void The_candidates_of_a_long_gram_read_back_with_their_parts()
    {
        var random = new Random(6);
        for (var round = 0; round < 500; round++)
        {
            byte[] candidates = [.. Enumerable.Range(0, 1 + random.Next(200)).Select(_ => random.Next(2) == 0 ? byte.MaxValue : SomeOf(random, byte.MaxValue, 3))];
            ushort[] ranks = [.. Enumerable.Range(0, candidates.Length).Where(rank => rank == 0 || random.Next(3) == 0).Select(static rank => (ushort)rank)];
            byte[] open = [.. ranks.Select(rank => candidates[rank])];
            var masked = random.Next(4) == 0 ? ranks.Length - 1 : ranks.Length;
            byte[] told = masked < ranks.Length ? [] : [.. open.Select(mask => SomeOf(random, mask, 8))];
            byte[] masks = masked < ranks.Length ? open : [.. told.Select(PartMasks.Coarse)];
            var writer = new BitWriter();
            CandidateCode.Write(writer, ranks, candidates.Length, open, told);
            var (readRanks, readMasks) = CandidateCode.Read(new BitReader(writer.ToArray()), CandidateCode.Magnitude(ranks.Length), candidates, masked);
            Assert.Equal(ranks, readRanks);
            Assert.Equal(masks, readMasks);
            // The gram of another code occurs nowhere: what is made of it is some candidates, or the error that says so.
            var other = Record.Exception(() => CandidateCode.Read(new BitReader(writer.ToArray()), CandidateCode.Magnitude(ranks.Length), candidates[..(1 + random.Next(candidates.Length))], masked));
            Assert.True(other is null or SearchIndexException, $"{other}");
        }
    }

    /// <summary>One part of a mask, or up to so many.</summary>
    private static byte SomeOf(Random random, byte mask, int most)
    {
        byte[] parts = [.. Enumerable.Range(0, 8).Select(static part => (byte)(1 << part)).Where(part => (mask & part) != 0)];
        random.Shuffle(parts);
        return parts.Take(1 + random.Next(Math.Min(most, parts.Length))).Aggregate((byte)0, static (a, b) => (byte)(a | b));
    }

    [Fact]
    public void Two_long_grams_of_one_sign_on_a_page_are_told_apart_by_some_seed()
    {
        var (first, second) = (new GramKey(7, 0x1234_5678, 42), new GramKey(7, 0x1234_5679, 42));
        var apart = Enumerable.Range(0, 1 << PageForm.SeedBits).Count(seed => GramHash.Mark(first, seed, 1000) != GramHash.Mark(second, seed, 1000));
        Assert.InRange(apart, 200, 256);
    }

    [Fact]
    public void What_is_deflated_any_program_inflates()
    {
        var random = new Random(5);
        for (var round = 0; round < 300; round++)
        {
            var bytes = new byte[random.Next(1 << random.Next(1, 17))];
            var alphabet = 1 + random.Next(1 << random.Next(1, 9));
            for (var i = 0; i < bytes.Length; i++)
                bytes[i] = i > 20 && random.Next(3) > 0 ? bytes[i - 1 - random.Next(20)] : (byte)random.Next(alphabet);
            using var inflated = new MemoryStream();
            using (var stream = new DeflateStream(new MemoryStream(Deflater.Write(bytes)), CompressionMode.Decompress))
                stream.CopyTo(inflated);
            Assert.Equal(bytes, inflated.ToArray());
        }
    }

    [Fact]
    public void Any_text_reads_back_from_its_tokens()
    {
        var texts = SmallCorpus.Reports.SelectMany(static report => report.Blocks).Select(static block => block.Text).ToList();
        var tokens = TextTokens.Read(TokenTrainer.Train(texts, 200).ToBytes());
        var encoder = new TextEncoder(tokens);
        foreach (var text in (string[])[.. texts, "", "\0\u0001", "龘靐齉", "😀\ud800", "a\tb\nc d"])
        {
            var writer = new BitWriter();
            encoder.Write(writer, text);
            Assert.Equal(text, Decode(tokens, new BitReader(writer.ToArray())));
        }
    }

    [Fact]
    public void A_damaged_piece_is_told_from_a_whole_one()
    {
        var bytes = Checksum.Seal([1, 2, 3]);
        Assert.Equal([1, 2, 3], Checksum.Verify(bytes, "it").ToArray());
        bytes[1] ^= 4;
        Assert.Throws<SearchIndexException>(() => Checksum.Verify(bytes, "it"));
    }

    private static void Write(BitWriter writer, int value, int kind)
    {
        switch (kind)
        {
            case 0:
                writer.Write((uint)value, 20);
                break;
            case 1:
                writer.WriteGamma(value + 1);
                break;
            case 2:
                writer.WriteRice((uint)value, 12);
                break;
            case 3:
                writer.WriteBelow((uint)value, (uint)value + 5);
                break;
            default:
                writer.WriteUnary(value % 100);
                break;
        }
    }

    private static int Read(BitReader reader, int value, int kind) => kind switch
    {
        0 => (int)reader.Read(20),
        1 => reader.ReadGamma() - 1,
        2 => (int)reader.ReadRice(12),
        3 => (int)reader.ReadBelow((uint)value + 5),
        _ => reader.ReadUnary() == value % 100 ? value : -1,
    };

    private static string Decode(TextTokens tokens, BitReader reader)
    {
        var text = new System.Text.StringBuilder();
        for (var token = tokens.ReadToken(reader); token != tokens.End; token = tokens.ReadToken(reader))
            text.Append(token == tokens.Escape ? ((char)reader.Read(16)).ToString() : tokens.Texts[token]);
        return text.ToString();
    }
}
