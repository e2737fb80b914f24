using ReportArchive.Search.Format;

namespace ReportArchive.Search.Reading;

/// <summary>
/// Finds the reports of a segment that hold a phrase from the tables alone: from its pairs, then length by length from grams
/// one longer, as <c>LongGramFinder</c> wrote them. Once there are few candidates the text decides. The reader in JavaScript, to which
/// every list is a request, tries a rare piece of the phrase before the whole, and reads no list that it can do without: with the same answer.
/// </summary>
internal sealed class PhraseFinder(SegmentEntry segment, TablesEntry tables, FolderSource<TableFile> source)
{
    /// <summary>Lists up to this many bytes are read to narrow few candidates down; longer ones cost more than reading the texts.</summary>
    private const int CheapList = 1024;

    /// <summary>So few parts to read cost no more than what they would be spared by; most of them are shown anyway.</summary>
    private const int FewParts = 10;

    private readonly GramLookup _grams = new(segment, tables, source);
    private readonly LongGramLookup _long = new(segment, tables, source);

    /// <summary>The reports that hold a phrase of at least one unit.</summary>
    public PhraseMatch Find(string phrase)
    {
        if (phrase.Length == 1)
            return _grams.Find(GramHash.Key(phrase[0])) is { } single ? PhraseMatch.Of(_grams.Read(single), Certainty.Sure) : PhraseMatch.None;
        var entries = new GramEntry[phrase.Length - 1];
        for (var i = 0; i < entries.Length; i++)
        {
            if (_grams.Find(GramHash.Key(phrase[i], phrase[i + 1])) is not { } entry)
                return PhraseMatch.None;
            entries[i] = entry;
        }
        if (entries.Length == 1)
            return PhraseMatch.Of(_grams.Read(entries[0]), Certainty.Sure);
        var rarest = entries.MinBy(static entry => entry.Frequency)!;
        if (rarest.Frequency > segment.Verify || PhraseMatch.Of(_grams.Read(rarest), Certainty.Candidates) is not { } few || few.Cost > segment.Verify)
            return Lengthen(phrase, entries);
        return Narrow(few, rarest, entries);
    }

    /// <summary>The candidates where one pair alone leaves few.</summary>
    private PhraseMatch Narrow(PhraseMatch match, GramEntry rarest, GramEntry[] entries)
    {
        foreach (var entry in entries.Where(entry => entry != rarest && entry.Length <= CheapList))
            match = PhraseMatch.Intersect(match, PhraseMatch.Of(_grams.Read(entry), Certainty.Candidates), Certainty.Candidates);
        return match;
    }

    private PhraseMatch Lengthen(string phrase, GramEntry[] entries)
    {
        PhraseMatch[] grams = [.. entries.Select(entry => PhraseMatch.Of(_grams.Read(entry), Certainty.AllOrNone))];
        for (var length = 3; length <= Math.Min(phrase.Length, segment.LongestGram); length++)
        {
            if (All(grams, Certainty.Candidates) is var few && few.Cost <= Math.Min(FewParts, segment.Verify))
                return few;
            var longer = new PhraseMatch[phrase.Length - length + 1];
            for (var i = 0; i < longer.Length; i++)
            {
                var gram = phrase.AsSpan(i, length);
                var listed = Figures.AreListed(gram);
                longer[i] = listed ? _long.FindListed(gram) : PhraseMatch.Intersect(grams[i], grams[i + 1], Certainty.AllOrNone);
                if (longer[i].Cost <= segment.Verify)
                    return All([longer[i], .. longer[..i], .. grams], Certainty.Candidates);
                if (!listed && _long.Find(gram, longer[i]) is { } held)
                    longer[i] = held;
            }
            grams = longer;
        }
        return grams is [var whole] ? whole : All(grams, Certainty.Candidates);
    }

    private static PhraseMatch All(IEnumerable<PhraseMatch> grams, Certainty certainty) =>
        grams.Aggregate((a, b) => PhraseMatch.Intersect(a, b, certainty)) with { Certainty = certainty };
}
