using System.Collections.Immutable;

namespace ReportArchive.Text.Rules;

/// <summary>
/// Slips of transcription and recognition that can be nothing else. Each entry was checked against words that contain it
/// by accident (彰显着, 悦己经济); where such a word exists, the characters that would make it one are excluded.
/// What an author may have meant (截止目前, 做为) is left alone.
/// </summary>
public static class CertainSlips
{
    /// <summary>One slip.</summary>
    /// <param name="Wrong">As the dump has it.</param>
    /// <param name="Right">As it must be; of the same length.</param>
    /// <param name="NotAfter">Characters before it that make it a different word.</param>
    /// <param name="NotBefore">Characters after it that make it a different word.</param>
    private sealed record Slip(string Wrong, string Right, string NotAfter = "", string NotBefore = "");

    private static readonly ImmutableArray<Slip> All =
    [
        new("显着", "显著", NotAfter: "彰凸突尽隐"),
        new("卓着", "卓著"),
        new("昭着", "昭著"),
        new("著力", "着力", NotAfter: "显卓昭名原论专编土巨合译"),
        new("己经", "已经", NotAfter: "自悦知利异克律", NotBefore: "济营历验贸费销商手由"),
        new("巳经", "已经"),
        new("干方百计", "千方百计"),
        new("亳不", "毫不"),
        new("亳无", "毫无"),
        new("入民代表大会", "人民代表大会"),
        new("巿", "市"),
        new("囯", "国"),
        new("戸", "户"),
        new("髙", "高"),
    ];

    /// <summary>The rule.</summary>
    public static TextRule Rule { get; } = new(
        "certain-slip", "a slip of transcription that can be nothing else", Find);

    private static IEnumerable<TextEdit> Find(string text) =>
        All.SelectMany(slip => Find(text, slip)).OrderBy(static edit => edit.Range.Start);

    private static IEnumerable<TextEdit> Find(string text, Slip slip)
    {
        for (var at = Next(text, slip, 0); at >= 0; at = Next(text, slip, at + slip.Wrong.Length))
        {
            var end = at + slip.Wrong.Length;
            if ((at == 0 || !slip.NotAfter.Contains(text[at - 1], StringComparison.Ordinal)) && (end == text.Length || !slip.NotBefore.Contains(text[end], StringComparison.Ordinal)))
                yield return TextEdit.Replace(at, slip.Wrong.Length, slip.Right, Rule.Name);
        }
    }

    private static int Next(string text, Slip slip, int from) => text.IndexOf(slip.Wrong, from, StringComparison.Ordinal);
}
