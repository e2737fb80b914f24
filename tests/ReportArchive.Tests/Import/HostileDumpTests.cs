using System.Text;
using FsCheck;
using FsCheck.Fluent;
using ReportArchive.Diagnostics;
using ReportArchive.Import;

namespace ReportArchive.Tests.Import;

/// <summary>Files no report ever came in: a clear error or a clean result, never a crash. Each would hang or overflow a reader without bounds.</summary>
public class HostileDumpTests
{
    [Fact]
    public void Random_bytes_are_no_text_or_hold_no_report()
    {
        var random = new Random(20260701);
        foreach (var length in (int[])[0, 1, 2, 3, 5, 64, 4_096, 300_000])
        {
            foreach (var name in (string[])["a.txt", "a.html", "a.md", "a.docx", "-"])
            {
                var bytes = new byte[length];
                random.NextBytes(bytes);
                AssertNoReport(name, bytes);
            }
        }
    }

    [Fact]
    public void Bytes_after_the_mark_of_a_form_are_read_as_that_form_and_no_further()
    {
        var random = new Random(20260702);
        var noise = new byte[5_000];
        random.NextBytes(noise);
        foreach (var mark in (byte[][])[[0x50, 0x4B, 0x03, 0x04], [0xD0, 0xCF, 0x11, 0xE0], "%PDF-1.7"u8.ToArray(), "{\\rtf1"u8.ToArray(), [0xEF, 0xBB, 0xBF], [0xFF, 0xFE], [0xFE, 0xFF], "<!DOCTYPE html>"u8.ToArray()])
            AssertNoReport("a.bin", [.. mark, .. noise]);
    }

    [Theory]
    [InlineData("（")]
    [InlineData("（一）")]
    [InlineData("“")]
    [InlineData("一、")]
    [InlineData("各位代表：")]
    [InlineData("<div>")]
    [InlineData("|")]
    [InlineData("　")]
    [InlineData("\u200B")]
    [InlineData("，")]
    [InlineData("2023年周村区政府工作报告\n")]
    public void Ten_thousand_of_anything_neither_crash_nor_add_a_letter(string unit)
    {
        var noise = string.Concat(Enumerable.Repeat(unit, 10_000));
        AssertNothingAdded(noise);
        AssertNothingAdded("2023年周村区政府工作报告\n各位代表：现在，我代表区人民政府向大会报告工作，请予审议。\n" + noise + "\n一、2022年工作回顾\n");
    }

    [Fact]
    public void A_report_repeated_in_one_line_of_two_megabytes_is_read()
    {
        var line = string.Concat(SampleDumps.Lines("370306/2023-gwr"));
        AssertNothingAdded(string.Concat(Enumerable.Repeat(line, 160)));
    }

