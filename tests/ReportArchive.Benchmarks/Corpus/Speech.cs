using System.Runtime.InteropServices;
using System.Text;

namespace ReportArchive.Benchmarks.Corpus;

/// <summary>
/// Clauses of one report: pieces of real clauses, spliced where a few characters agree, as a Markov chain of changing order; pieces of
/// what the report has said before, for who speaks of a thing speaks of it again; and names. So new pairs and longer grams appear
/// at the rate they do in real reports (<see cref="GramGrowth"/>), which costs of an index depend on. The four shares were
/// chosen by that comparison: of 160,000 characters, grams of two to eight characters that are distinct, and those that are in one report.
/// </summary>
/// <param name="learnt">Real clauses.</param>
/// <param name="name">Draws a name.</param>
internal sealed class Speech(ClauseText learnt, Speech.Namer name)
{
    private const double SpliceChance = 0.19;
    private const double NameChance = 0.022;
    private const double OwnChance = 0.45;
    private readonly Dictionary<ulong, int> _last = [];
    private readonly List<char> _own = [];
    private readonly List<int>[] _earlier = [[], [], []];

    /// <summary>Draws a name, of two characters or more.</summary>
    public delegate string Namer(ref SeededNumbers numbers);

    /// <summary>Appends a clause, without the mark at its end.</summary>
    public void AppendClause(StringBuilder text, ref SeededNumbers numbers)
    {
        var begin = _own.Count;
        var (position, own) = (learnt.AnyStart(ref numbers), false);
        while (true)
        {
            var next = own ? _own[position] : learnt[position];
            position++;
            if (next == ClauseText.End)
            {
                if (_own.Count > begin)
                    break;
                (position, own) = (learnt.AnyStart(ref numbers), false);
                continue;
            }
            Say(next);
            if (numbers.Chance(NameChance))
            {
                foreach (var c in name(ref numbers))
                    Say(c);
                (position, own) = (learnt.Any(ref numbers), false);
            }
            else if (numbers.Chance(SpliceChance) || (own && position >= _own.Count))
            {
                (position, own) = Splice(begin, ref numbers);
            }
        }
        foreach (var c in CollectionsMarshal.AsSpan(_own)[begin..])
            Write(c, text, ref numbers);
        Say(ClauseText.End);
    }

    /// <summary>How many characters agree where pieces meet: none for one in nine.</summary>
    private static int Order(ref SeededNumbers numbers) => numbers.Unit() switch
    {
        < 0.11 => 0,
        < 0.42 => 1,
        < 0.80 => 2,
        _ => ClauseText.Longest,
    };

    private static void Write(char c, StringBuilder text, ref SeededNumbers numbers)
    {
        switch (c)
        {
            case ClauseText.Figure:
                WriteFigure(text, ref numbers);
                break;
            case ClauseText.Year:
                text.Append(numbers.Between(2005, 2035));
                break;
            default:
                text.Append(c);
                break;
        }
    }

    /// <summary>Of 2,421 figures in the thirteen reports, years left out, 28% are below ten, 27% round, 15% have a point.</summary>
    private static void WriteFigure(StringBuilder text, ref SeededNumbers numbers)
    {
        switch (numbers.Unit())
        {
            case < 0.28:
                text.Append(numbers.Between(1, 9));
                break;
            case < 0.55:
                text.Append(numbers.Between(1, 50) * (numbers.Chance(0.6) ? 10 : 100));
                break;
            case < 0.70:
                text.Append(numbers.Between(1, numbers.Chance(0.9) ? 99 : 3_000)).Append('.').Append(numbers.Between(1, numbers.Chance(0.8) ? 9 : 99));
                break;
            default:
                text.Append(numbers.Between(11, numbers.Chance(0.7) ? 99 : 3_000));
                break;
        }
    }

    private (int Position, bool Own) Splice(int begin, ref SeededNumbers numbers)
    {
        var order = Math.Min(Order(ref numbers), _own.Count - begin);
        var context = CollectionsMarshal.AsSpan(_own)[^order..];
        if (order > 0 && numbers.Chance(OwnChance) && Earlier(context, begin, ref numbers) is { } position)
            return (position, true);
        return (learnt.After(context, ref numbers), false);
    }

    /// <summary>A position behind the same characters in an earlier clause of the report: mostly one of the last.</summary>
    private int? Earlier(ReadOnlySpan<char> context, int begin, ref SeededNumbers numbers)
    {
        var earlier = _earlier[context.Length - 1];
        var position = earlier[^1];
        while (position >= begin || (position >= 0 && earlier[position] >= 0 && numbers.Chance(0.7)))
            position = earlier[position];
        return position < 0 ? null : position + 1;
    }

    private void Say(char c)
    {
        var at = _own.Count;
        _own.Add(c);
        var own = CollectionsMarshal.AsSpan(_own);
        for (var length = 1; length <= ClauseText.Longest; length++)
        {
            if (length > own.Length)
            {
                _earlier[length - 1].Add(-1);
                continue;
            }
            ref var last = ref CollectionsMarshal.GetValueRefOrAddDefault(_last, ClauseText.Key(own[^length..]), out var known);
            _earlier[length - 1].Add(known ? last : -1);
            last = at;
        }
    }
}
