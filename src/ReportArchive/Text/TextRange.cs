namespace ReportArchive.Text;

/// <summary>A run of a text, in UTF-16 units: <c>text.AsSpan(Start, Length)</c>.</summary>
/// <param name="Start">Offset of the first unit.</param>
/// <param name="Length">Number of units.</param>
public readonly record struct TextRange(int Start, int Length)
{
    /// <summary>Offset after the last unit.</summary>
    public int End => Start + Length;

    /// <summary>The run itself.</summary>
    public ReadOnlySpan<char> Of(string text) => text.AsSpan(Start, Length);
}
