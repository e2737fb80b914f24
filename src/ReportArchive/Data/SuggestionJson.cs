using ReportArchive.Concepts;
using ReportArchive.Concepts.Discovery;

namespace ReportArchive.Data;

/// <summary><c>concepts suggest --json</c>: one document, a list of suggestions, best first.</summary>
public static class SuggestionJson
{
    /// <summary>Writes the list; see the contract for its shape.</summary>
    public static byte[] Write(IEnumerable<Suggestion> suggestions) => Json.Write(json =>
    {
        json.WriteStartArray();
        foreach (var suggestion in suggestions)
        {
            json.WriteStartObject();
            json.WriteString("text", suggestion.Text);
            json.WriteNumber("score", suggestion.Score);
            json.WriteString("kind", suggestion.Kind.Key());
            json.WriteNumber("reports", suggestion.Reports);
            json.WriteNumber("occurrences", suggestion.Occurrences);
            json.WriteNumber("quoted", suggestion.Quoted);
            json.WriteString("slug", suggestion.Slug?.Value);
            json.Strings("parts", suggestion.Parts);
            json.Objects("evidence", suggestion.Evidence, evidence =>
            {
                json.WriteString("id", evidence.Report.ToString());
                json.WriteString("anchor", evidence.Anchor.ToString());
                json.WriteString("text", evidence.Text);
            });
            json.WriteString("file", SuggestionDraft.Write(suggestion));
            json.WriteEndObject();
        }
        json.WriteEndArray();
    });
}
