using System.Collections.Immutable;
using System.Globalization;
using ReportArchive.Diagnostics;
using ReportArchive.Text;

namespace ReportArchive.Import;

/// <summary>Where the dump says what stands in a field of the front matter.</summary>
/// <param name="Field">The field's key: <c>year</c>.</param>
/// <param name="Value">Its value.</param>
/// <param name="Words">The words it was taken from, as the dump has them; empty where none say it and it was put together or is the rule.</param>
/// <param name="Offset">Where they stand in the dump's text, in UTF-16 units; -1 for none.</param>
/// <param name="Span">The same as line and column of that text.</param>
public sealed record FieldEvidence(string Field, string Value, string Words, int Offset, SourceSpan Span)
{
    private const int LongestWords = 80;

    /// <summary>One entry for each field that has a value.</summary>
    internal static ImmutableArray<FieldEvidence> Of(Dump dump, TextRange segment, Metadata metadata)
    {
        var words = new WordFinder(dump.Text, segment);
        var frame = metadata.Frame;
        return
        [
            .. Entry("title", metadata.Title, [frame.Title]),
            .. Entry("place", metadata.PlacePath, [Holding(frame.Meeting), Holding(frame.Title), Holding(frame.Office), metadata.PlaceName]),
            .. Entry("year", metadata.Year.ToString(), [metadata.YearWords]),
            .. Entry("kind", metadata.Id.ToString().Split('/')[^1], [frame.Kind is null ? null : frame.Title]),
            .. Entry("date", frame.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), [frame.Date is { } date ? words.Day(date) : null]),
            .. Entry("meeting", frame.Meeting, [frame.Meeting]),
            .. Entry("speaker", frame.Speaker, [frame.Office + frame.Speaker, frame.Speaker]),
            .. Entry("office", frame.Office, [frame.Office + frame.Speaker, frame.Office]),
        ];

        string? Holding(string? said) => said?.Contains(metadata.PlaceName, StringComparison.Ordinal) == true ? said : null;

        IEnumerable<FieldEvidence> Entry(string field, string? value, string?[] said)
        {
            if (string.IsNullOrEmpty(value))
                yield break;
            var found = said.Select(words.Find).FirstOrDefault(static range => range is not null);
            yield return found is { } range
                ? new FieldEvidence(field, value, range.Of(dump.Text)[..Math.Min(range.Length, LongestWords)].ToString(), range.Start, WordFinder.SpanOf(dump, range.Start))
                : new FieldEvidence(field, value, "", -1, new SourceSpan(dump.Name));
        }
    }
}
