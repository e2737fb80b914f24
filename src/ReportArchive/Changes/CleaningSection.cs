using System.Net;
using System.Text;

namespace ReportArchive.Changes;

/// <summary>Writes what cleaning changed: the rules with their number, and below each every single edit in its context.</summary>
internal static class CleaningSection
{
    // A rule that did no more than this is open when the page is; punctuation is changed a thousand times.
    private const int MostOpen = 20;

    private static readonly Dictionary<string, string> s_names = new(StringComparer.Ordinal)
    {
        ["boilerplate"] = "删去正文以外的文字",
        ["witness"] = "同一报告的另一份文本，未取其文字",
        ["conflict"] = "与已收文本不符，未取",
        ["front-matter"] = "由抬头写成的前置信息",
        ["narrow-punctuation"] = "半角标点改为全角",
        ["spaces"] = "删去空格",
        ["line-breaks"] = "接回断行",
        ["markdown"] = "分段与标题记号",
        ["line-breaks+markdown"] = "接回断行并分段",
        ["paragraphs"] = "分段",
        ["invisible"] = "删去看不见的字符",
        ["full-width-ascii"] = "全角字母与数字改为半角",
        ["compatibility-forms"] = "兼容字形改为通行字形",
        ["quotation"] = "引号",
        ["page-jump"] = "删去报纸的转版提示",
        ["certain-slip"] = "确定的笔误",
        ["dash"] = "破折号",
        ["middle-dot"] = "间隔号",
        ["han-zero"] = "数字〇",
        [Cleaning.ByHand] = "导入之后编者所改",
    };

    public static void Write(StringBuilder page, Cleaning cleaning)
    {
        page.Append($"<h4>清洗：由 {Text(cleaning.Dump[(cleaning.Dump.LastIndexOf('/') + 1)..])} 到本篇</h4>\n");
        foreach (var rule in cleaning.Edits.GroupBy(static edit => edit.Rule, StringComparer.Ordinal).OrderBy(static group => group.Key == Cleaning.ByHand ? 0 : 1).ThenBy(static group => group.Count()))
        {
            page.Append($"<details{(rule.Count() <= MostOpen ? " open" : "")}><summary>{Text(s_names.GetValueOrDefault(rule.Key, rule.Key))} <span class=\"what\">{rule.Count()}处</span></summary>\n<ol class=\"edits\">\n");
            foreach (var edit in rule)
                page.Append($"<li>{Line(edit.Lead)}{Marked("del", edit.Before)}{Marked("ins", edit.After)}{Line(edit.Follow)}</li>\n");
            page.Append("</ol></details>\n");
        }
    }

    private static string Marked(string element, string text) => text.Length == 0 ? "" : $"<{element}>{Line(text)}</{element}>";

    /// <summary>White space is what many edits are about, so it is shown.</summary>
    private static string Line(string text) => Text(text.ReplaceLineEndings("⏎").Replace(' ', '␣').Replace('\u3000', '□').Replace('\t', '⇥'));

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
