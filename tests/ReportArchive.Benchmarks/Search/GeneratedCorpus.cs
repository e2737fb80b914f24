using System.Globalization;
using System.Text;

namespace ReportArchive.Benchmarks.Search;

/// <summary>A generated report: enough of one to be indexed and searched.</summary>
/// <param name="PlacePath">Names from the province down.</param>
/// <param name="PlaceCodes">Codes of the same places.</param>
/// <param name="Year">Plan year.</param>
/// <param name="Kind">0 government work, 1 plan, 2 budget.</param>
/// <param name="Title">Title.</param>
/// <param name="Blocks">Text of each block; true for a heading.</param>
internal sealed record GeneratedReport(
    string[] PlacePath, string[] PlaceCodes, int Year, int Kind, string Title, List<(string Text, bool IsHeading)> Blocks);

/// <summary>
/// Any number of reports in the manner of real ones, each a function of its number alone.
/// Characters, words, phrases, clauses and whole sentences follow Zipf's law level by level, so that vocabulary keeps growing
/// with size; the common ones are cut from real reports. A place keeps names of its own from year to year, and a year its slogans.
/// </summary>
internal sealed class GeneratedCorpus
{
    private const string Enders = "。。。。。；；！";
    private static readonly string[] Provinces = ["11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37", "41", "42", "43", "44", "45", "46", "50", "51", "52", "53", "54", "61", "62", "63", "64", "65"];
    private static readonly string[] Units = ["亿元", "万元", "个", "公里", "%", "家", "户", "万人", "平方米", "项", "万亩", "吨"];
    private static readonly string[] Tails = ["县", "区", "市"];
    private readonly List<string> _clauses = [];
    private readonly List<string> _words = [];
    private readonly List<string> _pairs = [];
    private readonly List<char> _characters;
    private readonly Zipf _characterLaw;
    private readonly Zipf _wordLaw = new(1.42, 110, 40e6);
    private readonly Zipf _phraseLaw = new(1.2, 220, 60e6);
    private readonly Zipf _clauseLaw = new(1.02, 150, 30e6);
    private readonly Zipf _sentenceLaw = new(1.05, 40, 20e6);

    /// <summary>Learns words and clauses from real reports.</summary>
    public GeneratedCorpus(IReadOnlyList<string> realTexts)
    {
        var seen = new Dictionary<char, int>();
        foreach (var text in realTexts)
        {
            foreach (var clause in text.Split(['，', '。', '；', '：', '、', '！', '？', '“', '”', '（', '）', '\n', ',', ':', ';', '(', ')', ' '], StringSplitOptions.RemoveEmptyEntries))
            {
                if (clause.Length < 2 || clause.Any(static c => c is < '\u4e00' or > '\u9fff'))
                    continue;
                _clauses.Add(clause);
                foreach (var c in clause)
                    seen[c] = seen.GetValueOrDefault(c) + 1;
            }
        }
        var pieces = CountPieces(_clauses);
        foreach (var clause in _clauses)
            CutWords(clause, pieces);
        SortByFrequency(_words);
        SortByFrequency(_pairs);
        _characters = [.. seen.OrderByDescending(static p => p.Value).ThenBy(static p => p.Key).Select(static p => p.Key)];
        for (var c = '\u4e00'; _characters.Count < 6500; c = (char)(c + 3))
        {
            if (!seen.ContainsKey(c))
                _characters.Add(c);
        }
        _characterLaw = new Zipf(2.4, 300, _characters.Count);
    }

