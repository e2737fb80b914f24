namespace ReportArchive.Search.Format;

/// <summary>What places a gram in its table, and what grams are sorted by.</summary>
/// <param name="Home">
/// Chooses the page: of one or two units the spread key (<see cref="GramHash.Spread"/>), which no other gram has; of more the place
/// (<see cref="GramHash.Place"/>) of the first three, so that all that is stored of grams that begin alike stands together.
/// </param>
/// <param name="Place">Place of a whole gram of three or more units; else 0.</param>
/// <param name="Sign">Its sign (<see cref="GramHash.Sign"/>); else 0. With the place it tells a gram from all others.</param>
internal readonly record struct GramKey(uint Home, uint Place, uint Sign) : IComparable<GramKey>
{
    /// <summary>Units of the shortest long grams: those that choose the page.</summary>
    public const int HomeUnits = 3;

    /// <summary>The key of a gram of three or more units.</summary>
    public static GramKey OfLong(ReadOnlySpan<char> gram) => new(GramHash.Place(gram[..HomeUnits]), GramHash.Place(gram), GramHash.Sign(gram));

    /// <summary>The key of a gram with one unit more, which makes it so many.</summary>
    public GramKey Lengthen(char unit, int units)
    {
        var place = GramHash.Lengthen(Place, unit);
        return new GramKey(units == HomeUnits ? place : Home, place, GramHash.Lengthen(Sign, unit));
    }

    /// <summary>By page first.</summary>
    public int CompareTo(GramKey other) =>
        Home != other.Home ? Home.CompareTo(other.Home) : Place != other.Place ? Place.CompareTo(other.Place) : Sign.CompareTo(other.Sign);

    /// <inheritdoc cref="CompareTo"/>
    public static bool operator <(GramKey left, GramKey right) => left.CompareTo(right) < 0;

    /// <inheritdoc cref="CompareTo"/>
    public static bool operator >(GramKey left, GramKey right) => left.CompareTo(right) > 0;

    /// <inheritdoc cref="CompareTo"/>
    public static bool operator <=(GramKey left, GramKey right) => left.CompareTo(right) <= 0;

    /// <inheritdoc cref="CompareTo"/>
    public static bool operator >=(GramKey left, GramKey right) => left.CompareTo(right) >= 0;
}
