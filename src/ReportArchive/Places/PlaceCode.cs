namespace ReportArchive.Places;

/// <summary>The four levels a report of this archive can come from.</summary>
public enum PlaceLevel
{
    /// <summary>省、自治区、直辖市.</summary>
    Province,

    /// <summary>地级市、自治州、地区、盟.</summary>
    Prefecture,

    /// <summary>县、县级市、区、旗.</summary>
    County,

    /// <summary>乡、镇、街道.</summary>
    Town,
}

/// <summary>
/// A division code: six digits of GB/T 2260 from province to county, nine digits of the statistical code for towns.
/// Codes are ASCII, unique and not reused, which names and pinyin are not.
/// </summary>
public readonly record struct PlaceCode : IComparable<PlaceCode>
{
    private const int CountyStep = 1_000;
    private const int PrefectureStep = 100_000;
    private const int ProvinceStep = 10_000_000;

    // Always as nine digits: 370306 is kept as 370306000, so the order of numbers is the order of the tree.
    private readonly int _number;

    private PlaceCode(int number) => _number = number;

    /// <summary>The digits, e.g. <c>370306</c> or <c>370481107</c>.</summary>
    public string Value => Level == PlaceLevel.Town ? _number.ToString("D9") : (_number / CountyStep).ToString("D6");

    /// <summary>The level that the digits say.</summary>
    public PlaceLevel Level =>
        _number % CountyStep != 0 ? PlaceLevel.Town
        : _number % PrefectureStep != 0 ? PlaceLevel.County
        : _number % ProvinceStep != 0 ? PlaceLevel.Prefecture
        : PlaceLevel.Province;

    /// <summary>The code one level up by its digits, whether or not such a place exists; none above a province.</summary>
    public PlaceCode? Parent => Level switch
    {
        PlaceLevel.Town => Truncated(CountyStep),
        PlaceLevel.County => Truncated(PrefectureStep),
        PlaceLevel.Prefecture => Truncated(ProvinceStep),
        _ => null,
    };

    /// <summary>The last three digits of a town: 001–099 街道, 100–199 镇, 200–399 乡, 400 on units like them; 0 above towns.</summary>
    internal int TownNumber => _number % CountyStep;

    /// <summary>Reads six or nine ASCII digits; nine that end in 000 name no town.</summary>
    public static bool TryParse(string? text, out PlaceCode code)
    {
        code = default;
        if (text is not { Length: 6 or 9 } || text.AsSpan().ContainsAnyExceptInRange('0', '9') || text[0] == '0')
            return false;
        var number = int.Parse(text);
        if (text.Length == 9 && number % CountyStep == 0)
            return false;
        code = new PlaceCode(text.Length == 9 ? number : number * CountyStep);
        return true;
    }

    /// <summary>Reads a code that is known to be well-formed.</summary>
    /// <exception cref="FormatException">It is not.</exception>
    public static PlaceCode Parse(string text) =>
        TryParse(text, out var code) ? code : throw new FormatException($"'{text}' is not a place code of six or nine digits");

    /// <summary>Whether <paramref name="other"/> lies below this code by its digits: 370000 is above 370306.</summary>
    public bool IsAbove(PlaceCode other)
    {
        for (var above = other.Parent; above is { } code; above = code.Parent)
        {
            if (code == this)
                return true;
        }
        return false;
    }

    /// <summary>Ordinal order of the digits: a place sorts before what it contains.</summary>
    public int CompareTo(PlaceCode other) => _number.CompareTo(other._number);

    /// <inheritdoc/>
    public override string ToString() => Value;

    /// <summary>From the nine digits of a town, or a shorter code filled up with zeros.</summary>
    internal static PlaceCode FromNineDigits(int number) => new(number);

    private PlaceCode Truncated(int step) => new(_number / step * step);
}