    /// <summary>Report number <paramref name="number"/> of <paramref name="total"/>.</summary>
    public GeneratedReport Report(int number, int total)
    {
        var perPlace = Math.Clamp(total / 60, 1, 30);
        var place = number / perPlace;
        var slot = number % perPlace;
        var numbers = new SeededNumbers(SeededNumbers.Seed(1, (ulong)number));
        var (path, codes) = Place(place);
        var year = 2024 - (slot % 10) - (perPlace == 1 ? number % 5 : 0);
        var kind = slot / 10;
        var title = kind switch
        {
            0 => $"{year}年{path[^1]}政府工作报告",
            1 => $"关于{path[^1]}{year - 1}年国民经济和社会发展计划执行情况与{year}年计划草案的报告",
            _ => $"关于{path[^1]}{year - 1}年预算执行情况和{year}年预算草案的报告",
        };
        var length = 6000 + (int)(14000 * numbers.Unit());
        var writer = new ReportWriter(this, numbers, place, year, path);
        return new GeneratedReport(path, codes, year, kind, title, writer.Blocks(length));
    }

    private (string[] Path, string[] Codes) Place(int place)
    {
        var province = place * 7 % Provinces.Length;
        var within = place / Provinces.Length;
        var city = within / 10;
        var county = within % 10;
        var provinceCode = Provinces[province];
        string[] names = [Name(3, province) + "省", Name(4, (province * 1000) + city) + "市", Name(5, place) + Tails[place % 3]];
        string[] codes = [provinceCode + "0000", $"{provinceCode}{city + 1:00}00", $"{provinceCode}{city + 1:00}{county + 1:00}"];
        return county == 0 ? (names[..2], codes[..2]) : (names, codes);
    }

    private string Name(ulong kind, int number)
    {
        var numbers = new SeededNumbers(SeededNumbers.Seed(kind, (ulong)number));
        return string.Concat(Character(ref numbers), Character(ref numbers));
    }

    /// <summary>By frequency and without repetition, so that a low rank is a common one.</summary>
    private static void SortByFrequency(List<string> texts)
    {
        var sorted = texts.GroupBy(static w => w, StringComparer.Ordinal)
            .OrderByDescending(static g => g.Count()).ThenBy(static g => g.Key, StringComparer.Ordinal).Select(static g => g.Key).ToList();
        texts.Clear();
        texts.AddRange(sorted);
    }

