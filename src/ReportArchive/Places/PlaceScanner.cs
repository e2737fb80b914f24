using System.Collections.Immutable;
using System.Runtime.InteropServices;
using ReportArchive.Text;

namespace ReportArchive.Places;

/// <summary>Finds the places that a free text names, by the longest name at each character.</summary>
internal sealed class PlaceScanner
{
    // Town codes from here on are 类似乡级单位, not townships: their names (开发区, 工业园区, 林场) are words of any report.
    private const int FirstQuasiTown = 400;
    private const int LongestName = 31;

    private readonly PlaceTable _table;
    // For the first two characters of every name, the lengths that names beginning with them have: bit n for n characters.
    private readonly Dictionary<uint, uint> _lengths = [];

    internal PlaceScanner(PlaceTable table)
    {
        _table = table;
        foreach (var name in table.Names.All)
        {
            if (name.Length is >= 2 and <= LongestName)
                CollectionsMarshal.GetValueRefOrAddDefault(_lengths, Beginning(name), out _) |= 1u << name.Length;
        }
    }

    internal IReadOnlyList<PlaceMention> Scan(string text)
    {
        var mentions = new List<PlaceMention>();
        for (var start = 0; start < text.Length - 1;)
        {
            var name = LongestNameAt(text.AsSpan(start));
            if (name.IsEmpty)
            {
                start++;
                continue;
            }
            Add(mentions, new PlaceMention(new TextRange(start, name.Length), _table.At(_table.Names.Find(name))), name.ToString());
            start += name.Length;
        }
        return [.. mentions.Select(mention => Narrowed(mention, mentions))];
    }

    private ReadOnlySpan<char> LongestNameAt(ReadOnlySpan<char> text)
    {
        if (!_lengths.TryGetValue(Beginning(text), out var lengths))
            return default;
        for (var length = Math.Min(LongestName, text.Length); length >= 2; length--)
        {
            if ((lengths & (1u << length)) != 0 && _table.Names.Contains(text[..length]))
                return text[..length];
        }
        return default;
    }

    /// <summary>A name directly after that of a place it lies in makes one mention with it.</summary>
    private void Add(List<PlaceMention> mentions, PlaceMention mention, string name)
    {
        if (mentions is [.., var last] && last.Range.End == mention.Range.Start)
        {
            var below = mention.Candidates.Where(place => last.Candidates.Any(above => _table.LiesIn(place, above))).ToImmutableArray();
            if (!below.IsEmpty)
            {
                var directly = Preferred(below, place => last.Candidates.Any(above => above.Code == place.Parent));
                mentions[^1] = new PlaceMention(new TextRange(last.Range.Start, mention.Range.End - last.Range.Start), OfToday(directly, name));
                return;
            }
        }
        if (!IsCommonWord(name, mention.Candidates))
            mentions.Add(mention with { Candidates = OfToday(mention.Candidates, name) });
    }

    private static ImmutableArray<Place> OfToday(ImmutableArray<Place> places, string name) =>
        Preferred(places, place => string.Equals(place.Name, name, StringComparison.Ordinal));

    private static ImmutableArray<Place> Preferred(ImmutableArray<Place> places, Func<Place, bool> isPreferred)
    {
        var preferred = places.Where(isPreferred).ToImmutableArray();
        return preferred.IsEmpty ? places : preferred;
    }

    /// <summary>城区, 街道, 工业园: names that are places only where the place above stands before them.</summary>
    private static bool IsCommonWord(string name, ImmutableArray<Place> candidates) =>
        (name.Length == 2 && name[1] is not ('县' or '镇' or '乡' or '旗'))
        || candidates.All(place => place.Level == PlaceLevel.Town && place.Code.TownNumber >= FirstQuasiTown);

    /// <summary>Of several places of one name, those that lie in a place the text names beyond doubt.</summary>
    private PlaceMention Narrowed(PlaceMention mention, List<PlaceMention> all)
    {
        if (mention.Candidates.Length == 1)
            return mention;
        var certain = all.Where(other => other.Candidates.Length == 1).Select(other => other.Candidates[0]).ToArray();
        return mention with { Candidates = Preferred(mention.Candidates, place => certain.Any(above => _table.LiesIn(place, above))) };
    }

    private static uint Beginning(ReadOnlySpan<char> text) => ((uint)text[0] << 16) | text[1];
}
