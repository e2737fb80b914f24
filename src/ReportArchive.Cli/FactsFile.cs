using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Security.Cryptography;
using ReportArchive.Data;
using ReportArchive.Places;
using ReportArchive.Reports;
using ReportArchive.Sharding;

namespace ReportArchive.Cli;

/// <summary>What facts are valid for: another program may read other things in the same files, and other files hold other things.</summary>
/// <param name="Program">Stands for the program.</param>
/// <param name="Input">Stands for all that the content consists of.</param>
internal sealed record FactsKey(string Program, string Input);

/// <summary>
/// The facts of one shard's reports as a file: a mark; the texts of the reports; the rest of the facts; where that begins; the SHA-256
/// of all before. The texts stay in the file until a page needs them.
/// </summary>
internal sealed class FactsFile : IDisposable
{
    private const int Tail = sizeof(long) + SHA256.HashSizeInBytes;

    private readonly byte[] _facts;
    private readonly int _begin;
    private readonly BodyStore _bodies;

    private FactsFile(string path, byte[] facts, byte[] hash)
    {
        var reader = new ByteReader(facts);
        Key = new FactsKey(reader.Text(), reader.Text());
        Shard = new Shard(reader.Number(), reader.Number());
        Reports = reader.Number();
        _begin = reader.Position;
        _facts = facts;
        Hash = hash;
        _bodies = BodyStore.Open(path);
    }

    // Another format has another mark, and is not read.
    private static ReadOnlySpan<byte> Mark => "report-archive facts 1\n"u8;

    /// <summary>What the facts are valid for.</summary>
    public FactsKey Key { get; }

    /// <summary>Whose facts they are.</summary>
    public Shard Shard { get; }

    /// <summary>How many files of reports were read.</summary>
    public int Reports { get; }

    /// <summary>The SHA-256 of the file: the same content and program give the same.</summary>
    public ReadOnlyMemory<byte> Hash { get; }

    /// <summary>Writes a file, which is there whole or not at all.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="key">What the facts are valid for.</param>
    /// <param name="shard">Whose facts they are.</param>
    /// <param name="root">How paths of the content begin.</param>
    /// <param name="facts">The facts, in order; each is written before the next is asked for.</param>
    public static void Write(string path, FactsKey key, Shard shard, string root, IEnumerable<ReportFacts> facts) =>
        HashedFile.Write(path, file => Write(file, key, shard, root, facts));

    /// <summary>Opens a file; none, and why, where it is cut short, damaged or of another format.</summary>
    public static FactsFile? TryOpen(string path, out string fault)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        fault = "is not a file of facts, or one of another format";
        var mark = new byte[Mark.Length];
        if (file.ReadAtLeast(mark, mark.Length, throwOnEndOfStream: false) < mark.Length || !Mark.SequenceEqual(mark))
            return null;
        fault = "is damaged or cut short";
        if (file.Length < Mark.Length + Tail || HashedFile.HashOf(file) is not { } hash)
            return null;
        Span<byte> offset = stackalloc byte[sizeof(long)];
        file.Position = file.Length - Tail;
        file.ReadExactly(offset);
        file.Position = BinaryPrimitives.ReadInt64LittleEndian(offset);
        var facts = new byte[file.Length - Tail - file.Position];
        file.ReadExactly(facts);
        fault = "";
        return new FactsFile(path, facts, hash);
    }

    /// <summary>The facts, their texts left in the file, which must stay open as long as they are used.</summary>
    public ImmutableArray<ReportFacts> Read(string root, PlaceTable places)
    {
        var reader = new FactsReader(new ByteReader(_facts.AsSpan(_begin)), root, places);
        var facts = ImmutableArray.CreateBuilder<ReportFacts>(Reports);
        for (var i = 0; i < Reports; i++)
        {
            var (offset, bounds) = reader.Place();
            facts.Add(reader.Read(figures => _bodies.At(figures, offset, bounds)));
        }
        return facts.MoveToImmutable();
    }

    public void Dispose() => _bodies.Dispose();

    private static void Write(Stream file, FactsKey key, Shard shard, string root, IEnumerable<ReportFacts> facts)
    {
        using var body = new ByteBuffer();
        using var rest = new ByteBuffer();
        var writer = new FactsWriter(rest, root);
        file.Write(Mark);
        var (end, count) = ((long)Mark.Length, 0);
        foreach (var report in facts)
        {
            body.Clear();
            if (report.Published is { } published)
                BodyBytes.Write(body, published.Report.Blocks);
            file.Write(body.Written.Span);
            writer.WritePlace(end, body.Length == 0 ? [] : BodyBytes.BoundsOf(body.Written.Span));
            writer.Write(report);
            end += body.Length;
            count++;
        }
        body.Clear();
        body.AppendText(key.Program);
        body.AppendText(key.Input);
        body.AppendNumber(shard.Number);
        body.AppendNumber(shard.Of);
        body.AppendNumber(count);
        file.Write(body.Written.Span);
        file.Write(rest.Written.Span);
        Span<byte> begin = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(begin, end);
        file.Write(begin);
    }
}
