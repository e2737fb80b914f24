namespace ReportArchive.Search.Format;

/// <summary>Which codes of long grams stand in their page or block, and how their lengths are written there.</summary>
/// <param name="Longest">The longest, in bits.</param>
/// <param name="LengthShift">Shift of the Rice code of their lengths, in bits.</param>
internal readonly record struct CodeRoom(int Longest, int LengthShift)
{
    /// <summary>What a page has room for at best.</summary>
    public static readonly CodeRoom Page = new(PageForm.LongestInside, LengthShift: 4);

    /// <summary>What a page has room for if it has room for all that must be on it.</summary>
    public static readonly CodeRoom FullPage = Page with { Longest = PageForm.ShortestInside };

    /// <summary>What a block has room for.</summary>
    public static readonly CodeRoom Block = new(Longest: 4096, LengthShift: 6);

    /// <summary>Whether a code of so many bits stands inside.</summary>
    public bool Has(int bits) => bits <= Longest;

    /// <summary>A little less room.</summary>
    public CodeRoom Less() => this with { Longest = Longest * 15 / 16 };
}
