using ReportArchive.Reports;

namespace ReportArchive.Anchors;

/// <summary>A block in one of the two sequences aligned.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Level">Level of a heading; 0 otherwise.</param>
/// <param name="Profile">Its text.</param>
internal readonly record struct Aligned(BlockKind Kind, int Level, TextProfile Profile)
{
    public static Aligned Of(BlockKind kind, int level, string text) => new(kind, level, new TextProfile(text));
}

/// <summary>
/// Which block of a new edition is which block of the old one. Found in this order, each step among what the one before left:
/// 1. the same text, wherever it moved (<see cref="SameText"/>);
/// 2. a text that had been retired and is back;
/// 3. a similar text, the most similar first (<see cref="SimilarText"/>);
/// 4. a block that stands where the old one stood, when its neighbours are known (<see cref="SamePlace"/>);
/// 5. splits give the anchor to the first part (<see cref="Splits"/>); what was merged is found in what holds it (<see cref="Merges"/>).
/// </summary>
internal sealed class Alignment
{
    /// <summary>Stands for no block.</summary>
    public const int None = -1;

    private readonly int[] _newOf;
    private readonly int[] _oldOf;

    private Alignment(Aligned[] old, int live, Aligned[] @new)
    {
        Old = old;
        Live = live;
        New = @new;
        _newOf = new int[old.Length];
        _oldOf = new int[@new.Length];
        Array.Fill(_newOf, None);
        Array.Fill(_oldOf, None);
    }

    /// <summary>The old sequence: the blocks alive in their order, then the retired ones.</summary>
    public Aligned[] Old { get; }

    /// <summary>How many of <see cref="Old"/> are alive.</summary>
    public int Live { get; }

    /// <summary>The new sequence.</summary>
    public Aligned[] New { get; }

    /// <summary>Pairs two sequences.</summary>
    /// <param name="old">Blocks alive in the old edition in order, then retired ones.</param>
    /// <param name="live">How many of them are alive.</param>
    /// <param name="new">Blocks of the new edition in order.</param>
    public static Alignment Between(Aligned[] old, int live, Aligned[] @new)
    {
        var alignment = new Alignment(old, live, @new);
        SameText.Pair(alignment);
        SameText.PairRetired(alignment);
        SimilarText.Pair(alignment);
        SamePlace.Pair(alignment);
        Merges.ReleaseRemnants(alignment);
        Splits.Rejoin(alignment);
        SimilarText.PairRetired(alignment);
        return alignment;
    }

    /// <summary>The new block of an old one, or <see cref="None"/>.</summary>
    public int NewOf(int old) => _newOf[old];

    /// <summary>The old block of a new one, or <see cref="None"/>.</summary>
    public int OldOf(int @new) => _oldOf[@new];

    /// <summary>Says that two blocks are one; either may not be paired yet.</summary>
    public void Match(int old, int @new)
    {
        _newOf[old] = @new;
        _oldOf[@new] = old;
    }

    /// <summary>Gives the old block of one new block to another new block.</summary>
    public void Reassign(int from, int to)
    {
        var old = _oldOf[from];
        _oldOf[from] = None;
        Match(old, to);
    }

    /// <summary>Says that a new block is not the old one it was paired with.</summary>
    public void Release(int @new)
    {
        _newOf[_oldOf[@new]] = None;
        _oldOf[@new] = None;
    }

    /// <summary>Whether the blocks before both are one, or both are the first.</summary>
    public bool FollowsSame(int old, int @new) =>
        old == 0 ? @new == 0 : @new > 0 && _newOf[old - 1] == @new - 1;

    /// <summary>Whether the blocks after both are one, or both are the last.</summary>
    public bool PrecedesSame(int old, int @new) =>
        old == Live - 1 ? @new == New.Length - 1 : @new + 1 < New.Length && _newOf[old + 1] == @new + 1;

    /// <summary>Blocks alive in the old edition that are not paired.</summary>
    public IEnumerable<int> LooseOld() => Enumerable.Range(0, Live).Where(old => _newOf[old] == None);

    /// <summary>Retired blocks that are not paired.</summary>
    public IEnumerable<int> LooseRetired() => Enumerable.Range(Live, Old.Length - Live).Where(old => _newOf[old] == None);

    /// <summary>New blocks that are not paired.</summary>
    public IEnumerable<int> LooseNew() => Enumerable.Range(0, New.Length).Where(@new => _oldOf[@new] == None);
}
