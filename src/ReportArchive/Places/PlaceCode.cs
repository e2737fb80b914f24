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
    private readonly string? _value;

    private PlaceCode(string value) => _value = value;

    /// <summary>The digits, e.g. <c>370306</c> or <c>370481107</c>.</summary>
    public string Value => _value ?? "000000";

    /// <summary>The level that the digits say.</summary>
    public PlaceLevel Level => Value switch
    {
        { Length: 9 } => PlaceLevel.Town,
        var v when v.EndsWith("0000", StringComparison.Ordinal) => PlaceLevel.Province,
        var v when v.EndsWith("00", StringComparison.Ordinal) => PlaceLevel.Prefecture,
        _ => PlaceLevel.County,
    };

    /// <summary>The code one level up by its digits; none above a province.</summary>
    public PlaceCode? Parent => Level switch
    {
        PlaceLevel.Town => new PlaceCode(Value[..6]),
        PlaceLevel.County => new PlaceCode(Value[..4] + "00"),
        PlaceLevel.Prefecture => new PlaceCode(Value[..2] + "0000"),
        _ => null,
    };

    /// <summary>Reads six or nine ASCII digits.</summary>
    public static bool TryParse(string? text, out PlaceCode code)
    {
        code = default;
        if (text is not { Length: 6 or 9 } || text.AsSpan().ContainsAnyExceptInRange('0', '9') || text[0] == '0')
            return false;
        code = new PlaceCode(text);
        return true;
    }

    /// <summary>Reads a code that is known to be well-formed.</summary>
    /// <exception cref="FormatException">It is not.</exception>
    public static PlaceCode Parse(string text) =>
        TryParse(text, out var code) ? code : throw new FormatException($"'{text}' is not a place code of six or nine digits");

    /// <summary>Ordinal order of the digits: a place sorts before what it contains.</summary>
    public int CompareTo(PlaceCode other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
