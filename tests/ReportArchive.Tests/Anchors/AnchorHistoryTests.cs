using System.Collections.Immutable;
using ReportArchive.Anchors;
using ReportArchive.Places;
using ReportArchive.Reports;

namespace ReportArchive.Tests.Anchors;

/// <summary>
/// A thousand random edit histories of real reports, each of several publications with several edits between them. After every
/// publication, every anchor ever published must lead to the block that holds most of the characters it pointed at when it was last
/// published with a block of its own — or, after a split, to the first substantial part — and to a notice when they are gone.
/// </summary>
public sealed class AnchorHistoryTests(ITestOutputHelper output)
{
    private const int Histories = 1000;
    private static readonly ReportId s_id = new(PlaceCode.Parse("370306"), new PlanYear(2023), ReportKind.GovernmentWork);

    [Fact]
    public void Every_anchor_ever_published_leads_to_the_closest_text_through_a_thousand_edit_histories()
    {
        var sentences = RealReports.All.Select(report => EditedReport.Sentences(RealReports.All.Where(other => other != report))).ToArray();
        var results = Enumerable.Range(0, Histories)
            .AsParallel()
            .AsOrdered()
            .Select(seed => new History(RealReports.All[seed % RealReports.All.Length], sentences[seed % sentences.Length], seed).Run())
            .ToArray();
        int asked = results.Sum(r => r.Asked), touched = results.Sum(r => r.Touched);
        int closest = results.Sum(r => r.Closest), ruled = results.Sum(r => r.ByRule);
        output.WriteLine($"{asked} anchors followed, {touched} of them to a text that was edited");
        output.WriteLine($"to the closest text: {asked - closest} missed, {Share(closest, asked)} right, {Share(touched - asked + closest, touched)} of the edited");
        output.WriteLine($"to it or the first part of a split: {asked - ruled} missed, {Share(ruled, asked)} right, {Share(touched - asked + ruled, touched)} of the edited");
        foreach (var miss in results.SelectMany(r => r.Misses).Take(20))
            output.WriteLine(miss);
        int first = results.Sum(r => r.FirstAsked), firstRight = results.Sum(r => r.FirstRight);
        output.WriteLine($"{first} anchors followed from their first publication to the end of the history: {first - firstRight} missed, {Share(firstRight, first)} right");
        Assert.True(firstRight >= 0.99 * first, $"{firstRight} of {first}");
        Assert.True(closest >= 0.99 * asked, $"{closest} of {asked}");
        Assert.True(touched - asked + ruled >= 0.99 * touched, $"{asked - ruled} missed of {touched}");
    }

    private static string Share(int part, int whole) => $"{100.0 * part / whole:F3}%";

    private sealed class History(ImmutableArray<Block> report, string[] foreign, int seed)
    {
        private readonly EditedReport _report = new(report, foreign, seed);
        private readonly Random _random = new(~seed);
        private readonly Dictionary<AnchorId, ImmutableArray<int>> _pointedAt = [];
        private readonly Dictionary<AnchorId, ImmutableArray<int>> _firstPointedAt = [];
        private readonly List<ImmutableArray<string>> _published = [];
        private Dictionary<AnchorId, int> _places = [];
        private Dictionary<int, int> _holder = [];
        private AnchorLedger? _ledger;

        public int Asked { get; private set; }

        public int Touched { get; private set; }

        public int FirstAsked { get; private set; }

        public int FirstRight { get; private set; }

        public int Closest { get; private set; }

        public int ByRule { get; private set; }

        public List<string> Misses { get; } = [];

        public History Run()
        {
            Publish("");
            for (var round = _random.Next(3, 8); round > 0; round--)
            {
                var edits = Enumerable.Range(0, _random.Next(1, 6)).Select(_ => _report.Edit()).ToArray();
                Publish(string.Join(", ", edits));
            }
            foreach (var (anchor, letters) in _firstPointedAt)
            {
                FirstAsked++;
                FirstRight += IsRight(anchor, letters).ByRule ? 1 : 0;
            }
            return this;
        }

