using System.Collections.Immutable;

namespace ReportArchive.Text.Rules;

/// <summary>All rules of text normalisation, in the order they must run: characters first, then spaces, then marks that look at their neighbours. Spaces run once more after the marks: next to one that became full-width they go.</summary>
public static class TextRules
{
    /// <summary>The rules.</summary>
    public static ImmutableArray<TextRule> All { get; } =
    [
        InvisibleCharacters.Rule,
        CompatibilityForms.Rule,
        FullWidthAscii.Rule,
        HanZeros.Rule,
        Dashes.Rule,
        QuotationMarks.Rule,
        WideSpaces.Rule,
        MiddleDots.Rule,
        NarrowPunctuation.Rule,
        WideSpaces.Rule,
        PageJumps.Rule,
        CertainSlips.Rule,
    ];

    /// <summary>Applies every rule in turn.</summary>
    public static TracedText Normalise(TracedText text)
    {
        foreach (var rule in All)
            text = text.Apply(rule.Find(text.Text));
        return text;
    }

    /// <summary>Normalises a text that needs no record.</summary>
    public static string Normalise(string text) => Normalise(TracedText.Of(text)).Text;
}
