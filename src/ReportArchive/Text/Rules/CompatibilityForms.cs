using System.Collections.Frozen;

namespace ReportArchive.Text.Rules;

/// <summary>
/// Presentation forms of marks that mean the same as the ordinary one: half-width ideographic marks from old terminals,
/// small and vertical forms from old code pages, and radicals that PDF fonts give instead of characters (⼀ for 一).
/// Sources: Unicode blocks Halfwidth and Fullwidth Forms, Small Form Variants, Vertical Forms, Kangxi Radicals,
/// CJK Radicals Supplement; 戶 and 靑 come out as 户 and 青, for the reports are in simplified characters.
/// </summary>
public static class CompatibilityForms
{
    private const string From = "｡｢｣､･﹐﹑﹒﹔﹕﹖﹗﹙﹚﹟﹠﹡﹢﹣﹤﹥﹦﹪﹫︰︵︶︽︾︿﹀﹁﹂︻︼︱︳⺟⺠⻁⻄⻅⻆⻉⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻨⻩⻬⻮⻰⻳";
    private const string To = "。「」、·，、．；：？！（）#&*+-<>=%@：（）《》〈〉「」【】——母民虎西见角贝车长门青韦页风飞食马骨鬼鱼鸟麦黄齐齿龙龟";

    /// <summary>Unified ideograph of each of the 214 Kangxi radicals, U+2F00 to U+2FD5, in their order.</summary>
    private const string Radicals =
        "一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山巛工己巾干幺广廴廾弋弓彐彡彳心戈户手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷豆豕豸貝赤走足身車辛辰辵邑酉釆里金長門阜隶隹雨青非面革韋韭音頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠";

    private static readonly FrozenDictionary<char, string> Forms = From.Zip(To, static (from, to) => (from, to))
        .ToFrozenDictionary(static pair => pair.from, static pair => pair.to.ToString());

    /// <summary>The rule.</summary>
    public static TextRule Rule { get; } = new(
        "compatibility-forms", "presentation forms mean the ordinary mark", Find);

    private static IEnumerable<TextEdit> Find(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c is >= '\u2F00' and <= '\u2FD5')
                yield return TextEdit.Replace(i, 1, Radicals[c - '\u2F00'].ToString(), Rule.Name);
            else if ((c >= '\uFE30' || c is >= '\u2E80' and < '\u2F00') && Forms.TryGetValue(c, out var ordinary))
                yield return TextEdit.Replace(i, 1, ordinary, Rule.Name);
        }
    }
}
