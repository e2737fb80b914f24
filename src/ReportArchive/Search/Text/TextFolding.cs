using System.Globalization;

namespace ReportArchive.Search.Text;

/// <summary>A text as the search compares it, and where each of its units came from.</summary>
/// <param name="Text">Folded text.</param>
/// <param name="Starts">For each UTF-16 unit of <paramref name="Text"/>, the offset in the source of what it stands for.</param>
/// <param name="Ends">For each unit, the offset in the source after what it stands for.</param>
internal sealed record FoldedText(string Text, int[] Starts, int[] Ends);

/// <summary>
/// Folds text so that what a reader takes for the same is the same: NFKC where these reports need it, lower case,
/// one form of quotation marks, dashes and middle dots, no white space but between Latin words or figures, and
/// (unless told otherwise) traditional characters to simplified ones that mean nothing else.
/// <c>theme/assets/search/normalize.js</c> does the same from the same tables; both run Vectors/folding.json.
/// </summary>
internal static class TextFolding
{
    private const char Dropped = '\0';
    private static readonly string?[] Folds = ReadFolds();
    private static readonly Dictionary<int, char> Composed = ReadComposed();
    private static readonly char[] Variants = ReadVariants();

    /// <summary>The folded text alone.</summary>
    /// <param name="source">Any UTF-16, lone surrogates included.</param>
    /// <param name="variants">Whether traditional characters become simplified.</param>
    public static string Fold(string source, bool variants = true)
    {
        var folding = new Folding(source.Length, variants, origins: false);
        folding.Take(source);
        return folding.Result();
    }

    /// <summary>The folded text with the way back to the source.</summary>
    public static FoldedText FoldWithOrigins(string source, bool variants = true)
    {
        var folding = new Folding(source.Length, variants, origins: true);
        folding.Take(source);
        return new FoldedText(folding.Result(), folding.Starts, folding.Ends);
    }

    /// <summary>The traditional characters of a text, those that fold to a simplified one, as folding without variants leaves them.</summary>
    public static SortedSet<char> VariantsIn(string source)
    {
        var found = new SortedSet<char>();
        foreach (var c in source)
        {
            if (Variants[c] != Dropped)
                found.Add(c);
            else if (Folds[c] is { } folded)
                found.UnionWith(folded.Where(static unit => Variants[unit] != Dropped));
        }
        return found;
    }

    /// <summary>Whether a folded unit is a letter or figure of a script that sets words apart by spaces.</summary>
    public static bool IsWordUnit(char c) => c is (>= '0' and <= '9') or (>= 'a' and <= 'z') or (>= '\u00df' and <= '\u052f');

    private static string?[] ReadFolds()
    {
        var folds = new string?[0x10000];
        foreach (var record in FoldTable.Folds.Split('\n'))
        {
            var at = record.IndexOfAny(['+', '=']);
            var start = int.Parse(record.AsSpan(0, at), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            if (record[at] == '=')
            {
                foreach (var text in record[(at + 1)..].Split('\t'))
                    folds[start++] = text;
                continue;
            }
            var to = record.IndexOf('>', StringComparison.Ordinal);
            var count = int.Parse(record.AsSpan(at + 1, to - at - 1), NumberStyles.None, CultureInfo.InvariantCulture);
            var first = int.Parse(record.AsSpan(to + 1), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            for (var i = 0; i < count; i++)
                folds[start + i] = ((char)(first + i)).ToString();
        }
        return folds;
    }

    private static Dictionary<int, char> ReadComposed()
    {
        var composed = new Dictionary<int, char>();
        for (var i = 0; i < FoldTable.Composed.Length; i += 3)
            composed[(FoldTable.Composed[i] << 16) | FoldTable.Composed[i + 1]] = FoldTable.Composed[i + 2];
        return composed;
    }

    private static char[] ReadVariants()
    {
        var variants = new char[0x10000];
        for (var i = 0; i < VariantTable.Pairs.Length; i += 2)
            variants[VariantTable.Pairs[i]] = VariantTable.Pairs[i + 1];
        return variants;
    }

    /// <summary>One text being folded.</summary>
    private ref struct Folding(int length, bool variants, bool origins)
    {
        private char[] _units = new char[length];
        private int _count;
        private bool _space;

        public int[] Starts = origins ? new int[length] : [];
        public int[] Ends = origins ? new int[length] : [];

        public void Take(string source)
        {
            for (var i = 0; i < source.Length; i++)
            {
                var c = source[i];
                if (Folds[c] is { } folded)
                {
                    foreach (var unit in folded)
                        Add(unit, i);
                }
                else
                {
                    Add(c, i);
                }
            }
        }

        public string Result()
        {
            if (origins)
            {
                Array.Resize(ref Starts, _count);
                Array.Resize(ref Ends, _count);
            }
            return new string(_units, 0, _count);
        }

        private void Add(char unit, int at)
        {
            if (unit is <= ' ' or (>= '\u007f' and <= '\u009f') or '\u2028' or '\u2029')
            {
                _space |= unit is ' ' or (>= '\t' and <= '\r') or '\u0085' or '\u2028' or '\u2029';
                return;
            }
            if (variants && Variants[unit] != Dropped)
                unit = Variants[unit];
            if (unit is (>= '\u0300' and <= '\u036f') or '\u3099' or '\u309a' && Compose(unit, at))
                return;
            if (_space && _count > 0 && IsWordUnit(_units[_count - 1]) && IsWordUnit(unit))
                Append(' ', at);
            _space = false;
            Append(unit, at);
        }

        private readonly bool Compose(char mark, int at)
        {
            if (_count == 0 || !Composed.TryGetValue((_units[_count - 1] << 16) | mark, out var whole))
                return false;
            _units[_count - 1] = whole;
            if (origins)
                Ends[_count - 1] = at + 1;
            return true;
        }

        private void Append(char unit, int at)
        {
            if (_count == _units.Length)
                Grow();
            _units[_count] = unit;
            if (origins)
            {
                Starts[_count] = at;
                Ends[_count] = at + 1;
            }
            _count++;
        }

        private void Grow()
        {
            var size = Math.Max(16, _units.Length * 2);
            Array.Resize(ref _units, size);
            if (!origins)
                return;
            Array.Resize(ref Starts, size);
            Array.Resize(ref Ends, size);
        }
    }
}
