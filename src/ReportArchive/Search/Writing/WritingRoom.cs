using System.Numerics;

namespace ReportArchive.Search.Writing;

/// <summary>
/// The large pieces of memory that a segment is made in, used again for the next: what the collector of garbage would find too late,
/// an archive of many segments would take several times over.
/// </summary>
internal sealed class WritingRoom
{
    /// <summary>Places in a block of them: four megabytes.</summary>
    public const int PlaceBlock = 1 << 20;

    /// <summary>Reports in a block of lists: twelve megabytes, with their parts.</summary>
    public const int ListBlock = 1 << 22;

    private readonly Stack<int[]> _places = [];
    private readonly Stack<(ushort[] Reports, byte[] Masks)> _lists = [];
    private ulong[] _instances = [];

    /// <summary>A block of places; what is in it is not known.</summary>
    public int[] TakePlaces() => _places.TryPop(out var block) ? block : new int[PlaceBlock];

    /// <summary>Gives a block of places back; one of another size is forgotten.</summary>
    public void Return(int[] places)
    {
        if (places.Length == PlaceBlock)
            _places.Push(places);
    }

    /// <summary>A block of lists; what is in it is not known.</summary>
    public (ushort[] Reports, byte[] Masks) TakeLists() => _lists.TryPop(out var block) ? block : (new ushort[ListBlock], new byte[ListBlock]);

    /// <summary>Gives a block of lists back.</summary>
    public void Return(ushort[] reports, byte[] masks) => _lists.Push((reports, masks));

    /// <summary>Lets go of what nobody has taken.</summary>
    public void Clear()
    {
        _places.Clear();
        _lists.Clear();
        _instances = [];
    }

    /// <summary>Room for some instances; the same as before where it is large enough, as after the first large slice it always is.</summary>
    public ulong[] Instances(long count)
    {
        if (_instances.Length < count)
            _instances = new ulong[BitOperations.RoundUpToPowerOf2((ulong)count)];
        return _instances;
    }
}
