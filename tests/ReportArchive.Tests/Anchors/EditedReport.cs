using System.Collections.Immutable;
using ReportArchive.Reports;

namespace ReportArchive.Tests.Anchors;

/// <summary>A character that remembers which one it is, whatever is edited around it.</summary>
internal readonly record struct Letter(char Char, int Id);

/// <summary>A block of a report being edited.</summary>
internal sealed record EditedBlock(BlockKind Kind, int Level, ImmutableArray<Letter> Letters)
{
    public string Text => string.Concat(Letters.Select(letter => letter.Char));

    public Block ToBlock() => RealReports.Block(Kind, Level, Text);
}

/// <summary>
/// A report under the hands of editors who make every kind of change, at random but repeatably. Because each character keeps its
/// identity, where the text of a paragraph went is known without comparing texts.
/// </summary>
internal sealed class EditedReport
{
    private const string SentenceEnds = "。；;！";
    private readonly Random _random;
    private readonly string[] _foreign;
    private int _nextId = 1;

    /// <summary>Takes a report to edit.</summary>
    /// <param name="blocks">The report.</param>
    /// <param name="foreign">Sentences of other reports, to insert.</param>
    /// <param name="seed">Decides every edit.</param>
    public EditedReport(ImmutableArray<Block> blocks, string[] foreign, int seed)
    {
        _random = new Random(seed);
        _foreign = foreign;
        Blocks = [.. blocks.Select(block => new EditedBlock(block.Kind, block.Level, New(block.Text)))];
    }

    public List<EditedBlock> Blocks { get; private set; }

    public static string[] Sentences(IEnumerable<ImmutableArray<Block>> reports) =>
        [.. reports.SelectMany(blocks => blocks)
            .SelectMany(block => block.Text.Split([.. SentenceEnds], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            .Where(sentence => sentence.Length > 12)
            .Select(sentence => sentence + "。")];

    /// <summary>Makes one change and says which.</summary>
    public string Edit() => _random.Next(20) switch
    {
        < 6 => Typo(),
        < 9 => Insert(),
        < 11 => Delete(),
        < 13 => Split(),
        < 15 => Merge(),
        < 17 => Move(),
        < 19 => ChangeHeading(),
        _ => CleanAgain(),
    };

    private ImmutableArray<Letter> New(string text) => [.. text.Select(c => new Letter(c, _nextId++))];

    private string Foreign(int sentences) => string.Concat(Enumerable.Range(0, sentences).Select(_ => _foreign[_random.Next(_foreign.Length)]));

    private int Pick() => _random.Next(Blocks.Count);

    private string Typo()
    {
        var at = Pick();
        var letters = Blocks[at].Letters;
        for (var times = _random.Next(1, 4); times > 0 && letters.Length > 3; times--)
        {
            var where = _random.Next(letters.Length);
            letters = _random.Next(4) switch
            {
                0 => letters.RemoveAt(where),
                1 => letters.InsertRange(where, New(Foreign(1)[..4])),
                2 => letters.RemoveRange(where, Math.Min(letters.Length - where, _random.Next(1, 8))),
                _ => letters.SetItem(where, New(Foreign(1)[..1])[0]),
            };
        }
        if (letters.Length > 0)
            Blocks[at] = Blocks[at] with { Letters = letters };
        return "typo";
    }

    private string Insert()
    {
        Blocks.Insert(_random.Next(Blocks.Count + 1), new EditedBlock(BlockKind.Paragraph, 0, New(Foreign(_random.Next(1, 6)))));
        return "insert";
    }

    private string Delete()
    {
        if (Blocks.Count > 8)
            Blocks.RemoveAt(Pick());
        return "delete";
    }

    private string Split()
    {
        var at = Pick();
        var block = Blocks[at];
        int[] ends = [.. Enumerable.Range(1, Math.Max(block.Text.Length - 2, 0)).Where(i => SentenceEnds.Contains(block.Text[i - 1], StringComparison.Ordinal))];
        if (ends.Length == 0)
            return "nothing";
        var end = ends[_random.Next(ends.Length)];
        Blocks[at] = block with { Letters = block.Letters[..end] };
        Blocks.Insert(at + 1, new EditedBlock(BlockKind.Paragraph, 0, block.Letters[end..]));
        return "split";
    }

    private string Merge()
    {
        var at = _random.Next(Blocks.Count - 1);
        Blocks[at] = Blocks[at] with { Letters = [.. Blocks[at].Letters, .. Blocks[at + 1].Letters] };
        Blocks.RemoveAt(at + 1);
        return "merge";
    }

    private string Move()
    {
        var from = Pick();
        var block = Blocks[from];
        Blocks.RemoveAt(from);
        Blocks.Insert(_random.Next(Blocks.Count + 1), block);
        return "move";
    }

    private string ChangeHeading()
    {
        int[] headings = [.. Enumerable.Range(0, Blocks.Count).Where(i => Blocks[i].Kind == BlockKind.Heading)];
        if (headings.Length == 0)
            return "nothing";
        var at = headings[_random.Next(headings.Length)];
        var letters = Blocks[at].Letters;
        Blocks[at] = Blocks[at] with
        {
            Letters = _random.Next(3) switch
            {
                0 => [.. New(letters.Length > 1 ? "二" : "一"), .. letters.Skip(1)],
                1 => [.. letters, .. New(Foreign(1)[..5])],
                _ => [.. letters.Take(2), .. New(Foreign(1)[..8])],
            },
        };
        return "heading";
    }

    // What a better cleaning rule does to a whole report at once: other punctuation, no stray spaces, run-in headings set apart or
    // set back, broken paragraphs joined.
    private string CleanAgain()
    {
        var (from, to) = _random.Next(2) == 0 ? (",;:!?()", "，；：！？（）") : ("，；：！？（）", ",;:!?()");
        Blocks = [.. Blocks.Select(block => block with
        {
            Letters = [.. block.Letters
                .Where(letter => letter.Char is not (' ' or '　' or '─'))
                .Select(letter => from.IndexOf(letter.Char, StringComparison.Ordinal) is >= 0 and var i ? letter with { Char = to[i] } : letter)],
        }).Where(block => block.Letters.Length > 0)];
        for (var at = Blocks.Count - 2; at >= 0; at--)
        {
            var runIn = Blocks[at].Text.IndexOf('。', StringComparison.Ordinal) + 1;
            if (_random.Next(6) == 0 && runIn is > 4 and < 24 && runIn < Blocks[at].Letters.Length)
            {
                Blocks.Insert(at + 1, new EditedBlock(BlockKind.Paragraph, 0, Blocks[at].Letters[runIn..]));
                Blocks[at] = new EditedBlock(BlockKind.Heading, 4, Blocks[at].Letters[..runIn]);
            }
            else if (_random.Next(12) == 0 && Blocks[at].Kind == BlockKind.Paragraph && Blocks[at + 1].Kind == BlockKind.Paragraph)
            {
                Blocks[at] = Blocks[at] with { Letters = [.. Blocks[at].Letters, .. Blocks[at + 1].Letters] };
                Blocks.RemoveAt(at + 1);
            }
        }
        return "clean again";
    }
}