        private void Publish(string edits)
        {
            ImmutableArray<Block> blocks = [.. _report.Blocks.Select(block => block.ToBlock())];
            var before = _ledger;
            var assignment = AnchorAssignment.Assign(before, blocks);
            var ledger = assignment.Freeze(s_id, new DateOnly(2026, 7, 1));
            AssertNoneReused(before, ledger);
            Follow(ledger, edits);
            AssertRepeatable(ledger, blocks);
            _published.Add([.. blocks.Select(block => block.Text)]);
            if (ledger.Current.Number < _published.Count)
                _published.RemoveAt(_published.Count - 1);
            AssertEditionsStayReadable(ledger);
            foreach (var (entry, block) in ledger.Live.Zip(_report.Blocks))
            {
                _pointedAt[entry.Anchor] = [.. block.Letters.Select(letter => letter.Id)];
                _firstPointedAt.TryAdd(entry.Anchor, _pointedAt[entry.Anchor]);
            }
        }

        // A number is given once: a new anchor is one never seen, and all seen are alive or retired.
        private void AssertNoneReused(AnchorLedger? before, AnchorLedger ledger)
        {
            var now = ledger.Live.Select(entry => entry.Anchor).Concat(ledger.Retired.Select(retired => retired.Anchor)).ToArray();
            Assert.Equal(now.Length, now.Distinct().Count());
            Assert.All(_pointedAt.Keys, anchor => Assert.Contains(anchor, now));
            if (before is not null)
                Assert.All(now.Except(_pointedAt.Keys), anchor => Assert.True(anchor.Number >= before.Next.Number));
        }

        private static void AssertRepeatable(AnchorLedger ledger, ImmutableArray<Block> blocks)
        {
            var again = AnchorAssignment.Assign(ledger, blocks);
            Assert.True(again.IsPublished);
            Assert.Same(ledger, again.Freeze(s_id, new DateOnly(2027, 1, 1)));
            var text = LedgerWriter.Write(ledger);
            var read = LedgerReader.Read(text, "x.anchors");
            Assert.Empty(read.Diagnostics);
            Assert.Equal(text, LedgerWriter.Write(read.Ledger!));
            Assert.Equal(ledger.Retired, AnchorAssignment.Assign(read.Ledger, blocks).Retired);
        }

        private void AssertEditionsStayReadable(AnchorLedger ledger)
        {
            for (var edition = 1; edition <= ledger.Current.Number; edition++)
                Assert.Equal(string.Join("\n\n", _published[edition - 1]), string.Join("\n\n", ledger.BlocksOf(edition).Select(entry => entry.Text)));
        }

        private void Follow(AnchorLedger ledger, string edits)
        {
            _ledger = ledger;
            _holder = _report.Blocks
                .SelectMany((block, at) => block.Letters.Select(letter => (letter.Id, at)))
                .ToDictionary(pair => pair.Id, pair => pair.at);
            _places = ledger.Live.Select((entry, at) => (entry.Anchor, at)).ToDictionary(pair => pair.Anchor, pair => pair.at);
            foreach (var (anchor, letters) in _pointedAt)
            {
                var (closest, byRule, edited) = IsRight(anchor, letters);
                Asked++;
                Touched += edited ? 1 : 0;
                Closest += closest ? 1 : 0;
                ByRule += byRule ? 1 : 0;
                if (!byRule)
                    Misses.Add($"seed {seed} {anchor} of {letters.Length} letters after {edits}");
            }
        }

        private (bool Closest, bool ByRule, bool Edited) IsRight(AnchorId anchor, ImmutableArray<int> letters)
        {
            var held = new int[_report.Blocks.Count];
            foreach (var id in letters)
            {
                if (_holder.TryGetValue(id, out var block))
                    held[block]++;
            }
            var most = held.Max();
            var at = _ledger!.Resolve(anchor) is { } live ? _places[live] : -1;
            // Where less than half of the letters is left, a notice is right too.
            var closest = at < 0 ? most < 0.5 * letters.Length : most > 0 && held[at] == most;
            var isFirstPart = at >= 0 && held[at] >= 0.18 * letters.Length && held.Take(at).All(h => h < 0.25 * letters.Length);
            var edited = most < letters.Length || at < 0 || _report.Blocks[at].Letters.Length > most;
            return (closest, closest || isFirstPart, edited);
        }
    }
}
