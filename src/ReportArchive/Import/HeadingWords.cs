using System.Collections.Frozen;

namespace ReportArchive.Import;

/// <summary>Words that tell where a heading ends, looked up at the beginning or end of a run.</summary>
internal sealed class HeadingWords
{
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _words;
    private readonly int _shortest;
    private readonly int _longest;

    private HeadingWords(string words)
    {
        var set = words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
        _words = set.GetAlternateLookup<ReadOnlySpan<char>>();
        (_shortest, _longest) = (set.Min(static word => word.Length), set.Max(static word => word.Length));
    }

    /// <summary>Ends of the headings of great parts.</summary>
    public static HeadingWords GreatEnds { get; } = new("回顾 工作 安排 任务 目标 建设 成就 成效 部署 重点 要求 情况");

    /// <summary>Nouns that headings like to end with.</summary>
    public static HeadingWords NounEnds { get; } = new("局面 水平 能力 优势 底线 动能 活力 格局 环境 质量 保障 体系 成果 进展 突破 新貌 指数 进程 典范 品质 福祉 稳定 振兴 提升 升级 防线 合力 高地 家园 基础 到位 篇章 步伐 实效 气象 面貌 新高度 新台阶 新路 关系 事业 工程 战略 作用 政府");

    /// <summary>Verbs that headings end with: 经济实力显著增强.</summary>
    public static HeadingWords VerbEnds { get; } = new("加快 增强 激发 显现 凸显 向好 提高 提升 改善 巩固 夯实 优化 有力 有效 扩大 释放 彰显 绘就 走深走实 稳固 加强 加力 提速 增效 明显 显著 进步 发力 好转 向前 推进 展现 迸发");

    /// <summary>Words that sentences begin with and headings hardly ever end with.</summary>
    public static HeadingWords Openers { get; } = new("多层次 多渠道 多方位 多措并举 高标准 高水平 高起点 全方位 全力 千方百计 扎实 大力 深入 持续 坚决 着力 积极 切实 不断 加快 努力 全面 进一步 稳步 有序 统筹 聚力 聚焦 加强 推进 推动 坚持 强化 深化 优化 完善 实施 提升 促进 打造 构建 激发 抓好 做好 做强 做优 培育 健全 严格 精准 主动 始终 牢牢 有效 充分 更好 更加 广泛 刚刚 即将 围绕 通过 根据 按照 为了");

    /// <summary>Nouns that belong to a heading and do not begin the sentence after it.</summary>
    public static HeadingWords Nouns { get; } = new("回顾 安排 任务 目标 部署 总结 建议 成就 成效 工作 建设 发展 水平 能力 质量 体系 环境 格局 活力 优势");

    /// <summary>Adverbs and light verbs of a predicate that closes a heading: 活力|充分迸发.</summary>
    public static HeadingWords Adverbs { get; } = new("明显 显著 大幅 充分 稳步 加速 加快 持续 不断 逐步 有效 有力 实现 取得 全面 更加 日益 进一步 圆满 顺利 扎实 深入 纵深 如期 全部 基本");

    /// <summary>What such a predicate ends with.</summary>
    public static HeadingWords Outcomes { get; } = new("增强 提升 迸发 释放 改善 转换 向前 突破 进展 成效 进步 加强 提高 增长 优化 巩固 向好 发力 加快 显现 彰显 完善 夯实 凸显 攀升 扩大 好转 壮大 转变 跃升 跨越 完成 推进 构建 实施 开展 打造 落实");

    /// <summary>Predicates of four characters that have no such parts.</summary>
    public static HeadingWords Idioms { get; } = new("焕发新颜 焕然一新 走在前列 行稳致远 走深走实 筑稳筑牢 落地见效 落地落实 笃定前行 加压奋进 攻坚突破 全力以赴 加力提速 提质增效 再上台阶 再创佳绩 蓬勃发展 和谐稳定");

    /// <summary>Words that open the sentence after a heading.</summary>
    public static HeadingWords Starters { get; } = new("以 围绕 把 按照 根据 为 随着 在");

    /// <summary>Whether a run begins with the predicate of what stands before it, so that no heading ends there: 充分迸发, 焕然一新.</summary>
    public static bool IsPredicate(ReadOnlySpan<char> run) =>
        run.Length >= 4 && (Idioms.Begins(run[..4]) || (Adverbs.Begins(run[..2]) && Outcomes.Ends(run[..4])));

    /// <summary>Whether a run begins with one of the words.</summary>
    public bool Begins(ReadOnlySpan<char> run)
    {
        for (var n = _shortest; n <= _longest && n <= run.Length; n++)
        {
            if (_words.Contains(run[..n]))
                return true;
        }
        return false;
    }

    /// <summary>Whether a run ends with one of the words.</summary>
    public bool Ends(ReadOnlySpan<char> run)
    {
        for (var n = _shortest; n <= _longest && n <= run.Length; n++)
        {
            if (_words.Contains(run[^n..]))
                return true;
        }
        return false;
    }
}
