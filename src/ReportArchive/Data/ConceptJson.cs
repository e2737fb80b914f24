using System.Text.Json;
using ReportArchive.Concepts;
using ReportArchive.Pages;

namespace ReportArchive.Data;

/// <summary><c>data.json</c> beside a concept: what it means and where it stands, for programs.</summary>
public static class ConceptJson
{
    /// <summary>Writes the concept's object; see the contract for its shape.</summary>
    public static void Write(Utf8JsonWriter json, ConceptPage page)
    {
        var concept = page.Concept;
        json.WriteStartObject();
        json.WriteString("slug", concept.Slug.Value);
        json.WriteString("url", page.Url.Value);
        json.WriteString("label", concept.Label);
        json.WriteString("kind", concept.Kind?.Key());
        json.WriteBoolean("curated", concept.IsCurated);
        json.Strings("aliases", concept.Aliases);
        json.Strings("variants", concept.Variants);
        json.Strings("parts", concept.Parts);
        json.WriteString("definition", string.Join('\n', concept.Definition));
        json.Objects("evidence", page.Evidence, evidence =>
        {
            json.WriteString("report", evidence.Report.Report.Id.ToString());
            json.WriteString("anchor", evidence.Anchor.ToString());
            json.WriteString("quote", evidence.Quote);
        });
        json.Objects("reports", page.Attestations, attestation =>
        {
            json.WriteString("id", attestation.Report.Report.Id.ToString());
            json.WriteNumber("count", attestation.Count);
            json.Strings("anchors", attestation.Sentences.Select(static sentence => sentence.Anchor.ToString()).Distinct(StringComparer.Ordinal));
        });
        json.WriteEndObject();
    }
}
