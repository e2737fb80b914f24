using System.Buffers;
using System.Collections.Frozen;
using System.Collections.Immutable;

namespace ReportArchive.Concepts.Usage;

/// <summary>A word that stands with a concept, and how often.</summary>
/// <param name="Word">The word.</param>
/// <param name="Count">Occurrences of the concept it stands with.</param>
/// <param name="Reports">Reports they are in.</param>
public readonly record struct WordCount(string Word, int Count, int Reports);

/// <summary>
/// What reports do with a concept: the verb nearest before it in its own clause. Clauses end at any mark of punctuation, the
/// enumeration comma 、 included; between verb and concept at most twelve characters may stand (推进新一轮“四减四增”).
/// </summary>
public static class GoverningVerbs
{
    private const int Farthest = 12;
    private const int LongestVerb = 4;

    private static readonly SearchValues<char> ClauseEnds = SearchValues.Create("，。；：、！？…（）《》,;:!?()— \t\n\u3000");

    // The verbs that head a phrase in government reports. A closed list, because without one 城市建设 would govern as 建设 does;
    // words that are mostly nouns (工作, 服务, 管理) are left out.
    private static readonly FrozenSet<string> Verbs =
        """
        推进 推动 推行 推广 推介 实施 实行 实现 落实 落细 坚持 坚定 坚守 深化 深耕 开展 开启 开创 开拓 建设 建立 建成 建好 构建 构筑
        打造 打好 打赢 打响 融入 加快 加强 加大 加速 贯彻 树立 树牢 做到 做好 做实 做强 做大 做优 做精 聚焦 聚力 优化 提升 提高 增强 新增
        抓好 抓住 抓牢 抓实 抓细 抢抓 巩固 拓展 改造 践行 引领 完善 培育 培植 保持 确保 保障 纠治 纠正 发扬 弘扬 传承 壮大 强化 成为 对接 用好 用活
        围绕 发展 启动 锚定 促进 支持 扶持 立足 形成 共建 共享 把握 争创 创建 创新 创优 擦亮 谱写 书写 激发 激活 决胜 治理 整治 紧扣 紧盯 取缔
        制定 出台 编制 发挥 统筹 扩大 遏制 防止 防范 化解 破解 消除 履行 解决 依托 筑起 筑牢 纳入 列入 搞活 答好 写好 走好 守牢 守好 夯实 健全 探索
        突破 规范 严守 严格 执行 遵循 维护 衔接 承接 引进 招引 布局 入选 获评 荣获 倡导 响应 参与 借鉴 唱响 叫响 赋能 助力 扎牢 压实 压减
        厉行 反对 打击 扫除 铲除 发布 举办 承办 组织 启用 延伸 畅通 满足 凝聚 汇聚 扛牢 扛起 担起 对标 瞄准 突出 确立 提出 争取 申报 搭建 投入
        配套 叠加 推出 完成 达到 创设 设立 开设 举起 高举 掀起 闯出 走出 蹚出 走在 服从 适应 应对 克服 战胜 决战 攻克 整合 融合 盘活 释放
        """.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> VerbsBySpan = Verbs.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether a word is one of the verbs.</summary>
    public static bool Contains(ReadOnlySpan<char> word) => VerbsBySpan.Contains(word);

    /// <summary>The verbs of the given lines, most frequent first.</summary>
    public static ImmutableArray<WordCount> Of(IEnumerable<ConcordanceLine> lines) =>
        [.. lines
            .Select(static line => (Verb: Before(line.Left), line.Report))
            .Where(static pair => pair.Verb is not null)
            .GroupBy(static pair => pair.Verb!, StringComparer.Ordinal)
            .Select(static group => new WordCount(group.Key, group.Count(), group.Select(static pair => pair.Report).Distinct().Count()))
            .OrderByDescending(static word => word.Count)
            .ThenByDescending(static word => word.Reports)
            .ThenBy(static word => word.Word, StringComparer.Ordinal)];

    /// <summary>The verb that governs what follows a text; null where its last clause has none near enough.</summary>
    public static string? Before(string left)
    {
        var clause = left.AsSpan(left.AsSpan().LastIndexOfAny(ClauseEnds) + 1).TrimEnd("“‘「『\"");
        for (var end = clause.Length; end >= Math.Max(2, clause.Length - Farthest); end--)
        {
            for (var length = Math.Min(LongestVerb, end); length >= 2; length--)
            {
                if (VerbsBySpan.TryGetValue(clause[(end - length)..end], out var verb))
                    return verb;
            }
        }
        return null;
    }

    /// <summary>What a phrase's first verb governs (全力推进招商引资 → 招商引资); the phrase itself where it has none.</summary>
    public static string AfterFirst(string phrase)
    {
        for (var start = 0; start < phrase.Length - 1; start++)
        {
            for (var length = Math.Min(LongestVerb, phrase.Length - start); length >= 2; length--)
            {
                if (VerbsBySpan.Contains(phrase.AsSpan(start, length)))
                    return phrase[(start + length)..];
            }
        }
        return phrase;
    }
}
