using System.Collections.Immutable;
using System.Runtime.InteropServices;
using ReportArchive.Anchors;
using ReportArchive.Data;
using ReportArchive.Diagnostics;
using ReportArchive.Places;
using ReportArchive.Reports;

namespace ReportArchive.Sharding;

/// <summary>Reads what <see cref="FactsWriter"/> wrote.</summary>
/// <param name="bytes">From the beginning of some facts.</param>
/// <param name="root">The content's folder with a slash, as paths begin here.</param>
/// <param name="places">The table of divisions that the facts were made with.</param>
public ref struct FactsReader(ByteReader bytes, string root, PlaceTable places)
{
    private ByteReader _bytes = bytes;

    private delegate T Reading<out T>(ref FactsReader reader);

    /// <summary>Where a text lies, which stands before the facts of its report.</summary>
    public (long Offset, int[] Bounds) Place()
    {
        var offset = _bytes.LongNumber();
        var bounds = new int[_bytes.Number()];
        for (var i = 0; i < bounds.Length; i++)
            bounds[i] = (i == 0 ? 0 : bounds[i - 1]) + _bytes.Number();
        return (offset, bounds);
    }

    /// <summary>The facts of a report.</summary>
    /// <param name="body">Gives its text, which is kept apart.</param>
    public ReportFacts Read(Func<BodyFigures, ReportBody> body)
    {
        var file = Path()!;
        var diagnostics = All(static (ref FactsReader reader) => reader.Diagnostic());
        if (_bytes.Number() == 0)
            return new ReportFacts(file, Published: null, diagnostics);
        var matter = Matter();
        var report = new Report(matter, body(Figures()), file) { Variants = All(static (ref FactsReader reader) => reader.Variant()) };
        return new ReportFacts(file, new PublishedReport(report, History()), diagnostics);
    }

    private Diagnostic Diagnostic() => new(_bytes.Text(), (Severity)_bytes.Number(), Span(), _bytes.Text(), _bytes.Text());

    private FrontMatter Matter()
    {
        var title = _bytes.Text();
        var place = places.Find(PlaceCode.Parse(_bytes.Text())) ?? throw new FormatException("these are facts of another table of places");
        return new FrontMatter(title, place, new PlanYear(_bytes.Number()), (ReportKind)_bytes.Number(), Day(), _bytes.OptionalText(), _bytes.OptionalText(), _bytes.OptionalText(), Texts(), Sources: [])
        {
            ConceptsSpan = Span(),
            NotPlaces = Texts(),
            Sources = All(static (ref FactsReader reader) => reader.Source()),
        };
    }

    private Source Source() => new(_bytes.Text(), _bytes.OptionalText(), Day(), _bytes.OptionalText(), _bytes.Number() switch { 0 => null, 1 => false, _ => true });

    private BodyFigures Figures() => new(
        _bytes.Number(), _bytes.Number(), _bytes.Number(), _bytes.Number(), MemoryMarshal.Cast<long, UInt128>([_bytes.LongNumber(), _bytes.LongNumber()])[0]);

    private Variant Variant() => new(_bytes.Text(), _bytes.Text(), _bytes.Text(), _bytes.Text(), _bytes.Number() == 1);

    private ReportHistory History()
    {
        var editions = All(static (ref FactsReader reader) => reader.Edition());
        var ledger = _bytes.Number() == 0 ? null : Ledger();
        return editions.IsEmpty && ledger is null ? ReportHistory.None : new ReportHistory(editions, ledger);
    }

    private AnchorLedger Ledger()
    {
        var report = ReportId.TryParse(_bytes.Text(), out var id) ? id : throw new FormatException("these facts name no report");
        return new AnchorLedger(
            report,
            Edition(),
            new AnchorId(_bytes.Number()),
            All(static (ref FactsReader reader) => reader.Entry()),
            All(static (ref FactsReader reader) => reader.Retired()),
            All(static (ref FactsReader reader) => reader.Former()));
    }

    private Edition Edition() => new(_bytes.Number(), Day(), _bytes.Text());

    private LedgerEntry Entry() => new(new AnchorId(_bytes.Number()), (BlockKind)_bytes.Number(), _bytes.Number(), _bytes.Text());

    private RetiredAnchor Retired() => new(new AnchorId(_bytes.Number()), _bytes.Number(), Anchor(), Anchor());

    private FormerEdition Former() => new(
        Edition(), All(static (ref FactsReader reader) => new AnchorId(reader._bytes.Number())), All(static (ref FactsReader reader) => reader.Entry()));

    private AnchorId? Anchor() => _bytes.Number() is var number and > 0 ? new AnchorId(number) : null;

    private DateOnly? Day() => _bytes.Number() is var day and > 0 ? DateOnly.FromDayNumber(day - 1) : null;

    private SourceSpan Span() => new(Path()!, _bytes.Number(), _bytes.Number());

    private string? Path()
    {
        var isBelow = _bytes.Number() == 1;
        return isBelow ? root + _bytes.OptionalText() : _bytes.OptionalText();
    }

    private ImmutableArray<string> Texts() => All(static (ref FactsReader reader) => reader._bytes.Text());

    private ImmutableArray<T> All<T>(Reading<T> read)
    {
        var items = new T[_bytes.Number()];
        for (var i = 0; i < items.Length; i++)
            items[i] = read(ref this);
        return ImmutableCollectionsMarshal.AsImmutableArray(items);
    }
}