    [Fact]
    public void A_page_nested_ten_thousand_deep_is_refused_with_a_reason()
    {
        var html = "<!DOCTYPE html><html><body>" + string.Concat(Enumerable.Repeat("<div>", 10_000)) + "各位代表";
        var diagnostics = new List<Diagnostic>();
        Assert.Null(DumpReader.Read(new RawFile("deep.html", Encoding.UTF8.GetBytes(html)), diagnostics));
        Assert.Contains("nested", Assert.Single(diagnostics).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Ten_thousand_unclosed_paragraphs_are_an_ordinary_page()
    {
        var html = "<html><body>" + string.Concat(Enumerable.Range(0, 10_000).Select(static n => $"<p>第{n}段")) + "</body></html>";
        Assert.Equal(10_000, DumpReader.Read(new RawFile("page.html", Encoding.UTF8.GetBytes(html)), new List<Diagnostic>())!.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public void A_zip_bomb_in_a_word_file_is_refused_with_a_reason()
    {
        var bomb = SampleDocx.Zip(("_rels/.rels", SampleDocx.Relations), ("word/document.xml", new string(' ', 40 * 1024 * 1024)));
        Assert.InRange(bomb.Length, 1, 1024 * 1024);
        Assert.Contains("more than 32 MB", Refusal(bomb), StringComparison.Ordinal);
    }

    [Fact]
    public void A_word_file_nested_five_thousand_deep_is_refused_with_a_reason() => Assert.Contains(
        "nested", Refusal(SampleDocx.Of(string.Concat(Enumerable.Repeat("<w:sdt><w:sdtContent>", 2_500)) + string.Concat(Enumerable.Repeat("</w:sdtContent></w:sdt>", 2_500)))), StringComparison.Ordinal);

    [Fact]
    public void A_word_file_with_a_document_type_is_refused_and_nothing_is_fetched() => Assert.Contains(
        "Word", Refusal(SampleDocx.Zip(("_rels/.rels", SampleDocx.Relations), ("word/document.xml", "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/hostname\">]><a>&b;</a>"))), StringComparison.Ordinal);

    [Fact]
    public void A_zip_that_is_no_word_file_and_one_that_breaks_off_are_refused_with_a_reason()
    {
        Assert.Contains("Word", Refusal(SampleDocx.Zip(("a.txt", "各位代表"))), StringComparison.Ordinal);
        var whole = SampleDocx.Of("<w:p><w:r><w:t>各位代表：</w:t></w:r></w:p>");
        foreach (var length in (int[])[4, 30, whole.Length / 2, whole.Length - 1])
            Assert.NotEmpty(Refusal(whole[..length]));
    }

    [Fact]
    public void Any_mixture_of_what_dumps_are_made_of_can_be_cleaned_and_undone()
    {
        var pieces = (string[])["各位代表", "：", "！", "，", "。", "\n", "\r\n", " ", "　", "\f", "（一）", "(二)", "一、", "二、", "第一部分", "1.", "①", "“", "”", "\"", "——", "- 3 -", "第3页 共9页", "|", "<p>",
            "现在，我代表市人民政府向大会报告工作，请予审议。", "2019年长沙市政府工作报告", "2019年1月10日在长沙市第十五届人民代表大会第四次会议上", "市长 胡某某", "二〇一九年", "全市上下坚持稳中求进，统筹推进各项工作，地区生产总值增长5.5%。", "上一篇：没有了", "扫一扫在手机打开当前页", "\u200B", "\uFFFD", "\U00020000", "让我们为建设现代化强市而努力奋斗！"];
        Prop.ForAll(Gen.Elements(pieces).ListOf().ToArbitrary(), static list => AssertUndone(string.Concat(list))).QuickCheckThrowOnFailure();
        Prop.ForAll(Gen.Elements(pieces).ListOf(200).ToArbitrary(), static list => AssertUndone(string.Concat(list))).Check(Config.QuickThrowOnFailure.WithMaxTest(60));
    }

    [Fact]
    public void A_web_page_with_any_bytes_changed_is_cleaned_or_refused_with_a_reason()
    {
        var page = SampleDumps.Html("370505101/2019-gwr").Bytes.ToArray();
        Prop.ForAll(Changes(page.Length).ToArbitrary(), changes => AssertReadOrRefused("page.html", Changed(page, changes))).Check(Config.QuickThrowOnFailure.WithMaxTest(60));
    }

    [Fact]
    public void A_word_file_with_any_bytes_changed_is_cleaned_or_refused_with_a_reason()
    {
        var word = SampleDocx.Of(string.Concat(SampleDumps.Frame("370505101/2019-gwr").Concat(SampleDumps.Lines("370505101/2019-gwr")).Select(static line => SampleDocx.Paragraph(line))));
        Prop.ForAll(Changes(word.Length).ToArbitrary(), changes => AssertReadOrRefused("report.docx", Changed(word, changes))).Check(Config.QuickThrowOnFailure.WithMaxTest(100));
    }

    [Fact]
    public void A_word_file_with_any_of_its_markup_changed_is_cleaned_or_refused_with_a_reason()
    {
        var body = Encoding.UTF8.GetBytes(string.Concat(SampleDumps.Lines("370505101/2019-gwr").Take(6).Select(static (line, i) => SampleDocx.Paragraph(line, i % 3))));
        Prop.ForAll(Changes(body.Length).ToArbitrary(), changes => AssertReadOrRefused("report.docx", SampleDocx.Of(Encoding.UTF8.GetString(Changed(body, changes))))).Check(Config.QuickThrowOnFailure.WithMaxTest(100));
    }

    /// <summary>One to twelve changes: where, what becomes of the bytes there, and with which byte.</summary>
    private static Gen<(int At, int Kind, byte Byte)[]> Changes(int length) =>
        (from at in Gen.Choose(0, length - 1) from kind in Gen.Choose(0, 3) from value in Gen.Choose(0, 255) select (at, kind, (byte)value)).NonEmptyListOf().Select(static list => list.Take(12).ToArray());

    /// <summary>A byte replaced, a run left out, a run repeated, or the rest cut off where there is but one change.</summary>
    private static byte[] Changed(byte[] bytes, (int At, int Kind, byte Byte)[] changes)
    {
        foreach (var (place, kind, value) in changes)
        {
            var at = Math.Min(place, Math.Max(0, bytes.Length - 1));
            var run = Math.Min(1 + value, bytes.Length - at);
            bytes = kind switch
            {
                0 => [.. bytes[..at], value, .. bytes.Skip(at + 1)],
                1 => [.. bytes[..at], .. bytes[(at + run)..]],
                2 => [.. bytes[..(at + run)], .. bytes[at..]],
                _ when changes.Length == 1 => bytes[..at],
                _ => bytes,
            };
        }
        return bytes;
    }

    private static void AssertReadOrRefused(string name, byte[] bytes)
    {
        var diagnostics = new List<Diagnostic>();
        var watch = System.Diagnostics.Stopwatch.StartNew();
        if (DumpReader.Read(new RawFile(name, bytes), diagnostics) is { } dump)
            AssertUndone(dump.Text);
        else
            Assert.NotNull(Assert.Single(diagnostics).Hint);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(30), "a report that takes milliseconds took half a minute when a few of its bytes were changed");
    }

    private static void AssertUndone(string text)
    {
        var dump = SampleDumps.Of("mixture.txt", text);
        var result = ImportResult.Of([dump], Archive.Places);
        var markdown = result.Reports.Where(static report => report.Outcome != ImportOutcome.Conflicting).ToDictionary(static report => report.Id.ToString(), static report => report.Markdown, StringComparer.Ordinal);
        Assert.Equal(text, result.Logs().Single().Rebuild(id => markdown[id]));
        AssertNothingAdded(text);
    }

    private static void AssertNothingAdded(string text)
    {
        var cleaned = ReportCleaner.Clean(SampleDumps.Of("noise.txt", text), Archive.Places, []);
        Assert.True(cleaned.Sum(static report => BareText.Of(report.Text.Text).Length) <= BareText.Of(text).Length);
    }

    private static void AssertNoReport(string name, byte[] bytes)
    {
        var diagnostics = new List<Diagnostic>();
        if (DumpReader.Read(new RawFile(name, bytes), diagnostics) is { } dump)
            Assert.Empty(ReportCleaner.Clean(dump, Archive.Places, diagnostics));
        Assert.All(diagnostics, static diagnostic => Assert.NotNull(diagnostic.Hint));
        Assert.NotEmpty(diagnostics);
    }

    private static string Refusal(byte[] docx)
    {
        var diagnostics = new List<Diagnostic>();
        Assert.Null(DumpReader.Read(new RawFile("a.docx", docx), diagnostics));
        var error = Assert.Single(diagnostics);
        Assert.Equal("RA0303", error.Code);
        return error.Message;
    }
}
