using System.Numerics;

namespace ReportArchive.Search.Writing;

/// <summary>
/// The large pieces of memory that a segment is made in. They are used again from one length of grams to the next, and let go before the texts
/// are written: then they are several times what else the build holds.
/// </summary>
internal sealed class WritingRoom
{
    /// <summary>Places in a block of them: four megabytes.</summary>
    public const int PlaceBlock = 1 << 20;

    /// <summary>Reports in a block of lists: twelve megabytes, with their parts.</summary>
    public const int ListBlock = 1 << 22;

    // Bytes: less than this is not worth a collection.
    private const long Much = 64 << 20;

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

    /// <summary>
    /// Lets go of what has been given back. The collector of garbage would find it when as much again has been made, with twice the memory
    /// taken by then, so it is told.
    /// </summary>
    public void LetGo()
    {
        var bytes = (_places.Count * (long)PlaceBlock * sizeof(int)) + (_lists.Count * (long)ListBlock * (sizeof(ushort) + sizeof(byte))) + (_instances.Length * (long)sizeof(ulong));
        _places.Clear();
        _lists.Clear();
        _instances = [];
        if (bytes > Much)
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
    }

    /// <summary>Room for some instances; the same as before where it is large enough, as after the first large slice it always is.</summary>
    public ulong[] Instances(long count)
    {
        if (_instances.Length < count)
            _instances = new ulong[BitOperations.RoundUpToPowerOf2((ulong)count)];
        return _instances;
    }
}
