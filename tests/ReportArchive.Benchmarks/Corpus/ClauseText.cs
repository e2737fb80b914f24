using System.Reflection;
using System.Runtime.InteropServices;
using System.Text;

namespace ReportArchive.Benchmarks.Corpus;

/// <summary>
/// The clauses of the thirteen reports the archive began with, and where in them each run of one to three characters ends. In
/// <c>clauses.txt</c> they stand in their order, a line each, as often as they occur; a figure is <see cref="Figure"/>, a year
/// <see cref="Year"/>, and quotation marks and brackets are left out (<c>corpus --learn</c> writes that file).
/// </summary>
internal sealed class ClauseText
{
    /// <summary>Stands for any number.</summary>
    public const char Figure = '#';

    /// <summary>Stands for four digits of a year.</summary>
    public const char Year = '@';

    /// <summary>The end of a clause.</summary>
    public const char End = '\n';

    /// <summary>Most characters of a context.</summary>
    public const int Longest = 3;

    private readonly string _text;
    private readonly Dictionary<ulong, List<int>> _ends = [];

    public ClauseText(string text)
    {
        _text = text;
        for (var i = 1; i < text.Length; i++)
        {
            for (var length = 1; length <= Longest && length <= i; length++)
                (CollectionsMarshal.GetValueRefOrAddDefault(_ends, Key(text.AsSpan(i - length, length)), out _) ??= []).Add(i);
        }
    }

    /// <summary>Reads the clauses that come with the benchmarks.</summary>
    public static ClauseText Load()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("clauses.txt")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return new ClauseText($"{End}{reader.ReadToEnd()}");
    }

    public char this[int position] => _text[position];

    /// <summary>The clauses, each as often as it occurs.</summary>
    public IEnumerable<string> Clauses => _text.Split(End, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Where a clause begins, any one as likely as any other.</summary>
    public int AnyStart(ref SeededNumbers numbers) => After([End], ref numbers);

    /// <summary>Any position.</summary>
    public int Any(ref SeededNumbers numbers) => 1 + numbers.Below(_text.Length - 1);

    /// <summary>A position behind these characters, or behind as many of the last of them as stand anywhere.</summary>
    public int After(ReadOnlySpan<char> context, ref SeededNumbers numbers)
    {
        for (; !context.IsEmpty; context = context[1..])
        {
            if (_ends.TryGetValue(Key(context), out var ends))
            {
                var position = ends[numbers.Below(ends.Count)];
                if (position < _text.Length)
                    return position;
            }
        }
        return Any(ref numbers);
    }

    /// <summary>One to three characters as a number that no others have.</summary>
    public static ulong Key(ReadOnlySpan<char> context)
    {
        var key = 0UL;
        foreach (var c in context)
            key = (key << 16) | c;
        return key;
    }
}
