using System.Collections;

namespace ReportArchive.Search;

/// <summary>A list that holds nothing: each element is made when it is asked for, every time.</summary>
/// <param name="count">Number of elements.</param>
/// <param name="make">Makes the element of an index.</param>
internal sealed class MadeList<T>(int count, Func<int, T> make) : IReadOnlyList<T>
{
    public int Count => count;

    public T this[int index] => make(index);

    public IEnumerator<T> GetEnumerator() => Enumerable.Range(0, count).Select(make).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
