using FsCheck;
using FsCheck.Fluent;
using ReportArchive.Text;

namespace ReportArchive.Tests.Text;

public class TracedTextTests
{
    [Fact]
    public void Whatever_edits_are_applied_in_whatever_stages_the_patches_lead_back_to_the_raw_text()
    {
        var texts = Gen.Elements("一二三四五,.a1 \n".ToCharArray()).ArrayOf().Select(static chars => new string(chars));
        var stages = Gen.Choose(0, int.MaxValue - 1).ListOf();
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(3000),
            Prop.ForAll(texts.ToArbitrary(), stages.ToArbitrary(), static (text, seeds) =>
            {
                var traced = TracedText.Of(text);
                foreach (var seed in seeds)
                    traced = traced.Apply(RandomEdits(traced.Text, new Random(seed)));
                return Undo(traced) == text;
            }));
    }

    [Fact]
    public void Patches_of_one_place_become_one_and_name_both_rules()
    {
        var traced = TracedText.Of("a,b").Apply([TextEdit.Replace(1, 1, ";", "first")]).Apply([TextEdit.Replace(1, 1, "；", "second")]);
        var patch = Assert.Single(traced.Patches);
        Assert.Equal(new Patch(new TextRange(1, 1), new TextRange(1, 1), "first+second"), patch);
        Assert.Equal("a；b", traced.Text);
    }

    [Fact]
    public void What_is_deleted_and_then_inserted_at_one_place_stays_apart()
    {
        var traced = TracedText.Of("a  b").Apply([TextEdit.Delete(1, 2, "spaces")]).Apply([TextEdit.Insert(1, "\n", "break")]);
        Assert.Equal(["spaces", "break"], traced.Patches.Select(static patch => patch.Rule));
        Assert.Equal("a\nb", traced.Text);
        Assert.Equal(3, traced.RawOffset(2));
    }

    [Fact]
    public void Overlapping_edits_are_a_bug_and_say_whose() =>
        Assert.Contains("'b'", Assert.Throws<ArgumentException>(static () => TracedText.Of("abcd").Apply([TextEdit.Delete(0, 2, "a"), TextEdit.Delete(1, 2, "b")])).Message, StringComparison.Ordinal);

    private static List<TextEdit> RandomEdits(string text, Random random)
    {
        var edits = new List<TextEdit>();
        for (var at = 0; at <= text.Length; at += random.Next(1, 4))
        {
            var length = Math.Min(random.Next(0, 3), text.Length - at);
            edits.Add(TextEdit.Replace(at, length, new string('x', random.Next(0, 3)), "r" + random.Next(3)));
            at += length;
        }
        return edits;
    }

    /// <summary>The raw text from the present one: what lies between the patches, and what the raw text had where they are.</summary>
    private static string Undo(TracedText traced)
    {
        var raw = "";
        var at = 0;
        foreach (var patch in traced.Patches)
        {
            raw += traced.Text[at..patch.Text.Start] + patch.Raw.Of(traced.Raw).ToString();
            at = patch.Text.End;
        }
        return raw + traced.Text[at..];
    }
}
