using System.Text.RegularExpressions;

namespace ReportArchive.Import;

/// <summary>
/// Tells the furniture of a web page from a report by what the lines say, not by where they came from. Two vocabularies
/// are counted: words that reports are made of, and words that sites address their visitors with; and there are shapes
/// that only furniture has (page numbers, 【字体：大 中 小】, 上一篇：…).
/// </summary>
internal static partial class SiteText
{
    /// <summary>Longest line that a word of the site vocabulary alone can condemn; longer ones need several.</summary>
    private const int ShortLine = 40;

    /// <summary>Whether a compact line is furniture wherever it stands, even in the middle of a report.</summary>
    public static bool IsFurniture(string compact)
    {
        if (compact.Length == 0 || Shape().IsMatch(compact))
            return true;
        if (compact.Length > 400)
            return false;
        var site = SiteWord().Count(compact);
        if (site == 0)
            return false;
        var report = ReportWord().Count(compact);
        var isSentence = compact[^1] is '。' or '！' && compact.Length > ShortLine;
        return isSentence ? site > report : site * 2 > report;
    }

    /// <summary>Whether a compact line is a mark of a page by its shape: a number, a widget, a byline.</summary>
    public static bool IsPageMark(string compact) => compact.Length == 0 || (compact.Length <= 60 && Shape().IsMatch(compact));

    /// <summary>Whether a compact line reads like a report: several of its words, and none of a site's that would outweigh them.</summary>
    public static bool ReadsLikeReport(string compact)
    {
        var report = ReportWord().Count(compact.AsSpan()[..Math.Min(compact.Length, 600)]);
        return report >= 3 && SiteWord().Count(compact.AsSpan()[..Math.Min(compact.Length, 600)]) * 3 <= report;
    }

    /// <summary>Whether a compact paragraph could stand nowhere but in a report: long, dense with its words, no word of a site.</summary>
    public static bool IsReportBeyondDoubt(string compact) =>
        compact.Length >= 80 && ReportWord().Count(compact) * 12 >= compact.Length && !SiteWord().IsMatch(compact);

    /// <summary>Whether a compact line is too short and says too little to be of a report, which is all that can be said of a label of a page.</summary>
    public static bool IsScrap(string compact) =>
        compact.Length < ShortLine && !compact.AsSpan().ContainsAny("，。；！") && Enumerator.Read(compact, 0) is null && ReportWord().Count(compact) < 2;

    /// <summary>Whether a compact line speaks to a site's visitors at all.</summary>
    public static bool HasSiteWord(string compact) => SiteWord().IsMatch(compact) || Shape().IsMatch(compact);

    // Words that reports use too (备案, 老字号, 无障碍, 第三方) count only in the phrases of sites.
    [GeneratedRegex(@"您|本站|本网|网友|网站(地图|首页|声明|标识|纠错)|版权(所有|归|问题|信息|声明)|购买了版权|如有侵权|侵权请|侵犯.{0,10}(版权|著作权)|侵害任何|侵犯任何|免责(声明|条款)|客服|扫一扫|扫码(使用|关注|浏览|查看|下载)|二维码|付费(下载|前|后|阅读|文档|可|用户)|试读|VIP|会员(中心|登录|免费)|充值|登录|立即注册|用户注册|注册\||投稿|稿件|点击(查看|下载|查阅|此处|这里|阅读|图片)|点我(投稿|下载|查看)|浏览(次数|量|本页)|阅读(量|次数|全文)：?|访问(量|次数)：|转载(请|须|自)|分享(到|至：|：)|微信(扫|公众|好友|分享|号|：)|QQ(：|群)|打印(本页|此页|文章|$)|关闭(窗口|本页|$)|保护视力|字体：|【字体|(?<!老)字号(：|】|\[|$)|上一(篇|条|页)|下一(篇|条|页)|责任?编辑|(信息|文章|稿件)来源|来源：|发布(时间|日期|机构|者|人)：|索引号|主题分类|公开方式|成文日期|备案(号|序号)|ICP|公网安备|Copyright|(?i:all rights)|联系我们|联系电话|咨询热线|邮政编码|(?i:https?:|www\.)|技术支持：|主办单位：|承办单位：|违约责任|任何第三方|其他用户|本协议|返回(顶部|首页|列表)|回到顶部|当前位置|您的位置|相关(文章|阅读|报道：|链接|新闻|文档|附件)|无障碍(浏览|阅读|版|模式)|(查看|加载|阅读)更多|继续阅读|未完待续|阅读(全文|原文)|(展开|余下)全文|收藏(本|此页)|设为首页|加入收藏|电脑桌面|(用户|网友|合作方).{0,6}上传|上传分享|违规举报|举报电话：|文档(下载|内容|的完整|只能)|电子邮箱|手机版|客户端下载|公众号|立即(获取|下载|咨询)|用户协议|隐私(政策|条款|声明)|公序良俗|信息发布自律|企业软文|敬请|征集.{0,12}稿|搜索资料|确认删除|语音朗读|我要纠错|我要评论|用户评论|友情链接|(主办|承办|协办)：|邮编：|猜你喜欢|文档评价|立即下载|下载积分|访问者|分辨率|IPv6", Patterns.Options, Patterns.Patience)]
    private static partial Regex SiteWord();

