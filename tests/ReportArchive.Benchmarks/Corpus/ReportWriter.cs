using System.Text;
using ReportArchive.Places;
using ReportArchive.Reports;

namespace ReportArchive.Benchmarks.Corpus;

/// <summary>
/// Writes one generated report as the Markdown an editor would have made: the length, the sections, the figures and the
/// share of quoted expressions are those of the thirteen reports the archive began with.
/// </summary>
internal sealed class ReportWriter(Lexicon lexicon, IReadOnlyList<string> concepts, ReportId id, IReadOnlyList<Place> path)
{
    private const ulong ReportStream = 4;
    private const long SlogansOfYear = 1_000_000_000;
    private const long WordsOfPlace = 2_000_000_000_000;
    private static readonly string[] Numerals = ["一", "二", "三", "四", "五", "六", "七", "八"];
    private static readonly string[] Units = ["亿元", "万元", "个", "公里", "%", "家", "户", "万人", "平方米", "项", "万亩", "吨"];
    private readonly StringBuilder _text = new(32_000);
    private SeededNumbers _numbers = SeededNumbers.At(ReportStream, ((long.Parse(id.Place.Value) * 10_000) + id.Year.Value) * 4 + (int)id.Kind);

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

    private int Length() => path[^1].Level == PlaceLevel.Town ? _numbers.Between(5_000, 8_500) : _numbers.Between(11_000, 22_000);

    private string Title => id.Kind switch
    {
        ReportKind.GovernmentWork => $"{id.Year}年{path[^1].Name}政府工作报告",
        ReportKind.Plan => $"关于{path[^1].Name}{id.Year.Value - 1}年国民经济和社会发展计划执行情况与{id.Year}年计划草案的报告",
        _ => $"关于{path[^1].Name}{id.Year.Value - 1}年预算执行情况和{id.Year}年预算草案的报告",
    };

    private void FrontMatter()
    {
        var session = _numbers.Between(1, 6);
        _text.Append("---\ntitle: ").Append(Title)
            .Append("\nplace: ").AppendJoin('/', path.Select(static place => place.Name))
            .Append("\nyear: ").Append(id.Year)
            .Append("\nkind: ").Append(id.Kind.Key())
            .Append("\ndate: ").Append(new DateOnly(id.Year.Value, 1, _numbers.Between(2, 28)).ToString("yyyy-MM-dd"))
            .Append("\nmeeting: ").Append(path[^1].Name).Append("第十届人民代表大会第").Append(Numerals[session]).Append("次会议")
            .Append("\nsource:\n  - name: ").Append(path[^1].Name).Append("人民政府")
            .Append("\n    retrieved: ").Append(id.Year.Value).Append("-03-01")
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
            if (_numbers.Chance(id.Kind == ReportKind.GovernmentWork ? 0.02 : 0.2))
                Table();
        }
        return _text.Length - start;
    }

    private void Heading(string marks, string number)
    {
        _text.Append(marks).Append(' ').Append(number);
        _text.Append(lexicon.Clause(ref _numbers));
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
            _text.Append("| ").Append(lexicon.Clause(ref _numbers)).Append(" | ").Append(Units[_numbers.Below(Units.Length)])
                .Append(" | ").Append(_numbers.Between(1, 9_999)).Append(" | ").Append(_numbers.Between(1, 9_999)).Append(" |\n");
        }
        _text.Append('\n');
    }

    private void Sentence()
    {
        if (_numbers.Chance(0.12))
        {
            // Every year has its formulae; a few are of all years.
            lexicon.AppendFormula(_text, _numbers.Rank(1.4, 30) + (_numbers.Chance(0.7) ? id.Year.Value * SlogansOfYear : 0));
            return;
        }
        for (var clauses = _numbers.Between(2, 5); clauses > 0; clauses--)
        {
            Clause();
            _text.Append(clauses > 1 ? '，' : _numbers.Chance(0.1) ? '；' : '。');
        }
    }

    private void Clause()
    {
        switch (_numbers.Unit())
        {
            case < 0.30:
                _text.Append(lexicon.Clause(ref _numbers));
                break;
            case < 0.38:
                Concept();
                break;
            case < 0.42:
                lexicon.AppendFresh(_text, ref _numbers);
                _text.Append('“').Append(Slogan()).Append('”');
                break;
            case < 0.60:
                lexicon.AppendFresh(_text, ref _numbers);
                Figure();
                break;
            case < 0.66:
                _text.Append(lexicon.Word(WordsOfPlace + (long.Parse(id.Place.Value) * 1_000) + _numbers.Rank(2.5, 40)));
                lexicon.AppendFresh(_text, ref _numbers);
                break;
            case < 0.68:
                _text.Append(path[^1].Name);
                lexicon.AppendFresh(_text, ref _numbers);
                break;
            default:
                lexicon.AppendFresh(_text, ref _numbers);
                break;
        }
    }

    /// <summary>Each year has other favourites.</summary>
    private void Concept()
    {
        var rank = _numbers.Rank(1.6, 40);
        var concept = concepts[(int)((rank + (id.Year.Value * 17)) % concepts.Count)];
        lexicon.AppendFresh(_text, ref _numbers);
        if (_numbers.Chance(0.3))
            _text.Append('“').Append(concept).Append('”');
        else
            _text.Append(concept);
    }

    /// <summary>Most are of one report, some of a year and the years after it: those become concepts.</summary>
    private string Slogan()
    {
        if (_numbers.Chance(0.7))
            return lexicon.Word(_numbers.Rank(1.35, 200)) + lexicon.Word(_numbers.Rank(1.35, 200));
        var year = (id.Year.Value - (int)Math.Min(10, _numbers.Rank(2.5, 2))) * SlogansOfYear;
        var rank = _numbers.Rank(1.8, 20);
        return lexicon.Word(year + rank) + lexicon.Word(rank % 900);
    }

    private void Figure()
    {
        _text.Append(_numbers.Between(1, _numbers.Chance(0.5) ? 50 : 3_000));
        if (_numbers.Chance(0.4))
            _text.Append('.').Append(_numbers.Below(100));
        _text.Append(Units[_numbers.Below(Units.Length)]);
    }

    private void Line(string text, bool last = false) => _text.Append(text).Append(last ? "\n" : "\n\n");
}
