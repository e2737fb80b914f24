using System.IO.Pipelines;
using Microsoft.AspNetCore.Connections;

namespace ReportArchive.Benchmarks.Search;

/// <summary>Counts the bytes of connections as they pass between socket and server, before anything is decrypted.</summary>
internal sealed class WireCount
{
    private long _bytes;

    /// <summary>Bytes since it was asked last, both ways.</summary>
    public long Take() => Interlocked.Exchange(ref _bytes, 0);

    /// <summary>The same connection, counted.</summary>
    public ConnectionContext Of(ConnectionContext context)
    {
        context.Transport = new Duplex(new Reader(context.Transport.Input, this), new Writer(context.Transport.Output, this));
        return context;
    }

    private void Add(long bytes) => Interlocked.Add(ref _bytes, bytes);

    private sealed record Duplex(PipeReader Input, PipeWriter Output) : IDuplexPipe;

    private sealed class Reader(PipeReader inner, WireCount count) : PipeReader
    {
        private System.Buffers.ReadOnlySequence<byte> _read;

        public override async ValueTask<ReadResult> ReadAsync(CancellationToken cancellationToken = default)
        {
            var result = await inner.ReadAsync(cancellationToken);
            _read = result.Buffer;
            return result;
        }

        public override bool TryRead(out ReadResult result)
        {
            var read = inner.TryRead(out result);
            if (read)
                _read = result.Buffer;
            return read;
        }

        public override void AdvanceTo(SequencePosition consumed) => AdvanceTo(consumed, consumed);

        public override void AdvanceTo(SequencePosition consumed, SequencePosition examined)
        {
            count.Add(_read.Slice(_read.Start, consumed).Length);
            inner.AdvanceTo(consumed, examined);
        }

        public override void CancelPendingRead() => inner.CancelPendingRead();

        public override void Complete(Exception? exception = null) => inner.Complete(exception);
    }

    private sealed class Writer(PipeWriter inner, WireCount count) : PipeWriter
    {
        public override bool CanGetUnflushedBytes => inner.CanGetUnflushedBytes;

        public override long UnflushedBytes => inner.UnflushedBytes;

        public override void Advance(int bytes)
        {
            count.Add(bytes);
            inner.Advance(bytes);
        }

        public override Memory<byte> GetMemory(int sizeHint = 0) => inner.GetMemory(sizeHint);

        public override Span<byte> GetSpan(int sizeHint = 0) => inner.GetSpan(sizeHint);

        public override ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default) => inner.FlushAsync(cancellationToken);

        public override void CancelPendingFlush() => inner.CancelPendingFlush();

        public override void Complete(Exception? exception = null) => inner.Complete(exception);
    }
}
