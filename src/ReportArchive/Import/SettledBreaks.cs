namespace ReportArchive.Import;

/// <summary>
/// Breaks that need no weighing. An address or a dash begins a paragraph; so does each of four or more sentences that open
/// alike (过去的一年，我们…). The members of an enumeration (一是… 二是…) all begin paragraphs or none does: those with long
/// members do, and from which mean length on depends on how the heading above is set. (Of 151 enumerations in the reports
/// the weights were fitted on, five are set both ways.)
/// </summary>
internal static class SettledBreaks
{
    private const int OpeningLength = 6;
    private const int LeastParallels = 4;

    /// <summary>For each sentence: it begins a paragraph, it does not, or it is to be weighed.</summary>
    public static bool?[] Of(SentenceRun run, string style)
    {
        var settled = new bool?[run.Sentences.Count];
        var openings = run.Folded.Where(static sentence => sentence.Length > OpeningLength).CountBy(static sentence => sentence[..OpeningLength], StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        for (var i = 1; i < settled.Length; i++)
        {
            if (run.IsForced(i) || (run.Kinds[i] != SentenceKind.Ordinal && IsParallel(run.Folded[i], openings)))
                settled[i] = true;
        }
        foreach (var members in Enumerations(run))
            Settle(run, members, style, settled);
        return settled;
    }

    private static bool IsParallel(string sentence, Dictionary<string, int> openings) =>
        sentence.Length > OpeningLength && sentence[0] != '0' && openings[sentence[..OpeningLength]] >= LeastParallels;

    private static List<List<int>> Enumerations(SentenceRun run)
    {
        var enumerations = new List<List<int>>();
        var last = 0;
        for (var i = 0; i < run.Sentences.Count; i++)
        {
            var number = run.OrdinalOf(i);
            if (number == 0)
                continue;
            if (number == 1 || number != last + 1 || enumerations.Count == 0)
                enumerations.Add([]);
            enumerations[^1].Add(i);
            last = number;
        }
        return enumerations;
    }

    private static void Settle(SentenceRun run, List<int> members, string style, bool?[] settled)
    {
        if (members.Count < 2)
            return;
        var (first, last) = (members[0], members[^1]);
        if ((run.Position(last) - run.Position(first)) / (members.Count - 1) >= LeastMember(style))
        {
            foreach (var member in members.Where(static member => member > 0))
                settled[member] = true;
            return;
        }
        for (var i = first + 1; i <= last; i++)
            settled[i] = run.IsForced(i);
        if (first > 0 && (run.Kinds[first - 1] == SentenceKind.Topic || run.Announces(first - 1)))
            settled[first] = false;
    }

    /// <summary>Mean length from which on members are paragraphs, in characters.</summary>
    private static int LeastMember(string style) => style switch { "runin" or "L1run" => 300, "block" => 180, _ => 150 };
}
