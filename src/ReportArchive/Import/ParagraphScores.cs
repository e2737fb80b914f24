using System.Globalization;

namespace ReportArchive.Import;

/// <summary>
/// How likely it is that a sentence begins a paragraph, as log odds: one part says what the sentence is and stands
/// between, one how long the paragraph before it would be and how that began.
/// </summary>
internal sealed class ParagraphScores
{
    private const string Verbs = "推进推动加快加强提升深化强化优化完善实施促进打造构建坚持扩大激发培育壮大做好抓好办好健全落实增强保障统筹全面持续深入扎实大力着力积极切实稳步";
    private static readonly int[] Lengths = [40, 80, 120, 200, 300, 450, 700];
    private static readonly string[] KindNames = ["t", "o", "m", "n"];

    private readonly SentenceRun _run;
    private readonly string _style;
    private readonly double[] _own;

    /// <summary>Scores a run.</summary>
    /// <param name="run">Its sentences.</param>
    /// <param name="style">How the heading above it is set: top, L1, L1run, block, runin or plain.</param>
    public ParagraphScores(SentenceRun run, string style)
    {
        (_run, _style) = (run, style);
        var facts = new RunFacts(run);
        _own = [.. Enumerable.Range(0, run.Sentences.Count).Select(i => i == 0 ? 0 : Own(i, facts))];
    }

    /// <summary>Log odds that a paragraph begins with a sentence when the one before it began with sentence <paramref name="start"/>.</summary>
    public double At(int start, int sentence) => _own[sentence] + Between(start, sentence);

    private double Between(int start, int sentence)
    {
        var length = _run.Position(sentence) - _run.Position(start);
        var log = Math.Log(length + 1) - 5;
        var (before, kind) = (KindNames[(int)_run.Kinds[start]], KindNames[(int)_run.Kinds[sentence]]);
        var score = log * (W("L") + W("L", kind) + W("Lst", _style)) + W("K", before, kind) + W("K", before, kind, _style);
        var bound = Array.Find(Lengths, bound => length < bound);
        if (bound > 0)
            score += W("L<", bound.ToString(CultureInfo.InvariantCulture)) + W("L<", bound.ToString(CultureInfo.InvariantCulture), kind);
        if (start == 0)
            score += W("first", kind) + W("first", _style);
        var (left, right) = (_run.Folded[start], _run.Folded[sentence]);
        return left.Length > 1 && right.Length > 1 && left.AsSpan(0, 2).SequenceEqual(right.AsSpan(0, 2)) ? score + W("same2") : score;
    }

    private double Own(int i, RunFacts facts)
    {
        if (_run.Kinds[i] == SentenceKind.Ordinal)
            return W("b") + W("st", _style) + W("o") + W("O", _style) + W(_run.OrdinalOf(i) == 1 ? "o1" : "o2");
        var total = Math.Log(_run.Length / 400.0);
        var rest = _run.Length - _run.Position(i);
        var score = W("b") + W("st", _style) + total * (W("tot") + W("tot", _style))
            + Grams(_run.Folded[i], _run.Folded[i - 1])
            + (_run.Folded[i - 1][^1] == '！' ? W("end!") : 0)
            + (rest < 60 ? W("rest<60") : 0) + (rest < 120 ? W("rest<120") : 0)
            + (_run.Kinds[i - 1] == SentenceKind.Topic ? W("at") : 0) + (_run.Kinds[i - 1] == SentenceKind.Clause ? W("am") : 0)
            + (facts.Topics == 0 ? W("notop") : 0)
            + facts.Parallels(i) switch { ( >= 3, _) => W("p5") + W("p3"), (_, >= 3) => W("p3"), (_, 2) => W("p32"), _ => 0 }
            + (facts.FirstOrdinal >= 0 && i > facts.FirstOrdinal ? W("inord") : 0);
        return score + _run.Kinds[i] switch
        {
            SentenceKind.Topic => Topic(i, facts, total),
            SentenceKind.Clause => Clause(i),
            _ => W("n") + W("N", _style) + W("n", Bin(_run.Sentences[i].Length / 20, 6)),
        };
    }

    private double Topic(int i, RunFacts facts, double total)
    {
        var next = facts.ToNextTopic(i);
        return W("t") + W("t", Bin(_run.Sentences[i].Length / 4, 6)) + W("T", _style) + total * W("Ttot", _style)
            + (Math.Log(next + 1) - 5) * W("tnext")
            + (next < 60 ? W("tnext<60") : 0) + (next < 100 ? W("tnext<100") : 0) + (next > 150 ? W("tnext>150") : 0) + (next > 300 ? W("tnext>300") : 0)
            + (facts.Topics >= 3 ? W("ntop") : 0) + W("tden") * facts.Topics / Math.Max(1, _run.Length / 150.0)
            + W(Verbs.Contains(_run.Folded[i][0], StringComparison.Ordinal) ? "tverb" : "tnoun")
            + (i + 1 < _run.Sentences.Count && _run.Kinds[i + 1] == SentenceKind.Ordinal ? W("t1o") : 0)
            + (i + 1 < _run.Sentences.Count ? W("tn", Bin(_run.Sentences[i + 1].Length / 15, 4)) : 0);
    }

    private double Clause(int i) =>
        W("m") + W("M", _style) + W("m", Bin(_run.Sentences[i].Length / 8, 4))
        + (i + 1 < _run.Sentences.Count && _run.Sentences[i + 1].Length > 25 ? W("mnl") : 0)
        + (Verbs.Contains(_run.Folded[i][0], StringComparison.Ordinal) ? W("mverb") : 0);

    private static double Grams(ReadOnlySpan<char> sentence, ReadOnlySpan<char> before)
    {
        var score = 0.0;
        for (var n = 2; n <= 4; n++)
            score += ParagraphWeights.Of('s', sentence[..Math.Min(n, sentence.Length)]);
        for (var n = 3; n <= 4; n++)
            score += ParagraphWeights.Of('e', before[Math.Max(0, before.Length - n)..]);
        return score;
    }

    private static string Bin(int value, int most) => Math.Min(value, most).ToString(CultureInfo.InvariantCulture);

    private static double W(string feature) => ParagraphWeights.Of(feature);

    private static double W(string a, string b) => ParagraphWeights.Of(a + b);

    private static double W(string a, string b, string c) => ParagraphWeights.Of(a + b + c);

    private static double W(string a, string b, string c, string d) => ParagraphWeights.Of(a + b + c + d);
}
