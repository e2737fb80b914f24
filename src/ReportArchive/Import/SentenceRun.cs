using System.Text.RegularExpressions;
using ReportArchive.Text;

namespace ReportArchive.Import;

/// <summary>What kind of sentence may begin a paragraph.</summary>
internal enum SentenceKind
{
    /// <summary>A short sentence without comma and number that names what follows: 实体经济提质增效。</summary>
    Topic,

    /// <summary>A member of an enumeration in words: 一是…, 第二，….</summary>
    Ordinal,

    /// <summary>A sentence of one to three clauses without number.</summary>
    Clause,

    /// <summary>Any other.</summary>
    Plain,
}

/// <summary>The sentences of a run of glued text, and what its statistics need to know of them.</summary>
internal sealed partial class SentenceRun
{
    private readonly string _text;

    /// <summary>Takes a run apart.</summary>
    public SentenceRun(string text, TextRange range)
    {
        _text = text;
        Sentences = Cut(text, range);
        Kinds = Sentences.ConvertAll(KindOf);
        Folded = Sentences.ConvertAll(sentence => Digits().Replace(sentence.Of(text).ToString(), "0"));
        Start = range.Start;
        Length = range.Length;
    }

    /// <summary>The number of a member of an enumeration in words (3 for 三是); 0 for any other sentence.</summary>
    public int OrdinalOf(int sentence)
    {
        if (Kinds[sentence] != SentenceKind.Ordinal)
            return 0;
        var start = Sentences[sentence].Start;
        return HanNumber.Read(_text, _text[start] is '第' or '其' ? start + 1 : start).Value;
    }

    /// <summary>Whether a sentence ends with a colon: what follows is what it announces.</summary>
    public bool Announces(int sentence) => _text[Sentences[sentence].End - 1] == '：';

    /// <summary>The sentences in order; together they are the run.</summary>
    public List<TextRange> Sentences { get; }

    /// <summary>The kind of each.</summary>
    public List<SentenceKind> Kinds { get; }

    /// <summary>Each with its numbers folded to a single 0: which number it is says nothing of paragraphs.</summary>
    public List<string> Folded { get; }

    /// <summary>Where the run begins.</summary>
    public int Start { get; }

    /// <summary>How long it is.</summary>
    public int Length { get; }

    /// <summary>Characters of the run before a sentence; all of them for the one after the last.</summary>
    public int Position(int sentence) => sentence == Sentences.Count ? Length : Sentences[sentence].Start - Start;

    /// <summary>Whether a paragraph begins with a sentence whatever else speaks for or against it.</summary>
    public bool IsForced(int sentence) => Forced().IsMatch(Sentences[sentence].Of(_text));

    private SentenceKind KindOf(TextRange range)
    {
        var sentence = range.Of(_text);
        if (Ordinal().IsMatch(sentence))
            return SentenceKind.Ordinal;
        if (sentence[^1] != '。' || sentence.ContainsAnyInRange('0', '9') || sentence.ContainsAny('；', '：'))
            return SentenceKind.Plain;
        if (sentence.Length is >= 5 and <= 24 && !sentence.ContainsAny('，', '、'))
            return SentenceKind.Topic;
        return sentence.Length is >= 8 and <= 36 && sentence.Count('，') <= 2 ? SentenceKind.Clause : SentenceKind.Plain;
    }

    private static List<TextRange> Cut(string text, TextRange range)
    {
        var sentences = new List<TextRange>();
        var start = range.Start;
        for (var i = range.Start; i < range.End; i++)
        {
            if (!Glyphs.Enders.Contains(text[i], StringComparison.Ordinal))
                continue;
            while (i + 1 < range.End && (Glyphs.Closers.Contains(text[i + 1], StringComparison.Ordinal) || Glyphs.Enders.Contains(text[i + 1], StringComparison.Ordinal)))
                i++;
            sentences.Add(new TextRange(start, i + 1 - start));
            start = i + 1;
        }
        if (start < range.End)
            sentences.Add(new TextRange(start, range.End - start));
        return sentences;
    }

    [GeneratedRegex("[0-9]+", Patterns.Options, Patterns.Patience)]
    private static partial Regex Digits();

    [GeneratedRegex("^([一二三四五六七八九十]{1,2}是|第[一二三四五六七八九十]，|其[一二三四五]，)", Patterns.Options, Patterns.Patience)]
    private static partial Regex Ordinal();

    [GeneratedRegex("^(各位代表|同志们[，！：]|——)", Patterns.Options, Patterns.Patience)]
    private static partial Regex Forced();
}
