using ReportArchive.Text;

namespace ReportArchive.Pages;

/// <summary>A few words of a sentence around the ones it is about: why a link leads where it leads.</summary>
/// <param name="Before">What stands before them, with an ellipsis where it is cut.</param>
/// <param name="Words">The words.</param>
/// <param name="After">What stands after them, with an ellipsis where it is cut.</param>
public sealed record Snippet(string Before, string Words, string After)
{
    /// <summary>Cuts the sentence around a run of a text.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="words">The run.</param>
    /// <param name="room">Most characters to show on each side.</param>
    public static Snippet Of(string text, TextRange words, int room)
    {
        var sentence = Sentences.Around(text, words);
        var start = Math.Max(sentence.Start, words.Start - room);
        var end = Math.Min(sentence.End, words.End + room);
        return new Snippet(
            (start > sentence.Start ? "…" : "") + text[start..words.Start],
            text[words.Start..words.End],
            text[words.End..end] + (end < sentence.End ? "…" : ""));
    }
}
