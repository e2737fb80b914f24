using System.Collections.Frozen;

namespace ReportArchive.Import;

/// <summary>
/// Family names, for telling a person's name that stands alone from any other two or three characters. The 300 most
/// frequent of the national census and those of two characters; a name of a minority is told by its middle dot.
/// </summary>
internal static class Surnames
{
    private const string Single =
        "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳欧阳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳谌奚皮粟冼蔺楼盘满闻位厉伊仝区郜海阚花权强帅屠豆朴盖练廉禹井祖漆巴丰支卿国狄平计索宣晋相初门云容敬来扈晁芮都普阙浦戈伏鹿薄邸雍辜羊阿乌母裘亓修邰赫杭况那宿鲜印逯隆茹诺战慕危玉银亢嵇公哈";

    private static readonly FrozenSet<string> Double = new[] { "欧阳", "上官", "司马", "诸葛", "东方", "皇甫", "尉迟", "公孙", "令狐", "慕容", "司徒", "夏侯", "长孙", "宇文", "端木", "南宫", "呼延", "拓跋", "轩辕", "独孤", "闻人", "申屠", "澹台", "太史", "赫连", "钟离", "鲜于" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether a line begins as a name does: with a family name of its length, or with any character where a middle dot follows.</summary>
    public static bool Begins(string name) =>
        name.Contains('·', StringComparison.Ordinal) || name.Contains('•', StringComparison.Ordinal)
        || (name.Length >= 3 && Double.Contains(name[..2]))
        || (name.Length is 2 or 3 && Single.Contains(name[0], StringComparison.Ordinal));
}
