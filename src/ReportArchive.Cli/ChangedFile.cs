using Microsoft.Win32.SafeHandles;

namespace ReportArchive.Cli;

/// <summary>
/// Writes a file that may be there already in another place: as long as its bytes are those of that file nothing is written. A symbolic
/// link is not looked through: it must be replaced.
/// </summary>
/// <param name="existing">Where the file may be.</param>
/// <param name="changed">Where it is written when it is another.</param>
internal sealed class ChangedFile(FileInfo existing, Func<string> changed) : IDisposable
{
    private readonly SafeFileHandle? _existing = existing.Exists && existing.LinkTarget is null ? File.OpenHandle(existing.FullName) : null;
    private SafeFileHandle? _changed;
    private byte[] _other = [];

    /// <summary>Bytes so far.</summary>
    public long Length { get; private set; }

    /// <summary>Adds bytes at the end.</summary>
    public void Append(ReadOnlySpan<byte> bytes)
    {
        if (_changed is null && !IsNext(bytes))
            Begin();
        if (_changed is not null)
            RandomAccess.Write(_changed, bytes, Length);
        Length += bytes.Length;
    }

    /// <summary>To be called when all bytes were added.</summary>
    /// <returns>Whether the file is there as it is, and nothing was written.</returns>
    public bool IsSame()
    {
        if (_changed is null && (_existing is null || RandomAccess.GetLength(_existing) != Length))
            Begin();
        return _changed is null;
    }

    public void Dispose()
    {
        _existing?.Dispose();
        _changed?.Dispose();
    }

    private bool IsNext(ReadOnlySpan<byte> bytes)
    {
        if (_existing is null || RandomAccess.GetLength(_existing) < Length + bytes.Length)
            return false;
        FileBytes.Read(_existing, Length, Other(bytes.Length));
        return bytes.SequenceEqual(Other(bytes.Length));
    }

    /// <summary>Begins the changed file with what both have in common.</summary>
    private void Begin()
    {
        _changed = File.OpenHandle(changed(), FileMode.CreateNew, FileAccess.Write);
        for (var at = 0L; at < Length;)
        {
            var piece = Other((int)Math.Min(1 << 16, Length - at));
            FileBytes.Read(_existing!, at, piece);
            RandomAccess.Write(_changed, piece, at);
            at += piece.Length;
        }
    }

    private Span<byte> Other(int length)
    {
        if (_other.Length < length)
            _other = new byte[length];
        return _other.AsSpan(0, length);
    }
}
