namespace ReportArchive.Caching;

/// <summary>
/// Numbers the names of parts in the order they are met: there are some hundred names, and millions of parts that say theirs by number.
/// May be used from several threads at once.
/// </summary>
public sealed class PartNames
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<string> _names = [];
    private readonly Lock _lock = new();

    /// <summary>How many names were met.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
                return _names.Count;
        }
    }

    /// <summary>The name of a number.</summary>
    public string this[int number]
    {
        get
        {
            lock (_lock)
                return _names[number];
        }
    }

    /// <summary>The number of a name, from 0.</summary>
    public int NumberOf(string name)
    {
        lock (_lock)
        {
            if (!_numbers.TryGetValue(name, out var number))
            {
                number = _names.Count;
                _numbers.Add(name, number);
                _names.Add(name);
            }
            return number;
        }
    }
}
