using ReportArchive.Reports;
using ReportArchive.Search.Text;

namespace ReportArchive.Search.Query;

/// <summary>The words that <c>类:</c> takes for each kind.</summary>
internal static class KindNames
{
    private static readonly string[][] Names =
    [
        ["gwr", "政府工作报告", "政府", "工作报告"],
        ["plan", "国民经济和社会发展计划报告", "计划", "计划报告"],
        ["budget", "预算报告", "预算"],
    ];

    /// <summary>Whether a folded word names a kind.</summary>
    public static bool IsKnown(string word) => Names.Any(names => names.Contains(word));

    /// <summary>Whether a folded word names a certain kind.</summary>
    public static bool Means(string word, ReportKind kind) => Names[(int)kind].Contains(TextFolding.Fold(word));
}
