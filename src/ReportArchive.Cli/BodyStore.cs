using System.Buffers;
using System.Collections.Immutable;
using Microsoft.Win32.SafeHandles;
using ReportArchive.Data;
using ReportArchive.Reports;

namespace ReportArchive.Cli;

/// <summary>
/// The texts of all reports in one temporary file, so that a build holds no more of them than it works on. May be used from
/// several threads at once. The texts that other machines have read are in files of facts, which are read likewise.
/// </summary>
internal sealed class BodyStore : IDisposable
{
    // Those read last stay at hand: a page is made, rendered and written in several steps, each of which asks for the text.
    private const int Recent = 64;

    private readonly SafeFileHandle _file;
    private readonly (StoredBody Body, ImmutableArray<Block> Blocks)?[] _recent = new (StoredBody, ImmutableArray<Block>)?[Recent];
    private readonly Lock _lock = new();
    private long _end;
    private int _count;

    private BodyStore(SafeFileHandle file) => _file = file;

    /// <summary>Makes an empty store in a temporary file.</summary>
    public static BodyStore Create() => new(TemporaryFile.Create());

    /// <summary>Opens a file that holds texts already; nothing can be added to it.</summary>
    public static BodyStore Open(string path) => new(File.OpenHandle(path));

    /// <summary>A text that lies in the file.</summary>
    /// <param name="figures">What is known of it.</param>
    /// <param name="offset">Where it begins, in bytes.</param>
    /// <param name="bounds">Where its blocks begin from there, and where the last one ends.</param>
    public ReportBody At(BodyFigures figures, long offset, int[] bounds) => new StoredBody(this, figures, Interlocked.Increment(ref _count), offset, bounds);

    /// <summary>Puts a text away.</summary>
    public ReportBody Keep(ReportBody body)
    {
        using var bytes = new ByteBuffer();
        BodyBytes.Write(bytes, body.Blocks);
        var offset = Interlocked.Add(ref _end, bytes.Length) - bytes.Length;
        RandomAccess.Write(_file, bytes.Written.Span, offset);
        return At(body.Figures, offset, BodyBytes.BoundsOf(bytes.Written.Span));
    }

    public void Dispose() => _file.Dispose();

    private T Read<T>(long offset, int size, Func<ReadOnlySpan<byte>, T> parse)
    {
        var bytes = ArrayPool<byte>.Shared.Rent(size);
        try
        {
            var span = bytes.AsSpan(0, size);
            for (var at = 0; at < span.Length;)
            {
                var read = RandomAccess.Read(_file, span[at..], offset + at);
                at += read > 0 ? read : throw new EndOfStreamException("a file of report texts is shorter than it was");
            }
            return parse(span);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    private ImmutableArray<Block> Blocks(StoredBody body)
    {
        var slot = body.Number % Recent;
        lock (_lock)
        {
            if (_recent[slot] is { } recent && ReferenceEquals(recent.Body, body))
                return recent.Blocks;
        }
        var blocks = Read(body.Offset, body.Bounds[^1], BodyBytes.Read);
        lock (_lock)
            _recent[slot] = (body, blocks);
        return blocks;
    }

    private sealed class StoredBody(BodyStore store, BodyFigures figures, int number, long offset, int[] bounds) : ReportBody(figures)
    {
        public int Number => number;

        public long Offset => offset;

        /// <summary>Where its blocks begin from there, and where the last one ends: a block is read without the others.</summary>
        public int[] Bounds => bounds;

        public override ImmutableArray<Block> Blocks => store.Blocks(this);

        public override Block this[int index] => store.Read(offset + bounds[index], bounds[index + 1] - bounds[index], BodyBytes.ReadBlock);
    }
}