    [GeneratedRegex("经济|发展|建设|推进|加快|实施|完成|全[省市县区镇州旗乡]|政府|工作|增长|坚持|企业|项目|产业|农村|农业|改革|创新|加强|全面|重点|提升|提高|投资|[亿万]元|总值|财政|社会|民生|人民|群众|城[市镇乡]|生态|环境|安全|教育|医疗|就业|保障|治理|代表|扶贫|文化|科技|奋斗|党", Patterns.Options, Patterns.Patience)]
    private static partial Regex ReportWord();

    // Page numbers: 12 · - 12 - · 第12页 · 共507页 · 12/30. Then widgets and bylines that fill their line.
    [GeneratedRegex(@"^((上|下)一(篇|条|页)|(相关(阅读|文章|链接|新闻|报道|文档)|来源|信息来源|责任编辑|编辑|作者|索引号|发布时间|发布日期)：.{0,60}$)|^([-—–·•]{0,2}\d{1,4}[-—–·•]{0,2}|【\d{1,4}】|第?\d{1,4}页([，/]?共\d{1,4}页)?|[（(]?共\d{1,4}页[）)]?(当前)?(第\d{1,4}页)?|\d{1,4}/\d{1,4}|[Pp](age)?\.?\d{1,4}(of\d{1,4})?)$|^【?(分页|图片|附图|视频|图表)】?$|^【?(字体|字号)?[：:]?【?(大|中|小|默认|加大|还原|减小|A[+-]?|\[|\]|【|】|\|)+】?$|^[^，。；|丨]{1,14}([|丨][^，。；|丨]{1,14}){2,}$|^[>＞|丨/\\\-—_=*·•【】]+$|^(首页|下载|打印|全屏|收藏|分享|关闭|返回|顶部|繁體|繁体|简体|搜索|登录|注册|更多|确认|取消|×|X|大|中|小)([|>＞·/]?(首页|下载|打印|全屏|收藏|分享|关闭|返回|顶部|大|中|小))*$|^(\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{4}年\d{1,2}月\d{1,2}日)(\d{1,2}：\d{2}(：\d{2})?|\d{1,2}时\d{1,2}分)?$|^(时间|日期|作者|编辑|责编|校对|来源|阅读|浏览|点击|审核|监制|记者|摄影)：.{0,30}$|^.{0,20}(本报|日报|晚报|新闻|融媒).{0,20}(记者)?.{2,12}摄$|^(\+?86-?)?(0\d{2,3}-?)?\d{3,4}-?\d{3,4}-?\d{0,4}$", Patterns.Options, Patterns.Patience)]
    private static partial Regex Shape();
}
