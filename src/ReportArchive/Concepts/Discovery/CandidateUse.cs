using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ReportArchive.Sites;
using ReportArchive.Text;

namespace ReportArchive.Concepts.Discovery;

/// <summary>A place where a candidate stands on its own.</summary>
/// <param name="Report">Index of the report.</param>
/// <param name="Block">Index of the block.</param>
/// <param name="Range">Where in the block's text, quotation marks left out.</param>
/// <param name="IsQuoted">Whether it stands in quotation marks that hold nothing else.</param>
/// <param name="IsHeaded">Whether the marks are followed by what it is: “雪亮”工程, “四比四看”活动.</param>
internal readonly partial record struct CandidateUse(int Report, int Block, TextRange Range, bool IsQuoted, bool IsHeaded)
{
    /// <summary>For each candidate its uses in reading order; what lies within a known concept or a longer candidate is not counted.</summary>
    public static List<CandidateUse>[] Find(Site site, ImmutableArray<Concept> known, ImmutableArray<string> candidates)
    {
        var matcher = new ConceptMatcher(known.Select(static concept => concept.Spellings).Concat(candidates.Select(static text => (IEnumerable<string>)[text])));
        var uses = Array.ConvertAll(new int[candidates.Length], static _ => new List<CandidateUse>());
        var perReport = site.Reports.AsParallel().AsOrdered().Select((report, index) => report.Blocks
            .SelectMany((block, at) => matcher.Find(block.Text).Where(match => match.Concept >= known.Length).Select(match => (Candidate: match.Concept - known.Length, Use: Make(index, at, block.Text, match.Range))))
            .ToList());
        foreach (var (candidate, use) in perReport.SelectMany(static found => found))
            uses[candidate].Add(use);
        return uses;
    }

    public string TextIn(Site site) => site.Reports[Report].Blocks[Block].Text;

    public SuggestionEvidence EvidenceIn(Site site)
    {
        var block = site.Reports[Report].Blocks[Block];
        return new SuggestionEvidence(site.Reports[Report].Id, block.Anchor, Sentences.Around(block.Text, Range).Of(block.Text).ToString());
    }

    private static CandidateUse Make(int report, int block, string text, TextRange match)
    {
        var (start, end) = (match.Start, match.End);
        if (text[start] == '“')
            start++;
        if (text[end - 1] == '”')
            end--;
        var isQuoted = start > 0 && text[start - 1] == '“' && end < text.Length && text[end] == '”';
        return new CandidateUse(report, block, new TextRange(start, end - start), isQuoted, isQuoted && Head.IsMatch(text.AsSpan(end + 1)));
    }

    [GeneratedRegex("^(?:工程|行动|计划|战略|模式|机制|活动|工作|改革|制度|方针|目标|部署|要求|理念|思路|品牌|平台|体系|服务|政策|办法|措施|试点|示范|专项|标准|作风|精神|格局|经验|做法|体制|攻势|建设)", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Head { get; }
}
