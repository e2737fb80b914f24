using ReportArchive.Data;
using ReportArchive.Sites;
using ReportArchive.Yaml;

namespace ReportArchive.Schemas;

/// <summary>
/// What the archive holds, for editor programs to offer while a value is typed. It stands in a file of its own: it changes
/// with every report, and whoever adds one should not have to write it anew.
/// </summary>
internal static class InUseSchema
{
    /// <summary>Name of the file beside the other schemas.</summary>
    public const string FileName = "in-use.json";

    /// <summary>Name of the definition that lists what is offered.</summary>
    public static string Name(YamlOffer offer) => offer == YamlOffer.PlacesInUse ? "places" : "concepts";

    /// <summary>Writes the places that have reports, by code, and the slugs of the described concepts.</summary>
    public static byte[] Write(Site site) => Json.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("$schema", "http://json-schema.org/draft-07/schema#");
        json.Nested("definitions", () =>
        {
            json.Nested(Name(YamlOffer.PlacesInUse), () =>
            {
                json.WriteString("type", "string");
                json.Strings("examples", Places(site));
            });
            json.Nested(Name(YamlOffer.ConceptsInUse), () =>
            {
                json.WriteString("type", "string");
                json.Strings("examples", Concepts(site));
            });
        });
        json.WriteEndObject();
    });

    /// <summary>Full names of the places that have reports, by code.</summary>
    public static IEnumerable<string> Places(Site site) =>
        site.PlaceTree.Values.Where(static node => !node.Reports.IsEmpty).Select(node => site.Places.FullName(node.Place.Code));

    /// <summary>Slugs of the described concepts, in order.</summary>
    public static IEnumerable<string> Concepts(Site site) =>
        site.Concepts.Where(static concept => concept.IsCurated).Select(static concept => concept.Slug.Value);
}
