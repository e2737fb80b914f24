namespace ReportArchive.Benchmarks.Cleaning;

/// <summary>The figures that must be reached, and the worst that was: a table that says of each whether it is met.</summary>
internal sealed class Goals
{
    private readonly List<Goal> _goals = [];

    private sealed record Goal(string Figure, double Least, bool IsMost)
    {
        public double Worst { get; set; } = IsMost ? double.NegativeInfinity : double.PositiveInfinity;

        public string Where { get; set; } = "";

        public bool IsMet => IsMost ? Worst <= Least : Worst >= Least;
    }

    /// <summary>Notes what a kind of damage came to.</summary>
    public void Note(string damage, Damage kind, Measures m)
    {
        AtLeast("report text kept (8-gram recall)", 0.999, m.Grams.Recall, damage);
        AtLeast("foreign text kept out (8-gram precision)", 0.998, m.Grams.Precision, damage);
        AtMost("injected lines of furniture left", 0, m.InjectedLeft, damage);
        AtMost("narrow marks left between ideographs", 0, m.NarrowLeft, damage);
        if (kind.KeepsQuotes)
            AtLeast("punctuation restored", 0.99, m.Marks.F1, damage);
        AtLeast(kind.KeepsLines ? "paragraphs where line breaks are kept (F1)" : "paragraphs of glued text (F1)", kind.KeepsLines ? 0.99 : 0.80, m.Paragraphs.F1, damage);
        AtLeast(kind.KeepsLines ? "headings of levels 1 and 2 with line breaks (F1)" : "headings of levels 1 and 2, glued (F1)", kind.KeepsLines ? 0.98 : 0.93, m.Headings.F1, damage);
        AtLeast("metadata fields right", 0.98, m.Metadata.F1, damage);
    }

    /// <summary>Notes a figure that must not be less.</summary>
    public void AtLeast(string figure, double least, double value, string where) => Note(figure, least, isMost: false, value, where);

    /// <summary>Notes a figure that must not be more.</summary>
    public void AtMost(string figure, double most, double value, string where) => Note(figure, most, isMost: true, value, where);

    /// <summary>Prints the table; whether every goal is met.</summary>
    public bool Print()
    {
        Console.WriteLine();
        Console.WriteLine($"{"figure",-50} {"goal",8} {"worst",8}  met  where");
        foreach (var goal in _goals)
            Console.WriteLine($"{goal.Figure,-50} {(goal.IsMost ? "<= " : ">= ") + goal.Least.ToString("0.###"),8} {goal.Worst,8:0.####}  {(goal.IsMet ? "yes" : "NO "),-3}  {goal.Where}");
        return _goals.TrueForAll(static goal => goal.IsMet);
    }

    private void Note(string figure, double bound, bool isMost, double value, string where)
    {
        var goal = _goals.Find(goal => goal.Figure == figure);
        if (goal is null)
            _goals.Add(goal = new Goal(figure, bound, isMost));
        if (isMost ? value > goal.Worst : value < goal.Worst)
            (goal.Worst, goal.Where) = (value, where);
    }
}
