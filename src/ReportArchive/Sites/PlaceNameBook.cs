using System.Collections.Frozen;
using System.Collections.Immutable;
using ReportArchive.Places;

namespace ReportArchive.Sites;

/// <summary>
/// The names by which reports of an archive may call its places: full (济南市) and without the word that says what they are
/// (济南). Places are those with pages, and the counties and districts beside them.
/// </summary>
internal sealed class PlaceNameBook
{
    private const int Longest = 31;

    // Names that are words first: 惠民 is 惠民县 far less often than a benefit to the people. Their full names still count.
    private static readonly FrozenSet<string> Words =
        """
        安康 白山 白银 宝山 保安 滨海 滨湖 朝阳 城关 城区 城阳 大东 大同 大兴 东风 东方 东港 东湖 东区 东山 东兴 东阳 丰台 丰泽 高新 工业 公园 古城 鼓楼 光明 桂花
        海港 海南 海滨 和平 和顺 河东 河口 河西 红旗 湖滨 华阴 惠民 建设 江北 江东 江南 解放 金山 金水 开发 开放 来宾 老城 龙山 龙华 牡丹 南关 南山 南开 南区 南郊 平安 平原
        前进 桥东 桥西 青山 青年 清河 清新 全民 人民 三元 山城 上街 胜利 石龙 市北 市南 市中 顺义 泰山 天桥 天元 通道 铁西 同心 文化 文峰 文明 文山 五华 武装 西湖 西区 西山
        下城 向阳 新城 新华 新建 新民 新区 新荣 新市 新兴 兴安 兴国 兴业 雁塔 永定 永和 永兴 友好 友谊 裕华 云岩 增城 长安 长乐 长治 镇安 中山 中原 竹山 自由 普洱 张湾 城中
        """.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    // Words that hold a name and are none.
    private static readonly ImmutableArray<string> Blocking =
        ["平安阳光", "长治久安", "长白山", "国泰民安", "示范县", "模范县", "规范县", "黄河口", "入海口", "日照时", "大庆精神", "延安精神", "沂蒙", "泰山石"];

    private readonly Dictionary<string, List<Entry>> _entries = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Entry>>.AlternateLookup<ReadOnlySpan<char>> _bySpan;
    private readonly Dictionary<int, uint> _lengths = [];

    public PlaceNameBook(PlaceTable table, IEnumerable<PlaceNode> nodes)
    {
        _bySpan = _entries.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var phrase in Blocking)
            Add(phrase, null);
        foreach (var place in Places(table, nodes).DistinctBy(static place => place.Code).OrderBy(static place => place.Code))
        {
            if (place.Name.Length > 2 || place.Name[^1] != '区')
                Add(place.Name, new Entry(place, IsShort: false));
            var stem = place.Name[..^DivisionSuffix.LengthIn(place.Name)];
            if (stem.Length >= 2 && stem.Length < place.Name.Length && !Words.Contains(stem))
                Add(stem, new Entry(place, IsShort: true));
        }
    }

    /// <summary>A place by one of its names.</summary>
    /// <param name="Place">The place.</param>
    /// <param name="IsShort">Whether the name leaves out what it is.</param>
    public readonly record struct Entry(Place Place, bool IsShort);

    /// <summary>The longest name that begins a text, and whose it is; no one's where it is a word that only holds a name.</summary>
    public (int Length, IReadOnlyList<Entry> Entries) At(ReadOnlySpan<char> text)
    {
        if (text.Length < 2 || !_lengths.TryGetValue(Beginning(text), out var lengths))
            return (0, []);
        for (var length = Math.Min(Longest, text.Length); length >= 2; length--)
        {
            if ((lengths & (1u << length)) != 0 && _bySpan.TryGetValue(text[..length], out var entries))
                return (length, entries);
        }
        return (0, []);
    }

    private static IEnumerable<Place> Places(PlaceTable table, IEnumerable<PlaceNode> nodes)
    {
        foreach (var node in nodes)
        {
            yield return node.Place;
            if (node.Place.Level is not PlaceLevel.Prefecture)
                continue;
            foreach (var county in table.Children(node.Place.Code))
                yield return county;
        }
    }

    private void Add(string name, Entry? entry)
    {
        if (name.Length is < 2 or > Longest)
            return;
        if (!_entries.TryGetValue(name, out var entries))
            _entries[name] = entries = [];
        if (entry is { } known)
            entries.Add(known);
        _lengths[Beginning(name)] = _lengths.GetValueOrDefault(Beginning(name)) | (1u << name.Length);
    }

    private static int Beginning(ReadOnlySpan<char> text) => (text[0] << 16) | text[1];
}
