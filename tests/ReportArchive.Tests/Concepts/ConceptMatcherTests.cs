using FsCheck;
using FsCheck.Fluent;
using ReportArchive.Concepts;

namespace ReportArchive.Tests.Concepts;

public class ConceptMatcherTests
{
    private static readonly string[][] s_concepts = [["六稳"], ["六保"], ["“六稳”“六保”"], ["四新"], ["四新经济", "“四新”产业"], ["四减四增"], ["GDP", "生产总值"]];

    [Theory]
    [InlineData("做好六稳工作", "六稳")]
    [InlineData("做好“六稳”工作", "六稳")]
    [InlineData("做好“六稳”、“六保”工作", "六稳", "六保")]
    [InlineData("做好“六稳”“六保”工作", "“六稳”“六保”")]
    [InlineData("做好六稳六保工作", "六稳六保")]
    [InlineData("“四新”经济增加值", "“四新”经济")]
    [InlineData("“四新经济”增加值", "四新经济")]
    [InlineData("四新促四化", "四新")]
    [InlineData("四新\n经济增加值", "四新\n经济")]
    [InlineData("四 新　经济", "四 新　经济")]
    [InlineData("新一轮“四减\n四增”行动", "四减\n四增")]
    [InlineData("gdp与ＧＤＰ", "gdp", "ＧＤＰ")]
    [InlineData("四四新新", "四新")]
    [InlineData("四减四减四增", "四减四增")]
    [InlineData("四减", new string[0])]
    [InlineData("", new string[0])]
    public void The_longest_name_wins_and_quotation_marks_and_breaks_do_not_hide_one(string text, params string[] found) =>
        Assert.Equal(found, new ConceptMatcher(s_concepts).Find(text).Select(match => match.Range.Of(text).ToString()));

    [Theory]
    [InlineData("做好“六稳”“六保”工作", 2)]
    [InlineData("“四新”产业", 4)]
    [InlineData("生产总值", 6)]
    public void A_match_names_its_concept(string text, int concept) =>
        Assert.Equal(concept, Assert.Single(new ConceptMatcher(s_concepts).Find(text)).Concept);

    [Fact]
    public void Matches_are_those_of_a_naive_scan_for_the_longest_name()
    {
        var names = Texts(["四", "新", "经", "济", "六", "稳", "“", "”", "A", "ｂ"], longest: 5);
        var texts = Texts(["四", "新", "经", "济", "六", "稳", "保", "“", "”", "\n", "　", "a", "A", "Ａ", "b", "，"], longest: 60);
        var cases =
            from concepts in names.NonEmptyListOf().NonEmptyListOf()
            from text in texts
            select (Concepts: concepts.Select(static spellings => spellings.ToArray()).ToArray(), Text: text);
        Prop.ForAll(cases.ToArbitrary(), sample =>
            new ConceptMatcher(sample.Concepts).Find(sample.Text)
                .Select(static match => (match.Concept, match.Range.Start, match.Range.End))
                .SequenceEqual(NaiveScan.Find(sample.Concepts, sample.Text)))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(3000));
    }

    [Fact]
    public void Hundreds_of_thousands_of_letters_of_names_are_told_apart()
    {
        // 60,000 names of six letters, no two with a common beginning beyond the first three: more than 200,000 states.
        string Name(int i) => string.Concat(Enumerable.Range(0, 6).Select(place => (char)('一' + (i / (int)Math.Pow(7, 5 - place) % 7) + (place * 40) + (i % 40))));
        var names = Enumerable.Range(0, 60_000).Select(Name).Distinct(StringComparer.Ordinal).ToArray();
        Assert.InRange(names.Length, 50_000, 60_000);
        var matcher = new ConceptMatcher(names.Select(static name => new[] { name }));
        for (var i = 0; i < names.Length; i += 97)
            Assert.Equal([(i, 1, 7)], matcher.Find($"，{names[i]}。").Select(static match => (match.Concept, match.Range.Start, match.Range.End)));
    }

    private static Gen<string> Texts(string[] letters, int longest) =>
        Gen.Choose(1, longest).SelectMany(length => Gen.Elements(letters).ArrayOf(length)).Select(string.Concat);

    /// <summary>The rule, said again without an automaton: at each letter try all names, take the longest, go on after it.</summary>
    private static class NaiveScan
    {
        private const string Ignored = "“”‘’\"「」『』\u3000 \n\t";

        public static IEnumerable<(int Concept, int Start, int End)> Find(string[][] concepts, string text)
        {
            var letters = text.Select(static (c, offset) => (Letter: Narrow(c), Offset: offset)).Where(static letter => !Ignored.Contains(letter.Letter, StringComparison.Ordinal)).ToArray();
            var plain = string.Concat(letters.Select(static letter => letter.Letter));
            for (var at = 0; at < plain.Length;)
            {
                var (concept, length) = Longest(concepts, plain, at);
                if (length == 0)
                {
                    at++;
                    continue;
                }
                yield return Balanced(text, concept, letters[at].Offset, letters[at + length - 1].Offset + 1);
                at += length;
            }
        }

        private static (int Concept, int Length) Longest(string[][] concepts, string plain, int at)
        {
            var best = (Concept: -1, Length: 0);
            for (var concept = 0; concept < concepts.Length; concept++)
            {
                foreach (var name in concepts[concept].Select(static name => string.Concat(name.Select(Narrow).Where(static c => !Ignored.Contains(c, StringComparison.Ordinal)))))
                {
                    if (name.Length > best.Length && string.CompareOrdinal(plain, at, name, 0, name.Length) == 0)
                        best = (concept, name.Length);
                }
            }
            return best;
        }

        private static char Narrow(char c) => char.ToLowerInvariant(c is >= '！' and <= '～' ? (char)(c - '！' + '!') : c);

        private static (int Concept, int Start, int End) Balanced(string text, int concept, int start, int end)
        {
            var alone = string.Concat(text[start..end].Where(static c => c is '“' or '”'));
            while (alone.Contains("“”", StringComparison.Ordinal))
                alone = alone.Replace("“”", "", StringComparison.Ordinal);
            var takesBefore = alone.Contains('”', StringComparison.Ordinal) && start > 0 && text[start - 1] == '“';
            var takesAfter = alone.Contains('“', StringComparison.Ordinal) && end < text.Length && text[end] == '”';
            return (concept, takesBefore ? start - 1 : start, takesAfter ? end + 1 : end);
        }
    }
}
