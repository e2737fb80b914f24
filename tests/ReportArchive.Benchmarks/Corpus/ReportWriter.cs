using System.Text;
using ReportArchive.Places;
using ReportArchive.Reports;

namespace ReportArchive.Benchmarks.Corpus;

/// <summary>
/// Writes one generated report as the Markdown an editor would have made: the length, the sections and the share of figures and of marks are about those
/// of the thirteen reports the archive began with. Of 100 characters 3.8 are digits, 3.8 commas, 1.8 full stops and 0.6 opening quotation marks;
/// there 3.6, 4.1, 2.2 and 0.8.
/// </summary>
internal sealed class ReportWriter
{
    private const ulong ReportStream = 4;
    private const long SlogansOfYear = 1_000_000_000;
    private const long WordsOfPlace = 2_000_000_000_000;
    private static readonly string[] Numerals = ["一", "二", "三", "四", "五", "六", "七", "八"];
    private static readonly string[] Units = ["亿元", "万元", "个", "公里", "%", "家", "户", "万人", "平方米", "项", "万亩", "吨"];
    private readonly Lexicon _lexicon;
    private readonly IReadOnlyList<string> _concepts;
    private readonly ReportId _id;
    private readonly IReadOnlyList<Place> _path;
    private readonly Speech _speech;
    private readonly StringBuilder _text = new(32_000);
    private SeededNumbers _numbers;

    /// <summary>A report that its place, year and kind determine.</summary>
    /// <param name="lexicon">What all reports have in common.</param>
    /// <param name="concepts">Names of the archive's concepts.</param>
    /// <param name="id">Place, year and kind.</param>
    /// <param name="path">The place, from the province down.</param>
    public ReportWriter(Lexicon lexicon, IReadOnlyList<string> concepts, ReportId id, IReadOnlyList<Place> path)
    {
        (_lexicon, _concepts, _id, _path) = (lexicon, concepts, id, path);
        _speech = lexicon.Speech(Name);
        _numbers = SeededNumbers.At(ReportStream, (((long.Parse(id.Place.Value) * 10_000) + id.Year.Value) * 4) + (int)id.Kind);
    }

    public string Write()
    {
        FrontMatter();
        Line("各位代表：");
        Paragraph();
        var left = Length();
        for (var section = 0; left > 0 && section < Numerals.Length; section++)
            left -= Section(section, left);
        Line("各位代表！", last: true);
        return _text.ToString();
    }

    private int Length() => _path[^1].Level == PlaceLevel.Town ? _numbers.Between(5_000, 8_500) : _numbers.Between(11_000, 22_000);

    private string Title => _id.Kind switch
    {
        ReportKind.GovernmentWork => $"{_id.Year}年{_path[^1].Name}政府工作报告",
        ReportKind.Plan => $"关于{_path[^1].Name}{_id.Year.Value - 1}年国民经济和社会发展计划执行情况与{_id.Year}年计划草案的报告",
        _ => $"关于{_path[^1].Name}{_id.Year.Value - 1}年预算执行情况和{_id.Year}年预算草案的报告",
    };

    private void FrontMatter()
    {
        var session = _numbers.Between(1, 6);
        _text.Append("---\ntitle: ").Append(Title)
            .Append("\nplace: ").AppendJoin('/', _path.Select(static place => place.Name))
            .Append("\nyear: ").Append(_id.Year)
            .Append("\nkind: ").Append(_id.Kind.Key())
            .Append("\ndate: ").Append(new DateOnly(_id.Year.Value, 1, _numbers.Between(2, 28)).ToString("yyyy-MM-dd"))
            .Append("\nmeeting: ").Append(_path[^1].Name).Append("第十届人民代表大会第").Append(Numerals[session]).Append("次会议")
            .Append("\nsource:\n  - name: ").Append(_path[^1].Name).Append("人民政府")
            .Append("\n    retrieved: ").Append(_id.Year.Value).Append("-03-01")
            .Append("\n    complete: true\n---\n");
    }