    private static Dictionary<string, int> CountPieces(List<string> clauses)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var clause in clauses)
        {
            for (var length = 2; length <= 4; length++)
            {
                for (var at = 0; at + length <= clause.Length; at++)
                {
                    var piece = clause.Substring(at, length);
                    counts[piece] = counts.GetValueOrDefault(piece) + 1;
                }
            }
        }
        return counts;
    }

    /// <summary>Cuts a clause where pieces of two to four characters that recur leave off: crude words, and the pairs of words that follow each other.</summary>
    private void CutWords(string clause, Dictionary<string, int> pieces)
    {
        string? before = null;
        for (var at = 0; at < clause.Length;)
        {
            var length = clause.Length - at >= 4 && pieces[clause.Substring(at, 4)] >= 4 ? 4
                : clause.Length - at >= 3 && pieces[clause.Substring(at, 3)] >= 6 ? 3
                : Math.Min(2, clause.Length - at);
            var word = clause.Substring(at, length);
            _words.Add(word);
            if (before != null)
                _pairs.Add(before + word);
            before = word;
            at += length;
        }
    }

    private char Character(ref SeededNumbers numbers) => _characters[(int)_characterLaw.Draw(ref numbers)];

    private string Word(long rank)
    {
        if (rank < _words.Count)
            return _words[(int)rank];
        var numbers = new SeededNumbers(SeededNumbers.Seed(11, (ulong)rank));
        var length = numbers.Below(10) switch { 0 => 1, <= 6 => 2, <= 8 => 3, _ => 4 };
        Span<char> word = stackalloc char[4];
        for (var i = 0; i < length; i++)
            word[i] = Character(ref numbers);
        return new string(word[..length]);
    }

    private string Phrase(long rank)
    {
        if (rank < _pairs.Count)
            return _pairs[(int)rank];
        var numbers = new SeededNumbers(SeededNumbers.Seed(12, (ulong)rank));
        var text = Word(_wordLaw.Draw(ref numbers)) + Word(_wordLaw.Draw(ref numbers));
        return numbers.Chance(0.3) ? text + Word(_wordLaw.Draw(ref numbers)) : text;
    }

    private string Clause(long rank)
    {
        // Every second rank is a real clause while they last.
        if (rank / 2 < _clauses.Count && rank % 2 == 0)
            return _clauses[(int)(rank / 2 * 7919 % _clauses.Count)];
        var numbers = new SeededNumbers(SeededNumbers.Seed(13, (ulong)rank));
        return FreshClause(ref numbers);
    }

    private string FreshClause(ref SeededNumbers numbers)
    {
        var text = "";
        for (var left = 1 + numbers.Below(3); left > 0; left--)
            text += numbers.Chance(0.85) ? Phrase(_phraseLaw.Draw(ref numbers)) : Word(_wordLaw.Draw(ref numbers));
        return text;
    }

    private string Sentence(long rank)
    {
        var numbers = new SeededNumbers(SeededNumbers.Seed(14, (ulong)rank));
        var parts = new List<string>();
        for (var left = 2 + numbers.Below(4); left > 0; left--)
            parts.Add(Clause(_clauseLaw.Draw(ref numbers)));
        return string.Join('，', parts) + "。";
    }

    private sealed class ReportWriter(GeneratedCorpus corpus, SeededNumbers numbers, int place, int year, string[] path)
    {
        private SeededNumbers _numbers = numbers;

        public List<(string Text, bool IsHeading)> Blocks(int length)
        {
            var blocks = new List<(string, bool)>();
            var written = 0;
            for (var section = 1; written < length; section++)
            {
                blocks.Add((string.Create(CultureInfo.InvariantCulture, $"（{section}）{corpus.Clause(corpus._clauseLaw.Draw(ref _numbers))}"), true));
                for (var left = 3 + _numbers.Below(5); left > 0 && written < length; left--)
                {
                    var text = Paragraph();
                    written += text.Length;
                    blocks.Add((text, false));
                }
            }
            return blocks;
        }

        private string Paragraph()
        {
            var text = new StringBuilder();
            for (var target = 100 + _numbers.Below(400); text.Length < target;)
            {
                if (_numbers.Chance(0.16))
                {
                    text.Append(corpus.Sentence(corpus._sentenceLaw.Draw(ref _numbers)));
                    continue;
                }
                for (var clauses = 1 + _numbers.Below(4); clauses > 0; clauses--)
                    text.Append(OneClause()).Append(clauses > 1 ? '，' : Enders[_numbers.Below(Enders.Length)]);
            }
            return text.ToString();
        }

        private string OneClause()
        {
            if (_numbers.Chance(0.22))
                return corpus.Clause(corpus._clauseLaw.Draw(ref _numbers));
            var text = corpus.FreshClause(ref _numbers);
            return _numbers.Below(12) switch
            {
                0 => text + Figure(),
                1 => Local() + text,
                2 => text + "“" + Slogan() + "”",
                3 when _numbers.Chance(0.3) => path[^1] + text,
                _ => text,
            };
        }

        private string Figure()
        {
            var whole = 1 + _numbers.Below(_numbers.Chance(0.5) ? 50 : 3000);
            var unit = Units[_numbers.Below(Units.Length)];
            return _numbers.Chance(0.4)
                ? string.Create(CultureInfo.InvariantCulture, $"{whole}.{_numbers.Below(100)}{unit}")
                : string.Create(CultureInfo.InvariantCulture, $"{whole}{unit}");
        }

        private string Local() => corpus.Word(1_000_000 + ((long)place * 200) + (long)(60 * _numbers.Unit() * _numbers.Unit())) + corpus.Word(_numbers.Below(400));

        private string Slogan() => corpus.Phrase(70_000_000 + (year * 500L) + (long)(300 * _numbers.Unit() * _numbers.Unit() * _numbers.Unit()));
    }
}
