namespace ReportArchive.Search.Format;

/// <summary>What places a gram in its table, and what grams are sorted by.</summary>
/// <param name="Home">
/// Chooses the page: of one or two units the spread key (<see cref="GramHash.Spread"/>), which no other gram has; of more the place
/// (<see cref="GramHash.Place"/>) of the first three, so that all that is stored of grams that begin alike stands together. What follows a
/// number is as varied as text: of grams of four units and more that begin with one of <see cref="Figures"/> the first four choose it.
/// </param>
/// <param name="Place">Place of a whole gram of three or more units; else 0.</param>
/// <param name="Sign">Its sign (<see cref="GramHash.Sign"/>); else 0. With the place it tells a gram from all others.</param>
internal readonly record struct GramKey(uint Home, uint Place, uint Sign) : IComparable<GramKey>
{
    /// <summary>Units of the shortest long grams: those that choose the page.</summary>
    private const int HomeUnits = 3;

    /// <summary>The key of a gram of three or more units.</summary>
    public static GramKey OfLong(ReadOnlySpan<char> gram) => new(GramHash.Place(gram[..HomeUnitsOf(gram)]), GramHash.Place(gram), GramHash.Sign(gram));

    /// <summary>How many units of a gram of three or more choose its page.</summary>
    public static int HomeUnitsOf(ReadOnlySpan<char> gram) => gram.Length > HomeUnits && Figures.Is(gram[0]) ? HomeUnits + 1 : HomeUnits;

    /// <summary>The key of a gram with one unit more.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="choosesPage">Whether it is the last of those that choose the page.</param>
    public GramKey Lengthen(char unit, bool choosesPage)
    {
        var place = GramHash.Lengthen(Place, unit);
        return new GramKey(choosesPage ? place : Home, place, GramHash.Lengthen(Sign, unit));
    }

    /// <summary>Whether a gram of so many units, that begins with a figure or does not, chooses its page as a whole.</summary>
    public static bool IsHome(int units, bool beginsWithFigure) => units == HomeUnits || (beginsWithFigure && units == HomeUnits + 1);

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