    private int Section(int number, int left)
    {
        var start = _text.Length;
        Heading("##", $"{Numerals[number]}、");
        for (var part = 0; part < _numbers.Between(3, 5) && _text.Length - start < left; part++)
        {
            Heading("###", $"（{Numerals[part]}）");
            for (var paragraphs = _numbers.Between(1, 4); paragraphs > 0; paragraphs--)
                Paragraph();
            if (_numbers.Chance(0.04))
                List();
            if (_numbers.Chance(_id.Kind == ReportKind.GovernmentWork ? 0.02 : 0.2))
                Table();
        }
        return _text.Length - start;
    }

    private void Heading(string marks, string number)
    {
        _text.Append(marks).Append(' ').Append(number);
        _speech.AppendClause(_text, ref _numbers);
        Line("");
    }

    private void Paragraph()
    {
        var end = _text.Length + _numbers.Between(120, 520);
        while (_text.Length < end)
            Sentence();
        Line("");
    }

    private void List()
    {
        for (var item = _numbers.Between(3, 6); item > 0; item--)
        {
            _text.Append("- ");
            Clause();
            _text.Append("。\n");
        }
        _text.Append('\n');
    }

    private void Table()
    {
        _text.Append("| 指标 | 单位 | 上年完成 | 本年计划 |\n|---|---|---|---|\n");
        for (var row = _numbers.Between(4, 12); row > 0; row--)
        {
            _text.Append("| ").Append(_lexicon.AnyWord(ref _numbers)).Append(_lexicon.AnyWord(ref _numbers)).Append(" | ").Append(Units[_numbers.Below(Units.Length)])
                .Append(" | ").Append(_numbers.Between(1, 9_999)).Append(" | ").Append(_numbers.Between(1, 9_999)).Append(" |\n");
        }
        _text.Append('\n');
    }

    private void Sentence()
    {
        if (_numbers.Chance(0.06))
        {
            // Every year has its formulae; a few are of all years.
            _lexicon.AppendFormula(_text, _numbers.Rank(1.4, 30) + (_numbers.Chance(0.7) ? _id.Year.Value * SlogansOfYear : 0));
            return;
        }
        for (var clauses = _numbers.Between(1, 5); clauses > 0; clauses--)
        {
            Clause();
            _text.Append(clauses > 1 ? '，' : _numbers.Chance(0.05) ? '；' : '。');
        }
    }

    private void Clause()
    {
        _speech.AppendClause(_text, ref _numbers);
        switch (_numbers.Unit())
        {
            case < 0.08:
                Concept();
                break;
            case < 0.15:
                _text.Append('“').Append(Slogan()).Append('”');
                break;
        }
    }

    /// <summary>One of the forty of the place, of the place itself, or any word.</summary>
    private string Name(ref SeededNumbers numbers) => numbers.Unit() switch
    {
        < 0.45 => _lexicon.Word(WordsOfPlace + (long.Parse(_id.Place.Value) * 1_000) + numbers.Rank(2.5, 40)),
        < 0.50 => _path[^1].Name,
        _ => _lexicon.AnyWord(ref numbers),
    };

    /// <summary>Each year has other favourites.</summary>
    private void Concept()
    {
        var rank = _numbers.Rank(1.6, 40);
        var concept = _concepts[(int)((rank + (_id.Year.Value * 17)) % _concepts.Count)];
        if (_numbers.Chance(0.5))
            _text.Append('“').Append(concept).Append('”');
        else
            _text.Append(concept);
    }

    /// <summary>Most are of one report, some of a year and the years after it: those become concepts.</summary>
    private string Slogan()
    {
        if (_numbers.Chance(0.7))
            return _lexicon.AnyWord(ref _numbers) + _lexicon.AnyWord(ref _numbers);
        var year = (_id.Year.Value - (int)Math.Min(10, _numbers.Rank(2.5, 2))) * SlogansOfYear;
        var rank = _numbers.Rank(1.8, 20);
        return _lexicon.Word(year + rank) + _lexicon.Word(rank % 900);
    }

    private void Line(string text, bool last = false) => _text.Append(text).Append(last ? "\n" : "\n\n");
}
