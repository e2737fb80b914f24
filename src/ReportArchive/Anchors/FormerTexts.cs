using System.Globalization;
using System.Text;
using ReportArchive.Reports;

namespace ReportArchive.Anchors;

/// <summary>
/// Which edition had which text, for links that say what they expected: <c>{"p17":{"8c1f04d2":1}}</c>, for each anchor whose text was
/// another the fingerprints it had, and the last edition that had each.
/// </summary>
public static class FormerTexts
{
    /// <summary>The JSON object, on one line; it holds nothing that needs escaping.</summary>
    public static string Write(AnchorLedger ledger)
    {
        var texts = new SortedDictionary<AnchorId, SortedDictionary<string, int>>();
        foreach (var former in ledger.Former)
        {
            foreach (var entry in former.Entries)
            {
                if (!texts.TryGetValue(entry.Anchor, out var editions))
                    texts[entry.Anchor] = editions = new SortedDictionary<string, int>(StringComparer.Ordinal);
                editions.TryAdd(Fingerprint.Of(entry.Text), former.Edition.Number);
            }
        }
        var json = new StringBuilder("{");
        foreach (var (anchor, editions) in texts)
        {
            json.Append(json.Length > 1 ? "," : "").Append(CultureInfo.InvariantCulture, $"\"{anchor}\":{{");
            json.AppendJoin(',', editions.Select(static pair => $"\"{pair.Key}\":{pair.Value}")).Append('}');
        }
        return json.Append('}').ToString();
    }
}
