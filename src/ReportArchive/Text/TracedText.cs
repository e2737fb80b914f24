using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text;

namespace ReportArchive.Text;

/// <summary>One run of the raw text that no longer stands in the text as it was.</summary>
/// <param name="Raw">The run in the raw text; empty where something was inserted.</param>
/// <param name="Text">The run in the text that replaced it; empty where something was deleted.</param>
/// <param name="Rule">The rule that changed it; several are joined by a plus sign.</param>
public readonly record struct Patch(TextRange Raw, TextRange Text, string Rule);

/// <summary>
/// A text that remembers what it was. Every stage of the importer hands over a list of edits; the patches of all stages
/// are composed into one list, in order and without overlap, so that each change can be put on record against the raw
/// dump, and undone. Whatever lies between two patches is the raw text unchanged.
/// </summary>
public sealed class TracedText
{
    private TracedText(string raw, string text, ImmutableArray<Patch> patches)
    {
        Raw = raw;
        Text = text;
        Patches = patches;
    }

    /// <summary>The text at the beginning.</summary>
    public string Raw { get; }

    /// <summary>The text now.</summary>
    public string Text { get; }

    /// <summary>What changed, in the order of the text.</summary>
    public ImmutableArray<Patch> Patches { get; }

    /// <summary>A text nothing was done to yet.</summary>
    public static TracedText Of(string raw) => new(raw, raw, []);

    /// <summary>Applies edits of the present text.</summary>
    /// <param name="edits">In order of their start and without overlap. An edit that changes nothing is ignored.</param>
    /// <exception cref="ArgumentException">The edits are out of order or overlap: a rule has a bug.</exception>
    public TracedText Apply(IEnumerable<TextEdit> edits)
    {
        var real = edits.Where(edit => !edit.Range.Of(Text).SequenceEqual(edit.Replacement)).ToList();
        return real.Count == 0 ? this : new TracedText(Raw, Rewrite(real), Compose(real));
    }

    /// <summary>The offset in the raw text of what stands at <paramref name="at"/> now; the start of its patch where it was changed.</summary>
    public int RawOffset(int at)
    {
        var shift = 0;
        foreach (var patch in Patches)
        {
            if (patch.Text.Start > at)
                break;
            if (at < patch.Text.End)
                return patch.Raw.Start;
            shift = patch.Raw.End - patch.Text.End;
        }
        return at + shift;
    }

    private string Rewrite(List<TextEdit> edits)
    {
        var text = new StringBuilder(Text.Length + 256);
        var at = 0;
        foreach (var edit in edits)
        {
            if (edit.Range.Start < at)
                throw new ArgumentException($"the edit of rule '{edit.Rule}' at {edit.Range.Start} overlaps the one before it", nameof(edits));
            text.Append(Text, at, edit.Range.Start - at).Append(edit.Replacement);
            at = edit.Range.End;
        }
        return text.Append(Text, at, Text.Length - at).ToString();
    }

    private ImmutableArray<Patch> Compose(List<TextEdit> edits)
    {
        var composer = new PatchComposer(Patches.Length + edits.Count);
        var patches = Patches.AsSpan();
        foreach (var edit in CollectionsMarshal.AsSpan(edits))
        {
            while (!patches.IsEmpty && IsBefore(patches[0].Text, edit.Range))
            {
                composer.Add(patches[0]);
                patches = patches[1..];
            }
            composer.Add(edit);
        }
        foreach (var patch in patches)
            composer.Add(patch);
        return composer.Finish();
    }

    /// <summary>Ties go to the patch: what was deleted at a place was deleted before anything was inserted there.</summary>
    private static bool IsBefore(TextRange patch, TextRange edit) =>
        patch.Start < edit.Start || (patch.Start == edit.Start && patch.Length == 0);
}
