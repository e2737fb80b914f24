using System.Text;
using ReportArchive.Reports;

namespace ReportArchive.Benchmarks.Cleaning;

/// <summary>A dump that was made of clean reports by one kind of damage.</summary>
/// <param name="Name">File name; the extension says what it is.</param>
/// <param name="Bytes">The file.</param>
/// <param name="Truths">The reports it holds, in order.</param>
/// <param name="Injected">Lines of furniture that were put in.</param>
internal sealed record DamagedDump(string Name, byte[] Bytes, IReadOnlyList<TruthReport> Truths, IReadOnlyList<string> Injected);

/// <summary>One kind of damage.</summary>
/// <param name="Name">Its name.</param>
/// <param name="KeepsLines">Whether paragraphs can be told by line breaks.</param>
/// <param name="KeepsQuotes">Whether all punctuation can be restored.</param>
/// <param name="Make">Damages reports; most kinds make one dump a report.</param>
internal sealed record Damage(string Name, bool KeepsLines, bool KeepsQuotes, Func<IReadOnlyList<TruthReport>, Random, IEnumerable<DamagedDump>> Make)
{
    private const string Wide = "，：；！？（）。";
    private const string Narrow = ",:;!?().";

    public static IReadOnlyList<Damage> All { get; } =
    [
        Each("plain", true, true, static (truth, _) => Text(truth, truth.Dump())),
        Each("narrow", true, true, static (truth, _) => Text(truth, Narrowed(truth.Dump(), stops: false))),
        Each("narrow-stops", true, true, static (truth, _) => Text(truth, Narrowed(truth.Dump(), stops: true))),
        Each("straight-quotes", true, true, static (truth, _) => Text(truth, truth.Dump().Replace('“', '"').Replace('”', '"').Replace('‘', '\'').Replace('’', '\''))),
        Each("lost-quotes", true, false, static (truth, random) => Text(truth, Lose(truth.Dump(), "“”", 0.3, random))),
        Each("gb18030", true, true, static (truth, _) => Bytes(truth, "txt", Gb().GetBytes(truth.Dump().Replace("\n", "\r\n", StringComparison.Ordinal)))),
        Each("utf-16", true, true, static (truth, _) => Bytes(truth, "txt", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(truth.Dump())])),
        Each("indented", true, true, static (truth, _) => Text(truth, string.Join("\n\n", truth.Frame().Concat(truth.Lines()).Select(static line => "　　" + line)))),
        Each("spaced", true, true, static (truth, random) => Text(truth, Spaced(truth, random))),
        Each("furniture", true, true, Surrounded),
        Each("furniture-within", true, true, Interrupted),
        Each("html", true, true, static (truth, random) => Html(truth, random, table: false)),
        Each("html-table", true, true, static (truth, random) => Html(truth, random, table: true)),
        Each("hard-wrap", true, true, static (truth, random) => Text(truth, Wrapped(truth, random.Next(28, 46), indent: true))),
        Each("hard-wrap-flush", true, true, static (truth, random) => Text(truth, Wrapped(truth, random.Next(28, 46), indent: false))),
        Each("pages", true, true, Paged),
        new("list-page", true, true, static (truths, random) => [List(truths, random)]),
        new("list-page-glued", false, true, static (truths, random) => [GluedList(truths, random)]),
        Each("glued-spaced", false, true, static (truth, _) => Text(truth, Glued(truth, spaced: true))),
        Each("glued", false, true, static (truth, _) => Text(truth, Glued(truth, spaced: false))),
        Each("glued-narrow", false, true, static (truth, _) => Text(truth, Narrowed(Glued(truth, spaced: true), stops: false))),
        Each("mixed-narrow", true, true, static (truth, random) => Text(truth, string.Concat(truth.Dump().Select(c => random.Next(3) == 0 ? c : Narrowed(c.ToString(), stops: true)[0])))),
        Each("narrow+around", true, true, static (truth, random) => Around(truth, Narrowed(string.Join('\n', truth.Frame().Concat(truth.Lines())), stops: false), random, Utf8)),
        Each("gb+around+quotes", true, true, static (truth, random) => Around(truth, Straight(string.Join("\r\n　　", truth.Frame().Concat(truth.Lines()))), random, Gb().GetBytes)),
        Each("wrap+narrow+pages", true, true, static (truth, random) => Paged(truth, random) is var dump ? dump with { Bytes = Utf8(Narrowed(Encoding.UTF8.GetString(dump.Bytes), stops: false)) } : dump),
        Each("wrap+around", true, true, static (truth, random) => Around(truth, Wrapped(truth, random.Next(28, 46), indent: true), random, Utf8)),
        Each("cut+around", true, true, static (truth, random) => Cut(truth, random.NextDouble()) is var part ? Around(part, string.Join('\n', part.Frame().Concat(part.Lines())), random, Utf8) : null!),
        Each("glued+all", false, true, static (truth, random) => Around(truth, Straight(Narrowed(Glued(truth, spaced: true), stops: false)), random, Gb().GetBytes)),
    ];

    private static Damage Each(string name, bool keepsLines, bool keepsQuotes, Func<TruthReport, Random, DamagedDump> make) =>
        new(name, keepsLines, keepsQuotes, (truths, random) => truths.Select(truth => make(truth, random)));

    public static DamagedDump Text(TruthReport truth, string text, params IReadOnlyList<string> injected) =>
        Bytes(truth, "txt", Encoding.UTF8.GetBytes(text), injected);

    private static DamagedDump Bytes(TruthReport truth, string extension, byte[] bytes, params IReadOnlyList<string> injected) =>
        new($"{truth.Id.ToString().Replace('/', '-')}.{extension}", bytes, [truth], injected);

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private static string Straight(string text) => text.Replace('“', '"').Replace('”', '"').Replace('‘', '\'').Replace('’', '\'');

    private static DamagedDump Around(TruthReport truth, string text, Random random, Func<string, byte[]> encode)
    {
        var above = Pick(Furniture.Above, random, 5);
        var below = Pick(Furniture.Below, random, 8);
        return Bytes(truth, "txt", encode(string.Join('\n', above) + "\n" + text.TrimEnd('\n') + "\n" + string.Join('\n', below)), [.. above, .. below]);
    }

    /// <summary>The first part of a report, from a twentieth on; its last paragraph breaks off.</summary>
    private static TruthReport Cut(TruthReport truth, double share)
    {
        var left = (int)(truth.Bare.Length * (0.05 + (0.9 * share)));
        var blocks = new List<Block>();
        foreach (var block in truth.Report.Blocks)
        {
            if (left <= 0)
                break;
            blocks.Add(left < block.Text.Length && block.Kind == BlockKind.Paragraph ? block with { Text = block.Text[..Math.Max(left, 1)] } : block);
            left -= block.Text.Length;
        }
        while (blocks[^1].Kind == BlockKind.Heading)
            blocks.RemoveAt(blocks.Count - 1);
        return new TruthReport(truth.Report with { Blocks = [.. blocks] });
    }

    private static Encoding Gb() => CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;

    private static string Narrowed(string text, bool stops)
    {
        var narrow = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            var n = Wide.IndexOf(c, StringComparison.Ordinal);
            narrow.Append(n < 0 || (c == '。' && !stops) ? c : Narrow[n]);
        }
        return narrow.ToString();
    }

    private static string Lose(string text, string marks, double share, Random random) =>
        string.Concat(text.Where(c => !marks.Contains(c, StringComparison.Ordinal) || random.NextDouble() >= share));

    private static string Spaced(TruthReport truth, Random random)
    {
        var lines = truth.Frame().Select(static line => string.Join(line.Length <= 8 ? "  " : " ", line.ToCharArray())).Take(1)
            .Concat(truth.Frame().Skip(1)).Concat(truth.Lines().Select(line => Scatter(line, random)));
        return string.Join("\n\n", lines);
    }

    private static string Scatter(string line, Random random) =>
        string.Concat(line.Select(c => random.Next(40) == 0 && c >= '\u4E00' ? c + (random.Next(3) switch { 0 => "\u200B", 1 => "\u00A0", _ => "　" }) : c.ToString()));

    private static DamagedDump Surrounded(TruthReport truth, Random random)
    {
        var above = Pick(Furniture.Above, random, 5);
        var below = Pick(Furniture.Below, random, 8);
        return Text(truth, string.Join('\n', above.Concat(truth.Frame()).Concat(truth.Lines()).Concat(below)), [.. above, .. below]);
    }

    private static DamagedDump Interrupted(TruthReport truth, Random random)
    {
        var lines = truth.Frame().Concat(truth.Lines()).ToList();
        var injected = new List<string>();
        for (var at = random.Next(5, 12); at < lines.Count; at += random.Next(5, 15))
        {
            var line = string.Format(System.Globalization.CultureInfo.InvariantCulture, Furniture.Within[random.Next(Furniture.Within.Length)], injected.Count + 1);
            lines.Insert(at, line);
            injected.Add(line);
        }
        return Text(truth, string.Join('\n', lines), injected);
    }

    private static DamagedDump Html(TruthReport truth, Random random, bool table)
    {
        var above = Pick(Furniture.Above, random, 4);
        var below = Pick(Furniture.Below, random, 6);
        var html = new StringBuilder("<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>政府工作报告_某某网</title><script>var a='各位代表：';</script><style>p{text-indent:2em}</style></head><body><nav><ul><li><a href=/>首页</a></li><li><a href=/a>政务公开</a></li><li><a href=/b>政府工作报告</a></li></ul></nav>");
        html.Append(table ? "<table width=900><tr><td>" : "<div class=content>");
        foreach (var line in above)
            html.Append("<div>").Append(Escape(line)).Append("</div>\n");
        foreach (var line in truth.Frame().Concat(truth.Lines()))
            html.Append(table ? "" : "<p>").Append("&nbsp;&nbsp;&emsp;").Append(Bold(line)).Append(table ? "<br>\n<br>\n" : "</p>\n");
        html.Append(table ? "</td></tr></table>" : "</div>");
        foreach (var line in below)
            html.Append("<div>").Append(Escape(line)).Append("</div>\n");
        html.Append("<footer>版权所有</footer></body></html>");
        return Bytes(truth, "html", Encoding.UTF8.GetBytes(html.ToString()), [.. above, .. below]);
    }

    private static string Escape(string text) => text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);

    private static string Bold(string line) => line.Length is > 4 and < 40 ? $"<strong>{Escape(line[..(line.Length / 2)])}</strong>\n{Escape(line[(line.Length / 2)..])}" : Escape(line);

    private static string Wrapped(TruthReport truth, int width, bool indent)
    {
        var text = new StringBuilder();
        foreach (var line in truth.Frame())
            text.Append(line).Append('\n');
        foreach (var line in truth.Lines())
        {
            var rest = indent ? "　　" + line : line;
            for (var at = 0; at < rest.Length; at += width)
                text.Append(rest.AsSpan(at, Math.Min(width, rest.Length - at))).Append('\n');
            if (!indent)
                text.Append('\n');
        }
        return text.ToString();
    }

    private static DamagedDump Paged(TruthReport truth, Random random)
    {
        var lines = Wrapped(truth, random.Next(28, 40), indent: true).Split('\n').ToList();
        var injected = new List<string>();
        var head = truth.Report.Matter.Title;
        var page = 1;
        for (var at = 30; at < lines.Count - 5; at += 32)
        {
            var foot = $"- {page++} -";
            lines.InsertRange(at, [foot, "\f" + head]);
            injected.Add(foot);
            injected.Add(head);
        }
        return Text(truth, string.Join('\n', lines), injected);
    }

    private static DamagedDump List(IReadOnlyList<TruthReport> truths, Random random)
    {
        var text = new StringBuilder("招商资讯\n\n");
        foreach (var truth in truths)
        {
            text.Append(random.Next(3) switch { 0 => "• 【本地动态】", 1 => "[转载] ", _ => "◆ " }).Append(truth.Report.Matter.Title).Append("\n\n");
            text.Append("    ").AppendJoin('\n', truth.Frame().Skip(1).Concat(truth.Lines())).Append("\n\n    2025-07-08\n\n");
        }
        text.Append("共 507 页\n联系我们\n在线客服：400-000-0000\n");
        return new DamagedDump("list.txt", Encoding.UTF8.GetBytes(text.ToString()), truths, ["招商资讯", "2025-07-08", "共 507 页", "联系我们", "在线客服：400-000-0000"]);
    }

    private static DamagedDump GluedList(IReadOnlyList<TruthReport> truths, Random random)
    {
        var text = new StringBuilder();
        foreach (var truth in truths)
            text.Append(random.Next(2) == 0 ? "  • " : "【动态】").Append(truth.Report.Matter.Title).Append("\n\n    ").Append(Glued(truth, spaced: true, title: false)).Append("\n\n    2025-07-08\n\n");
        return new DamagedDump("list-glued.txt", Encoding.UTF8.GetBytes(text.ToString()), truths, ["2025-07-08"]);
    }

    private static string Glued(TruthReport truth, bool spaced, bool title = true)
    {
        var lines = truth.Lines();
        var text = new StringBuilder(title ? truth.Report.Matter.Title + "\n" : "");
        text.AppendJoin("", truth.Frame().Skip(1));
        foreach (var line in lines)
            text.Append(spaced && Import.Enumerator.Read(line, 0) is not null ? " " : "").Append(line);
        return text.Append('\n').ToString();
    }

    private static string[] Pick(string[] lines, Random random, int count) => [.. lines.OrderBy(_ => random.Next()).Take(count)];
}
